"""Budgets of spending on a network: what a month will cost, and what rechecks may cost of it. Pure; the time is an argument.

Money is in millionths of a dollar; days are UTC days, written YYYY-MM-DD.
"""

import calendar
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from enum import IntEnum

PACE_DAYS = 7  # a forecast goes on as the last full days went, so many
LEAST_FOR_RECHECKS = 500_000  # a month: a tenth of what a brand of ten mentions a day spends

Days = Mapping[str, int]  # UTC day -> spent


def month_start(now: datetime) -> date:
    """The first day of the UTC month."""
    return now.astimezone(UTC).date().replace(day=1)


def days_needed(now: datetime) -> str:
    """The first day whose spending `forecast` wants to know."""
    today = now.astimezone(UTC).date()
    return min(month_start(now), today - timedelta(days=PACE_DAYS)).isoformat()


def month_length(now: datetime) -> int:
    """How many days the UTC month has."""
    today = now.astimezone(UTC).date()
    return calendar.monthrange(today.year, today.month)[1]


def spent_this_month(days: Days, now: datetime) -> int:
    """What the UTC month has cost so far."""
    first = month_start(now).isoformat()
    return sum(
        micros for day, micros in days.items() if first <= day <= now.astimezone(UTC).date().isoformat()
    )


def pace(days: Days, now: datetime) -> int:
    """What a day costs: the mean of the last full days, up to a week; on the first day of all what it has cost by now.

    The very first day is left out once there are others: it loads what was written before.
    """
    today = now.astimezone(UTC).date()
    full = {day: micros for day, micros in days.items() if day < today.isoformat()}
    if not full:
        return days.get(today.isoformat(), 0)
    first = max(date.fromisoformat(min(full)), today - timedelta(days=PACE_DAYS))
    if len(full) > 1 and first.isoformat() == min(full):
        first += timedelta(days=1)
    span = (today - first).days
    return sum(micros for day, micros in full.items() if day >= first.isoformat()) // max(1, span)


def forecast(days: Days, now: datetime) -> int:
    """What the UTC month will have cost at its end if it goes on like this."""
    today = now.astimezone(UTC).date()
    spent, daily = spent_this_month(days, now), pace(days, now)
    rest_of_today = max(0, daily - days.get(today.isoformat(), 0))
    return spent + rest_of_today + daily * (month_length(now) - today.day)


def recheck_allowance(rest: Days, rechecks: Days, now: datetime, percent: float) -> int:
    """What rechecks may still cost now. The month's budget is `percent` of the forecast of all that is no recheck (`rest`),
    at least half a dollar; each day gives its share of it, and what is left over stays for later days."""
    if percent <= 0:
        return 0
    budget = max(LEAST_FOR_RECHECKS, int(forecast(rest, now) * percent / 100))
    by_now = budget * now.astimezone(UTC).day // month_length(now)
    return max(0, by_now - spent_this_month(rechecks, now))


class BudgetStage(IntEnum):
    """How far a month's budget is used up, in percent: what stops from there on. Cases and mentions go on to the end."""

    NORMAL = 0
    NEAR = 80  # it is said, and nothing stops
    NO_RECHECKS = 90  # no further looks at quoted posts
    NO_FANS = 95  # nobody is looked up but who complains, asks or wants to be followed
    SPENT = 100  # nothing is read until the next month


def stage(spent: int, budget: int) -> BudgetStage:
    """Where a month stands that has cost `spent`; without a budget (0) nothing ever stops."""
    if budget <= 0:
        return BudgetStage.NORMAL
    return max(step for step in BudgetStage if spent * 100 >= step * budget)
