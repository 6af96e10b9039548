"""The ticks of a node: the sweep. A tick only submits keys."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

log = structlog.get_logger(__name__)


class Ticker:
    """Ticks in memory on every node, by the event loop's clock: that of the machine may be set back or forward, and
    a scheduler that goes by it would stand still until it has caught up. A missed tick is made up by the next one.
    """

    def __init__(self) -> None:
        self._ticks: list[tuple[float, str, Callable[[], Awaitable[None]]]] = []
        self._running: list[asyncio.Task[None]] = []

    def every(self, seconds: float, name: str, work: Callable[[], Awaitable[None]]) -> None:
        """Call `work` every so many seconds, the first time at the start; never twice at once."""
        self._ticks.append((seconds, name, work))

    def start(self) -> None:
        """Begin to tick; needs a running loop."""
        self._running = [
            asyncio.create_task(_tick(seconds, name, work), name=f"tick-{name}")
            for seconds, name, work in self._ticks
        ]

    def stop(self) -> None:
        """No further ticks; one that is under way is cancelled."""
        for task in self._running:
            task.cancel()


async def _tick(seconds: float, name: str, work: Callable[[], Awaitable[None]]) -> None:
    loop = asyncio.get_running_loop()
    due = loop.time()
    while True:
        try:
            await work()
        except Exception:
            log.exception("tick.broke", tick=name)
        due = max(due + seconds, loop.time())
        await asyncio.sleep(due - loop.time())
