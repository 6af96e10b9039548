"""Troubles of Mutuals itself: said in every chat once when they start and once when they end."""

from mutuals.context import Context, Watched
from mutuals.model import AlertKind, Delivery, Notice
from mutuals.ports import Transaction

TROUBLES = "troubles"  # kind -> {"sentence", "since"}
STOPPED = "stopped"  # the kind of the kill switch


async def known(tx: Transaction) -> dict[str, dict[str, str]]:
    """The troubles that are going on now."""
    found = await tx.get(TROUBLES)
    return dict(found) if isinstance(found, dict) else {}


async def begins(ctx: Context, watched: Watched, kind: str, headline: str, sentence: str) -> None:
    """Say a trouble unless it is said already."""
    now = ctx.clock.now()
    async with ctx.store.transaction(watched.brand.id) as tx:
        going_on = await known(tx)
        if kind in going_on:
            return
        going_on[kind] = {"sentence": sentence, "since": now.isoformat(), "headline": headline}
        await tx.put(TROUBLES, going_on)
        await _say(ctx, tx, watched, f"{kind}-{now:%Y%m%dT%H%M%S}", headline, sentence, good=False)
    await ctx.deliver(watched.brand.id)


async def ends(ctx: Context, watched: Watched, kind: str, sentence: str) -> None:
    """Say that a trouble is over, if it was said."""
    now = ctx.clock.now()
    async with ctx.store.transaction(watched.brand.id) as tx:
        going_on = await known(tx)
        if going_on.pop(kind, None) is None:
            return
        await tx.put(TROUBLES, going_on)
        await _say(ctx, tx, watched, f"{kind}-over-{now:%Y%m%dT%H%M%S}", "Working again", sentence, good=True)
    await ctx.deliver(watched.brand.id)


async def _say(
    ctx: Context, tx: Transaction, watched: Watched, key: str, headline: str, sentence: str, *, good: bool
) -> None:
    doc = {"headline": headline, "sentence": sentence, "good": good}
    brand_id = watched.brand.id
    if not await tx.put_notice(Notice(brand_id, key, "trouble", ctx.clock.now(), doc)):
        return
    for name, place in watched.targets(AlertKind.CARE):
        await tx.want(Delivery(brand_id, f"notice/{key}", name, place, wanted=1, priority=0))
