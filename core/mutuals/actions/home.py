"""Somebody's own page in a chat: their claims, the queue, and how things stand, of every brand that is told there."""

from mutuals.actions import commands, permissions, queue
from mutuals.cards import home
from mutuals.cards.markup import Card, EphemeralReply
from mutuals.context import BrandContext, Context
from mutuals.domain.model import Actor, AlertKind
from mutuals.domain.queue_order import QueuePart

MOST = 3  # brands on one page
LOADED = 20  # brands that are looked at where nobody says which


async def brands_of(ctx: Context, actor: Actor, most: int = LOADED) -> list[BrandContext]:
    """The first brands that are told somewhere in somebody's chat, in the order in which they were added; where it has
    several workspaces, in theirs."""
    found: list[BrandContext] = []
    for one in await ctx.store.brands():
        watched = await ctx.brands.find(one.id)
        if watched is None or not watched.is_open_to(actor):
            continue
        if any(watched.channel(actor.chat, kind) for kind in AlertKind):
            found.append(watched)
        if len(found) == most:
            break
    return found


async def page(ctx: Context, brands: list[BrandContext], actor: Actor) -> tuple[Card, ...]:
    """The cards of the page, each a part of it."""
    shown = brands[:MOST]
    lists = [await _list(ctx, shown, actor, part) for part in (QueuePart.MINE, QueuePart.ALL)]
    sees = permissions.sees_what_the_team_keeps(actor)
    state = [await commands.answer(ctx, one, actor, "status") for one in shown] if sees else []
    if len(shown) == 1 and sees:
        # What is set is long: of several brands it is asked for in the channel of each.
        state.append(await commands.answer(ctx, shown[0], actor, "settings"))
    cards = [one.card for one in state if one.card is not None]
    return home.page(lists, cards, len(brands) - len(shown))


async def _list(ctx: Context, brands: list[BrandContext], actor: Actor, part: QueuePart) -> Card:
    size = max(commands.LEAST, home.ROWS // len(brands))
    each: list[tuple[BrandContext, EphemeralReply]] = [
        (one, await commands.page(ctx, one, actor, queue.QueueRequest(part), size)) for one in brands
    ]
    said = each[0][1] if len(each) == 1 else commands.together(each)
    assert said.card is not None, "a list is a card"
    return said.card
