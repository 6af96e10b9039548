"""What the holder of a named lease does: acquire it, renew it in time, stop before its end, release it."""

import asyncio
from contextlib import suppress

import structlog

from mutuals.domain import leases
from mutuals.domain.errors import MutualsError
from mutuals.domain.leases import LeaseTerm
from mutuals.ports.clock import Clock
from mutuals.ports.store import Store

log = structlog.get_logger(__name__)


class NamedLease:
    """One of `among` leases of a name that processes may hold at a time, in the store."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        name: str,
        holder: str,
        among: int = 1,
        term: LeaseTerm | None = None,
    ) -> None:
        self._store, self._clock, self._name, self._holder, self._among = store, clock, name, holder, among
        self._term = term or leases.CONNECTION
        self._renewed = (self._term.renewed or self._term.length).total_seconds()
        self._margin = self._term.margin.total_seconds()
        self._ends = 0.0  # seconds of the event loop's clock, which nobody sets

    @property
    def held(self) -> bool:
        """Was it ours when it was last renewed, and is that time not over?"""
        return self._ends > asyncio.get_running_loop().time()

    async def acquire(self) -> bool:
        """Acquire or renew it; False when others hold them all. Raises MutualsError."""
        ends = asyncio.get_running_loop().time() + self._term.length.total_seconds()
        until = self._term.until(self._clock.now())
        number = await self._store.acquire_lease(self._name, self._holder, among=self._among, until=until)
        self._ends = ends if number is not None else 0.0
        return number is not None

    async def wait(self) -> None:
        """Return when it is ours."""
        while True:
            with suppress(MutualsError):
                if await self.acquire():
                    return
            await asyncio.sleep(self._renewed)

    async def hold(self) -> None:
        """Renew it; return when it is not ours any more, or may soon be another's. A database that hangs counts as away."""
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(self._renewed)
            try:
                async with asyncio.timeout_at(self._ends - self._margin):
                    if not await self.acquire():
                        return
            except TimeoutError:
                log.warning("lease.not_renewed", lease=self._name, why="The database gave no answer in time.")
                return
            except MutualsError as error:
                log.warning("lease.not_renewed", lease=self._name, why=str(error))
                if loop.time() > self._ends - self._margin - self._renewed:
                    return

    async def release(self) -> None:
        """Let somebody else have it at once. If the database is away, they have it at its end."""
        self._ends = 0.0
        with suppress(MutualsError):
            await self._store.release_lease(self._name, self._holder)
