"""What follows when a chat has taken a message: a trouble of its channel is over, and what waited there is due."""

from mutuals.alerting import incidents
from mutuals.context import BrandContext, Context
from mutuals.domain.ids import SubjectKind, parse_subject
from mutuals.domain.model import Delivery


async def arrived(ctx: Context, watched: BrandContext, row: Delivery, *, missed: bool) -> None:
    """Note it. A message that a channel has taken ends its trouble, whichever process has told it, and makes all that
    waits there due at once. `missed`: this one had waited itself."""
    async with ctx.store.transaction(row.brand_id) as tx:
        await tx.deliveries.put(row, was_attempt=row.attempt)
        kinds = {f"chat-{row.chat}", f"chat-{row.chat}-{row.channel}"} & set(
            await incidents.open_incidents(tx)
        )
        if kinds:
            whole = f"chat-{row.chat}" in kinds
            waited = await tx.deliveries.wake(row.chat, None if whole else row.channel)
            sentence = _reached(row.chat, waited + missed)
        for kind in kinds:
            await incidents.close_incident(ctx, tx, watched, kind, sentence)
    if kinds:
        await ctx.deliver(row.brand_id)
        await _wake_others(ctx, row)


def was_missed(row: Delivery) -> bool:
    """Had this message waited, and is it more than a notice about Mutuals itself?"""
    return row.shown == 0 and row.error is not None and parse_subject(row.subject).kind != SubjectKind.NOTICE


async def _wake_others(ctx: Context, row: Delivery) -> None:
    """A channel that has taken one brand's message takes those of the others."""
    for other in ctx.brands.loaded():
        if other.brand.id != row.brand_id:
            async with ctx.store.transaction(other.brand.id) as tx:
                await tx.deliveries.wake(row.chat, row.channel)
            await ctx.deliver(other.brand.id)


def _reached(chat: str, missed: int) -> str:
    """Said when it is so: all that waited is due by now."""
    again = f"Alerts reach {chat.capitalize()} again."
    if not missed:
        return f"{again} Nothing was missed."
    if missed == 1:
        return f"{again} One message that had to wait is shown now."
    return f"{again} {missed} messages that had to wait are shown now."
