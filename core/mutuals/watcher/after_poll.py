"""After a look that worked: what is said about the watching itself, and what is due, in one transaction.

All small values that this needs are read in one statement: a look that finds nothing new is made every minute, for every brand.
"""

from datetime import datetime

from mutuals.alerting import (
    asleep,
    clock_check,
    incidents,
    ledger_notices,
    monthly_budget,
    network_outage,
    own_accounts,
    spikes,
)
from mutuals.alerting import calibration as brand_calibration
from mutuals.alerting.restore_guard import LOOKED_AT
from mutuals.context import BrandContext, Context
from mutuals.watcher import alert_line, evaluate, fans, mention_watchdog
from mutuals.watcher.evaluate import WATCHED_SINCE

VALUES = (
    WATCHED_SINCE, incidents.TROUBLES, network_outage.KEY, mention_watchdog.KEY, brand_calibration.KEY, spikes.KEY,
    asleep.ANSWERED, own_accounts.KEY, fans.TURN,
)  # fmt: skip


async def say_and_tell(ctx: Context, watched: BrandContext, *, looked: bool) -> None:
    """Say what has changed, and tell what is due. `looked`: the network was read; else it tells by itself."""
    anchor = await ledger_notices.seen(ctx, watched)
    first = watched.brand.id not in ctx.looked_at
    async with ctx.store.transaction(watched.brand.id) as tx:
        now = ctx.clock.now()
        await tx.key_values.load(VALUES)
        since = await tx.key_values.get(WATCHED_SINCE)
        if not since:
            since = now.isoformat()
            await tx.key_values.put(WATCHED_SINCE, since)
        if looked:
            await tx.key_values.put(LOOKED_AT, now.isoformat())
        again = f"Mutuals reads {watched.network.title} again. What came meanwhile is shown now."
        said = [
            await incidents.close_incident(ctx, tx, watched, kind, again) for kind in ("paused", "sign_in")
        ]
        said.append(await network_outage.over(ctx, tx, watched))
        said.append(await mention_watchdog.check(ctx, tx, watched))
        said.append(await monthly_budget.announce(ctx, tx, watched))
        said.append(await clock_check.check(ctx, tx, watched))
        said.append(await ledger_notices.announce(ctx, tx, watched, anchor))
        said.append(await alert_line.announce(ctx, tx, watched))
        said.append(await spikes.check(ctx, tx, watched, now))
        said.append(await asleep.check(ctx, tx, watched, datetime.fromisoformat(since), now))
        begun = None if first else await evaluate.begin(ctx, tx, watched, fans=True)
    if any(said):
        await ctx.deliver(watched.brand.id)
    if begun is not None:
        await evaluate.finish(ctx, watched, begun, fans=True)
        return
    await clock_check.shorten(ctx, watched)  # it may have been set back while nobody looked
    await incidents.at_first_look(ctx, watched)
    await evaluate.evaluate(ctx, watched, fans=True)
