"""How the follow between people and the brand has changed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from mutuals.domain.bonds import BondChange, BondEvent


class BondRepository(Protocol):
    """How the follow between people and the brand has changed, as look-ups showed it. Times are aware UTC."""

    async def add(self, changes: Sequence[BondChange]) -> None:
        """Keep changes; one that is kept already is kept once."""

    async def of(self, person_ids: Sequence[str]) -> dict[str, list[BondChange]]:
        """The changes of each of these people, oldest first."""

    async def newest(self, event: BondEvent, since: datetime, limit: int) -> list[BondChange]:
        """The newest changes of a kind that were seen since then, the newest first."""
