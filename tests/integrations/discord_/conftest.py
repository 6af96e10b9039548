"""Fixtures: a Discord inside the process (simcord) for what people do, and the sandbox's over real sockets."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord

from mutuals.testing.key_values import MemoryKeyValueStore
from mutuals_discord import layout
from mutuals_discord.chat import DiscordChat
from mutuals_discord.listeners import InteractionListener
from mutuals_sandbox.discord import DiscordServer
from mutuals_sandbox.faults import Faults
from mutuals_sandbox.recorder import Recorder

from .desk import RecordingDesk
from .samples import alert_card
from .support import discord_inside, make_channel

CARE_TEAM = "Care team"
TOKEN = "sandbox-bot-token"


@dataclass
class Room:
    """A server with an alert channel, a person who may act and one who may not."""

    env: simcord.Env
    desk: RecordingDesk
    memory: MemoryKeyValueStore
    channel: DiscordChat
    ear: InteractionListener
    alerts: simcord.ChannelHandle
    ana: simcord.MemberActor
    guest: simcord.MemberActor

    async def alert(self, **changes: Any) -> discord.Message:
        """Put an alert into the channel, as an earlier life of the bot would have left it."""
        target = self.ear.get_partial_messageable(self.alerts.id)
        await target.send(view=layout.card_view(alert_card(**changes)))
        message = self.alerts.last_message
        assert message is not None
        return message


@pytest.fixture(autouse=True)
def _servers_are_streamed_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a loopback they come right after the sign-in; the world needs the real pause."""
    monkeypatch.setattr("mutuals_discord.listeners.GUILD_STREAM_SECONDS", 0.05)


@pytest.fixture
def desk() -> RecordingDesk:
    return RecordingDesk()


@pytest.fixture
def role() -> str | None:
    """Overridden by tests that let Discord's permission decide."""
    return CARE_TEAM


@pytest.fixture
async def room(desk: RecordingDesk, role: str | None) -> AsyncIterator[Room]:
    memory = MemoryKeyValueStore()
    channel = make_channel(desk, memory, role=role)
    ear = channel.make_ear()
    async with discord_inside(ear) as env:
        guild = env.create_guild()
        alerts = guild.create_text_channel("alerts")
        team = guild.create_role(CARE_TEAM)
        ana = guild.add_member(env.create_user("ana"), roles=[team])
        guest = guild.add_member(env.create_user("guest"))
        await channel.settle(ear)
        yield Room(env, desk, memory, channel, ear, alerts, ana, guest)


@dataclass
class Site:
    """A Discord on loopback, with an alert channel and a person of the team."""

    server: DiscordServer
    faults: Faults
    desk: RecordingDesk
    memory: MemoryKeyValueStore
    alerts: str
    fans: str
    role: str
    ana: str
    sent: Path

    def bodies(self, ending: str) -> list[dict[str, Any]]:
        """Everything that was sent to addresses with this ending."""
        index = [json.loads(line) for line in (self.sent / "index.jsonl").read_text().splitlines()]
        return [
            json.loads((self.sent / one["file"]).read_text()) for one in index if one["path"].endswith(ending)
        ]

    def channel(self, **settings: Any) -> DiscordChat:
        values: dict[str, Any] = {
            "api_url": self.server.api_url,
            "bot_token": TOKEN,
            "channel": "#alerts",
            "role": "Care team",
        }
        return make_channel(self.desk, self.memory, **(values | settings))

    def messages(self, place: str | None = None, viewer: str | None = None) -> list[dict[str, Any]]:
        shown = self.server.snapshot(viewer or self.ana)
        [channel] = [one for one in shown["channels"] if one["id"] == (place or self.alerts)]
        return list(channel["messages"])


@pytest.fixture
async def site(tmp_path: Path) -> AsyncIterator[Site]:
    faults = Faults()
    server = DiscordServer(bot_token=TOKEN, faults=faults, recorder=Recorder(tmp_path))
    await server.start()
    alerts, fans = server.add_channel("alerts"), server.add_channel("fans")
    role = server.add_role("Care team")
    ana = server.add_member("Ana", role_ids=[role])
    yield Site(server, faults, RecordingDesk(), MemoryKeyValueStore(), alerts, fans, role, ana, tmp_path)
    await server.stop()


@pytest.fixture
async def channel(site: Site) -> AsyncIterator[DiscordChat]:
    """The channel of the product, started."""
    made = site.channel()
    await made.start()
    yield made
    await made.stop()
