"""Follow somebody who asks for it, and ask them to write in private: one form, two acts, each by its own path."""

from dataclasses import replace

from mutuals.actions import responses
from mutuals.actions.executor import ActionExecutor
from mutuals.cards.markup import EphemeralReply, Intent
from mutuals.context import BrandContext
from mutuals.domain.errors import MutualsError
from mutuals.domain.model import ActKind
from mutuals.ports.interactions import Click, OnStored


async def send(
    performer: ActionExecutor, watched: BrandContext, click: Click, text: str, taken: OnStored | None
) -> EphemeralReply:
    """The form was sent. The follow begins once the text is stored; that somebody has followed already keeps no text
    back, and a text that does not go begins no follow."""
    followed = EphemeralReply()

    async def stored() -> bool:
        nonlocal followed
        if taken is not None and not await taken():
            return False
        followed = await _follow(performer, watched, click)
        return True

    said = await performer.send(watched, replace(click, do=Intent.REPLY), ActKind.REPLY, text, stored)
    if said.form is not None:
        said = replace(said, form=replace(said.form, do=click.do))
    return replace(
        said,
        lines=(*followed.lines, *said.lines),
        buttons=(*followed.buttons, *said.buttons),
        ok=said.ok and followed.ok,
    )


async def _follow(performer: ActionExecutor, watched: BrandContext, click: Click) -> EphemeralReply:
    try:
        return await performer.follow(watched, replace(click, do=Intent.FOLLOW)) or EphemeralReply()
    except MutualsError as error:
        return responses.reply_lines(str(error), ok=False)
