"""What stops as a month's budget is used up."""

from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain.budgets import BudgetStage, stage


def test_rechecks_stop_first_then_fans_and_everything_only_at_the_end() -> None:
    reached = [stage(percent, 100) for percent in (0, 79, 80, 89, 90, 95, 99, 100, 250)]

    assert [one.name for one in reached] == [
        "NORMAL", "NORMAL", "NEAR", "NEAR", "NO_RECHECKS", "NO_FANS", "NO_FANS", "SPENT", "SPENT",
    ]  # fmt: skip


@given(st.integers(0, 10**12))
def test_without_a_budget_nothing_stops(spent: int) -> None:
    assert stage(spent, 0) is BudgetStage.NORMAL
