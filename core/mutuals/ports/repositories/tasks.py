"""Periodic tasks of a brand: when each is due next, and who may do it now."""

from datetime import datetime
from typing import Protocol

from mutuals.domain.model import (
    PeriodicTask,
)


class TaskRepository(Protocol):
    """Periodic tasks of a brand: when each is due next, and who may do it now. Times are aware UTC."""

    async def plan(self, kind: PeriodicTask, at: datetime) -> None:
        """The chore is due at `at`, or earlier if it was planned earlier."""

    async def acquire(self, kind: PeriodicTask, now: datetime, until: datetime) -> bool:
        """Take a chore that is due: it is due again at `until` unless it is done before. False when it is
        not due (any more)."""

    async def complete(self, kind: PeriodicTask, until: datetime, next_at: datetime) -> None:
        """Plan the next time of a chore taken with `until`; what somebody planned meanwhile stays."""
