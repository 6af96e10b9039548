"""Periodic tasks of a brand: when each is due next, and who has the lease to do it now."""

from datetime import datetime
from typing import Protocol

from mutuals.domain.model import (
    PeriodicTask,
)


class TaskRepository(Protocol):
    """Periodic tasks of a brand: when each is due next, and who has the lease to do it now. Times are aware UTC.

    The end of a lease is its fencing token, too: of two that follow each other the second ends later.
    """

    async def plan(self, kind: PeriodicTask, at: datetime) -> None:
        """The task is due at `at`, or earlier if it was planned earlier."""

    async def acquire(self, kind: PeriodicTask, now: datetime, until: datetime) -> bool:
        """Acquire a task that is due: it is due again at `until` unless it is completed before. False when it is
        not due (any more)."""

    async def complete(self, kind: PeriodicTask, until: datetime, next_at: datetime) -> None:
        """Plan the next time of a task acquired `until` then; what somebody planned or acquired meanwhile stays."""
