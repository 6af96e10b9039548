"""A walk through both chats, as people of the team, that keeps everything it meets: messages, forms, private answers.

The service is the real one, in a process of its own, against X, Slack and Discord on loopback. Each scene presses, types
or asks in both chats and keeps what stands there then, as the JSON that the chats would draw.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from mutuals_sandbox.chat_observer import elements, menu_options
from mutuals_sandbox.environment import Environment
from mutuals_sandbox.faults import FaultKind
from mutuals_sandbox.service_process import ServiceProcess

PATIENCE = 30.0
DIGEST_AFTER = timedelta(minutes=2.5)
SETTLE_SECONDS = 0.6  # for a redraw that follows what was waited for
JSON = dict[str, Any]


class NotSeenError(Exception):
    """A scene did not come: the sentence says which."""


@dataclass
class Kept:
    """One picture to draw: `what` is message, modal or home, in one of the chats."""

    name: str
    title: str
    chat: str
    what: str
    drawn: JSON


@dataclass
class Walk:
    """Who walks, and what was kept so far."""

    environment: Environment
    service: ServiceProcess
    kept: list[Kept] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    # --- what stands there now

    def snapshots(self) -> dict[str, JSON]:
        """Both chats through Ana's eyes."""
        staff = self.environment.staff
        return {
            "slack": self.environment.slack.snapshot(staff.ana_slack),
            "discord": self.environment.discord.snapshot(staff.ana_discord),
        }

    def messages(self, chat: str) -> list[JSON]:
        """All of the alerts' channel, private ones included, oldest first."""
        place = self.environment.slack_channel if chat == "slack" else self.environment.discord_channel
        channels = self.snapshots()[chat]["channels"]
        return [
            one | {"channel": place} for each in channels if each["id"] == place for one in each["messages"]
        ]

    def public(self, chat: str, words: str) -> JSON | None:
        """The newest message that all see, that holds these words and stands in no thread."""
        found = [
            one
            for one in self.messages(chat)
            if not one.get("ephemeral")
            and words in _text(one)
            and one.get("thread_ts") in (None, one.get("ts"))
        ]
        return found[-1] if found else None

    async def wait(self, what: str, seen: Callable[[], Any], seconds: float = PATIENCE) -> Any:
        """Until it is seen. Raises NotSeenError."""
        limit = time.monotonic() + seconds
        while time.monotonic() < limit:
            if found := seen():
                return found
            await asyncio.sleep(0.1)
        raise NotSeenError(what)

    def _shows(self, chat: str, words: str, also: str) -> bool:
        found = self.public(chat, words)
        return found is not None and also in _text(found)

    # --- what is kept

    async def keep(self, name: str, title: str, words: str, until: str = "") -> None:
        """The message with these words in both chats, once it also says `until`."""
        for chat in ("slack", "discord"):
            await self.wait(f"{name} in {chat}", partial(self._shows, chat, words, until))
        await asyncio.sleep(SETTLE_SECONDS)
        for chat in ("slack", "discord"):
            message = self.public(chat, words)
            assert message is not None
            self.kept.append(Kept(name, title, chat, "message", message))

    def keep_one(self, name: str, title: str, chat: str, what: str, drawn: JSON) -> None:
        """Something that was found otherwise."""
        self.kept.append(Kept(name, title, chat, what, drawn))

    # --- what people do

    async def press(
        self, words: str, do: str, value: str | None = None, *, chats: str = "slack discord"
    ) -> None:
        """Press a button, or choose a menu's entry, under the newest message with these words."""
        for chat in chats.split():
            message = await self.wait(f"{words} in {chat}", partial(self.public, chat, words))
            await self.press_in(chat, message, do, value)

    async def press_in(self, chat: str, message: JSON, do: str, value: str | None = None) -> None:
        """Press in this very message. Raises NotSeenError without such a button or entry."""
        staff = self.environment.staff
        for part in elements(message["blocks" if chat == "slack" else "components"]):
            if chat == "slack":
                entries = [one["value"] for one in menu_options(part)]
                chosen = next((one for one in entries if _fits(one, do, value, chat)), None)
                if chosen or _fits(str(part.get("value") or ""), do, value, chat):
                    await self.environment.slack.press(
                        staff.ana_slack, message["channel"], message["ts"], part["action_id"],
                        block_id=None, selected_value=chosen,
                    )  # fmt: skip
                    return
            else:
                entries = [one["value"] for one in menu_options(part)]
                chosen = next((one for one in entries if _fits(one, do, value, chat)), None)
                if chosen or _fits(str(part.get("custom_id") or ""), do, value, chat):
                    await self.environment.discord.press(
                        staff.ana_discord, message["id"], part["custom_id"], [chosen] if chosen else None
                    )
                    return
        raise NotSeenError(f"{do} in {chat}")

    async def keep_found(
        self, name: str, title: str, find: Callable[[str], JSON | None], *, seconds: float = PATIENCE
    ) -> None:
        """What `find` finds in each chat, once it is there."""
        for chat in ("slack", "discord"):
            await self.wait(f"{name} in {chat}", partial(find, chat), seconds)
        await asyncio.sleep(SETTLE_SECONDS)
        for chat in ("slack", "discord"):
            found = find(chat)
            assert found is not None
            self.keep_one(name, title, chat, "message", found)

    def in_thread(self, words: str, also: str, chat: str) -> JSON | None:
        """The newest message in the thread under the alert with these words, that holds `also`."""
        alert = self.public(chat, words)
        if alert is None:
            return None
        if chat == "slack":
            told = [*alert.get("replies", []), *self.messages(chat)]
            told = [one for one in told if one.get("thread_ts") == alert["ts"] != one["ts"]]
        else:
            channels = self.snapshots()[chat]["channels"]
            told = [one for each in channels if each["id"] == alert["id"] for one in each["messages"]]
            told += [one for one in self.messages(chat) if _answers(one, alert)]
        found = [one for one in told if also in _text(one)]
        return found[-1] if found else None

    def anywhere(self, words: str, chat: str) -> JSON | None:
        """The newest message with these words, in the channel or in a thread."""
        every = [each for one in self.messages(chat) for each in (one, *one.get("replies", []))]
        return next((one for one in reversed(every) if words in _text(one)), None)

    def seen(self, chat: str) -> set[str]:
        """What stands in the channel now."""
        return {_id(one) for one in self.messages(chat)}

    async def keep_private(self, name: str, title: str, chat: str, before: set[str], words: str) -> None:
        """The form or the private answer with these words."""

        def told() -> tuple[str, JSON] | None:
            found = self._private(chat, before)
            return found if found and words in str(found[1]) else None

        what, drawn = await self.wait(f"{name} in {chat}", told)
        self.keep_one(name, title, chat, what, drawn)
        await self.close(chat)

    def from_list(self, command: str, do: str) -> Callable[[str], Any]:
        """An act for `answered`: ask for a list, and press its first such button."""

        async def asked(chat: str) -> None:
            before = self.seen(chat)
            await self.command(command)(chat)
            _, answer = await self.wait(f"/mutuals {command} in {chat}", partial(self._private, chat, before))
            await asyncio.sleep(SETTLE_SECONDS)
            await self.press_in(chat, answer, do)

        return asked

    async def answered(
        self, name: str, title: str, act: Callable[[str], Any], *, chats: str = "slack discord"
    ) -> None:
        """Do something in each chat and keep what comes of it for this person alone: a form, or a private answer."""
        for chat in chats.split():
            before = {_id(one) for one in self.messages(chat)}
            await act(chat)
            what, drawn = await self.wait(f"{name} in {chat}", partial(self._private, chat, before))
            await asyncio.sleep(SETTLE_SECONDS)
            what, drawn = self._private(chat, before) or (what, drawn)
            self.kept.append(Kept(name, title, chat, what, drawn))
            await self.close(chat)

    def _private(self, chat: str, before: set[str]) -> tuple[str, JSON] | None:
        seen = self.snapshots()[chat]
        form = seen["view" if chat == "slack" else "modal"]
        if form is not None:
            return None if "One moment" in str(form) else ("modal", form)
        new = [one for one in self.messages(chat) if one.get("ephemeral") and _id(one) not in before]
        return ("message", new[-1]) if new and not new[-1].get("deferred") else None

    async def close(self, chat: str) -> None:
        """Close whatever form is open, and put private answers away."""
        staff = self.environment.staff
        if chat == "slack":
            await self.environment.slack.close_view(staff.ana_slack, whole_stack=True)
        else:
            self.environment.discord.close_modal(staff.ana_discord)

    async def type(self, text: str, chat: str = "slack") -> None:
        """Fill in the open form and send it."""
        staff = self.environment.staff
        if chat == "discord":
            form = self.environment.discord.form(staff.ana_discord)
            [field_id] = [one["custom_id"] for one in elements(form) if one.get("type") == 4]
            await self.environment.discord.submit_modal(staff.ana_discord, {field_id: text})
            return
        block = await self.wait("the form with its text", self._field)
        await self.environment.slack.submit_view(
            staff.ana_slack, {block["block_id"]: {block["element"]["action_id"]: text}}
        )

    def _field(self) -> JSON | None:
        """The text's block of the open form in Slack."""
        view = self.snapshots()["slack"]["view"] or {"blocks": []}
        fields = [
            one for one in view["blocks"] if (one.get("element") or {}).get("type") == "plain_text_input"
        ]
        return fields[0] if fields else None

    def command(self, words: str) -> Callable[[str], Any]:
        """An act for `answered`: type a command in a chat."""
        staff, (name, _, rest) = self.environment.staff, words.partition(" ")

        async def asked(chat: str) -> None:
            if chat == "slack":
                await self.environment.slack.slash(
                    staff.ana_slack, self.environment.slack_channel, "/mutuals", words
                )
                return
            commands = self.snapshots()["discord"]["commands"]
            group = next(one for one in commands if one["name"] == "mutuals")
            found = [one for one in group["options"] if one["name"] == name]
            if not found:
                raise NotSeenError(f"there is no /mutuals {name} in Discord")
            options = found[0].get("options") or []
            given = {options[0]["name"]: rest} if rest and options else {}
            answer = await self.environment.discord.slash(
                staff.ana_discord, self.environment.discord_channel, "mutuals", given, name
            )
            if answer.error:
                raise NotSeenError(f"/mutuals {words} in Discord: {answer.error}")

        return asked

    def button(self, words: str, do: str, value: str | None = None) -> Callable[[str], Any]:
        """An act for `answered`: press under a public message."""
        return lambda chat: self.press(words, do, value, chats=chat)

    # --- what customers do

    def writes(self, handle: str, text: str, *, hours: float = 0.1, name: str = "", **more: Any) -> str:
        """Somebody writes to the brand, so many hours ago; the post's id."""
        world = self.environment.world
        who = world.user_by_handle(handle) or world.add_user(
            handle, name or handle.title(), created_at=datetime.now(UTC) - timedelta(days=500)
        )
        post = world.post(who.id, text, at=datetime.now(UTC) - timedelta(hours=hours), **more)
        return post.id

    def fault(self, path: str, status: int = 403) -> None:
        """X refuses the next call of this kind."""
        self.environment.x._faults.plan(FaultKind.ERROR_BEFORE, path, status=status)  # noqa: SLF001


