"""Says once that the network can't be read, when looks have failed for some minutes, and once that they work again."""

from datetime import datetime, timedelta

from mutuals.context import Context, Watched
from mutuals.ports import Transaction
from mutuals.tell import troubles

KEY, KIND = "outage", "outage"
OTHERS = frozenset({"paused", "sign_in", troubles.STOPPED})  # say themselves that nothing is seen


async def failed(ctx: Context, watched: Watched, why: str) -> None:
    """A look has failed, for whatever reason: remembered in the store, so that restarts do not begin anew."""
    now, patience = ctx.clock.now(), timedelta(minutes=watched.policy.outage_minutes)
    async with ctx.store.transaction(watched.brand.id) as tx:
        kept = await tx.get(KEY)
        since = datetime.fromisoformat(kept["since"]) if isinstance(kept, dict) else now
        if not isinstance(kept, dict) or since > now:  # a clock that was wrong must not make us mute
            since = now
            await tx.put(KEY, {"since": now.isoformat(), "posts": 0})
        said = False
        if now - since >= patience and OTHERS.isdisjoint(await troubles.known(tx)):
            said = await troubles.begin(
                ctx, tx, watched, KIND, "Mutuals can't see X now", _sentence(watched, since, why)
            )
    if said:
        await ctx.deliver(watched.brand.id)


async def count(tx: Transaction, posts: int) -> None:
    """What the first look that works brings is what came meanwhile; a look may store it in several steps."""
    kept = await tx.get(KEY)
    if posts and isinstance(kept, dict):
        await tx.put(KEY, {**kept, "posts": kept["posts"] + posts})


async def over(ctx: Context, tx: Transaction, watched: Watched) -> bool:
    """A look has worked. Gives whether there is something to deliver."""
    kept = await tx.get(KEY)
    if not isinstance(kept, dict):
        return False
    await tx.put(KEY, None)
    posts = kept["posts"]
    came = "No new mention" if not posts else "1 new mention" if posts == 1 else f"{posts} new mentions"
    return await troubles.end(
        ctx, tx, watched, KIND, f"Mutuals reads X again. {came} came meanwhile; what waits is shown now."
    )


def _sentence(watched: Watched, since: datetime, why: str) -> str:
    handle = watched.brand.account.handle
    return (
        f"No look at X has worked since {since:%H:%M} UTC on {since.day} {since:%B}. Complaints, questions and fans "
        f"that mention @{handle} are not seen meanwhile: look at X yourself. Mutuals goes on trying and says here "
        f"when it works again. The last reason: {why[:300]}"
    )
