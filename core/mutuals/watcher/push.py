"""A network says that there may be something to read: the brand's next look comes sooner, and that is all.

The regular look stays the only one that reads and stores posts, so nothing comes twice and every price is counted in one
place. However many hints come, a brand is looked at once in EVERY; a hint that comes too early is dealt with then.
"""

from datetime import datetime, timedelta

import structlog

from mutuals.context import Context
from mutuals.domain.ids import brand_id, job_key
from mutuals.domain.model import Brand, PeriodicTask
from mutuals.ports.unit_of_work import UnitOfWork

EVERY = timedelta(seconds=5)
KEPT = 200  # deliveries that are remembered for a brand, by name
REMEMBERED = timedelta(minutes=30)  # longer than a delivery may be old
AWAITED = timedelta(
    minutes=30
)  # after that it is no more looked for at every look, only with all that comes late
LOOK_AT, CAME, TOLD_OF = "push.look_at", "push.came", "push.told_of"

log = structlog.get_logger(__name__)


async def pushed(
    ctx: Context, network: str, account_id: str, name: str, post: tuple[str, datetime] | None = None
) -> None:
    """Plan a look at the brand of this account, unless we don't watch it or this delivery came before.

    `post` is what the hint tells of: its id and when it was written. Raises TryAgain when the database does not answer.
    """
    brand = await ctx.store.brand(brand_id(network, account_id))
    if brand is None or brand.paused:
        log.info("push.ignored", network=network, account=account_id)
        return
    now = ctx.clock.now()
    if await _plan(ctx, brand, name, post, now) == now:
        await ctx.submit(job_key(PeriodicTask.POLL, brand.id))


async def _plan(
    ctx: Context, brand: Brand, name: str, post: tuple[str, datetime] | None, now: datetime
) -> datetime | None:
    """When the look was planned for; None when this hint changes nothing."""
    async with ctx.store.transaction(brand.id) as tx:
        looks = await tx.key_values.get(LOOK_AT)
        last = datetime.fromisoformat(looks) if looks else None
        came: dict[str, str] = await tx.key_values.get(CAME) or {}
        since = (now - REMEMBERED).isoformat()
        if came.get(name, "") > since:
            log.info("push.came_before", brand=brand.id)
            return None
        fresh = [*((one, at) for one, at in came.items() if at > since), (name, now.isoformat())]
        await tx.key_values.put(CAME, dict(fresh[-KEPT:]))
        if post is not None:
            told: dict[str, str] = await tx.key_values.get(TOLD_OF) or {}
            newest = [*told.items(), (post[0], post[1].isoformat())][-KEPT:]
            await tx.key_values.put(TOLD_OF, dict(newest))
        if last is not None and now < last <= now + EVERY:
            return None  # a look is planned already, and it will see this, too
        at = now if last is None or last > now else max(now, last + EVERY)
        await tx.key_values.put(LOOK_AT, at.isoformat())
        await tx.tasks.plan(PeriodicTask.POLL, at)
    return at


async def awaited(tx: UnitOfWork, now: datetime) -> datetime | None:
    """When the oldest post was written that a hint told of and that no look has seen yet; None: all were seen.

    Hints come as soon as a post is written, and the network's own lists may show it only minutes later, behind younger ones.
    """
    told: dict[str, str] = await tx.key_values.get(TOLD_OF) or {}
    if not told:
        return None
    seen = await tx.posts.by_ids(list(told))
    left = {
        one: at
        for one, at in told.items()
        if one not in seen and abs(now - datetime.fromisoformat(at)) < AWAITED
    }
    if left != told:
        await tx.key_values.put(TOLD_OF, left or None)
    return min(map(datetime.fromisoformat, left.values()), default=None)
