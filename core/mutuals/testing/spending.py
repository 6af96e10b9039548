"""Spending in memory."""

from collections.abc import Collection

from mutuals.domain.errors import Paused


class MemorySpendingLimiter:
    """A spending limiter that notes everything; with `limit` (millionths of a dollar) it refuses what would pass it."""

    def __init__(self, limit: int | None = None) -> None:
        self.limit = limit
        self.asked: list[int] = []
        self.bought: list[tuple[str, int, int]] = []

    @property
    def total(self) -> int:
        """Millionths of a dollar spent so far."""
        return sum(micros for _, _, micros in self.bought)

    async def ask(self, micros: int) -> None:
        """Note the question. Raises Paused when the limit would be passed."""
        self.asked.append(micros)
        if self.limit is not None and self.total + micros > self.limit:
            raise Paused("The day's limit of spending is reached.")

    async def paid(self, names: Collection[str]) -> set[str]:
        """Nothing: it remembers for nobody else."""
        return set()

    async def spent(self, what: str, units: int, micros: int, names: Collection[str] = ()) -> None:
        """Note what was bought."""
        self.bought.append((what, units, micros))
