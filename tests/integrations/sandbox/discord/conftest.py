"""The running world of each test; discord.py's base URLs are put back afterwards."""

from collections.abc import AsyncIterator
from pathlib import Path

import discord
import pytest
import yarl

from tests.integrations.sandbox.discord.discord_world import World


@pytest.fixture
async def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    made = World(tmp_path / "bodies")
    await made.server.start()
    monkeypatch.setattr(discord.http.Route, "BASE", made.server.api_url)
    gateway = yarl.URL(made.server.gateway_url)
    monkeypatch.setattr(discord.gateway.DiscordWebSocket, "DEFAULT_GATEWAY", gateway)
    yield made
    await made.server.stop()
