"""What a brand has bought from its network, by UTC day."""

from collections.abc import Collection
from typing import Protocol


class SpendingRepository(Protocol):
    """What a brand has bought from its network, by UTC day. Times are aware UTC."""

    async def spent(self, day: str) -> int:
        """Millionths of a dollar spent on a UTC day (YYYY-MM-DD)."""

    async def add(self, day: str, what: str, units: int, micros: int) -> None: ...

    async def paid(self, day: str, names: Collection[str]) -> set[str]:
        """Which of these `put_paid` was told on that UTC day (YYYY-MM-DD)."""

    async def mark_paid(self, day: str, names: Collection[str]) -> None:
        """Remember what was paid for on a UTC day, and forget the days before it."""

    async def by_day(self, since_day: str) -> dict[str, dict[str, int]]:
        """For each UTC day since that one on which something was bought: millionths of a dollar by what was bought."""

    async def since(self, since_day: str) -> dict[str, tuple[int, int]]:
        """For each thing bought since that day: (units, millionths of a dollar)."""
