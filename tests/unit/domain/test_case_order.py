"""Which of several cases goes first, which one an alert stands for, and whom a post of ours answers."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from mutuals.domain import answers, cases
from mutuals.domain.model import Case, CaseState, Category, Flag, Turn
from mutuals.domain.policy import Policy
from tests.unit.domain.cases import BRAND, NOW, answer, post, reading

MINUTE = timedelta(minutes=1)
URGENT = frozenset({Flag.URGENT})
BASE = cases.opened("x900", post(1), reading(), Policy())
PROMISED = replace(BASE, state=CaseState.ACKNOWLEDGED, promised_at=NOW + 240 * MINUTE)
SOLVED = replace(BASE, turn=Turn.SOLVED)


def case(name: str, like: Case = BASE, **changes: object) -> Case:
    """A case like another one."""
    return replace(like, id=name, **changes)  # type: ignore[arg-type]


def due(minutes: float) -> datetime:
    """So many minutes after NOW; NOW begins a quarter of an hour."""
    return NOW + minutes * MINUTE


def in_order(*some: Case) -> list[str]:
    """The ids of what waits, first to be dealt with in front; the same whatever the order they came in."""
    ids = [each.id for each in cases.order(some)]
    assert ids == [each.id for each in cases.order(some[::-1])]
    return ids


# --- which goes first


def test_what_is_urgent_goes_before_what_is_due_earlier():
    assert in_order(case("early", due_at=due(1)), case("urgent", flags=URGENT, due_at=due(500))) == [
        "urgent",
        "early",
    ]


def test_within_a_quarter_of_an_hour_the_more_severe_goes_first_and_beyond_it_the_earlier():
    mild, angry = case("mild", score=0.1, due_at=due(0)), case("angry", due_at=due(14.9))

    assert in_order(mild, angry) == ["angry", "mild"]
    assert in_order(mild, replace(angry, due_at=due(15))) == ["mild", "angry"]


def test_of_two_equally_severe_the_earlier_goes_first_and_then_the_smaller_id():
    assert in_order(case("a", due_at=due(2)), case("b", due_at=due(1))) == ["b", "a"]
    assert in_order(case("b"), case("a")) == ["a", "b"]


def test_what_was_acknowledged_is_due_when_it_was_promised_and_presses_no_more():
    assert in_order(case("held", PROMISED), case("later", due_at=due(200))) == ["later", "held"]
    assert in_order(case("held", PROMISED), case("even later", due_at=due(300))) == ["held", "even later"]
    assert in_order(case("held", PROMISED, flags=URGENT), case("later", due_at=due(200))) == ["later", "held"]


def test_what_is_solved_as_they_say_presses_no_more():
    solved = case("solved", SOLVED, flags=URGENT, due_at=due(60))

    assert in_order(solved, case("sooner", due_at=due(30))) == ["sooner", "solved"]
    assert in_order(solved, case("later", due_at=due(90))) == ["solved", "later"]


def test_a_promise_counts_only_while_it_holds():
    assert in_order(case("broken", promised_at=due(999)), case("later", due_at=due(90))) == [
        "broken",
        "later",
    ]


@pytest.mark.parametrize("state", sorted(set(CaseState) - {CaseState.OPEN, CaseState.ACKNOWLEDGED}))
def test_what_is_over_waits_for_nobody(state):
    assert in_order(case("over", state=state), case("open")) == ["open"]


def test_severity_is_anger_times_how_many_others_speak_of_it():
    assert cases.severity(replace(BASE, score=0.5)) == 0.5
    assert cases.severity(replace(BASE, score=0.5, echoes=("2",))) == 1.0
    assert cases.severity(replace(BASE, score=0.5, echoes=("2", "3", "4"))) == 1.5


# --- how bad a case is in two words


def test_classes_from_worst_to_mildest():
    worst_first = [
        Category.WANTS_FOLLOW, Category.COMPLAINT, Category.QUESTION, Category.CONCERN, Category.PRAISE,
    ]  # fmt: skip

    assert sorted(set(worst_first), key=cases.grade) == worst_first
    assert [cases.grade(category) for category in worst_first] == [0, 1, 2, 3, 4]
    assert cases.grade(Category.OTHER) == 4


def test_an_urgent_concern_is_worse_than_a_complaint():
    assert cases.level(replace(BASE, category=Category.CONCERN, flags=URGENT)) == (False, 3)
    assert cases.level(BASE) == (True, 1)


def test_a_case_outranks_others_when_it_is_worse_than_all_that_press():
    question = replace(BASE, category=Category.QUESTION)

    assert cases.outranks(BASE, [question])
    assert cases.outranks(BASE, [])
    assert not cases.outranks(BASE, [question, BASE])
    assert not cases.outranks(question, [BASE])
    assert cases.outranks(question, [PROMISED, SOLVED, replace(BASE, state=CaseState.ANSWERED)])


def test_what_presses_is_open_and_not_solved():
    assert cases.presses(BASE)
    assert cases.presses(replace(BASE, turn=Turn.CHASED))
    assert not cases.presses(SOLVED)
    assert not cases.presses(PROMISED)
    assert not cases.presses(replace(BASE, state=CaseState.EXPIRED))


# --- what an alert stands for


def pressing(*some: Case) -> list[str]:
    """The ids of what an alert about these stands for."""
    return [each.id for each in cases.pressing(some)]


def test_an_alert_stands_for_what_presses_the_worst_first():
    question = case("question", category=Category.QUESTION)

    assert pressing(case("held", PROMISED), question, case("complaint"), case("solved", SOLVED)) == [
        "complaint", "question",
    ]  # fmt: skip


def test_where_nothing_presses_an_alert_stands_for_what_was_promised_the_worst_first():
    question = case("question", PROMISED, category=Category.QUESTION)
    thanked = case("thanked", PROMISED, turn=Turn.SOLVED)

    assert pressing(case("solved", SOLVED), question, thanked, case("complaint", PROMISED)) == [
        "complaint",
        "question",
    ]


def test_where_nothing_is_promised_either_it_stands_for_the_first_that_waits_or_the_first_at_all():
    over, thanked = case("over", state=CaseState.ANSWERED), case("thanked", PROMISED, turn=Turn.SOLVED)

    assert pressing(over, thanked, case("solved", SOLVED)) == ["thanked"]
    assert pressing(over, case("over too", over)) == ["over"]
    assert pressing() == []


def test_cases_are_found_by_their_ids_and_their_posts_are_counted_once_oldest_first():
    one, other = case("1", post_ids=("99", "100")), case("2", post_ids=("100", "9"))

    assert cases.by_id([one, other]) == {"1": one, "2": other}
    assert cases.posts_of([one, other]) == ["9", "99", "100"]


# --- whom a post of ours answers


REPLY = answer(2, post(1), minutes=5)
TO_THEM = {"conversation_id": "c1", "in_reply_to": "55"}


@pytest.mark.parametrize(
    "ours",
    [
        REPLY,
        replace(REPLY, at=NOW),
        post(2, BRAND, minutes=5, quotes="1", in_reply_to="44"),
        post(2, BRAND, minutes=5, in_reply_to="1"),
        post(2, BRAND, minutes=5, **TO_THEM, in_reply_to_person="7"),
        post(2, BRAND, minutes=5, **TO_THEM, mentions=("8", "7")),
        post(2, BRAND, minutes=5, **TO_THEM, in_reply_to_person=BRAND, mentions=("7",)),
    ],
    ids=["a reply", "a reply in the same second", "a reply that quotes them", "a reply whose addressee is not told",
         "a reply to a later post of theirs", "a reply that names them", "a reply to ourselves that names them"],
)  # fmt: skip
def test_a_post_of_ours_to_the_person_answers_the_case(ours):
    assert answers.answers(ours, BASE)


@pytest.mark.parametrize(
    "ours",
    [
        replace(REPLY, at=NOW - MINUTE),
        post(2, BRAND, minutes=5, quotes="1", at=NOW - MINUTE),
        post(2, BRAND, minutes=5, quotes="77"),
        post(2, BRAND, minutes=5, quotes="1"),
        post(2, BRAND, minutes=5, conversation_id="c1"),
        post(2, BRAND, minutes=5, conversation_id="c1", in_reply_to_person="7", mentions=("7",)),
        post(2, BRAND, minutes=5, in_reply_to="55", in_reply_to_person="7"),
        post(2, BRAND, minutes=5, in_reply_to="55", mentions=("7",)),
        post(2, BRAND, minutes=5, **TO_THEM, in_reply_to_person="8", mentions=("7",)),
        post(2, BRAND, minutes=5, **TO_THEM, mentions=("8",)),
        post(2, BRAND, minutes=5, **TO_THEM, in_reply_to_person=BRAND),
    ],
    ids=["before it was written", "a quote before it was written", "a quote of something else",
         "a quote alone, which is doubted", "a post of its own",
         "no reply at all", "elsewhere", "names them elsewhere", "to somebody else, who is in front with them",
         "names somebody else", "to ourselves"],
)  # fmt: skip
def test_another_post_of_ours_does_not(ours):
    assert not answers.answers(ours, BASE)
