"""The ledger in memory: the same chain of entries that the database keeps, and as hard to change unseen."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from mutuals.domain.ledger import (
    FIRST,
    INSTALLATION,
    Decision,
    LedgerEntry,
    LedgerHead,
    decided,
    entry,
    kinds,
)
from mutuals.domain.model import Action, ActState
from mutuals.storage.repositories.ledger import as_stored
from mutuals.storage.schema.columns import from_micros
from mutuals.testing.memory.repository import MemoryRepository
from mutuals.testing.memory.tables import Journal, Table


class MemoryLedgerRepository(MemoryRepository):
    """The promises are those of `mutuals.ports.repositories.ledger`. `stamp` gives strictly increasing microseconds."""

    def __init__(self, brand_id: str, journal: Journal, stamp: Callable[[], int]) -> None:
        super().__init__(brand_id, journal)
        self._table: Table[int, LedgerEntry] = Table(journal)
        self._stamp = stamp
        self._chain = brand_id or INSTALLATION

    async def record(self, decision: Decision) -> None:
        """See LedgerRepository.record."""
        self._append(partial(decided, decision, self._chain))

    def record_act(self, action: Action, was: ActState | None) -> None:
        """Write what is to be told of an act that has come into its state; `was` None: it was just claimed."""
        for kind in kinds(action.state, was):
            self._append(partial(entry, kind, action))

    def _append(self, make: Callable[..., LedgerEntry]) -> None:
        last = self.head()
        new = make(number=last.entries + 1, at=from_micros(self._stamp()), prev=last.hash)
        self._table.put(new.number, as_stored(new))

    def head(self) -> LedgerHead:
        """Where the chain ends."""
        entries = len(self._table.rows)
        return LedgerHead(entries, self._table.rows[entries].hash if entries else FIRST)

    def entries(self, since: datetime | None) -> list[LedgerEntry]:
        """The chain in its order, from the first entry since then."""
        found = list(self._table.rows.values())
        start = next(
            (number for number, one in enumerate(found) if since is None or one.at >= since), len(found)
        )
        return found[start:]
