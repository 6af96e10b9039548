"""What several tests of the Discord integration need."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import simcord

from mutuals.ports.integration import ChatKit
from mutuals.service.bootstrap import SystemClock
from mutuals.testing.key_values import MemoryKeyValueStore
from mutuals_discord.chat import DiscordChat
from mutuals_discord.listeners import InteractionListener
from mutuals_discord.settings import DiscordSettings

from .desk import RecordingDesk


def make_channel(
    desk: RecordingDesk,
    memory: MemoryKeyValueStore | None = None,
    of_brands: Sequence[str] = (),
    **settings: Any,
) -> DiscordChat:
    """A channel that is not started. `of_brands` are the places that brands have for themselves."""

    async def places() -> Sequence[str]:
        return of_brands

    values = {"bot_token": "test-token", "channel": "alerts"} | settings
    kit = ChatKit(memory or MemoryKeyValueStore(), SystemClock(), places, opened=desk.place_opened)
    return DiscordChat(DiscordSettings(**values), desk, kit)


@asynccontextmanager
async def discord_inside(ear: InteractionListener) -> AsyncIterator[simcord.Env]:
    """A Discord inside this process, and our client in it; what broke in there breaks the test."""
    env = simcord.Env(ear)
    await env.start()
    try:
        yield env
        env.raise_errors()
    finally:
        await env.shutdown()


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
