"""What is quick and has waited long goes first, and nothing that is not owed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mutuals.domain import kindness
from mutuals.domain.model import CaseState, Category, Flag, Turn
from tests.unit.cards.alert_views import NOW, case

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def rate(category: Category, passed: float = 0.0, **changes: object) -> float:
    """Kindness per minute of a case of which this share of its two hours has passed."""
    one = replace(case(category=category, last_at=NOW, due_at=NOW + 2 * HOUR), **changes)  # type: ignore[arg-type]
    deed = kindness.of_case(one, NOW + passed * 2 * HOUR)
    assert deed is not None
    return deed.rate


def warm(days: float, *, never: bool = False) -> float:
    return kindness.of_warm_words(NOW, NOW + days * DAY, never_answered=never).rate


def test_the_quicker_thing_goes_first_where_both_have_waited_as_long():
    following, asking, worrying, complaining = map(
        rate, (Category.WANTS_FOLLOW, Category.QUESTION, Category.CONCERN, Category.COMPLAINT)
    )

    assert following > asking > worrying > complaining


def test_a_question_soon_due_goes_before_a_fan_who_was_told_today_but_not_before_one_never_answered():
    assert warm(0) > rate(Category.QUESTION, 0.1)
    assert warm(0) < rate(Category.QUESTION, 0.9) < warm(1, never=True)


def test_waiting_longer_is_worth_more_up_to_the_due_moment_and_up_to_a_week():
    assert rate(Category.QUESTION, 0.5) == pytest.approx(1.0)
    assert rate(Category.QUESTION, 1.0) == rate(Category.QUESTION, 9.0) == pytest.approx(5 / 3)
    assert rate(Category.QUESTION, -1.0) == pytest.approx(1 / 3)
    assert (warm(0), warm(3.5), warm(7), warm(70)) == (1.0, 1.5, 2.0, 2.0)
    assert warm(-1) == 1.0
    assert warm(7, never=True) == 3.0


def test_what_is_urgent_is_worth_more():
    urgent = rate(Category.COMPLAINT, 1.0, flags=frozenset({Flag.URGENT}))

    assert rate(Category.COMPLAINT, 1.0) == pytest.approx(1.0)
    assert urgent == pytest.approx(7 / 5)


def test_what_was_promised_counts_from_its_own_moment():
    promised = rate(
        Category.QUESTION, 0.5, state=CaseState.ACKNOWLEDGED, promised_at=NOW + 4 * HOUR
    )  # a quarter of the time

    assert promised == pytest.approx(2 / 3)


def test_a_case_that_was_due_at_once_is_due():
    assert rate(Category.QUESTION, due_at=NOW) == pytest.approx(5 / 3)


@pytest.mark.parametrize(
    "over", [case(state=CaseState.ANSWERED), case(turn=Turn.SOLVED), case(state=CaseState.DISMISSED)]
)
def test_nothing_is_owed_where_nobody_waits(over: object):
    assert kindness.of_case(over, NOW) is None  # type: ignore[arg-type]
