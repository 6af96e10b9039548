"""Fixtures: a Discord inside the process (simcord) for what people do, and the sandbox's over real sockets."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord

from mutuals.testing.interactions import RecordingInteractions
from mutuals.testing.key_values import MemoryKeyValueStore
from mutuals_discord import layout
from mutuals_discord.chat import DiscordChat
from mutuals_discord.listeners import InteractionListener
from tests.support.discord_site import Site, discord_inside, make_chat, open_site, recording

from .samples import alert_card

CARE_TEAM = "Care team"


@dataclass
class Room:
    """A server with an alert channel, a person who may act and one who may not."""

    env: simcord.Env
    interactions: RecordingInteractions
    memory: MemoryKeyValueStore
    chat: DiscordChat
    listener: InteractionListener
    alerts: simcord.ChannelHandle
    ana: simcord.MemberActor
    guest: simcord.MemberActor
    told: list[None]  # one for each time we were told that a channel may be open again

    @property
    def opened(self) -> int:
        return len(self.told)

    async def alert(self, **changes: Any) -> discord.Message:
        """Put an alert into the channel, as an earlier life of the bot would have left it."""
        target = self.listener.get_partial_messageable(self.alerts.id)
        await target.send(view=layout.card_view(alert_card(**changes)))
        message = self.alerts.last_message
        assert message is not None
        return message


@pytest.fixture(autouse=True)
def _servers_are_streamed_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a loopback they come right after the sign-in; the world needs the real pause."""
    monkeypatch.setattr("mutuals_discord.listeners.GUILD_STREAM_SECONDS", 0.05)


@pytest.fixture
def interactions() -> RecordingInteractions:
    return recording()


@pytest.fixture
def role() -> str | None:
    """Overridden by tests that let Discord's permission decide."""
    return CARE_TEAM


@pytest.fixture
async def room(interactions: RecordingInteractions, role: str | None) -> AsyncIterator[Room]:
    memory = MemoryKeyValueStore()
    told: list[None] = []

    async def opened() -> None:
        told.append(None)

    chat = make_chat(interactions, memory, role=role, opened=opened)
    listener = chat.make_listener()
    async with discord_inside(listener) as env:
        guild = env.create_guild()
        alerts = guild.create_text_channel("alerts")
        team = guild.create_role(CARE_TEAM)
        ana = guild.add_member(env.create_user("ana"), roles=[team])
        guest = guild.add_member(env.create_user("guest"))
        await chat.settle(listener)
        yield Room(env, interactions, memory, chat, listener, alerts, ana, guest, told)


@pytest.fixture
async def site(tmp_path: Path) -> AsyncIterator[Site]:
    async with open_site(tmp_path) as opened:
        yield opened


@pytest.fixture
async def chat(site: Site) -> AsyncIterator[DiscordChat]:
    """The chat of the product, started."""
    made = site.chat()
    await made.start()
    yield made
    await made.stop()
