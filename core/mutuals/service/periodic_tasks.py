"""Does a brand's periodic tasks, each under its lease, and plans when they are due next."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from mutuals.alerting import digest
from mutuals.context import BrandContext, Context
from mutuals.domain import leases
from mutuals.domain.model import PeriodicTask
from mutuals.service.calendar import next_occurrence
from mutuals.watcher.recheck import EVERY as RECHECK_EVERY
from mutuals.watcher.retention import EVERY as RETENTION_EVERY

UNUSABLE_FOR = timedelta(minutes=1)  # until a brand with senseless settings is tried again
POLLED_UNTIL = "looking_until"  # the end of a poll's lease, for the brand's clock


async def run(
    ctx: Context, kind: PeriodicTask, watched: BrandContext, work: Callable[[], Awaitable[None]]
) -> None:
    """Do a task that is due; a process that dies meanwhile leaves it due again, and one that was frozen until somebody
    else has acquired it changes nothing of theirs."""
    if watched.brand.paused:
        return
    began = ctx.clock.now()
    until = leases.TASK.until(began)
    async with ctx.store.transaction(watched.brand.id) as tx:
        if not await tx.tasks.acquire(kind, began, until):
            return
        if kind is PeriodicTask.POLL:
            await tx.key_values.put(POLLED_UNTIL, until.isoformat())
    try:
        await work()
    finally:
        async with ctx.store.transaction(watched.brand.id) as tx:
            await tx.tasks.complete(kind, until, next_run(kind, watched, began))
            if kind is PeriodicTask.POLL and await tx.key_values.get(POLLED_UNTIL) == until.isoformat():
                await tx.key_values.put(POLLED_UNTIL, None)


async def is_polled(ctx: Context, watched: BrandContext) -> bool:
    """Is a poll of this brand under way? It ends with what the brand's clock does, and knows what was answered meanwhile."""
    async with ctx.store.transaction(watched.brand.id) as tx:
        until = await tx.key_values.get(POLLED_UNTIL)
    return bool(until) and leases.TASK.is_held(datetime.fromisoformat(until), ctx.clock.now())


async def put_off(ctx: Context, kind: PeriodicTask, brand_id: str) -> None:
    """A brand that can't be watched now, for its own settings, is tried again in a while and not at every sweep."""
    if await ctx.store.brand(brand_id) is not None:
        now = ctx.clock.now()
        async with ctx.store.transaction(brand_id) as tx:
            await tx.tasks.acquire(kind, now, now + UNUSABLE_FOR)


def next_run(kind: PeriodicTask, watched: BrandContext, began: datetime) -> datetime:
    """When a periodic task is due after one that began then."""
    if kind is PeriodicTask.DIGEST:
        return digest.next_moment(watched, began, next_occurrence)
    if kind is PeriodicTask.RETENTION:
        return began + RETENTION_EVERY
    every = timedelta(seconds=watched.poll_seconds)
    return began + (max(RECHECK_EVERY, every) if kind is PeriodicTask.RECHECK else every)
