"""What the gateway tells of the connection and of the servers: lost, back, and a channel that may be open again."""

from collections.abc import Awaitable, Callable
from typing import Any

import discord
import structlog

from mutuals.domain.errors import MutualsError

log = structlog.get_logger("mutuals.discord")


class ConnectionEvents(discord.Client):
    """A client that notes when its line is lost, and calls `opened` when a channel that was closed may be open."""

    def __init__(self, *, opened: Callable[[], Awaitable[None]], **options: Any) -> None:
        super().__init__(**options)
        self.down = False
        self._opened = opened

    # --- the connection, told once when it goes and once when it is back

    async def on_disconnect(self) -> None:
        """The gateway went away; discord.py reconnects by itself."""
        if not self.down and not self.is_closed():
            self.down = True
            log.warning("discord.gateway_lost")

    async def on_resumed(self) -> None:
        """The gateway is back and nothing was missed."""
        self._back()

    async def on_ready(self) -> None:
        """The gateway is there, with a new session."""
        self._back()

    def _back(self) -> None:
        if self.down:
            self.down = False
            log.info("discord.gateway_restored")

    # --- what changes in the servers, by which a channel that was closed may be open

    async def on_guild_join(self, _guild: discord.Guild) -> None:
        """The bot was invited (again)."""
        await self._may_be_open("guild_join")

    async def on_guild_available(self, _guild: discord.Guild) -> None:
        """A server that was out of reach is back."""
        await self._may_be_open("guild_available")

    async def on_guild_channel_create(self, _channel: object) -> None:
        """Perhaps the one that the settings name."""
        await self._may_be_open("channel_create")

    async def on_guild_channel_update(self, _before: object, _after: object) -> None:
        """Who may do what there, or its name."""
        await self._may_be_open("channel_update")

    async def on_guild_role_update(self, _before: object, _after: object) -> None:
        """What the bot's role may do, perhaps."""
        await self._may_be_open("role_update")

    async def on_member_update(self, _before: discord.Member, after: discord.Member) -> None:
        """Without a privileged intent Discord tells it of ourselves only: we have got a role."""
        if self.user is not None and after.id == self.user.id:
            await self._may_be_open("role_given")

    async def on_thread_join(self, _thread: object) -> None:
        """A thread that we can see now."""
        await self._may_be_open("thread_join")

    async def on_raw_thread_update(self, _thread: object) -> None:
        """Opened or unlocked, perhaps."""
        await self._may_be_open("thread_update")

    async def _may_be_open(self, what: str) -> None:
        if not self.is_ready():
            return  # at the start everything is looked for anyway
        try:
            await self._opened()
        except MutualsError as error:
            log.warning("discord.change_not_followed", what=what, why=str(error))
