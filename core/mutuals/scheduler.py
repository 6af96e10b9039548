"""The ticks, from APScheduler: the sweep and each brand's look. A tick only submits keys."""

import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = structlog.get_logger(__name__)


class Ticker:
    """Ticks in memory on every node; a missed tick is made up by the next one."""

    def __init__(self) -> None:
        # It reports a tick that is cancelled at the end as an error; real ones are logged by us.
        logging.getLogger("apscheduler").setLevel(logging.CRITICAL)
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": 30}
        )

    def every(
        self, seconds: float, name: str, work: Callable[[], Awaitable[None]], *, at_once: bool = True
    ) -> None:
        """Call `work` every so many seconds, the first time at once if wanted."""

        async def tick() -> None:  # APScheduler awaits only what is a coroutine function
            try:
                await work()
            except Exception:
                log.exception("tick.broke", tick=name)

        first = {"next_run_time": datetime.now(UTC)} if at_once else {}
        self._scheduler.add_job(tick, "interval", seconds=seconds, id=name, replace_existing=True, **first)

    def start(self) -> None:
        """Begin to tick; needs a running loop."""
        self._scheduler.start()

    def stop(self) -> None:
        """No further ticks."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
