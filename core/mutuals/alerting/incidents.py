"""Troubles of Mutuals itself: said in every chat once when they start and once when they end."""

from mutuals.context import BrandContext, Context
from mutuals.domain.ids import notice_subject
from mutuals.domain.model import AlertKind, Delivery, Notice
from mutuals.ports.unit_of_work import UnitOfWork

TROUBLES = "troubles"  # kind -> {"sentence", "since"}
STOPPED = "stopped"  # the kind of the kill switch


def unseen(watched: BrandContext) -> str:
    """The headline when nothing can be read for a brand."""
    return f"Mutuals can't see {watched.network.title} now"


async def open_incidents(tx: UnitOfWork) -> dict[str, dict[str, str]]:
    """The troubles that are going on now."""
    found = await tx.key_values.get(TROUBLES)
    return dict(found) if isinstance(found, dict) else {}


async def report_open(ctx: Context, watched: BrandContext, kind: str, headline: str, sentence: str) -> None:
    """Say a trouble unless it is said already."""
    async with ctx.store.transaction(watched.brand.id) as tx:
        said = await open_incident(ctx, tx, watched, kind, headline, sentence)
    if said:
        await ctx.deliver(watched.brand.id)


async def open_incident(
    ctx: Context, tx: UnitOfWork, watched: BrandContext, kind: str, headline: str, sentence: str
) -> bool:
    """The same as part of a transaction; gives whether there is something to deliver."""
    going_on, now = await open_incidents(tx), ctx.clock.now()
    if kind in going_on:
        return False
    going_on[kind] = {"sentence": sentence, "since": now.isoformat(), "headline": headline}
    await tx.key_values.put(TROUBLES, going_on)
    key, everywhere = f"{kind}-{now:%Y%m%dT%H%M%S}", kind == STOPPED
    await _say(ctx, tx, watched, key, headline, sentence, good=False, everywhere=everywhere)
    return True


async def report_closed(ctx: Context, watched: BrandContext, kind: str, sentence: str) -> None:
    """Say that a trouble is over, if it was said."""
    async with ctx.store.transaction(watched.brand.id) as tx:
        said = await close_incident(ctx, tx, watched, kind, sentence)
    if said:
        await ctx.deliver(watched.brand.id)


async def close_incident(
    ctx: Context,
    tx: UnitOfWork,
    watched: BrandContext,
    kind: str,
    sentence: str,
    *,
    headline: str = "Working again",
) -> bool:
    """The same as part of a transaction; gives whether there is something to deliver."""
    going_on, now = await open_incidents(tx), ctx.clock.now()
    if going_on.pop(kind, None) is None:
        return False
    await tx.key_values.put(TROUBLES, going_on)
    key, everywhere = f"{kind}-over-{now:%Y%m%dT%H%M%S}", kind == STOPPED
    await _say(ctx, tx, watched, key, headline, sentence, good=True, everywhere=everywhere)
    return True


async def may_be_open(ctx: Context, chat: str) -> None:
    """Something has changed in a chat by which a channel that was closed may be open: what waits there is tried now.
    Chats tell much, so nothing is done for brands that have no trouble with this one."""
    for watched in ctx.brands.loaded():
        async with ctx.store.transaction(watched.brand.id) as tx:
            closed = any(
                one == f"chat-{chat}" or one.startswith(f"chat-{chat}-") for one in await open_incidents(tx)
            )
            if closed:
                await tx.deliveries.wake(chat)
        if closed:
            await ctx.deliver(watched.brand.id)


async def workspace_closed(ctx: Context, chat: str, workspace: str, sentence: str) -> None:
    """A workspace of a chat takes nothing any more: said for each of its channels to which a brand's alerts go, so also
    in the brand's other chats. It is over when a message arrives there again."""
    for brand in await ctx.store.brands():
        watched = await ctx.brands.find(brand.id)
        if watched is None or watched.workspaces.get(chat) != workspace:
            continue
        for channel in dict.fromkeys(watched.channels.get(chat, {}).values()):
            await report_open(
                ctx, watched, f"chat-{chat}-{channel}", f"{chat.capitalize()} takes no alerts", sentence
            )


