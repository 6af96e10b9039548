"""For how long a colleague has an alert that they were given."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain import assignment
from mutuals.domain.model import Case, CaseState, Category

NOW = datetime(2026, 5, 3, 12, tzinfo=UTC)
GRACE = timedelta(minutes=15)
SPANS = st.timedeltas(timedelta(days=-9), timedelta(days=9))


def case(due: timedelta, state: CaseState = CaseState.OPEN, promised: timedelta | None = None) -> Case:
    return Case(
        "b", "c", "p", "v", Category.COMPLAINT, 1.0, ("c",), NOW, NOW, NOW, NOW, NOW + due, NOW + due,
        state=state, promised_at=None if promised is None else NOW + promised,
    )  # fmt: skip


def test_it_lasts_until_the_first_answer_is_due_and_the_call_for_it_names_them():
    assert assignment.until(
        [case(timedelta(hours=3)), case(timedelta(hours=2))], NOW, GRACE
    ) == NOW + timedelta(hours=2, minutes=15)


def test_after_an_acknowledgement_the_promise_counts():
    late = case(timedelta(hours=-1), CaseState.ACKNOWLEDGED, timedelta(hours=5))
    assert assignment.until([late], NOW, GRACE) == NOW + timedelta(hours=5) + GRACE


def test_a_fan_waits_a_day_for_them():
    assert assignment.until([], NOW, GRACE) == NOW + assignment.MOST


@given(st.lists(SPANS))
def test_it_is_an_hour_at_least_and_a_day_at_most(spans: list[timedelta]):
    until = assignment.until([case(one) for one in spans], NOW, GRACE)
    assert assignment.LEAST <= until - NOW <= assignment.MOST
