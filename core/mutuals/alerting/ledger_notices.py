"""The ledger in the chats: where it ends, in the digest; and once, when it does not fit its anchor or that can't be kept."""

from mutuals.alerting import incidents
from mutuals.context import BrandContext, Context
from mutuals.domain.ledger import INSTALLATION
from mutuals.ports.store import LedgerTrouble
from mutuals.ports.unit_of_work import UnitOfWork

HEADLINES = {
    LedgerTrouble.DIFFERS: "The ledger was changed past Mutuals",
    LedgerTrouble.UNWRITTEN: "The ledger's anchor can't be kept",
}
OVER = {
    LedgerTrouble.DIFFERS: "The ledger and its anchor agree again.",
    LedgerTrouble.UNWRITTEN: "The ledger's anchor is kept again.",
}


async def chain_ends(ctx: Context, watched: BrandContext) -> list[tuple[int, str]]:
    """How many entries the brand's chain and that of all brands have, and their last hashes; empty chains are left out.

    The second only after the first: alone nobody could tell which it is.
    """
    heads = [await ctx.store.ledger_head(one) for one in (watched.brand.id, INSTALLATION)]
    return [(one.entries, one.hash) for one in heads if one.entries] if heads[0].entries else []


async def seen(ctx: Context, watched: BrandContext) -> tuple[LedgerTrouble, str] | None:
    """What is wrong with the anchor; it is looked at once after each start, and again while something is wrong."""
    return await ctx.store.ledger_trouble(watched.brand.id, look=watched.brand.id not in ctx.looked_at)


async def announce(
    ctx: Context, tx: UnitOfWork, watched: BrandContext, found: tuple[LedgerTrouble, str] | None
) -> bool:
    """Say what is wrong once, and once that it is over; gives whether there is something to deliver."""
    said = False
    for kind in LedgerTrouble:
        if found is not None and found[0] is kind:
            said |= await incidents.open_incident(ctx, tx, watched, kind, HEADLINES[kind], found[1])
        else:
            said |= await incidents.close_incident(ctx, tx, watched, kind, OVER[kind])
    return said
