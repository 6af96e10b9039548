"""What a command is answered where brands are told: by the one it is for, or by all of them together."""

from collections.abc import Sequence

from mutuals.actions import commands, show, today
from mutuals.actions.people import People
from mutuals.cards.markup import EphemeralReply
from mutuals.context import BrandContext, Context
from mutuals.domain.model import Actor


async def answer(
    ctx: Context, people: People, brands: Sequence[BrandContext], actor: Actor, name: str, words: str
) -> EphemeralReply:
    """The answer to `/mutuals NAME WORDS`."""
    if (said := await commands.explained(ctx, name, words)) is not None:
        return said
    if name == "today":
        return await today.answer(ctx, brands, actor)
    if name in ("person", "note"):
        return await people.command(list(brands), actor, name, words)
    if name == "show":
        return await show.answer(ctx, brands, actor, words)
    size = commands.size_for(len(brands))
    each = [(one, await commands.answer(ctx, one, actor, name, words, size)) for one in brands]
    return each[0][1] if len(each) == 1 else commands.together(each)
