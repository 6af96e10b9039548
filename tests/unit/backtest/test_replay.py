"""What a replay finds, at which times, and that neither the store nor the order of lines matters."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mutuals.backtest.recording import load
from mutuals.backtest.replay import Outcome, every_post_policy, one_case_a_post, replay
from mutuals.domain.model import Case
from mutuals.domain.policy import Policy
from mutuals.testing.clock import FixedClock
from mutuals.testing.store import MemoryStore
from tests.support.databases import fresh_store
from tests.support.examples import examples
from tests.unit.backtest.streams import ANGRY, ASKS, LOVES, NOON, answer, post, some, write


async def play(folder: Path, posts: list[Any], *, every_post: bool = False, store: Any = None) -> Outcome:
    (stream,) = load(write(folder, posts), "bakery").streams
    policy = every_post_policy(Policy()) if every_post else Policy()
    return await replay(
        one_case_a_post(stream) if every_post else stream,
        store or MemoryStore(FixedClock()),
        policy,
        every_post=every_post,
    )


def told(outcome: Outcome) -> list[Case]:
    return [case for case in outcome.cases.values() if case.told]


def minute(of: int) -> Any:
    return NOON + timedelta(minutes=of)


async def test_a_complaint_is_told_when_it_comes_and_closed_when_the_brand_answers(tmp_path):
    (case,) = told(await play(tmp_path, [post(1, 0, "ann"), answer(2, 90, 1)]))

    assert (case.opened_at, case.due_at, case.closed_at) == (minute(0), minute(60), minute(90))
    assert case.closed_by == "answered"


async def test_a_question_answered_before_half_its_time_is_never_told(tmp_path):
    quick = await play(tmp_path, [post(1, 0, "ann", ASKS), answer(2, 59, 1)])
    slow = await play(tmp_path, [post(1, 0, "ann", ASKS), answer(2, 61, 1)])

    assert not told(quick)
    assert [case.id for case in told(slow)] == ["1"]


async def test_a_case_expires_at_its_own_moment_and_not_when_the_next_post_happens_to_come(tmp_path):
    (case, _) = told(await play(tmp_path, [post(1, 0, "ann"), post(2, 30 * 24 * 60, "bob")]))

    assert case.closed_by == "expired"
    assert case.closed_at == NOON + Policy().expires_after


async def test_time_stops_at_the_last_post_because_nobody_knows_what_came_then(tmp_path):
    (case,) = told(await play(tmp_path, [post(1, 0, "ann"), post(2, 30, "bob", LOVES)]))

    assert case.closed_at is None


async def test_a_case_that_comes_back_after_an_answer_is_told_twice(tmp_path):
    again = post(3, 50, "ann", ANGRY, in_reply_to="2", conversation="1")
    first, second = told(await play(tmp_path, [post(1, 0, "ann"), answer(2, 20, 1), again]))

    assert (first.closed_at, first.post_ids) == (minute(20), ("1",))
    assert (second.closed_at, second.post_ids) == (None, ("3",))


async def test_posts_without_an_author_are_people_of_their_own(tmp_path):
    cases = told(await play(tmp_path, [post(1, 0, None), post(2, 1, None), answer(3, 5, 1)]))

    assert {case.id: case.closed_by for case in cases} == {"1": "answered", "2": None}


async def test_a_frequent_friend_is_told_as_a_fan(tmp_path):
    visits = [post(n, n * 24 * 60, "ann", f"{LOVES} Day {'x' * n}") for n in range(1, 8)]
    outcome = await play(tmp_path, visits)

    (fan,) = outcome.fans
    assert outcome.alerts[fan.alert_id].person_id == "ann"
    assert 0 < fan.score <= 7
    assert minute(0) < fan.opened_at <= minute(7 * 24 * 60)


async def test_a_friend_whom_the_recording_shows_followed_is_not_told(tmp_path):
    user = {"id": "7", "username": "ann", "connection_status": ["followed_by", "following"]}
    visits = [
        {
            "data": {
                "id": str(n),
                "author_id": "7",
                "text": f"{LOVES} Day {'x' * n}",
                "created_at": (NOON + timedelta(days=n)).isoformat(),
            },
            "includes": {"users": [user]},
        }
        for n in range(1, 8)
    ]

    assert not (await play(tmp_path, visits)).fans


# --- whatever the stream ---------------------------------------------------------------------

QUICK = settings(
    max_examples=examples(25), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@QUICK
@given(seed=st.integers(0, 10**6), many=st.integers(1, 60))
async def test_with_every_post_a_post_is_answered_by_the_next_post_of_the_brand_in_its_conversation(
    tmp_path, seed, many
):
    posts = some(seed, many)
    outcome = await play(tmp_path, posts, every_post=True)
    found = {case.id: case.closed_at for case in outcome.cases.values()}

    (stream,) = load(tmp_path / "stream.jsonl", "bakery").streams
    expected = {}
    for number, one in enumerate(stream.posts):
        later = [
            other.at for other in stream.posts[number:]
            if stream.ours(other) and other.conversation_id == one.conversation_id
        ]  # fmt: skip
        if not stream.ours(one):
            expected[one.id] = min(later, default=None)
    assert found == expected


@QUICK
@given(seed=st.integers(0, 10**6), many=st.integers(1, 60), every_post=st.booleans(), mixed=st.randoms())
async def test_the_order_of_the_lines_and_repeated_lines_do_not_matter(
    tmp_path, seed, many, every_post, mixed
):
    posts = some(seed, many)
    first = await play(tmp_path, posts, every_post=every_post)
    shuffled = [*posts, *posts[: many // 3]]
    mixed.shuffle(shuffled)

    assert await play(tmp_path, shuffled, every_post=every_post) == first


@QUICK
@given(seed=st.integers(0, 10**6), many=st.integers(1, 60), every_post=st.booleans())
async def test_what_comes_later_changes_nothing_that_was_told_and_closed_before(
    tmp_path, seed, many, every_post
):
    posts = some(seed, many)
    half = await play(tmp_path, posts[: many // 2 + 1], every_post=every_post)
    whole = await play(tmp_path, posts, every_post=every_post)

    for key, case in half.cases.items():
        assert whole.cases[key] == case or case.closed_at is None


@pytest.mark.parametrize("every_post", [False, True])
@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(1, 4))])
async def test_a_replay_in_memory_finds_what_a_replay_over_the_database_finds(tmp_path, seed, every_post):
    posts = some(seed, 50)
    quick = await play(tmp_path, posts, every_post=every_post)
    async with fresh_store(tmp_path) as store:
        thorough = await play(tmp_path, posts, every_post=every_post, store=store)

    assert quick == thorough
    assert told(quick)
