"""Says once that the network can't be read, when looks have failed for some minutes, and once that they work again."""

from datetime import datetime, timedelta
from typing import Any

from mutuals.alerting import incidents
from mutuals.context import BrandContext, Context
from mutuals.ports.unit_of_work import UnitOfWork

KEY, KIND = "outage", "outage"
OTHERS = frozenset({"paused", "sign_in", incidents.STOPPED})  # say themselves that nothing is seen
# A network's limits hold (X's for 15 minutes): being asked to slow down is no outage, unless it goes on for far longer.
LIMITED_FOR = timedelta(hours=1)


def slowed(watched: BrandContext) -> str:
    """The headline while the network only asks us to slow down."""
    return f"{watched.network.title} lets Mutuals read nothing now"


async def failed(ctx: Context, watched: BrandContext, why: str, *, limited: bool = False) -> None:
    """A look has failed, for whatever reason: remembered in the store, so that restarts do not begin anew. `limited`:
    the network has only asked us to slow down."""
    now, patience = ctx.clock.now(), timedelta(minutes=watched.policy.outage_minutes)
    async with ctx.store.transaction(watched.brand.id) as tx:
        kept = await _going_on(tx, now, limited=limited)
        since = datetime.fromisoformat(kept["since"])
        await tx.key_values.put(KEY, kept | {"why": why[:300]})
        said = False
        if now - since >= (max(LIMITED_FOR, patience) if kept["limited"] else patience) and OTHERS.isdisjoint(
            await incidents.open_incidents(tx)
        ):
            headline = slowed(watched) if kept["limited"] else incidents.unseen(watched)
            said = await incidents.open_incident(
                ctx, tx, watched, KIND, headline, _sentence(watched, since, why)
            )
    if said:
        await ctx.deliver(watched.brand.id)


async def _going_on(tx: UnitOfWork, now: datetime, *, limited: bool) -> dict[str, Any]:
    """What is remembered of the failed looks before this one; a first one begins it. What began with being slowed
    down begins anew with the first real failure."""
    kept = await tx.key_values.get(KEY)
    begun = {"since": now.isoformat(), "posts": 0, "limited": limited}
    # A clock that was wrong must not make us mute.
    if not isinstance(kept, dict) or datetime.fromisoformat(kept["since"]) > now:
        return begun
    slowed = bool(kept.get("limited"))
    return begun | {"posts": kept["posts"]} if slowed and not limited else kept | {"limited": slowed}


async def running(tx: UnitOfWork, network: str) -> str | None:
    """In a sentence: that looks fail at the moment, if they do, whether or not it was said already;
    `network` is the network's title."""
    kept = await tx.key_values.get(KEY)
    if not isinstance(kept, dict):
        return None
    since, why = datetime.fromisoformat(kept["since"]), str(kept.get("why", ""))
    return (
        f"No look at {network} has worked since {since:%H:%M} UTC on {since.day} {since:%B}. Mutuals goes on trying. "
        f"The last reason: {why}"
    )


async def count(tx: UnitOfWork, posts: int) -> None:
    """What the first look that works brings is what came meanwhile; a look may store it in several steps."""
    kept = await tx.key_values.get(KEY)
    if posts and isinstance(kept, dict):
        await tx.key_values.put(KEY, {**kept, "posts": kept["posts"] + posts})


async def over(ctx: Context, tx: UnitOfWork, watched: BrandContext) -> bool:
    """A look has worked. Gives whether there is something to deliver."""
    kept = await tx.key_values.get(KEY)
    if not isinstance(kept, dict):
        return False
    await tx.key_values.put(KEY, None)
    posts = kept["posts"]
    came = "No new mention" if not posts else "1 new mention" if posts == 1 else f"{posts} new mentions"
    return await incidents.close_incident(
        ctx,
        tx,
        watched,
        KIND,
        f"Mutuals reads {watched.network.title} again. {came} came meanwhile; what waits is shown now.",
    )


def _sentence(watched: BrandContext, since: datetime, why: str) -> str:
    handle, network = watched.brand.account.handle, watched.network.title
    return (
        f"No look at {network} has worked since {since:%H:%M} UTC on {since.day} {since:%B}. Complaints, questions and fans "
        f"that mention @{handle} are not seen meanwhile: look at {network} yourself. Mutuals goes on trying and says here "
        f"when it works again. The last reason: {why[:300]}"
    )
