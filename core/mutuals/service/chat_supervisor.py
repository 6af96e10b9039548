"""Keeps a chat connected: at once in one process; with many, in those that hold one of its leases."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from mutuals.alerting import incidents
from mutuals.context import Context
from mutuals.domain.errors import MutualsError, NotAuthorized, Refused
from mutuals.domain.ids import DELIVER, job_key
from mutuals.ports.chat import Chat
from mutuals.ports.jobs import JobQueue
from mutuals.service.named_lease import NamedLease

DELIVER_SECONDS = 3.5  # how long messages under way may take at the end ...
STOP_SECONDS = 2.0  # ... and then clicks: a service is stopped within ten seconds

log = structlog.get_logger(__name__)


class ChatSupervisor:
    """Connects one chat, takes its work, and lets go of both when its lease is lost or at the end."""

    def __init__(
        self, ctx: Context, engine: JobQueue, chat: Chat, lease: NamedLease | None,
        insist: Callable[[str, Callable[[], Awaitable[None]]], Awaitable[None]],
    ) -> None:  # fmt: skip
        """`insist` repeats work until it works. Without a lease this process is alone."""
        self._ctx, self._engine, self._chat, self._lease = ctx, engine, chat, lease
        self._insist = insist
        self._name = chat.name

    async def keep(self) -> None:
        """Connect and stay so; returns at once when there is nobody to share with."""
        while True:
            if self._lease is not None:
                await self._lease.wait()
                log.info("chat.lease_acquired", chat=self._name)
            opening = asyncio.ensure_future(self._insist(f"chat.{self._name}", self._open))
            if self._lease is None:
                await opening
                return
            try:
                await self._lease.hold()
            finally:
                opening.cancel()
                await asyncio.gather(opening, return_exceptions=True)
            log.warning("chat.lease_lost", chat=self._name)
            # Another may hear the chat in three seconds: hear nothing more first, whatever is being sent.
            await self._hear_no_more()
            await self._let_go(0.0)

    async def close(self) -> None:
        """Stop listening; another process may go on from here."""
        await self._let_go()
        if self._lease is not None:
            await self._lease.release()
        log.info("chat.closed", chat=self._name)

    async def _open(self) -> None:
        """Connect. While the chat can't be reached, the other chats say so."""
        try:
            await self._chat.start()
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
            # What waits for a channel that was closed is due at every start: it may be open by now.
            async with self._ctx.store.transaction(watched.brand.id) as tx:
                await tx.deliveries.wake(self._name)
            await self._engine.submit(job_key(DELIVER, watched.brand.id, self._name))

    async def _let_go(self, grace: float = DELIVER_SECONDS) -> None:
        self._ctx.ready.discard(self._name)
        await self._engine.close(self._name, grace)
        await self._hear_no_more()

    async def _hear_no_more(self) -> None:
        try:
            await asyncio.wait_for(self._chat.stop(), STOP_SECONDS)
        except (MutualsError, TimeoutError):
            return
        except Exception:  # the rest of the stop, and the lease, must not hang on a library's mistake
            log.exception("chat.not_closed_cleanly", chat=self._name)
