"""Hand-offs: cases on their way to others."""

from typing import Protocol

from mutuals.domain.hand_offs import HandOff


class HandOffRepository(Protocol):
    """The forwardings of a brand's cases."""

    async def add(self, one: HandOff) -> None:
        """Keep a new one. Raises ValueError for one of another brand, as `put` does."""

    async def get(self, hand_off_id: str) -> HandOff | None: ...

    async def put(self, one: HandOff, *, was_attempt: int) -> bool:
        """Change one that is still at that attempt; False where somebody was first."""
