"""What is said to a brand, hour by hour."""

from collections.abc import Mapping
from datetime import datetime

from mutuals.domain.hour_counts import HourCount
from mutuals.testing.memory.repository import MemoryRepository
from mutuals.testing.memory.tables import Journal, Table


class MemoryHourCountRepository(MemoryRepository):
    """The promises are those of `mutuals.ports.repositories.hour_counts`."""

    def __init__(self, brand_id: str, journal: Journal) -> None:
        super().__init__(brand_id, journal)
        self._table: Table[datetime, HourCount] = Table(journal)

    async def add(self, counts: Mapping[datetime, HourCount]) -> None:
        """See HourCountRepository.add."""
        for hour, count in counts.items():
            self._table.put(hour, self._table.rows.get(hour, HourCount()) + count)

    async def since(self, hour: datetime) -> dict[datetime, HourCount]:
        """See HourCountRepository.since."""
        return {at: count for at, count in self._table.rows.items() if at >= hour}
