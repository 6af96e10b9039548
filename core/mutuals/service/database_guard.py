"""Notices that the database's file is gone or another, or its disk full, says so, and ends the service for the first."""

import asyncio

import structlog

from mutuals.alerting import direct_notices
from mutuals.context import Context
from mutuals.domain.errors import MutualsError
from mutuals.storage.store import SqlStore

LOST_SECONDS = 5.0  # a database file that is only moved for a moment ends nothing
FULL = (
    "Nothing can be stored: new posts are not taken in, buttons do nothing, and no text is sent. Nothing was half-written. "
    "Whoever runs Mutuals should free some space on that disk. Mutuals goes on by itself then, and says so here."
)
ROOM = "There is room for Mutuals' database again. What came meanwhile is read now."

log = structlog.get_logger(__name__)


class DatabaseGuard:
    """Asked at every sweep, and by whoever wants to know whether this service is ready."""

    def __init__(self, ctx: Context, store: SqlStore) -> None:
        self._ctx, self._store = ctx, store
        self._lost_since: float | None = None  # the loop's time at which the file was gone
        self._lost = asyncio.Event()
        self._full = self._told_full = False

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
            await direct_notices.say(self._ctx, "Mutuals lost its database", sentence)
            self._lost.set()
        return True

    async def disk(self, *, speaks: bool) -> None:
        """Say once that the disk is full, and once that it is not any more. One process of several `speaks`."""
        if not self._full and self._store.disk.full:
            self._full = True
            log.error("database.disk_full", why=FULL)
            if speaks:
                self._told_full = True
                await direct_notices.say(self._ctx, "The disk of Mutuals' database is full", FULL)
        elif self._full and not self._store.disk.full:
            await self._store.prove()  # raises while it is not so
            self._full, told, self._told_full = False, self._told_full, False
            log.info("database.disk_has_room")
            if told:
                await direct_notices.say(self._ctx, "Working again", ROOM, good=True)
