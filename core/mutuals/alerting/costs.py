"""What a brand's network has cost this month, what the month will cost, where it goes, and what other ways of reading would."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mutuals.alerting.redaction import how_far
from mutuals.domain import budgets
from mutuals.ports.prices import CostKind, PriceList
from mutuals.ports.unit_of_work import UnitOfWork

_MICROS = 1_000_000
MONTH = 30  # days, for what a way of reading costs
MATCHES = 0.3  # of mentions, what a search for complaints finds (docs/costs.md)


@dataclass(frozen=True, slots=True)
class CostReport:
    """Money in dollars. `spent` and `forecast` are of this UTC month, `by` is what was spent by what was bought, `modes` what
    30 days of each way of reading would cost by the last week's volumes (empty where nothing was read yet). `unseen`: how
    many posts are quoted, and for how many hours the longest unseen was not looked at."""

    month: str
    spent: float
    forecast: float
    budget: float
    by: Mapping[str, float]
    modes: Mapping[str, float]
    unseen: Mapping[str, int]
    priced_on: date | None


async def report(tx: UnitOfWork, prices: PriceList, budget: float, now: datetime) -> CostReport:
    """Read it from the books; `budget` is that of a month, in dollars (0: none)."""
    days = await tx.spending.by_day(budgets.days_needed(now))
    totals = {day: sum(bought.values()) for day, bought in days.items()}
    first = budgets.month_start(now)
    bought = await tx.spending.since(first.isoformat())
    return CostReport(
        month=f"{first:%Y-%m}",
        spent=budgets.spent_this_month(totals, now) / _MICROS,
        forecast=budgets.forecast(totals, now) / _MICROS,
        budget=budget,
        by={
            what: micros / _MICROS for what, (_, micros) in sorted(bought.items(), key=lambda one: -one[1][1])
        },
        modes=await _modes(tx, prices, now),
        unseen=await how_far(tx),
        priced_on=prices.on,
    )


async def _modes(tx: UnitOfWork, prices: PriceList, now: datetime) -> Mapping[str, float]:
    since = now - timedelta(days=budgets.PACE_DAYS)
    bought = await tx.spending.since(since.date().isoformat())
    days = await tx.spending.by_day(since.date().isoformat())

    def a_day(kind: CostKind) -> float:
        return bought.get(prices.title(kind), (0, 0))[0] / max(1, len(days))

    mentions = a_day(CostKind.MENTIONS) or a_day(CostKind.EVENTS) or a_day(CostKind.SEARCH) / MATCHES
    own, people = a_day(CostKind.OWN_POSTS), a_day(CostKind.PEOPLE)
    if not mentions + own or prices.on is None:
        return {}
    return modes(prices, mentions, own, people)


def modes(prices: PriceList, mentions: float, own: float, people: float) -> dict[str, float]:
    """Dollars of 30 days for each way of reading, by what is written and looked up a day, without rechecks and replies."""
    rest = people * prices.micros(CostKind.PEOPLE)
    own_price = own * prices.micros(CostKind.OWN_POSTS)
    daily = {
        "polling": mentions * prices.micros(CostKind.MENTIONS) + own_price + rest,
        "push": (mentions + own) * prices.micros(CostKind.EVENTS) + rest,
        "complaints only": mentions * MATCHES * prices.micros(CostKind.SEARCH) + own_price + rest,
    }
    return {name: MONTH * micros / _MICROS for name, micros in daily.items()}


def sentence(found: CostReport) -> str:
    """The month in one line, for a chat."""
    budget = f" of ${found.budget:.2f}" if found.budget else ""
    return f"This month: ${found.spent:.2f}{budget} so far, about ${found.forecast:.2f} by its end."
