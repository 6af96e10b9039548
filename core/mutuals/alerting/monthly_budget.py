"""The month's budget of a brand: how far it is used up, and what stops because of that, said once each in the chats."""

from datetime import datetime

from mutuals.alerting import incidents
from mutuals.context import BrandContext, Context
from mutuals.domain import budgets
from mutuals.domain.budgets import BudgetStage
from mutuals.ports.unit_of_work import UnitOfWork

_MICROS = 1_000_000
_STOPS = {
    BudgetStage.NEAR: "Nothing stops yet. At 90 % looking again at quoted posts stops, at 95 % looking up fans; complaints "
    "and questions are read to the end.",
    BudgetStage.NO_RECHECKS: "Posts that the chats quote are not bought again this month: a post that is deleted stays here "
    "until Mutuals is told otherwise.",
    BudgetStage.NO_FANS: "Fans are not looked up any more this month, so no new ones are suggested, and nothing is searched "
    "for by MUTUALS_LISTEN. Complaints and questions are read and told as before.",
    BudgetStage.SPENT: "Nothing is read until the month ends, complaints neither. Look at the network itself meanwhile.",
}


async def stage(tx: UnitOfWork, watched: BrandContext, now: datetime) -> BudgetStage:
    """Where the brand's month stands."""
    if not watched.monthly_dollars:
        return BudgetStage.NORMAL
    return budgets.stage(await _spent(tx, now), _budget(watched))


async def announce(ctx: Context, tx: UnitOfWork, watched: BrandContext) -> bool:
    """Say the stage that was reached, once a month each; gives whether there is something to deliver."""
    now = ctx.clock.now()
    reached = await stage(tx, watched, now)
    if reached is BudgetStage.NORMAL:
        return False
    month = budgets.month_start(now)
    days = {
        day: sum(bought.values())
        for day, bought in (await tx.spending.by_day(budgets.days_needed(now))).items()
    }
    spent, ahead = await _spent(tx, now) / _MICROS, budgets.forecast(days, now) / _MICROS
    sentence = (
        f"{watched.network.title} has cost ${spent:.2f} of the ${watched.monthly_dollars:.2f} of this month "
        f"(MUTUALS_MONTHLY_DOLLARS), and would cost ${ahead:.2f} by its end. {_STOPS[reached]} To change that, raise the "
        "budget; `mutuals cost` shows where the money goes."
    )
    headline = f"The month's budget for {watched.network.title}: {int(reached)} % is used"
    return await incidents.say_once(
        ctx, tx, watched, f"budget-{month:%Y%m}-{int(reached)}", headline, sentence
    )


def _budget(watched: BrandContext) -> int:
    return int(watched.monthly_dollars * _MICROS)


async def _spent(tx: UnitOfWork, now: datetime) -> int:
    bought = await tx.spending.since(budgets.month_start(now).isoformat())
    return sum(micros for _, micros in bought.values())
