"""What a brand has bought from its network, by UTC day."""

from collections.abc import Collection

from mutuals.testing.memory.repository import MemoryRepository
from mutuals.testing.memory.tables import Journal, Table


class MemorySpendingRepository(MemoryRepository):
    """The promises are those of `mutuals.ports.repositories.spending`."""

    def __init__(self, brand_id: str, journal: Journal) -> None:
        super().__init__(brand_id, journal)
        self._bought: Table[tuple[str, str], tuple[int, int]] = Table(
            journal
        )  # by day and thing: units, micros
        self._paid: Table[tuple[str, str], bool] = Table(journal)  # by day and name

    async def spent(self, day: str) -> int:
        """See SpendingRepository.spent."""
        return sum(micros for (of, _), (_, micros) in self._bought.rows.items() if of == day)

    async def add(self, day: str, what: str, units: int, micros: int) -> None:
        """See SpendingRepository.add."""
        before = self._bought.rows.get((day, what), (0, 0))
        self._bought.put((day, what), (before[0] + units, before[1] + micros))

    async def paid(self, day: str, names: Collection[str]) -> set[str]:
        """See SpendingRepository.paid."""
        return {name for name in names if (day, name) in self._paid.rows}

    async def mark_paid(self, day: str, names: Collection[str]) -> None:
        """See SpendingRepository.mark_paid."""
        for key in [key for key in self._paid.rows if key[0] < day]:
            self._paid.put(key, None)
        for name in names:
            self._paid.put((day, name), True)

    async def by_day(self, since_day: str) -> dict[str, dict[str, int]]:
        """See SpendingRepository.by_day."""
        found: dict[str, dict[str, int]] = {}
        for (day, what), (_, micros) in sorted(self._bought.rows.items()):
            if day >= since_day:
                found.setdefault(day, {})[what] = micros
        return found

    async def since(self, since_day: str) -> dict[str, tuple[int, int]]:
        """See SpendingRepository.since."""
        found: dict[str, tuple[int, int]] = {}
        for (day, what), (units, micros) in self._bought.rows.items():
            if day >= since_day:
                before = found.get(what, (0, 0))
                found[what] = before[0] + units, before[1] + micros
        return found
