"""Interactions: a person's click, command or form, and what the bot may answer to it, and until when.

Times by Discord's public page "Receiving and Responding": three seconds for the first answer, then fifteen
minutes for follow-ups.
"""

import asyncio
import secrets
import time
from dataclasses import dataclass, field
from typing import Any

from . import errors as e
from .components import assign_ids
from .errors import ApiError, Json, invalid
from .guild import EPHEMERAL, Channel, Guild, Member, Message
from .messages import COMMAND_ANSWER, DEFAULT, File, Messages
from .modals import check_modal
from .objects import user_json

ANSWER_SECONDS = 3.0
TOKEN_SECONDS = 15 * 60.0

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 2, 3, 4, 5
PONG, MESSAGE, DEFER, DEFER_UPDATE, UPDATE, CHOICES, MODAL = 1, 4, 5, 6, 7, 8, 9
ALLOWED = {
    COMMAND: (MESSAGE, DEFER, MODAL),
    COMPONENT: (MESSAGE, DEFER, DEFER_UPDATE, UPDATE, MODAL),
    AUTOCOMPLETE: (CHOICES,),
    MODAL_SUBMIT: (MESSAGE, DEFER, DEFER_UPDATE, UPDATE),
}


@dataclass
class Interaction:
    """One interaction and how far its answer is."""

    id: str
    token: str
    kind: int
    user: Member
    channel: Channel
    source: Message | None  # the message that was clicked, also for a modal opened from it
    born: float  # monotonic seconds, for the three seconds
    born_at: float  # the guild's clock, for the fifteen minutes
    answered: asyncio.Future[int] = field(default_factory=lambda: asyncio.get_running_loop().create_future())
    original: Message | None = None
    choices: list[Json] = field(default_factory=list)


