"""The job queue of one process: asyncio tasks, never two of one key, waiting duplicates vanish."""

import asyncio
from collections.abc import Collection, Sequence

from mutuals.jobs.handlers import MAIN, HandlerRegistry, queue_of
from mutuals.ports.jobs import Handler


class InProcessJobQueue:
    """Runs work as tasks. A key submitted while it runs is run once more afterwards."""

    def __init__(self) -> None:
        self._handlers = HandlerRegistry()
        self._running: dict[str, asyncio.Task[None]] = {}
        self._again: set[str] = set()
        self._open_queues: set[str] = set()
        self._open = False

    def handle(self, prefix: str, work: Handler) -> None:
        """See JobQueue.handle."""
        self._handlers.handle(prefix, work)

    @property
    def up(self) -> bool:
        """See JobQueue.up."""
        return True

    async def submit(self, key: str) -> None:
        """See JobQueue.submit. A key of a closed queue is dropped: the sweep finds it in the tables again."""
        if not self._takes(key):
            return
        if key in self._running:
            self._again.add(key)
            return
        self._running[key] = asyncio.create_task(self._run(key), name=key)

    async def submit_all(self, keys: Sequence[str]) -> None:
        """See JobQueue.submit_all."""
        for key in keys:
            await self.submit(key)

    async def open(self, queue: str) -> None:
        """See JobQueue.open."""
        self._open_queues.add(queue)

    async def close(self, queue: str, grace: float = 10.0) -> None:
        """See JobQueue.close."""
        self._open_queues.discard(queue)
        await _finish([task for key, task in self._running.items() if queue_of(key) == queue], grace)

    async def start(self) -> None:
        """Begin to take work."""
        self._open = True
        await self.open(MAIN)

    async def stop(self, grace: float = 10.0) -> None:
        """Let what runs finish within `grace` seconds, then cancel it."""
        self._open = False
        await _finish(list(self._running.values()), grace)

    def _takes(self, key: str) -> bool:
        return self._open and queue_of(key) in self._open_queues

    async def _run(self, key: str) -> None:
        try:
            again = True
            while again:
                self._again.discard(key)
                await self._handlers.do(key)
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
