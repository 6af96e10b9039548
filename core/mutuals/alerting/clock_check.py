"""Says once that this machine's clock is wrong, by what the services tell, and once that it is right again."""

from dataclasses import replace
from datetime import timedelta

from mutuals.alerting import bundle_lifecycle, incidents, lifecycle
from mutuals.context import BrandContext, Context
from mutuals.domain import handling, sla
from mutuals.domain.model import ActState
from mutuals.ports.clock_offset import AGREES, off_by
from mutuals.ports.unit_of_work import UnitOfWork

KIND, WRONG = "clock", "The clock of Mutuals' machine is wrong"
SAID = timedelta(minutes=2)  # what is less does little harm
SLACK_REFUSES = timedelta(minutes=5)  # docs.slack.dev, verifying requests: older ones are not to be trusted


async def report_clock(ctx: Context, watched: BrandContext) -> None:
    """Before a look, which may fail because of the clock."""
    ahead = ctx.clock_ahead()
    if ahead is not None and abs(ahead) >= SAID:
        await incidents.report_open(ctx, watched, KIND, WRONG, sentence(ahead))


async def check(ctx: Context, tx: UnitOfWork, watched: BrandContext) -> bool:
    """After a look that worked. Gives whether there is something to deliver."""
    ahead = ctx.clock_ahead()
    if ahead is None:
        return False
    if abs(ahead) >= SAID:
        return await incidents.open_incident(ctx, tx, watched, KIND, WRONG, sentence(ahead))
    if abs(ahead) < AGREES:
        right = "The clock of Mutuals' machine is right again."
        return await incidents.close_incident(ctx, tx, watched, KIND, right)
    return False


def sentence(ahead: timedelta) -> str:
    """What it means, and what to do."""
    means = "come late" if ahead < timedelta(0) else "come early"
    more = " Buttons in Slack may do nothing." if abs(ahead) >= SLACK_REFUSES else ""
    return (
        f"It is {off_by(ahead)} the services that Mutuals talks to. Alerts and reminders {means}, and times are shown "
        f"wrong.{more} Whoever runs Mutuals should switch time synchronisation on (timedatectl set-ntp true) and set "
        "the clock right."
    )


HELD_BEFORE = timedelta(days=2)  # acts by link and bundles that are older hold nothing any more


async def shorten(ctx: Context, watched: BrandContext) -> None:
    """After the clock was set back: nobody holds anything for longer than when they had taken it just now."""
    now, policy = ctx.clock.now(), watched.policy
    async with ctx.store.transaction(watched.brand.id) as tx:
        for alert, cases in await tx.alerts.open():
            if (shorter := handling.shortened(alert, now, policy.claim_for)) != alert:
                await lifecycle.update(tx, alert, shorter)
            latest = sla.promise(now, policy)
            late = [one for one in cases if one.promised_at and one.promised_at > latest]
            await tx.cases.put([replace(one, promised_at=latest) for one in late])
        for bundle in await tx.bundles.open(now - HELD_BEFORE):
            if (fewer := handling.shortened(bundle, now, policy.claim_for)) != bundle:
                await bundle_lifecycle.update(tx, bundle, fewer)
        for act in await tx.actions.since(now - HELD_BEFORE):
            end = now + policy.link_wait
            if act.state is ActState.WAITING and act.expires_at and act.expires_at > end:
                await tx.actions.put(replace(act, expires_at=end), was=act.state, was_attempt=act.attempt)
    await ctx.deliver(watched.brand.id)
