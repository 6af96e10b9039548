"""How a person is answered in Discord: privately, once, and noted where Discord did not take it; and forms of several fields."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias, TypeVar

import discord
import structlog

from mutuals.cards.fields import FieldsForm
from mutuals.cards.markup import Card, EphemeralReply
from mutuals.domain.errors import MutualsError
from mutuals.domain.model import Actor, MessageRef
from mutuals.ports.interactions import Click, Interactions
from mutuals_discord import actors, field_modals, layout
from mutuals_discord.channels import ChannelDirectory
from mutuals_discord.connection_events import ConnectionEvents
from mutuals_discord.errors import ANSWERED_ALREADY, NETWORK
from mutuals_discord.standing import Standing

log = structlog.get_logger("mutuals.discord")

Interaction: TypeAlias = discord.Interaction[Any]
Said = TypeVar("Said")
Draw: TypeAlias = Callable[[Card], discord.ui.LayoutView]
Redrawn: TypeAlias = Callable[[MessageRef, Card], Awaitable[None]]
Work: TypeAlias = Callable[[], Awaitable[EphemeralReply | None]]
BROKEN = "Something went wrong inside Mutuals, and nothing was sent. Try again; if it happens again, tell whoever runs it."


def sentence(words: str) -> EphemeralReply:
    """Why something was not done."""
    return EphemeralReply(lines=((words,),), ok=False)


def place_of(interaction: Interaction, directory: ChannelDirectory) -> str:
    """The id of the channel in which somebody acts: of a thread below a channel of alerts, that channel's."""
    parent = getattr(interaction.channel, "parent_id", None)
    if interaction.channel_id not in directory.servers and parent in directory.servers:
        return str(parent)
    return str(interaction.channel_id)


class Answers(ConnectionEvents):
    """A client that answers interactions."""

    _interactions: Interactions
    _standing: Standing
    directory: ChannelDirectory
    _draw: Draw
    redrawn: Redrawn | None = None  # called when a message was redrawn by the answer to a press

    async def _redraw(self, interaction: Interaction, card: Card) -> bool:
        nobody = discord.AllowedMentions.none()
        drawn = interaction.edit_original_response(view=self._draw(card), allowed_mentions=nobody)
        if not await self._told(drawn):
            return False
        if interaction.message is not None and self.redrawn is not None:
            ref = MessageRef(actors.CHANNEL, str(interaction.channel_id), str(interaction.message.id))
            await self.redrawn(ref, card)
        return True

    def _people(self, interaction: Interaction, data: Any) -> dict[str, Actor]:
        return actors.chosen(interaction, data, self._standing.grants, self.directory)

    async def _open_fields(self, interaction: Interaction, click: Click) -> None:
        """The first answer is the form of several fields, or what there is to say instead."""
        answer = await self._answered(lambda: self._interactions.open_fields(click))
        if isinstance(answer, FieldsForm):
            await self._told(interaction.response.send_modal(field_modals.FieldsModal(answer)))
        elif answer is not None:
            await self._say(interaction, answer)

    async def _sent_fields(self, interaction: Interaction, click: Click, data: Any) -> None:
        if not await self._told(interaction.response.defer(ephemeral=True, thinking=True)):
            return
        typed = field_modals.typed(data)
        people = field_modals.chosen(data, self._people(interaction, data))
        answer = await self._answered(lambda: self._interactions.submit_fields(click, typed, people))
        if isinstance(answer, FieldsForm):
            answer = field_modals.refused(answer)
        if answer is not None:
            view = layout.answer_view(answer, click.alert_id)
            await self._told(interaction.edit_original_response(view=view))

    async def _work(self, interaction: Interaction, work: Work, target: str | None = None) -> bool:
        """Acknowledge, work, answer. False when Discord did not take the acknowledgement: nothing was done then,
        for the person saw a failure and presses again, or another process answers already. `target` is what buttons of the
        answer act on."""
        if not await self._told(interaction.response.defer(ephemeral=True, thinking=True)):
            return False
        answer = await self._answered(work)
        if answer is None:
            await self._told(interaction.delete_original_response())
        else:
            await self._told(interaction.edit_original_response(view=layout.answer_view(answer, target)))
        return True

    async def _answered(self, work: Callable[[], Awaitable[Said]]) -> Said | EphemeralReply:
        try:
            return await work()
        except MutualsError as error:
            return sentence(str(error))
        except Exception:
            log.exception("discord.desk_failed")
            return sentence(BROKEN)

    async def _say(self, interaction: Interaction, answer: EphemeralReply) -> None:
        view = layout.answer_view(answer)
        await self._told(interaction.response.send_message(view=view, ephemeral=True))

    async def _told(self, call: Awaitable[Any], *, by_anybody: bool = False) -> bool:
        """Whether Discord took it. A person's page may be gone or late: that is theirs to see, ours to note.

        `by_anybody`: another process that hears the same may have been first; the person saw no failure then.
        """
        try:
            await call
        except (discord.DiscordException, *NETWORK) as error:
            if by_anybody and getattr(error, "code", None) == ANSWERED_ALREADY:
                return True
            log.warning("discord.answer_lost", error=type(error).__name__, code=getattr(error, "code", None))
            return False
        return True
