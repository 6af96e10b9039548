"""The engine of one process: asyncio tasks, never two of one key, waiting duplicates vanish."""

import asyncio
from collections.abc import Collection, Sequence

from mutuals.jobs.handlers import HandlerRegistry
from mutuals.jobs.queues import MAIN, queue_of
from mutuals.ports.jobs import Handler


class InProcessJobQueue:
    """Runs work as tasks. A key submitted while it runs is run once more afterwards."""

    def __init__(self) -> None:
        self._hands = HandlerRegistry()
        self._running: dict[str, asyncio.Task[None]] = {}
        self._again: set[str] = set()
        self._lanes: set[str] = set()
        self._open = False

    def handle(self, prefix: str, work: Handler) -> None:
        """See Engine.handle."""
        self._hands.handle(prefix, work)

    @property
    def up(self) -> bool:
        """See Engine.up."""
        return True

    async def submit(self, key: str) -> None:
        """See Engine.submit. A key of a closed lane is dropped: the sweep finds it in the tables again."""
        if not self._takes(key):
            return
        if key in self._running:
            self._again.add(key)
            return
        self._running[key] = asyncio.create_task(self._run(key), name=key)

    async def submit_all(self, keys: Sequence[str]) -> None:
        """See Engine.submit_all."""
        for key in keys:
            await self.submit(key)

    async def open(self, lane: str) -> None:
        """See Engine.open."""
        self._lanes.add(lane)

    async def close(self, lane: str, grace: float = 10.0) -> None:
        """See Engine.close."""
        self._lanes.discard(lane)
        await _finish([task for key, task in self._running.items() if queue_of(key) == lane], grace)

    async def start(self) -> None:
        """Begin to take work."""
        self._open = True
        await self.open(MAIN)

    async def stop(self, grace: float = 10.0) -> None:
        """Let what runs finish within `grace` seconds, then cancel it."""
        self._open = False
        await _finish(list(self._running.values()), grace)

    def _takes(self, key: str) -> bool:
        return self._open and queue_of(key) in self._lanes

    async def _run(self, key: str) -> None:
        try:
            again = True
            while again:
                self._again.discard(key)
                await self._hands.do(key)
                again = self._takes(key) and key in self._again
        finally:
            del self._running[key]  # nothing is awaited since the last look at `_again`, so no key is lost


async def _finish(tasks: Collection[asyncio.Task[None]], grace: float) -> None:
    if not tasks:
        return
    _, late = await asyncio.wait(tasks, timeout=grace)
    for task in late:
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)
