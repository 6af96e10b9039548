"""Work to be done in the tests of engines, and somebody who notes how it was done."""

import asyncio
from collections import Counter
from typing import Any

from mutuals.jobs.procrastinate_queue import ProcrastinateJobQueue
from mutuals.ports.jobs import JobQueue


class Shop:
    """Notes what ran; work waits for its gate. One shop may serve several nodes."""

    def __init__(self) -> None:
        self.began: list[str] = []
        self.ended: list[str] = []
        self.gate = asyncio.Event()
        self.takes = 0.002  # seconds, after the gate
        self.now: Counter[str] = Counter()
        self.most: Counter[str] = Counter()  # of one key at once
        self.widest = 0  # of all keys at once

    async def work(self, key: str) -> None:
        self.began.append(key)
        self.now[key] += 1
        self.most[key] = max(self.most[key], self.now[key])
        self.widest = max(self.widest, self.now.total())
        try:
            await self.gate.wait()
            await asyncio.sleep(self.takes)
            self.ended.append(key)
        finally:
            self.now[key] -= 1

    def hire(self, engine: JobQueue) -> JobQueue:
        for prefix in ("do", "deliver"):
            engine.handle(prefix, self.work)
        return engine


def node(url: str, name: str = "node", **settings: Any) -> ProcrastinateJobQueue:
    """An engine with the signs of life of a test: a dead node is found after three seconds."""
    return ProcrastinateJobQueue(url, node=name, **({"heartbeat": 0.3, "stalled_after": 2.5} | settings))
