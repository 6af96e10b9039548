"""What a month will cost, and what rechecks may cost of it."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain import budgets

DOLLAR = 1_000_000
TENTH = datetime(2026, 6, 10, 12, tzinfo=UTC)


def days(*each: int, until: datetime = TENTH) -> dict[str, int]:
    """Dollars of the days up to today, the last one today's."""
    last = until.day
    return {
        f"2026-06-{last - len(each) + 1 + number:02}": dollars * DOLLAR for number, dollars in enumerate(each)
    }


def test_a_forecast_goes_on_as_the_last_week_went() -> None:
    spent = days(40, *[2] * 8, 1)

    assert budgets.spent_this_month(spent, TENTH) == 57 * DOLLAR
    assert budgets.pace(spent, TENTH) == 2 * DOLLAR
    assert budgets.forecast(spent, TENTH) == (57 + 1 + 20 * 2) * DOLLAR


def test_the_very_first_day_loads_what_was_before_and_is_no_measure_of_the_others() -> None:
    assert budgets.pace(days(40, 2, 1), TENTH) == 2 * DOLLAR
    assert budgets.pace(days(3), TENTH) == 3 * DOLLAR
    assert budgets.pace({}, TENTH) == 0


def test_a_month_begins_anew_and_the_pace_of_the_last_one_holds_on() -> None:
    first = datetime(2026, 6, 1, 1, tzinfo=UTC)
    may = {f"2026-05-{day}": 3 * DOLLAR for day in range(20, 32)}

    assert budgets.spent_this_month(may, first) == 0
    assert budgets.forecast(may, first) == 90 * DOLLAR
    assert budgets.days_needed(first) == "2026-05-25"


def test_rechecks_get_a_tenth_of_the_rest_each_day_its_share() -> None:
    rest, mine = days(*[10] * 10), days(*[0] * 10)

    assert (
        budgets.recheck_allowance(rest, mine, TENTH, 10) == 10 * DOLLAR
    )  # a third of 30 dollars by the tenth
    assert budgets.recheck_allowance(rest, days(*[1] * 10), TENTH, 10) == 0
    assert budgets.recheck_allowance(rest, mine, TENTH, 0) == 0
    assert budgets.recheck_allowance({}, {}, TENTH, 10) == budgets.LEAST_FOR_RECHECKS // 3


@given(st.lists(st.integers(1, 50), min_size=30, max_size=30), st.integers(1, 100))
def test_who_spends_all_that_is_allowed_each_day_passes_the_months_budget_by_no_more_than_the_forecast_errs(
    each: list[int], percent: int
) -> None:
    rest, mine = dict[str, int](), dict[str, int]()
    highest = 0
    for day, dollars in enumerate(each, 1):
        now = datetime(2026, 6, day, 12, tzinfo=UTC)
        rest[f"2026-06-{day:02}"] = dollars * DOLLAR
        highest = max(highest, budgets.forecast(rest, now))
        mine[f"2026-06-{day:02}"] = budgets.recheck_allowance(rest, mine, now, percent)

    assert sum(mine.values()) <= max(budgets.LEAST_FOR_RECHECKS, highest * percent // 100)


@given(st.integers(1, 50), st.integers(1, 100))
def test_of_an_even_month_rechecks_take_their_share_and_no_more(dollars: int, percent: int) -> None:
    rest, mine = dict[str, int](), dict[str, int]()
    for day in range(1, 31):
        now = datetime(2026, 6, day, 12, tzinfo=UTC)
        rest[f"2026-06-{day:02}"] = dollars * DOLLAR
        mine[f"2026-06-{day:02}"] = budgets.recheck_allowance(rest, mine, now, percent)

    assert sum(mine.values()) <= max(budgets.LEAST_FOR_RECHECKS, 30 * dollars * DOLLAR * percent // 100)
