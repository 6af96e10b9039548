"""What people do in Discord: look, press, choose, fill in, type a command; and whether the bot answered."""

import asyncio
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from . import permissions as p
from .commands import SLASH, Commands
from .components import BUTTON, CHANNEL_SELECT, MENTIONABLE_SELECT, ROLE_SELECT, USER_SELECT, walk
from .errors import Json
from .gateway import Gateway
from .guild import Channel, Guild, Member, Message
from .interactions import (
    ANSWER_SECONDS,
    AUTOCOMPLETE,
    COMMAND,
    COMPONENT,
    MODAL_SUBMIT,
    Interaction,
    Interactions,
)
from .messages import Messages
from .modals import fill
from .objects import channel_json, member_json
from .options import CHANNEL, MENTIONABLE, ROLE, USER, TypedWrongError, descend, nest, resolved, typed

FAILED = "This interaction failed"
NO_ANSWER = "The application did not respond"
MODAL_FAILED = "Something went wrong. Try again."
RESOLVED_BY_SELECT = {
    USER_SELECT: USER,
    ROLE_SELECT: ROLE,
    MENTIONABLE_SELECT: MENTIONABLE,
    CHANNEL_SELECT: CHANNEL,
}


@dataclass(frozen=True)
class Answer:
    """What became of a person's act.

    `acknowledged`: the bot answered in time. `seconds`: how long that took. `kind`: the type of its answer
    (4 message, 5 and 6 deferred, 7 update, 8 choices, 9 form). `error`: what Discord shows instead.
    """

    acknowledged: bool
    seconds: float
    kind: int | None
    error: str | None


def _refused(reason: str) -> Answer:
    return Answer(acknowledged=False, seconds=0.0, kind=None, error=reason)


