"""One sweep: submits whatever the tables say is due; a lost job is found again here. One process does it for all."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from mutuals.alerting import clock_check
from mutuals.context import Context
from mutuals.domain import leases
from mutuals.domain.errors import MutualsError
from mutuals.ports.jobs import JobQueue
from mutuals.service.database_guard import DatabaseGuard
from mutuals.service.named_lease import NamedLease
from mutuals.watcher.recheck import EVERY as RECHECK_EVERY

log = structlog.get_logger(__name__)

LONGEST_POLL = timedelta(seconds=21600)  # that the settings allow
STEP = timedelta(seconds=5)  # by which a clock is set back at least; time services move it more gently below


class Sweeper:
    """Of one process. Without a `lease` it is alone."""

    def __init__(
        self,
        ctx: Context,
        engine: JobQueue,
        guard: DatabaseGuard,
        lease: NamedLease | None,
        swept: Callable[[], None],
    ) -> None:
        """`swept` is called after each sweep, whatever came of it: a sign of life."""
        self._ctx, self._engine, self._guard, self._lease, self._swept = ctx, engine, guard, lease, swept
        self._steps = ClockStepDetector()

    async def sweep(self) -> None:
        """See above. Never raises for the database's sake."""
        try:
            if await self._guard.file_lost():
                return
            await self._guard.disk(speaks=self._lease is None or self._lease.held)
            if self._lease is not None and not self._engine.up:
                await self._lease.release()  # what we submit would be lost: another may sweep
                return
            now = self._ctx.clock.now()
            back = self._steps.back(now, asyncio.get_running_loop().time())
            if back:
                log.warning("clock.set_back", by_s=round(back.total_seconds()))
                await self._ctx.store.clock_set_back(now, back)
                for watched in self._ctx.brands.loaded():
                    await clock_check.shorten(self._ctx, watched)
            if self._lease is not None and not await self._lease.acquire():
                return
            if await self._ctx.store.clock_stepped_back(now, self._longest_interval()):
                log.warning("clock.stepped_back", what="what was planned by the clock before is due now")
            await self._engine.submit_all(await self._ctx.store.due(now))
        except MutualsError as error:
            log.warning("sweep.failed", why=str(error))
        finally:
            self._swept()

    async def release(self) -> None:
        """Let another process sweep."""
        if self._lease is not None:
            await self._lease.release()

    def _longest_interval(self) -> timedelta:
        """Between two polls of any brand, or two rechecks."""
        polls = [timedelta(seconds=one.poll_seconds) for one in self._ctx.brands.loaded()]
        return max([RECHECK_EVERY, leases.TASK.length, *(polls or [LONGEST_POLL])])


class ClockStepDetector:
    """Notices that the machine's clock was set back, by one that nobody sets."""

    def __init__(self) -> None:
        self._before: tuple[datetime, float] | None = None

    def back(self, now: datetime, seconds: float) -> timedelta | None:
        """By how much since the last time it was asked; None where it ran on or was set forward."""
        before, self._before = self._before, (now, seconds)
        if before is None:
            return None
        lost = timedelta(seconds=seconds - before[1]) - (now - before[0])
        return lost if lost >= STEP and now < before[0] else None
