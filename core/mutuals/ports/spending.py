"""The port to a brand's spending: what calls cost, and the hard limit of a day."""

from collections.abc import Collection
from typing import Protocol


class SpendingLimiter(Protocol):
    """One brand: what calls cost, and the hard daily limit."""

    async def ask(self, micros: int) -> None:
        """Before a call that may cost this much (millionths of a dollar). Raises Paused when the day's limit would be passed."""

    async def paid(self, names: Collection[str]) -> set[str]:
        """Which of these were bought on this UTC day, by whichever process: they cost nothing more today."""

    async def spent(self, what: str, units: int, micros: int, names: Collection[str] = ()) -> None:
        """After a call: what was bought and what it cost; `names` are remembered until the UTC day ends."""