class People:
    """The person's side of Discord."""

    def __init__(
        self,
        guild: Guild,
        messages: Messages,
        interactions: Interactions,
        commands: Commands,
        gateway: Gateway,
    ) -> None:
        self._guild = guild
        self._messages = messages
        self._interactions = interactions
        self._commands = commands
        self._gateway = gateway

    async def press(
        self, user_id: str, message_id: str, custom_id: str, values: Iterable[str] | None = None
    ) -> Answer:
        """Press a button or choose in a select menu. A link button opens a page, so it cannot be pressed."""
        user = self._guild.members[user_id]
        found = self._guild.find_message(message_id)
        if found is None or not self._sees(user, *found):
            return _refused("You cannot see that message")
        channel, message = found
        parts = [c for c in walk(message.data["components"]) if c.get("custom_id") == custom_id]
        if not parts:
            return _refused("There is no such button on that message")
        component = parts[0]
        if component.get("disabled"):
            return _refused("That button is disabled")
        data: Json = {"custom_id": custom_id, "component_type": component["type"], "id": component["id"]}
        if component["type"] != BUTTON:
            chosen = list(values or ())
            if reason := self._badly_chosen(component, chosen):
                return _refused(reason)
            kind = RESOLVED_BY_SELECT.get(component["type"], 0)
            data |= {"values": chosen, "resolved": resolved(self._guild, [(kind, key) for key in chosen])}
        interaction = self._interactions.begin(COMPONENT, user, channel, message)
        return await self._send(interaction, data, FAILED)

    async def submit_modal(self, user_id: str, values: Json) -> Answer:
        """Send the open form with these values by custom_id; it closes once the bot has answered."""
        if user_id not in self._interactions.modals:
            return _refused("No form is open")
        modal, opener = self._interactions.modals[user_id]
        filled, complaint = fill(modal, values)
        if complaint:
            return _refused(complaint)
        interaction = self._interactions.begin(MODAL_SUBMIT, opener.user, opener.channel, opener.source)
        chosen = [
            (RESOLVED_BY_SELECT[c["type"]], key)
            for c in walk(filled)
            if c["type"] in RESOLVED_BY_SELECT
            for key in c["values"]
        ]
        data = {
            "custom_id": modal["custom_id"],
            "components": filled,
            "resolved": resolved(self._guild, chosen),
        }
        answer = await self._send(interaction, data, MODAL_FAILED)
        if answer.acknowledged:
            self.close_modal(user_id)
        return answer

    def close_modal(self, user_id: str) -> None:
        """Close the form without sending it; the bot is not told."""
        if self._interactions.modals.pop(user_id, None):
            self._guild.changed()

    async def slash(
        self,
        user_id: str,
        channel_id: str,
        name: str,
        options: Json | None = None,
        subcommand: str | None = None,
    ) -> Answer:
        """Type a slash command; `subcommand` is its name, or "group name"."""
        try:
            interaction, data = self._command(COMMAND, user_id, channel_id, name)
            command = self._find(name)
            chain, declared = descend(command, subcommand)
            sent = typed(self._guild, declared, options or {})
        except TypedWrongError as wrong:
            return _refused(str(wrong))
        data["options"] = nest(chain, sent)
        data["resolved"] = resolved(self._guild, [(o["type"], str(o["value"])) for o in sent])
        return await self._send(interaction, data, NO_ANSWER)

    async def autocomplete(
        self,
        user_id: str,
        channel_id: str,
        name: str,
        option: str,
        text: str,
        options: Json | None = None,
        subcommand: str | None = None,
    ) -> list[Json]:
        """Type into an option that suggests; the bot's choices, none when it does not answer.

        Raises TypedWrongError when there is no such command or option.
        """
        interaction, data = self._command(AUTOCOMPLETE, user_id, channel_id, name)
        chain, declared = descend(self._find(name), subcommand)
        kinds = {entry["name"]: entry["type"] for entry in declared if entry.get("autocomplete")}
        if option not in kinds:
            raise TypedWrongError(f"{option} suggests nothing")
        others = [entry | {"required": False} for entry in declared if entry["name"] != option]
        focused = {"name": option, "type": kinds[option], "value": text, "focused": True}
        data["options"] = nest(chain, [*typed(self._guild, others, options or {}), focused])
        await self._send(interaction, data, NO_ANSWER)
        return interaction.choices

    def say(self, user_id: str, channel_id: str, content: str) -> str:
        """Write a message as a person; its id. Raises ApiError without permission, or for a bad message."""
        user, channel = self._guild.members[user_id], self._guild.channel(channel_id)
        p.require(self._guild.permissions(user, channel), p.SEND_MESSAGES)
        return str(self._messages.create(channel, user, {"content": content}).data["id"])

    def delete(self, user_id: str, message_id: str) -> None:
        """Delete a message, one's own or, with Manage Messages, another's. Raises ApiError."""
        found = self._guild.find_message(message_id)
        if found is None:
            return
        channel, message = found
        if message.data["author"]["id"] != user_id:
            member = self._guild.members[user_id]
            p.require(self._guild.permissions(member, channel), p.MANAGE_MESSAGES)
        self._guild.remove(channel, message)

    def dismiss(self, user_id: str, message_id: str) -> None:
        """Click "dismiss message" under an ephemeral one; the bot can still edit it, unseen."""
        found = self._guild.find_message(message_id)
        if found and found[1].ephemeral_for == user_id:
            found[1].dismissed = True
            self._guild.changed()

    def snapshot(self, viewer: str) -> Json:
        """All that this person sees now, as JSON."""
        guild, me = self._guild, self._guild.members[viewer]
        seen = [c for c in guild.channels.values() if guild.permissions(me, c) & p.VIEW_CHANNEL]
        modal = self._interactions.modals.get(viewer)
        return {
            "guild": {"id": guild.id, "name": guild.name},
            "me": viewer,
            "members": {m.id: {"name": m.name, "roles": list(m.role_ids)} for m in guild.members.values()},
            "roles": {
                r.id: {"name": r.name, "permissions": str(r.permissions)} for r in guild.roles.values()
            },
            "channels": [self._channel_view(channel, me) for channel in seen],
            "modal": modal[0] if modal else None,
            "commands": self._commands.visible(),
        }

    def _channel_view(self, channel: Channel, me: Member) -> Json:
        shown = [
            _as_now(channel, message.data)
            | {"ephemeral": message.ephemeral_for is not None, "deferred": message.deferred}
            for message in channel.messages.values()
            if message.ephemeral_for in (None, me.id) and not message.dismissed
        ]
        return {"id": channel.id, "name": channel.name, "parent_id": channel.parent_id, "messages": shown}

    def _sees(self, user: Member, channel: Channel, message: Message) -> bool:
        if message.dismissed or message.ephemeral_for not in (None, user.id):
            return False
        return bool(self._guild.permissions(user, channel) & p.VIEW_CHANNEL)

    def _badly_chosen(self, select: Json, chosen: list[str]) -> str | None:
        low, high = select.get("min_values"), select.get("max_values")
        if not (1 if low is None else low) <= len(chosen) <= (1 if high is None else high):
            return "Make a selection with the allowed number of options"
        kind = RESOLVED_BY_SELECT.get(select["type"])
        options = [option["value"] for option in select.get("options") or []]
        for value in chosen:
            if value not in options if kind is None else not resolved(self._guild, [(kind, value)]):
                return "There is no such option"
        return None

    def _find(self, name: str) -> Json:
        offered = [c for c in self._commands.visible() if c["name"] == name and c["type"] == SLASH]
        if not offered:
            raise TypedWrongError(f"There is no command /{name}")
        return offered[-1]

    def _command(self, kind: int, user_id: str, channel_id: str, name: str) -> tuple[Interaction, Json]:
        user, channel = self._guild.members[user_id], self._guild.channel(channel_id)
        command = self._find(name)
        own = self._guild.permissions(user, channel)
        needed = int(command["default_member_permissions"] or 0)
        closed = command["default_member_permissions"] == "0" and own != p.ALL
        if closed or not own & p.USE_APPLICATION_COMMANDS or own & needed != needed:
            raise TypedWrongError("You do not have permission to use this command")
        data = {"id": command["id"], "name": name, "type": SLASH}
        if "guild_id" in command:
            data["guild_id"] = command["guild_id"]
        return self._interactions.begin(kind, user, channel, None), data

    def _payload(self, interaction: Interaction, data: Json) -> Json:
        guild, channel, user = self._guild, interaction.channel, interaction.user
        own, apps = guild.permissions(user, channel), guild.permissions(guild.bot, channel)
        payload: Json = {
            "id": interaction.id,
            "application_id": guild.bot.id,
            "type": interaction.kind,
            "token": interaction.token,
            "version": 1,
            "data": {key: value for key, value in data.items() if key != "resolved" or value},
            "guild": {"id": guild.id, "locale": "en-US", "features": []},
            "guild_id": guild.id,
            "channel": channel_json(guild, channel) | {"permissions": str(own)},
            "channel_id": channel.id,
            "member": member_json(user) | {"permissions": str(own)},
            "app_permissions": str(apps),
            "locale": "en-US",
            "guild_locale": "en-US",
            "entitlements": [],
            "entitlement_sku_ids": [],
            "authorizing_integration_owners": {"0": guild.id},
            "context": 0,
            "attachment_size_limit": 10 * 1024 * 1024,
        }
        return payload | ({"message": interaction.source.data} if interaction.source else {})

    async def _send(self, interaction: Interaction, data: Any, failure: str) -> Answer:
        """Hand the interaction to the bot and wait three seconds for its first answer."""
        began = time.monotonic()
        self._gateway.interact(self._payload(interaction, data))
        try:
            kind = await asyncio.wait_for(asyncio.shield(interaction.answered), ANSWER_SECONDS)
        except TimeoutError:
            return Answer(False, time.monotonic() - began, None, failure)
        return Answer(True, time.monotonic() - began, kind, None)


def _as_now(channel: Channel, data: Json) -> Json:
    """A reply shows the message it answers as that stands now, or that it is gone."""
    if not data.get("referenced_message"):
        return data
    found = channel.messages.get(data["referenced_message"]["id"])
    now = {key: value for key, value in found.data.items() if key != "referenced_message"} if found else None
    return data | {"referenced_message": now}
