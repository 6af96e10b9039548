"""How the follow between people and the brand has changed."""

from collections.abc import Sequence
from datetime import datetime

from mutuals.domain.bonds import BondChange, BondEvent
from mutuals.testing.memory.repository import MemoryRepository
from mutuals.testing.memory.tables import Journal, Table


class MemoryBondRepository(MemoryRepository):
    """The promises are those of `mutuals.ports.repositories.bonds`."""

    def __init__(self, brand_id: str, journal: Journal) -> None:
        super().__init__(brand_id, journal)
        self._table: Table[tuple[str, datetime, str], BondChange] = Table(journal)

    async def add(self, changes: Sequence[BondChange]) -> None:
        """See BondRepository.add."""
        for one in changes:
            self._table.put((one.person_id, one.at, one.event), one)

    async def of(self, person_ids: Sequence[str]) -> dict[str, list[BondChange]]:
        """See BondRepository.of."""
        found: dict[str, list[BondChange]] = {}
        for key in sorted(self._table.rows):
            if key[0] in person_ids:
                found.setdefault(key[0], []).append(self._table.rows[key])
        return found

    async def newest(self, event: BondEvent, since: datetime, limit: int) -> list[BondChange]:
        """See BondRepository.newest."""
        fit = [one for one in self._table.rows.values() if one.event is event and one.at >= since]
        return sorted(fit, key=lambda one: one.at, reverse=True)[:limit]