async def line_lost(ctx: Context, chat: str, sentence: str) -> None:
    """The line on which clicks come from a chat is silent: said in every chat, this one included if it takes posts."""
    ctx.silent[chat] = sentence
    for watched in ctx.brands.loaded():
        await _line(ctx, watched, chat)


async def line_back(ctx: Context, chat: str) -> None:
    """The line is there again."""
    ctx.silent[chat] = ""
    for watched in ctx.brands.loaded():
        await _line(ctx, watched, chat)
    await may_be_open(ctx, chat)


async def at_first_look(ctx: Context, watched: BrandContext) -> None:
    """Once for each brand: say what began before it was watched, and end what a restart has healed."""
    if watched.brand.id in ctx.looked_at:
        return
    ctx.looked_at.add(watched.brand.id)
    async with ctx.store.transaction(watched.brand.id) as tx:
        for chat in ctx.chats:  # a channel that was closed may be open by now
            await tx.deliveries.wake(chat)
    await ctx.deliver(watched.brand.id)
    for chat in ctx.chats:
        if ctx.silent.get(chat) or chat in ctx.ready:
            ctx.silent.setdefault(chat, "")
            await _line(ctx, watched, chat)


async def _line(ctx: Context, watched: BrandContext, chat: str) -> None:
    name, kind = chat.capitalize(), f"line-{chat}"
    if not ctx.silent[chat]:
        await report_closed(ctx, watched, kind, f"Buttons in {name} work again.")
        return
    async with ctx.store.transaction(watched.brand.id) as tx:
        said = any(
            one == f"chat-{chat}" or one.startswith(f"chat-{chat}-") for one in await open_incidents(tx)
        )
    if not said:  # who reads that a chat takes no alerts need not read that its buttons are dead
        await report_open(ctx, watched, kind, f"Buttons in {name} do not work now", ctx.silent[chat])


async def say_once(
    ctx: Context,
    tx: UnitOfWork,
    watched: BrandContext,
    key: str,
    headline: str,
    sentence: str,
    *,
    good: bool = False,
) -> bool:
    """Say something that has no end, once for each key; gives whether there is something to deliver."""
    return await _say(ctx, tx, watched, key, headline, sentence, good=good)


async def tell_once(ctx: Context, watched: BrandContext, key: str, headline: str, sentence: str) -> bool:
    """The same in a transaction of its own, delivered at once; gives whether it was said now."""
    async with ctx.store.transaction(watched.brand.id) as tx:
        said = await say_once(ctx, tx, watched, key, headline, sentence)
    if said:
        await ctx.deliver(watched.brand.id)
    return said


async def _say(
    ctx: Context, tx: UnitOfWork, watched: BrandContext, key: str, headline: str, sentence: str, *, good: bool,
    everywhere: bool = False,
) -> bool:  # fmt: skip
    doc = {"headline": headline, "sentence": sentence, "good": good}
    brand_id = watched.brand.id
    if not await tx.notices.add(Notice(brand_id, key, "trouble", ctx.clock.now(), doc)):
        return False
    for name, channel in channels(watched, everywhere=everywhere):
        await tx.deliveries.request(
            Delivery(brand_id, notice_subject(key), name, channel, wanted=1, priority=0)
        )
    return True


def channels(watched: BrandContext, *, everywhere: bool = False) -> list[tuple[str, str]]:
    """The channel of the complaints in each chat, or the fans' where that is the only one; or both."""
    care, fans = watched.targets(AlertKind.CARE), watched.targets(AlertKind.FAN)
    chats = {chat for chat, _ in care}
    return list(dict.fromkeys([*care, *(one for one in fans if everywhere or one[0] not in chats)]))
