"""The ticks of a node, from APScheduler: the sweep. A tick only submits keys."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = structlog.get_logger(__name__)

_STEP_SECONDS = (
    1.0  # how far the machine's clock may move beside the event loop's before we call it set to another time
)
_WATCH_SECONDS = 1.0


class Scheduler:
    """Ticks in memory on every node; a missed tick is made up by the next one.

    APScheduler counts by the machine's clock: set back an hour, it would wait an hour. So the clock is compared with the
    event loop's, which nobody sets, and after a step every tick is due at once.
    """

    def __init__(self) -> None:
        # It reports a tick that is cancelled at the end as an error; real ones are logged by us.
        logging.getLogger("apscheduler").setLevel(logging.CRITICAL)
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": 30}
        )
        self._watching: asyncio.Task[None] | None = None

    def every(self, seconds: float, name: str, work: Callable[[], Awaitable[None]]) -> None:
        """Call `work` every so many seconds, the first time at the start; never twice at once."""

        async def tick() -> None:  # APScheduler awaits only what is a coroutine function
            try:
                await work()
            except Exception:
                log.exception("tick.broke", tick=name)

        self._scheduler.add_job(
            tick, "interval", seconds=seconds, id=name, replace_existing=True, next_run_time=datetime.now(UTC)
        )

    def start(self) -> None:
        """Begin to tick; needs a running loop."""
        self._scheduler.start()
        self._watching = asyncio.create_task(self._watch_the_clock(), name="watch-the-clock")

    def stop(self) -> None:
        """No further ticks."""
        if self._watching is not None:
            self._watching.cancel()
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def _watch_the_clock(self) -> None:
        apart = _apart()
        while True:
            await asyncio.sleep(_WATCH_SECONDS)
            now_apart = _apart()
            if abs(now_apart - apart) >= _STEP_SECONDS:
                log.warning("clock.stepped", seconds=round(now_apart - apart, 1))
                for job in self._scheduler.get_jobs():
                    job.modify(next_run_time=datetime.now(UTC))
            apart = now_apart


def _apart() -> float:
    """The machine's clock less the event loop's, in seconds: it changes only when somebody sets the clock."""
    return datetime.now(UTC).timestamp() - asyncio.get_running_loop().time()
