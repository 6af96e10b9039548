"""Keeping one connection to Discord: where it is, how it opens, and what happens when it ends for good."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

import discord
import structlog
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from mutuals.domain.errors import MutualsError, NotAuthorized, TryAgain
from mutuals.ports.integration import ChatKit
from mutuals_discord.errors import NETWORK, later, sort
from mutuals_discord.listeners import InteractionListener
from mutuals_discord.settings import DEFAULT_API_URL, DiscordSettings

log = structlog.get_logger("mutuals.discord")

OPEN_SECONDS = 25.0  # login, gateway and READY together
CLOSE_SECONDS = 1.0  # how long clicks under way may finish: the whole service has ten seconds to stop
LONGEST_PAUSE = 120.0  # seconds between attempts at a connection that ended for good
EYE_SECONDS = 15.0  # how often the line is looked at
SILENT_SECONDS = 60.0  # a shorter interruption is nobody's worry: discord.py resumes and misses nothing
SILENT = (
    "Nothing comes from Discord, so pressing a button there does nothing. Alerts are still posted where Discord takes "
    "them. Mutuals connects again by itself and says here when it works. If it lasts: https://discordstatus.com tells "
    "whether Discord has trouble, and mutuals doctor what is wrong here."
)

EXPECTED = (MutualsError, discord.DiscordException, AttributeError, *NETWORK)

Settle = Callable[[InteractionListener], Awaitable[None]]


def aim(settings: DiscordSettings) -> None:
    """Point discord.py at another API or gateway. It has one address for the whole process."""
    if settings.api_url.rstrip("/") != DEFAULT_API_URL:
        Route.BASE = settings.api_url.rstrip("/")
    if settings.gateway_url:
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(settings.gateway_url)


async def _ask_gateway(listener: InteractionListener, settings: DiscordSettings) -> None:
    """With another API and no gateway set, the API says where its gateway is."""
    if not settings.gateway_url and settings.api_url.rstrip("/") != DEFAULT_API_URL:
        _, url, _ = await listener.http.get_bot_gateway()
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(url)


class DiscordConnection:
    """An InteractionListener that stays connected. `settle` runs after each new login, before it is used."""

    def __init__(
        self, settings: DiscordSettings, make: Callable[[], InteractionListener], settle: Settle, kit: ChatKit
    ) -> None:
        self._settings = settings
        self._kit = kit
        self._make = make
        self._settle = settle
        self._listener: InteractionListener | None = None
        self._running: asyncio.Task[None] | None = None
        self._keeper: asyncio.Task[None] | None = None
        self._eye: asyncio.Task[None] | None = None
        self._trouble: MutualsError | None = None

    @property
    def open_listener(self) -> InteractionListener | None:
        """The client, if it can be used."""
        return None if self._listener is None or self._listener.is_closed() else self._listener

    @property
    def listener(self) -> InteractionListener:
        """The client. Raises NotAuthorized or TryAgain while there is none that can be used."""
        if self.open_listener is None:
            raise self._trouble or TryAgain("Mutuals is not connected to Discord. It tries again by itself.")
        return self.open_listener

    async def open(self) -> None:
        """Connect within OPEN_SECONDS. Raises NotAuthorized, Refused(CHANNEL) or TryAgain, and then nothing is left open."""
        aim(self._settings)
        # discord.py's own log lines hold addresses with interaction tokens; what matters is told as our events.
        logging.getLogger("discord").setLevel(logging.CRITICAL)
        await self._connect()
        self._keeper = asyncio.create_task(self._keep(), name="discord-keeper")
        self._eye = asyncio.create_task(self._watch(), name="discord-eye")

    async def close(self) -> None:
        """Let clicks under way finish, then hang up."""
        tasks = [one for one in (self._eye, self._keeper) if one is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._eye = self._keeper = None
        if self._listener is not None:
            await self._listener.settle_down(CLOSE_SECONDS)
            await self._hang_up(self._listener)
        self._listener = None

    async def _connect(self) -> None:
        listener = self._make()
        try:
            async with asyncio.timeout(OPEN_SECONDS):
                await self._log_in(listener)
                await self._settle(listener)
        except TimeoutError as error:
            await self._hang_up(listener)
            raise later("Discord did not answer in time.", wire=error) from None
        # Anything: discord.py 2.7 raises AttributeError when its very first gateway connection fails, and
        # TypeError for a page of maintenance where it expects JSON.
        except Exception as error:
            await self._hang_up(listener)
            if not isinstance(error, EXPECTED):
                log.warning("discord.unexpected", error=type(error).__name__, said=str(error)[:200])
            raise sort(error) from error
        except BaseException:
            await self._hang_up(listener)
            raise
        self._listener, self._trouble = listener, None

    async def _log_in(self, listener: InteractionListener) -> None:
        token = self._settings.bot_token
        await listener.login(token.get_secret_value() if token else "")
        await _ask_gateway(listener, self._settings)
        self._running = asyncio.create_task(listener.connect(), name="discord-gateway")
        ready = asyncio.create_task(listener.wait_until_ready())
        try:
            await asyncio.wait((self._running, ready), return_when=asyncio.FIRST_COMPLETED)
        finally:
            ready.cancel()
        if self._running.done():
            await self._running  # raises what ended it
            raise later("Discord closed the connection.")

    async def _hang_up(self, listener: InteractionListener) -> None:
        await listener.close()
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)
        self._running = None

    async def _keep(self) -> None:
        """discord.py reconnects by itself; this starts afresh when it gave up, except for a token that is refused."""
        pause = 1.0
        while (running := self._running) is not None:
            # Not by gather: with this task it would cancel discord.py while that hangs up, and nobody could any more.
            await asyncio.wait((running,))
            outcome = None if running.cancelled() else running.exception()
            trouble = sort(outcome) if isinstance(outcome, Exception) else TryAgain("Discord hung up.")
            while self._running is None or self._running.done():
                self._trouble = trouble
                log.error("discord.connection_ended", said=str(trouble), retry=not _final(trouble))
                if _final(trouble):
                    return
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)
                try:
                    await self._connect()
                except MutualsError as error:
                    trouble = error
            pause = 1.0

    async def _watch(self) -> None:
        """Tell the team when nothing has come for a while, and when it does again."""
        loop = asyncio.get_running_loop()
        since: float | None = None
        told = False
        while True:
            await asyncio.sleep(EYE_SECONDS)
            listener = self.open_listener
            if listener is not None and not listener.down:
                since = None
                if told:
                    told = not await self._tell(self._kit.back())
                continue
            since = since or loop.time()
            if loop.time() - since >= SILENT_SECONDS and not told:
                sentence = str(self._trouble) if _final(self._trouble) else SILENT
                told = await self._tell(self._kit.lost(sentence))

    async def _tell(self, telling: Awaitable[None]) -> bool:
        """The watch goes on, whatever becomes of what it tells; what could not be told is told at the next look."""
        try:
            await telling
        except MutualsError as error:
            log.warning("discord.trouble_not_told", why=str(error))
            return False
        return True


def _final(trouble: MutualsError | None) -> bool:
    """Only a person can make a refused token good again, and asking with it gets an address banned."""
    return isinstance(trouble, NotAuthorized)
