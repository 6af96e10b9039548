"""Hand-offs: cases on their way to others."""

from datetime import datetime

from mutuals.domain.hand_offs import LIVE, HandOff
from mutuals.testing.memory.repository import MemoryRepository
from mutuals.testing.memory.tables import Journal, Table


class MemoryHandOffRepository(MemoryRepository):
    """The promises are those of `mutuals.ports.repositories.hand_offs`."""

    def __init__(self, brand_id: str, journal: Journal) -> None:
        super().__init__(brand_id, journal)
        self.table: Table[str, HandOff] = Table(journal)

    async def add(self, one: HandOff) -> None:
        """See HandOffRepository.add."""
        self.ensure_own(one.brand_id)
        self.table.put(one.id, one)

    async def get(self, hand_off_id: str) -> HandOff | None:
        """See HandOffRepository.get."""
        return self.table.rows.get(hand_off_id)

    async def put(self, one: HandOff, *, was_attempt: int) -> bool:
        """See HandOffRepository.put."""
        self.ensure_own(one.brand_id)
        old = self.table.rows.get(one.id)
        if old is None or old.attempt != was_attempt:
            return False
        self.table.put(one.id, one)
        return True

    def due(self, now: datetime) -> list[HandOff]:
        """Those whose turn has come."""
        waiting = (one for one in self.table.rows.values() if one.state in LIVE)
        return sorted((one for one in waiting if one.next_at and one.next_at <= now), key=lambda one: one.id)
