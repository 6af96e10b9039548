"""The engine of one process: asyncio tasks, never two of one key, waiting duplicates vanish."""

import asyncio

import structlog

from mutuals.errors import MutualsError
from mutuals.ports import Work

log = structlog.get_logger(__name__)


class InProcessEngine:
    """Runs work as tasks. A key submitted while it runs is run once more afterwards."""

    def __init__(self) -> None:
        self._work: dict[str, Work] = {}
        self._running: dict[str, asyncio.Task[None]] = {}
        self._again: set[str] = set()
        self._open = False

    def handle(self, prefix: str, work: Work) -> None:
        """See Engine.handle."""
        self._work[prefix] = work

    async def submit(self, key: str) -> None:
        """See Engine.submit. After `stop` nothing is taken any more: the next start finds it in the tables."""
        if not self._open:
            return
        if key in self._running:
            self._again.add(key)
            return
        self._running[key] = asyncio.create_task(self._run(key), name=key)

    async def open(self, lane: str) -> None:
        """See Engine.open; one process takes every key."""

    async def close(self, lane: str) -> None:
        """See Engine.close; what is submitted for a chat that is not there does nothing."""

    async def start(self) -> None:
        """Begin to take work."""
        self._open = True

    async def stop(self, grace: float = 10.0) -> None:
        """Let what runs finish within `grace` seconds, then cancel it."""
        self._open = False
        tasks = list(self._running.values())
        if not tasks:
            return
        _, late = await asyncio.wait(tasks, timeout=grace)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    async def _run(self, key: str) -> None:
        try:
            again = True
            while again:
                self._again.discard(key)
                await self._once(key)
                again = self._open and key in self._again
        finally:
            del self._running[key]  # nothing is awaited since the last look at `_again`, so no key is lost

    async def _once(self, key: str) -> None:
        work = self._work.get(key.partition("/")[0])
        if work is None:
            log.error("engine.nobody_does_this", key=key)
            return
        try:
            await work(key)
        except MutualsError as error:
            log.warning("engine.work_failed", key=key, why=str(error))
        except Exception:
            log.exception("engine.work_broke", key=key)
