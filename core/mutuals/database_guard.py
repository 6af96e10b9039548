"""Notices that the database's file is gone or another, says so, and ends the service when it stays so."""

import asyncio

import structlog

from mutuals.context import Context
from mutuals.errors import MutualsError
from mutuals.store.store import SqlStore
from mutuals.tell import from_memory

LOST_SECONDS = 5.0  # a database file that is only moved for a moment ends nothing

log = structlog.get_logger(__name__)


class DatabaseGuard:
    """Asked at every sweep, and by whoever wants to know whether this service is ready."""

    def __init__(self, ctx: Context, store: SqlStore) -> None:
        self._ctx, self._store = ctx, store
        self._lost_since: float | None = None  # the loop's time at which the file was gone
        self._lost = asyncio.Event()

    async def wait(self, stop: asyncio.Event) -> None:
        """Wait for the end. Raises MutualsError when the file is lost: whoever supervises starts us anew."""
        ends = [asyncio.ensure_future(one.wait()) for one in (stop, self._lost)]
        try:
            await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for one in ends:
                one.cancel()
        if self._lost.is_set() and not stop.is_set():
            raise MutualsError(self._store.lost_file() or "The database file was replaced.")

    async def prove(self) -> None:
        """Raises MutualsError when what is written would not be kept."""
        if sentence := self._store.lost_file():
            raise MutualsError(sentence)
        await self._store.prove()

    async def file_lost(self) -> bool:
        """Say once that the file is gone; end when it stays so."""
        sentence, now = self._store.lost_file(), asyncio.get_running_loop().time()
        if sentence is None:
            self._lost_since = None
            return False
        if self._lost_since is None:
            self._lost_since = now
            log.error("database.file_lost", why=sentence)
        elif now - self._lost_since > LOST_SECONDS and not self._lost.is_set():
            await from_memory.say(self._ctx, "Mutuals lost its database", sentence)
            self._lost.set()
        return True