class Interactions:
    """All interactions whose token may still be good, and the modals that are open, by person."""

    def __init__(self, guild: Guild, messages: Messages) -> None:
        self.guild = guild
        self.messages = messages
        self.modals: dict[str, tuple[Json, Interaction]] = {}
        self._by_id: dict[str, Interaction] = {}

    def begin(self, kind: int, user: Member, channel: Channel, source: Message | None) -> Interaction:
        """A person did something: a new interaction with its own token."""
        now = self.guild.clock()
        self._by_id = {k: i for k, i in self._by_id.items() if now - i.born_at < TOKEN_SECONDS}
        made = Interaction(
            self.guild.new_id(), secrets.token_urlsafe(48), kind, user, channel, source, time.monotonic(), now
        )
        self._by_id[made.id] = made
        return made

    def answer(self, interaction_id: str, token: str, body: Json, files: tuple[File, ...]) -> Interaction:
        """The first answer. Raises 10062 when late or unknown, 40060 when it is the second, 50035."""
        found = self._by_id.get(interaction_id)
        if found is None or found.token != token:
            raise ApiError(*e.UNKNOWN_INTERACTION)
        if found.answered.done():
            raise ApiError(*e.ALREADY_ACKNOWLEDGED)
        if time.monotonic() - found.born > ANSWER_SECONDS:
            raise ApiError(*e.UNKNOWN_INTERACTION)
        kind = body.get("type")
        if kind not in ALLOWED[found.kind] or (kind in (DEFER_UPDATE, UPDATE) and found.source is None):
            message = f"Value must be one of {{{', '.join(map(str, ALLOWED[found.kind]))}}}."
            raise invalid(("type",), "BASE_TYPE_CHOICES", message)
        data = body.get("data") or {}
        if not isinstance(data, dict):
            raise invalid(("data",), "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")
        self._carry_out(found, kind, data, files)
        found.answered.set_result(kind)
        return found

    def by_token(self, application_id: str, token: str) -> Interaction:
        """The answered interaction behind a webhook token. Raises 10015, or 50027 once it is too old."""
        found = next((i for i in self._by_id.values() if i.token == token), None)
        if application_id != self.guild.bot.id or found is None or not found.answered.done():
            raise ApiError(*e.UNKNOWN_WEBHOOK)
        if self.guild.clock() - found.born_at >= TOKEN_SECONDS:
            raise ApiError(*e.INVALID_WEBHOOK_TOKEN)
        return found

    def follow_up(self, found: Interaction, body: Json, files: tuple[File, ...]) -> Message:
        """Another message for the interaction; the first one after a deferral takes the thinking one's place."""
        waiting = found.original
        if waiting is not None and waiting.deferred and self._is_there(waiting):
            self.messages.edit(self._channel_of(waiting), waiting, body, files)
            return waiting
        return self._say(found, body, files)

    def message(self, found: Interaction, message_id: str) -> Message:
        """A message of this interaction: @original or a follow-up. Raises 10008."""
        if message_id == "@original":
            message = found.original
        else:
            message = found.channel.messages.get(message_id)
            if message is not None and message.data.get("webhook_id") != self.guild.bot.id:
                message = None
        if message is None or not self._is_there(message):
            raise ApiError(*e.UNKNOWN_MESSAGE)
        return message

    def edit(self, message: Message, body: Json, files: tuple[File, ...]) -> None:
        """Edit a message of an interaction."""
        self.messages.edit(self._channel_of(message), message, body, files)

    def remove(self, message: Message) -> None:
        """Delete a message of an interaction."""
        self.guild.remove(self._channel_of(message), message)

    def _channel_of(self, message: Message) -> Channel:
        return self.guild.channel(message.data["channel_id"])

    def _carry_out(self, found: Interaction, kind: int, data: Json, files: tuple[File, ...]) -> None:
        if kind == MESSAGE:
            found.original = self._say(found, data, files)
        elif kind == DEFER:
            hidden, extra = _hidden_for(found, data), self._extra(found)
            found.original = self.messages.loading(found.channel, ephemeral_for=hidden, extra=extra)
        elif kind in (DEFER_UPDATE, UPDATE):
            found.original = found.source
            if kind == UPDATE and found.source is not None:
                if not self._is_there(found.source):
                    raise ApiError(*e.UNKNOWN_MESSAGE)
                self.edit(found.source, data, files)
        elif kind == CHOICES:
            found.choices = _checked_choices(data.get("choices"))
        else:
            check_modal(data)
            assign_ids(data["components"])
            self.modals[found.user.id] = (data, found)
            self.guild.changed()

    def _is_there(self, message: Message) -> bool:
        channel = self.guild.channels.get(message.data["channel_id"])
        return channel is not None and message.data["id"] in channel.messages

    def _say(self, found: Interaction, body: Json, files: tuple[File, ...]) -> Message:
        hidden, extra = _hidden_for(found, body), self._extra(found)
        bot = self.guild.bot
        return self.messages.create(found.channel, bot, body, files, ephemeral_for=hidden, extra=extra)

    def _extra(self, found: Interaction) -> Json:
        metadata: Json = {
            "id": found.id,
            "type": found.kind,
            "user": user_json(found.user),
            "authorizing_integration_owners": {"0": self.guild.id},
        }
        if found.kind == COMPONENT and found.source is not None:
            metadata["interacted_message_id"] = found.source.data["id"]
        return {
            "type": COMMAND_ANSWER if found.kind == COMMAND else DEFAULT,
            "webhook_id": self.guild.bot.id,
            "application_id": self.guild.bot.id,
            "interaction_metadata": metadata,
        }


def _hidden_for(found: Interaction, body: Json) -> str | None:
    """Who alone sees the answer, when its flags say ephemeral."""
    flags = body.get("flags")
    return found.user.id if isinstance(flags, int) and flags & EPHEMERAL else None


def _checked_choices(choices: Any) -> list[Json]:
    form = e.Form()
    entries = form.items(("data", "choices"), choices, 0, 25)
    for index, choice in enumerate(entries):
        name = choice.get("name") if isinstance(choice, dict) else None
        form.text(("data", "choices", index, "name"), name, 1, 100, needed=True)
    form.check()
    return entries


def callback_json(found: Interaction) -> Json:
    """What `with_response` answers: the interaction and the message or modal it made."""
    kind = found.answered.result()
    about: Json = {"id": found.id, "type": found.kind}
    resource: Json = {"type": kind}
    if found.original is not None:
        about |= {
            "response_message_id": found.original.data["id"],
            "response_message_loading": found.original.deferred,
            "response_message_ephemeral": found.original.ephemeral_for is not None,
        }
        if kind in (MESSAGE, UPDATE):
            resource["message"] = found.original.data
    return {"interaction": about, "resource": resource}
