"""Periodic tasks of a brand: when each is due next, and who may do it now."""

from datetime import datetime

from mutuals.domain.model import PeriodicTask
from mutuals.testing.memory.repository import MemoryRepository
from mutuals.testing.memory.tables import Journal, Table


class MemoryTaskRepository(MemoryRepository):
    """The promises are those of `mutuals.ports.repositories.tasks`."""

    def __init__(self, brand_id: str, journal: Journal) -> None:
        super().__init__(brand_id, journal)
        self.table: Table[PeriodicTask, datetime] = Table(journal)

    async def plan(self, kind: PeriodicTask, at: datetime) -> None:
        """See TaskRepository.plan."""
        planned = self.table.rows.get(kind)
        self.table.put(kind, at if planned is None else min(planned, at))

    async def acquire(self, kind: PeriodicTask, now: datetime, until: datetime) -> bool:
        """See TaskRepository.acquire."""
        planned = self.table.rows.get(kind)
        if planned is None or planned > now:
            return False
        self.table.put(kind, until)
        return True

    async def complete(self, kind: PeriodicTask, until: datetime, next_at: datetime) -> None:
        """See TaskRepository.complete."""
        if self.table.rows.get(kind) == until:
            self.table.put(kind, next_at)
