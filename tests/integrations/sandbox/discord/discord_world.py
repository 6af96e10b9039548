"""A running Discord, and real discord.py clients pointed at it by nothing but their base URLs."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import discord
import yarl
from discord import app_commands

from mutuals_sandbox.discord import DiscordServer
from mutuals_sandbox.faults import Faults
from mutuals_sandbox.recorder import Recorder

TOKEN = "sandbox.bot.token"
BUTTON = {"type": 2, "style": 1, "label": "Go", "custom_id": "go"}
WITH_BUTTON = {"content": "Ready?", "components": [{"type": 1, "components": [BUTTON]}]}


class Clock:
    """Real time, and a way to jump ahead."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def __call__(self) -> float:
        return time.time() + self.ahead


class World:
    """The server, its faults, its usual people and a channel."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock()
        self.faults = Faults()
        self.folder = folder
        self.server = DiscordServer(
            bot_token=TOKEN, faults=self.faults, recorder=Recorder(folder), clock=self.clock
        )
        self.owner = self.server.add_member("olga", owner=True)
        self.ana = self.server.add_member("ana")
        self.ben = self.server.add_member("ben")
        self.channel = self.server.add_channel("care")

    def messages(self, viewer: str | None = None, channel: str | None = None) -> list[dict[str, Any]]:
        """The messages somebody sees in a channel."""
        channels = self.server.snapshot(viewer or self.ana)["channels"]
        wanted = channel or self.channel
        messages: list[dict[str, Any]] = next(each["messages"] for each in channels if each["id"] == wanted)
        return messages

    async def call(
        self, method: str, path: str, body: Any = None, *, token: str | None = TOKEN
    ) -> tuple[int, Any, Any]:
        """One bare request: status, JSON, headers."""
        headers = {"Authorization": f"Bot {token}"} if token else {}
        url = yarl.URL(self.server.api_url + path, encoded=True)
        async with (
            aiohttp.ClientSession() as session,
            session.request(method, url, json=body, headers=headers) as response,
        ):
            data = await response.json() if response.status != 204 else None
            return response.status, data, response.headers

    async def post(self, body: Any, channel: str | None = None) -> dict[str, Any]:
        """A message posted with a bare request."""
        status, data, _ = await self.call("POST", f"/channels/{channel or self.channel}/messages", body)
        assert status == 200, data
        posted: dict[str, Any] = data
        return posted

    @asynccontextmanager
    async def bot(
        self, setup: Callable[["Bot"], Awaitable[None]] | None = None, **options: Any
    ) -> AsyncIterator["Bot"]:
        """A real discord.py client, logged in and ready."""
        bot = Bot(setup, **options)
        running = asyncio.create_task(bot.start(TOKEN))
        ready = asyncio.create_task(bot.wait_until_ready())
        done, _ = await asyncio.wait({running, ready}, timeout=10, return_when=asyncio.FIRST_COMPLETED)
        try:
            if running in done:
                await running
            assert ready in done, "discord.py did not become ready"
            yield bot
        finally:
            ready.cancel()
            await bot.close()
            await asyncio.gather(running, return_exceptions=True)


def channel_of(bot: "Bot", world: World, channel: str | None = None) -> discord.TextChannel:
    """A channel as the bot knows it; the alerts' one, if none is named."""
    known = bot.get_channel(int(channel or world.channel))
    assert isinstance(known, discord.TextChannel)
    return known


async def post(bot: "Bot", world: World, **message: Any) -> discord.Message:
    """A message of the bot in the alerts' channel."""
    sent: discord.Message = await channel_of(bot, world).send(**message)
    return sent


class Bot(discord.Client):
    """A client with a command tree and only the guilds intent."""

    def __init__(self, setup: Callable[["Bot"], Awaitable[None]] | None, **options: Any) -> None:
        options.setdefault("intents", discord.Intents(guilds=True))
        super().__init__(guild_ready_timeout=0.05, **options)
        self.tree = app_commands.CommandTree(self)
        self._setup = setup

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Identify again at once; discord.py would wait five seconds."""

    async def setup_hook(self) -> None:
        if self._setup:
            await self._setup(self)
