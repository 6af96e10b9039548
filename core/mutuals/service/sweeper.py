"""One sweep: submits whatever the tables say is due; a lost job is found again here. One process does it for all."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from mutuals.alerting import clock_check, digest
from mutuals.context import BrandContext, Context
from mutuals.domain.errors import MutualsError
from mutuals.domain.model import PeriodicTask
from mutuals.ports.jobs import JobQueue
from mutuals.service.calendar import next_occurrence
from mutuals.service.chat_supervisor import ConnectionLease
from mutuals.service.database_guard import DatabaseGuard
from mutuals.watcher.recheck import EVERY as RECHECK_EVERY

log = structlog.get_logger(__name__)

CHORE_FOR = timedelta(seconds=45)  # a chore whose process died is taken up again after this
LONGEST_POLL = timedelta(seconds=21600)  # that the settings allow
STEP = timedelta(seconds=5)  # by which a clock is set back at least; time services move it more gently below


class Sweeper:
    """Of one process. Without a `seat` it is alone."""

    def __init__(
        self,
        ctx: Context,
        engine: JobQueue,
        guard: DatabaseGuard,
        seat: ConnectionLease | None,
        swept: Callable[[], None],
    ) -> None:
        """`swept` is called after each sweep, whatever came of it: a sign of life."""
        self._ctx, self._engine, self._guard, self._seat, self._swept = ctx, engine, guard, seat, swept
        self._steps = ClockStepDetector()

    async def sweep(self) -> None:
        """See above. Never raises for the database's sake."""
        try:
            if await self._guard.file_lost():
                return
            await self._guard.disk(speaks=self._seat is None or self._seat.held)
            if self._seat is not None and not self._engine.up:
                await self._seat.leave()  # what we submit would be lost: another may sweep
                return
            now = self._ctx.clock.now()
            back = self._steps.back(now, asyncio.get_running_loop().time())
            if back:
                log.warning("clock.set_back", by_s=round(back.total_seconds()))
                await self._ctx.store.clock_set_back(now, back)
                for watched in self._ctx.brands.loaded():
                    await clock_check.shorten(self._ctx, watched)
            if self._seat is not None and not await self._seat.taken():
                return
            if await self._ctx.store.clock_stepped_back(now, self._longest_interval()):
                log.warning("clock.stepped_back", what="what was planned by the clock before is due now")
            await self._engine.submit_all(await self._ctx.store.due(now))
        except MutualsError as error:
            log.warning("sweep.failed", why=str(error))
        finally:
            self._swept()

    async def leave(self) -> None:
        """Let another process sweep."""
        if self._seat is not None:
            await self._seat.leave()

    def _longest_interval(self) -> timedelta:
        """Between two looks at any brand, or two rechecks."""
        polls = [timedelta(seconds=one.poll_seconds) for one in self._ctx.brands.loaded()]
        return max([RECHECK_EVERY, CHORE_FOR, *(polls or [LONGEST_POLL])])


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


def next_run(kind: PeriodicTask, watched: BrandContext, began: datetime) -> datetime:
    """When a periodic task is due after one that began then."""
    if kind is PeriodicTask.DIGEST:
        return digest.next_moment(watched, began, next_occurrence)
    every = timedelta(seconds=watched.poll_seconds)
    return began + (max(RECHECK_EVERY, every) if kind is PeriodicTask.RECHECK else every)
