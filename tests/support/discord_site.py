"""A Discord for the tests, over sockets or inside the process, and chats of ours on it, through the real discord.py."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import simcord

from mutuals.cards.markup import EphemeralReply, Form, Intent, Template
from mutuals.ports.integration import ChatKit
from mutuals.ports.interactions import Click
from mutuals.service.bootstrap import SystemClock
from mutuals.testing.interactions import RecordingInteractions
from mutuals.testing.key_values import MemoryKeyValueStore
from mutuals_discord.chat import DiscordChat
from mutuals_discord.listeners import InteractionListener
from mutuals_discord.settings import DiscordSettings
from mutuals_sandbox.discord import DiscordServer
from mutuals_sandbox.faults import Faults
from mutuals_sandbox.recorder import Recorder

TOKEN = "sandbox-bot-token"
HOLDING = Template("holding-1", "We are on it", "Thanks for telling us, Jo. We are looking into it.")
OTHER = Template("holding-2", "Need a moment", "Sorry, Jo. We need a moment to check this.")


async def _unheard() -> None:
    """Nobody is told."""


def reply_form(click: Click, text: str) -> Form:
    """A form, with templates where they are offered."""
    templates = (HOLDING, OTHER) if click.do is Intent.ACKNOWLEDGE else ()
    return Form(
        click.alert_id, click.do, "Reply to Jo", None, text, 280, (("Goes out as @sana.",),), templates
    )


def recording() -> RecordingInteractions:
    """Whom clicks reach."""
    interactions = RecordingInteractions(reply_form)
    interactions.answer_with("submit", EphemeralReply((("Your reply is on its way.",),)))
    return interactions


def make_chat(
    interactions: RecordingInteractions,
    memory: MemoryKeyValueStore | None = None,
    of_brands: Sequence[str] = (),
    opened: Callable[[], Awaitable[None]] = _unheard,
    **settings: Any,
) -> DiscordChat:
    """A chat that is not started. `of_brands` are the channels that brands have for themselves."""

    async def channels() -> Sequence[str]:
        return of_brands

    values = {"bot_token": "test-token", "channel": "alerts"} | settings
    kit = ChatKit(memory or MemoryKeyValueStore(), SystemClock(), channels, opened=opened)
    return DiscordChat(DiscordSettings(**values), interactions, kit)


@asynccontextmanager
async def discord_inside(listener: InteractionListener) -> AsyncIterator[simcord.Env]:
    """A Discord inside this process, and our client in it; what broke in there breaks the test."""
    env = simcord.Env(listener)
    await env.start()
    try:
        yield env
        env.raise_errors()
    finally:
        await env.shutdown()


@dataclass
class Site:
    """A Discord on loopback, with an alert channel and a person of the team."""

    server: DiscordServer
    faults: Faults
    interactions: RecordingInteractions
    memory: MemoryKeyValueStore
    alerts: str
    fans: str
    role: str
    ana: str
    sent: Path
    opened: int = 0  # how often we were told that a channel may be open again

    def bodies(self, ending: str) -> list[dict[str, Any]]:
        """Everything that was sent to addresses with this ending."""
        index = [json.loads(line) for line in (self.sent / "index.jsonl").read_text().splitlines()]
        return [
            json.loads((self.sent / one["file"]).read_text()) for one in index if one["path"].endswith(ending)
        ]

    def chat(self, **settings: Any) -> DiscordChat:
        values: dict[str, Any] = {
            "api_url": self.server.api_url,
            "bot_token": TOKEN,
            "channel": "#alerts",
            "role": "Care team",
        }
        return make_chat(self.interactions, self.memory, opened=self._opened, **(values | settings))

    async def _opened(self) -> None:
        self.opened += 1

    def messages(self, channel: str | None = None, viewer: str | None = None) -> list[dict[str, Any]]:
        shown = self.server.snapshot(viewer or self.ana)
        [shown_channel] = [one for one in shown["channels"] if one["id"] == (channel or self.alerts)]
        return list(shown_channel["messages"])


@asynccontextmanager
async def open_site(folder: Path) -> AsyncIterator[Site]:
    """A Discord on loopback; what was sent to it is kept in `folder`."""
    faults = Faults()
    server = DiscordServer(bot_token=TOKEN, faults=faults, recorder=Recorder(folder))
    await server.start()
    alerts, fans = server.add_channel("alerts"), server.add_channel("fans")
    role = server.add_role("Care team")
    ana = server.add_member("Ana", role_ids=[role])
    memory = MemoryKeyValueStore()
    try:
        yield Site(server, faults, recording(), memory, alerts, fans, role, ana, folder)
    finally:
        await server.stop()


def walk(components: Any) -> list[dict[str, Any]]:
    """Every component of a message or modal, nested ones too."""
    found: list[dict[str, Any]] = []
    for component in components or []:
        found.append(component)
        nested = [component[key] for key in ("accessory", "component") if component.get(key)]
        found += walk([*nested, *(component.get("components") or [])])
    return found


def texts(components: Any) -> str:
    """All text that a message shows."""
    return "\n".join(one["content"] for one in walk(components) if one["type"] == 10)


def custom_ids(components: Any) -> list[str]:
    """Everything that can be pressed, in order."""
    return [one["custom_id"] for one in walk(components) if one.get("custom_id")]
