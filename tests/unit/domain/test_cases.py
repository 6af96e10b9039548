"""Cases: what opens one, what joins it, what settles it, and by when."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain import cases as case_rules
from mutuals.domain.case_batch import ClassifiedPost
from mutuals.domain.model import CASE_CLASSES, CaseState, Category, Flag
from mutuals.domain.policy import Policy
from mutuals.domain.sla import moments
from tests.unit.domain.cases import BRAND, NOW, answer, case_batch, heard, post, steady

POLICY = Policy()
MINUTE = timedelta(minutes=1)


def fold(*items: ClassifiedPost, into=None, held: tuple[str, ...] = ()):
    """Cases after these posts, in the order of time as the watch does it."""
    book = into or case_batch(held=held)
    case_rules.fold(book, sorted(items, key=lambda one: (one.post.at, len(one.post.id), one.post.id)), POLICY)
    return book


def only(book):
    [case] = book.cases.values()
    return case


# --- what opens a case


@pytest.mark.parametrize("category", sorted(CASE_CLASSES))
def test_what_waits_for_an_answer_opens_a_case(category):
    case = only(fold(heard(post(1), category)))

    assert (case.id, case.category, case.state, case.told) == ("1", category, CaseState.OPEN, False)


@pytest.mark.parametrize("category", sorted(set(Category) - CASE_CLASSES))
def test_praise_and_chatter_open_nothing(category):
    assert fold(heard(post(1), category)).cases == {}


def test_a_thank_you_opens_nothing_and_changes_nothing():
    open_case = only(fold(heard(post(1, conversation_id="c"))))

    book = fold(
        heard(post(2, minutes=9, conversation_id="c"), Category.PRAISE, Flag.THANKS),
        into=case_batch(open_case),
    )

    assert book.touched == set()


def test_a_repost_of_a_complaint_is_nobodys_case():
    assert fold(heard(post(1, reposts="77"))).cases == {}


def test_our_own_post_opens_nothing():
    assert fold(heard(post(1, BRAND))).cases == {}


# --- what joins it


def test_a_second_post_in_the_conversation_joins_and_the_stricter_class_holds():
    book = fold(
        heard(post(1, conversation_id="c"), Category.QUESTION),
        heard(post(2, minutes=10, conversation_id="c"), Category.COMPLAINT),
    )

    case = only(book)
    assert (case.category, case.post_ids) == (Category.COMPLAINT, ("1", "2"))
    assert case.due_at == NOW + 70 * MINUTE
    assert case.tell_at == NOW + 10 * MINUTE


def test_a_milder_second_post_does_not_give_more_time():
    book = fold(heard(post(1)), heard(post(2, minutes=10), Category.CONCERN))

    assert (only(book).category, only(book).due_at) == (Category.COMPLAINT, NOW + 60 * MINUTE)


def test_posts_of_one_person_within_a_day_are_one_case_and_later_ones_another():
    book = fold(heard(post(1)), heard(post(2, minutes=23 * 60)), heard(post(3, minutes=50 * 60)))

    assert sorted(case.post_ids for case in book.cases.values()) == [("1", "2"), ("3",)]


def test_two_people_in_one_conversation_are_two_cases():
    book = fold(heard(post(1, "7", conversation_id="c")), heard(post(2, "8", minutes=1, conversation_id="c")))

    assert sorted((case.person_id, case.post_ids) for case in book.cases.values()) == [
        ("7", ("1",)),
        ("8", ("2",)),
    ]


# --- what settles it


def test_our_reply_settles_the_case():
    one = post(1)

    case = only(fold(heard(one), heard(answer(2, one, minutes=5))))
    assert (case.state, case.answer_id, case.closed_at) == (CaseState.ANSWERED, "2", NOW + 5 * MINUTE)


def test_a_reply_that_names_them_in_the_conversation_settles_too():
    one, ours = (
        post(1, conversation_id="c"),
        post(2, BRAND, minutes=5, conversation_id="c", in_reply_to="55", mentions=("7",)),
    )

    assert only(fold(heard(one), heard(ours))).state is CaseState.ANSWERED


@pytest.mark.parametrize(
    "ours",
    [
        post(2, BRAND, minutes=5),
        post(2, BRAND, minutes=5, conversation_id="c1", in_reply_to="55", in_reply_to_person="8"),
        post(2, BRAND, minutes=5, conversation_id="other", in_reply_to="55", in_reply_to_person="7"),
        post(2, BRAND, minutes=-5, conversation_id="c1", in_reply_to="55", in_reply_to_person="7"),
        post(2, "8", minutes=5, conversation_id="c1", in_reply_to="1", in_reply_to_person="7"),
    ],
    ids=[
        "a post of its own",
        "to somebody else",
        "in another conversation",
        "before the post",
        "by somebody else",
    ],
)
def test_anything_else_does_not_settle_it(ours):
    theirs = heard(ours, Category.OTHER)

    assert fold(heard(post(1)), theirs).cases["1"].state is CaseState.OPEN


def test_a_mention_that_reaches_us_after_its_answer_is_answered_at_once():
    one = post(1)
    book = case_batch()

    fold(heard(answer(2, one, minutes=5)), into=book)
    fold(heard(one), heard(answer(2, one, minutes=5)), into=book)

    assert only(book).state is CaseState.ANSWERED


def test_a_holding_reply_starts_the_clock_of_the_promise_and_resolves_nothing():
    one = post(1)

    case = only(fold(heard(one), heard(answer(2, one, minutes=5)), held=("2",)))
    assert case.state is CaseState.ACKNOWLEDGED
    assert case.promised_at == NOW + 5 * MINUTE + POLICY.follow_up_after
    assert case.state in case_rules.WAITING


def test_the_same_holding_reply_heard_again_changes_nothing():
    one = post(1)
    book = fold(heard(one), heard(answer(2, one, minutes=5)), held=("2",))
    before = dict(book.cases)

    fold(heard(answer(2, one, minutes=5)), into=book)

    assert book.cases == before


def test_a_real_answer_after_the_holding_one_settles_it():
    one = post(1)
    book = fold(heard(one), heard(answer(2, one, minutes=5)), heard(answer(3, one, minutes=50)), held=("2",))

    assert (only(book).state, only(book).answer_id) == (CaseState.ANSWERED, "3")


def test_who_comes_back_in_the_conversation_reopens_the_same_case():
    one = post(1, conversation_id="c")
    book = fold(
        heard(one), heard(answer(2, one, minutes=5)), heard(post(3, minutes=2000, conversation_id="c"))
    )

    case = only(book)
    assert (case.id, case.state, case.episode, case.post_ids) == ("1", CaseState.OPEN, 2, ("3",))
    assert (case.told, case.escalated) == (False, False)
    assert case.due_at == NOW + 2060 * MINUTE
    assert "came back" in case.why[0]


# --- any order, any repetition

posts = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 2), st.integers(0, 4000), st.sampled_from(sorted(CASE_CLASSES))),
    min_size=1, max_size=14,
)  # fmt: skip


def told(drawn) -> list[ClassifiedPost]:
    return [
        heard(post(number, f"p{who}", minutes=at, conversation_id=f"k{where}"), category)
        for number, (who, where, at, category) in enumerate(drawn, start=1)
    ]


@steady
@given(posts)
def test_every_post_that_waits_is_in_exactly_one_case_of_its_author(drawn):
    items = told(drawn)

    book = fold(*items)

    kept = [(post_id, case.person_id) for case in book.cases.values() for post_id in case.post_ids]
    assert sorted(kept) == sorted((one.post.id, one.post.author_id) for one in items)


@steady
@given(posts, st.randoms(use_true_random=False))
def test_hearing_posts_again_in_any_order_changes_no_case(drawn, dice: random.Random):
    items = told(drawn)
    book = fold(*items)
    before = dict(book.cases)

    again = items[:]
    dice.shuffle(again)
    case_rules.fold(book, again, POLICY)

    assert {case.id: set(case.post_ids) for case in book.cases.values()} == {
        case.id: set(case.post_ids) for case in before.values()
    }
    assert {key: (case.due_at, case.tell_at, case.category) for key, case in book.cases.items()} == {
        key: (case.due_at, case.tell_at, case.category) for key, case in before.items()
    }


@steady
@given(posts, st.randoms(use_true_random=False))
def test_within_one_day_any_order_of_arrival_gives_the_same_waiting_posts_and_times(
    drawn, dice: random.Random
):
    """One person, one conversation: how the posts came must not matter to when the answer is due."""
    items = told([(0, 0, at % 1000, category) for _, _, at, category in drawn])
    shuffled = items[:]
    dice.shuffle(shuffled)
    one, other = case_batch(), case_batch()

    case_rules.fold(one, items, POLICY)
    case_rules.fold(other, shuffled, POLICY)

    mine, theirs = only(one), only(other)
    assert set(mine.post_ids) == set(theirs.post_ids)
    for name in (
        "due_at",
        "tell_at",
        "warn_at",
        "expires_at",
        "category",
        "score",
        "flags",
        "opened_at",
        "last_at",
    ):
        assert getattr(mine, name) == getattr(theirs, name), name


@steady
@given(posts)
def test_after_an_answer_to_each_post_nobody_waits(drawn):
    items = told(drawn)
    answers = [heard(answer(1000 + n, one.post, minutes=5000)) for n, one in enumerate(items)]

    book = fold(*items, *answers)

    assert case_rules.order(list(book.cases.values())) == []


@steady
@given(posts)
def test_a_case_only_gets_stricter_while_it_waits(drawn):
    book = case_batch()
    for one in sorted(told(drawn), key=lambda each: each.post.at):
        before = dict(book.cases)
        case_rules.fold(book, [one], POLICY)
        for key, old in before.items():
            new = book.cases[key]
            assert new.due_at <= old.due_at
            assert new.tell_at <= old.tell_at
            assert POLICY.response_times[new.category].due <= POLICY.response_times[old.category].due


# --- the clocks


@steady
@given(st.sampled_from(sorted(CASE_CLASSES)), st.sets(st.sampled_from(list(Flag))))
def test_told_before_warned_before_due_before_given_up(category, flags):
    when = moments(category, frozenset(flags), NOW, POLICY)

    assert NOW <= when.tell_at <= when.warn_at <= when.due_at < when.expires_at


@pytest.mark.parametrize(
    ("category", "flags", "told_after", "due_after"),
    [
        (Category.COMPLAINT, (), 0, 60),
        (Category.COMPLAINT, (Flag.URGENT,), 0, 30),
        (Category.WANTS_FOLLOW, (), 0, 15),
        (Category.WANTS_FOLLOW, (Flag.URGENT,), 0, 15),
        (Category.QUESTION, (), 60, 120),
        (Category.QUESTION, (Flag.URGENT,), 0, 30),
        (Category.CONCERN, (), 120, 240),
    ],
)
def test_when_each_class_is_told_and_due(category, flags, told_after, due_after):
    when = moments(category, frozenset(flags), NOW, POLICY)

    assert (when.tell_at, when.due_at) == (NOW + told_after * MINUTE, NOW + due_after * MINUTE)


# --- what goes away


def test_a_case_without_posts_is_over_and_with_some_left_it_waits():
    case = only(fold(heard(post(1)), heard(post(2, minutes=1))))

    assert case_rules.without_posts(case, frozenset({"1"}), "deleted", NOW).post_ids == ("2",)
    over = case_rules.without_posts(case, frozenset({"1", "2"}), "deleted", NOW)
    assert (over.state, over.closed_by) == (CaseState.GONE, "deleted")


def test_urgent_ones_come_first_then_the_earliest_due_and_closed_ones_not_at_all():
    base = only(fold(heard(post(1))))
    late = replace(base, id="late", due_at=NOW + 90 * MINUTE)
    urgent = replace(base, id="urgent", due_at=NOW + 95 * MINUTE, flags=frozenset({Flag.URGENT}))
    closed = replace(base, id="closed", state=CaseState.ANSWERED)

    assert [one.id for one in case_rules.order([late, closed, base, urgent])] == ["urgent", "1", "late"]
