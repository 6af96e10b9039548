"""Keeps a chat connected: at once in one process; with many, in those that hold one of its seats."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta

import structlog

from mutuals.alerting import incidents
from mutuals.context import Context
from mutuals.domain.errors import MutualsError, NotAuthorized, Refused
from mutuals.domain.ids import DELIVER, job_key
from mutuals.ports.chat import Chat
from mutuals.ports.jobs import JobQueue

SEAT_FOR = timedelta(seconds=20)  # a process that dies is replaced after this
RENEW_SECONDS = 5.0
MARGIN_SECONDS = 3.0  # a seat that could not be renewed is given up so long before it ends
DELIVER_SECONDS = 3.5  # how long messages under way may take at the end ...
STOP_SECONDS = 2.0  # ... and then clicks: a service is stopped within ten seconds

log = structlog.get_logger(__name__)


class ConnectionLease:
    """One of so many places that processes may hold at a time, in the store."""

    def __init__(self, ctx: Context, name: str, node: str, among: int) -> None:
        self._ctx, self._name, self._node, self._among = ctx, name, node, among
        self._ends = 0.0  # seconds of the loop's clock

    @property
    def held(self) -> bool:
        """Was it ours when it was last renewed, and is that time not over?"""
        return self._ends > asyncio.get_running_loop().time()

    async def taken(self) -> bool:
        """Take or renew it; False when others hold them all."""
        ends = asyncio.get_running_loop().time() + SEAT_FOR.total_seconds()
        until = self._ctx.clock.now() + SEAT_FOR
        held = await self._ctx.store.acquire_lease(self._name, self._node, among=self._among, until=until)
        self._ends = ends if held is not None else 0.0
        return held is not None

    async def wait(self) -> None:
        """Return when it is ours."""
        while True:
            with suppress(MutualsError):
                if await self.taken():
                    return
            await asyncio.sleep(RENEW_SECONDS)

    async def lost(self) -> None:
        """Keep it; return when it is not ours any more, or may soon be another's. A database that hangs counts as away."""
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(RENEW_SECONDS)
            try:
                async with asyncio.timeout_at(self._ends - MARGIN_SECONDS):
                    if not await self.taken():
                        return
            except TimeoutError:
                log.warning("seat.not_renewed", seat=self._name, why="The database gave no answer in time.")
                return
            except MutualsError as error:
                log.warning("seat.not_renewed", seat=self._name, why=str(error))
                if loop.time() > self._ends - MARGIN_SECONDS - RENEW_SECONDS:
                    return

    async def leave(self) -> None:
        """Let somebody else have it at once."""
        with suppress(MutualsError):
            await self._ctx.store.release_lease(self._name, self._node)


class ChatSupervisor:
    """Connects one chat, takes its work, and lets go of both when its seat is lost or at the end."""

    def __init__(
        self, ctx: Context, engine: JobQueue, channel: Chat, seat: ConnectionLease | None,
        insist: Callable[[str, Callable[[], Awaitable[None]]], Awaitable[None]],
    ) -> None:  # fmt: skip
        """`insist` repeats work until it works. Without a seat this process is alone."""
        self._ctx, self._engine, self._channel, self._seat = ctx, engine, channel, seat
        self._insist = insist
        self._name = channel.name

    async def keep(self) -> None:
        """Connect and stay so; returns at once when there is nobody to share with."""
        while True:
            if self._seat is not None:
                await self._seat.wait()
                log.info("chat.seat_taken", chat=self._name)
            opening = asyncio.ensure_future(self._insist(f"chat.{self._name}", self._open))
            if self._seat is None:
                await opening
                return
            try:
                await self._seat.lost()
            finally:
                opening.cancel()
                await asyncio.gather(opening, return_exceptions=True)
            log.warning("chat.seat_lost", chat=self._name)
            # Another may hear the chat in three seconds: hear nothing more first, whatever is being sent.
            await self._hear_no_more()
            await self._let_go(0.0)

    async def close(self) -> None:
        """Stop listening; another process may go on from here."""
        await self._let_go()
        if self._seat is not None:
            await self._seat.leave()
        log.info("chat.closed", chat=self._name)

    async def _open(self) -> None:
        """Connect. While the chat can't be reached, the other chats say so."""
        try:
            await self._channel.start()
        except (NotAuthorized, Refused) as error:
            for watched in self._ctx.brands.loaded():
                await incidents.report_open(
                    self._ctx, watched, f"chat-{self._name}",
                    f"{self._name.capitalize()} takes no alerts", str(error),
                )  # fmt: skip
            raise
        self._ctx.ready.add(self._name)
        await self._engine.open(self._name)
        log.info("chat.connected", chat=self._name)
        for watched in self._ctx.brands.loaded():
            # What waits for a place that was closed is due at every start: it may be open by now.
            async with self._ctx.store.transaction(watched.brand.id) as tx:
                await tx.deliveries.wake(self._name)
            await self._engine.submit(job_key(DELIVER, watched.brand.id, self._name))

    async def _let_go(self, grace: float = DELIVER_SECONDS) -> None:
        self._ctx.ready.discard(self._name)
        await self._engine.close(self._name, grace)
        await self._hear_no_more()

    async def _hear_no_more(self) -> None:
        try:
            await asyncio.wait_for(self._channel.stop(), STOP_SECONDS)
        except (MutualsError, TimeoutError):
            return
        except Exception:  # the rest of the stop, and the seat, must not hang on a library's mistake
            log.exception("chat.not_closed_cleanly", chat=self._name)
