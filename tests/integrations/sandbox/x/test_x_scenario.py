"""The demo's story has what the demo needs: fans, open cases, and no end."""

import asyncio
import contextlib
import random
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from mutuals_sandbox.scenario.events import EventGenerator
from mutuals_sandbox.scenario.history import run_events, write_history
from mutuals_sandbox.world import Post, World
from tests.support.present import present

START = datetime(2026, 11, 20, 0, 30, tzinfo=UTC)  # just after midnight: the hardest hour for "yesterday"


class Told:
    """A world with its history, and a clock that can be moved."""

    def __init__(self, seed: int = 7) -> None:
        self.now = START
        self.world = World(lambda: self.now)
        self.cast = write_history(self.world, self.now, seed)

    def addressed(self, person: str) -> list[Post]:
        posts = self.world.posts_of(person)
        recent = [post for post in posts if post.created_at > self.now - timedelta(days=90)]
        return [post for post in recent if self.cast.brand in post.mention_ids]

    def is_loyal_unfollowed(self, person: str) -> bool:
        follows, brand, posts = self.world.follows, self.cast.brand, self.addressed(person)
        return (
            follows.has(person, brand)
            and not follows.has(brand, person)
            and len(posts) >= 5
            and len({post.created_at.date() for post in posts}) >= 3
            and posts[0].created_at > self.now - timedelta(days=30)
        )


@pytest.fixture(params=[1, 7, 99])
def told(request: pytest.FixtureRequest) -> Told:
    return Told(request.param)


def test_the_fans_are_loyal_and_not_followed_back(told: Told):
    assert len(told.cast.fans) >= 6
    assert all(told.is_loyal_unfollowed(person) for person in told.cast.fans)


def test_nobody_else_qualifies_except_a_spammer(told: Told):
    others = set(told.world.users) - {told.cast.brand} - set(told.cast.fans)

    assert {one for one in others if told.is_loyal_unfollowed(one)} <= set(told.cast.spammers)


def test_those_followed_back_are_as_loyal_and_the_loud_do_not_follow(told: Told):
    assert all(len(told.addressed(person)) >= 5 for person in told.cast.followed + told.cast.loud)
    assert all(told.world.follows.has(told.cast.brand, person) for person in told.cast.followed)
    assert not any(told.world.follows.has(person, told.cast.brand) for person in told.cast.loud)


def test_several_cases_of_the_last_four_hours_wait_for_an_answer(told: Told):
    answered = {post.in_reply_to for post in told.world.posts_of(told.cast.brand)}
    waiting = [present(told.world.find(post_id)) for post_id in told.cast.unanswered]

    assert len(waiting) >= 5
    assert not answered & set(told.cast.unanswered)
    assert all(timedelta(0) < told.now - post.created_at < timedelta(hours=4) for post in waiting)
    assert all(told.cast.brand in post.mention_ids for post in waiting)


def test_somebody_asks_to_be_followed_to_send_a_private_message(told: Told):
    assert "follow me back" in told.addressed(told.cast.wants_follow)[0].text


def test_history_lies_in_the_past_and_replies_follow_what_they_answer(told: Told):
    for post in told.world.posts.values():
        assert post.created_at < told.now
        if post.in_reply_to:
            assert present(told.world.find(post.in_reply_to)).created_at < post.created_at


def test_the_same_seed_tells_the_same_story_and_another_seed_another():
    texts = [[post.text for post in Told(seed).world.posts.values()] for seed in (3, 3, 4)]

    assert texts[0] == texts[1]
    assert texts[0] != texts[2]


def test_there_are_over_a_hundred_people_and_five_languages(told: Told):
    languages = {post.lang for post in told.world.posts.values()}

    assert len(told.world.users) >= 118
    assert languages == {"en", "es", "fr", "de", "pt"}


def test_the_story_goes_on_without_repeating_itself(told: Told):
    events, before = EventGenerator(told.world, told.cast, random.Random(1)), set(told.world.posts)
    kinds: Counter[str] = Counter()
    for _ in range(300):
        told.now += timedelta(seconds=5)
        kinds[events.step()] += 1

    new = [post for post_id, post in told.world.posts.items() if post_id not in before]
    assert max(Counter(post.text for post in new).values()) == 1
    assert {"complaint", "question", "near_fan", "advice", "brand_answers", "deletion"} <= set(kinds)
    assert any(post.deleted for post in new)
    assert any(post.author_id == told.cast.brand and post.in_reply_to for post in new)


def test_almost_fans_become_fans_while_the_story_goes_on(told: Told):
    assert not any(told.is_loyal_unfollowed(person) for person in told.cast.near_fans)
    events = EventGenerator(told.world, told.cast, random.Random(1))

    for _ in range(40):
        told.now += timedelta(seconds=5)
        events.step()

    assert any(told.is_loyal_unfollowed(person) for person in told.cast.near_fans)


async def test_live_writes_until_it_is_stopped():
    told = Told()
    before = len(told.world.posts)
    task = asyncio.create_task(run_events(told.world, told.cast, 5, 0.001))
    for _ in range(200):
        await asyncio.sleep(0.005)
        if len(told.world.posts) > before + 5:
            break
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task

    assert len(told.world.posts) > before + 5
    assert task.cancelled()