def _text(message: JSON) -> str:
    return str(message.get("blocks") or message.get("components") or message)


def _answers(message: JSON, alert: JSON) -> bool:
    """Does this message of Discord refer to that one?"""
    return bool((message.get("message_reference") or {}).get("message_id") == alert["id"])


def _id(message: JSON) -> str:
    return str(message.get("ts") or message.get("id"))


def _fits(packed: str, do: str, value: str | None, chat: str) -> bool:
    """Is this what a button for `do` (with a value) carries in this chat?"""
    if chat == "slack":
        return packed.startswith(f"{do}:" if value is None else f"{do}:{value}:")
    given = packed.split(":")[3:]
    return packed.startswith(f"mutuals:{do}:") and (value is None or given == ([value] if value else []))


async def started(folder: Path) -> Walk:
    """The services and a running service process."""
    environment = await Environment.start()
    variables = environment.service_variables(folder, poll_seconds=2.0)
    # While the walk is on its way, so that there is something to tell.
    variables["MUTUALS_DIGEST_AT"] = f"{datetime.now(UTC) + DIGEST_AFTER:%H:%M}"
    service = ServiceProcess(variables, folder / "service.log")
    await service.start()
    walk = Walk(environment, service)
    await walk.wait("the service", lambda: environment.slack.connections and environment.discord.sessions, 60)
    return walk


async def ended(walk: Walk) -> None:
    """Stop it all."""
    await walk.service.stop()
    await walk.environment.stop()
