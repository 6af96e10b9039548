"""What the brand owes somebody: their words since its last answer, older ones less, nothing right after an answer."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain.exchanges import exchanges, is_approach, is_to
from mutuals.domain.model import Category, Interaction, Post
from mutuals.domain.policy import Policy

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = timedelta(days=1)
POLICY = Policy()
US, THEM = "900", "77"
AGES = st.integers(0, 400 * 24)  # hours


def theirs(hours: int, number: int = 0, **changes: object) -> Post:
    usual: dict[str, object] = {"conversation_id": f"t{hours}-{number}"}
    return Post(f"t{hours}-{number}", THEM, "kettle", NOW - timedelta(hours=hours), **(usual | changes))  # type: ignore[arg-type]


def ours(hours: int, **changes: object) -> Post:
    usual: dict[str, object] = {"conversation_id": "c", "in_reply_to": "t", "in_reply_to_person": THEM}
    return Post(f"o{hours}", US, "sorry", NOW - timedelta(hours=hours), **(usual | changes))  # type: ignore[arg-type]


@given(st.lists(AGES, max_size=12, unique=True), st.lists(AGES, max_size=6, unique=True))
def test_nothing_is_owed_for_what_was_said_before_our_last_word(said: list[int], answered: list[int]):
    talk = exchanges([theirs(one) for one in said], [ours(one) for one in answered], NOW, POLICY)
    since = min(answered, default=10**6)

    assert len(talk.waiting) == sum(one < since for one in said)
    assert (talk.owed == 0) == (not talk.waiting)
    assert talk.owed <= len(talk.waiting)
    assert talk.last_by_us == bool(answered and min(answered) <= min(said, default=10**6))


@given(st.lists(AGES, min_size=1, max_size=12, unique=True))
def test_an_answer_now_settles_all_of_it_and_a_new_word_opens_it_again(said: list[int]):
    posts = [theirs(one + 1) for one in said]
    settled = exchanges(posts, [ours(1)], NOW, POLICY)
    again = exchanges([*posts, theirs(0, 9)], [ours(1)], NOW, POLICY)

    assert settled.owed == 0
    assert again.owed == 1


@given(st.lists(AGES, min_size=1, max_size=12, unique=True), st.integers(1, 200))
def test_what_waits_weighs_less_with_time_and_never_nothing(said: list[int], days: int):
    posts = [theirs(one) for one in said]
    now, later = exchanges(posts, [], NOW, POLICY), exchanges(posts, [], NOW + days * DAY, POLICY)

    assert 0 < later.owed < now.owed


@given(st.permutations([theirs(5), theirs(3), theirs(1)]), st.permutations([ours(4), ours(9)]))
def test_the_order_in_which_posts_reach_us_changes_nothing(their_posts: list[Post], our_posts: list[Post]):
    usual = exchanges([theirs(5), theirs(3), theirs(1)], [ours(9), ours(4)], NOW, POLICY)

    assert exchanges(their_posts, our_posts, NOW, POLICY) == usual
    assert [one.id for one in usual.waiting] == ["t3-0", "t1-0"]


def test_an_answer_that_is_only_counted_settles_as_much_as_one_that_is_stored():
    talk = exchanges([theirs(5)], [], NOW, POLICY, answered_at=NOW - timedelta(hours=2))

    assert (talk.owed, talk.last_by_us, talk.last_at) == (0, True, NOW - timedelta(hours=2))


def test_a_repost_help_for_others_and_thanks_under_our_answer_ask_for_nothing():
    assert not is_approach(theirs(1, reposts="5"), ())
    assert not is_approach(theirs(1, interaction=Interaction.HELPED), ())
    assert not is_approach(theirs(1, in_reply_to="o1", category=Category.PRAISE), {"o1"})
    assert is_approach(theirs(1, in_reply_to="o1", category=Category.QUESTION), {"o1"})
    assert is_approach(theirs(1), ())


def test_an_answer_is_for_whom_it_replies_to_quotes_or_names_alone():
    assert is_to(ours(1), THEM, ())
    assert not is_to(ours(1, in_reply_to_person="78"), THEM, {"t"})
    assert is_to(ours(1, in_reply_to_person=None), THEM, {"t"})
    assert is_to(ours(1, in_reply_to=None, in_reply_to_person=None, quotes="t"), THEM, {"t"})
    assert is_to(ours(1, in_reply_to=None, in_reply_to_person=None, mentions=(THEM,)), THEM, ())
    assert not is_to(ours(1, in_reply_to=None, in_reply_to_person=None, mentions=(THEM, "78")), THEM, ())


def test_a_talk_is_a_conversation_in_which_both_spoke():
    posts = [theirs(9, conversation_id="a"), theirs(8, conversation_id="b"), theirs(7, conversation_id="b")]
    talk = exchanges(posts, [ours(6, conversation_id="b"), ours(5, conversation_id="c")], NOW, POLICY)

    assert (talk.approaches, talk.answers, talk.talks) == (3, 2, 1)
