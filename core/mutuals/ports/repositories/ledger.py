"""The ledger of decisions."""

from typing import Protocol

from mutuals.domain.ledger import Decision


class LedgerRepository(Protocol):
    """The ledger of decisions. Times are aware UTC."""

    async def record(self, decision: Decision) -> None:
        """Write a decision into the ledger, with whatever else this transaction changes."""
