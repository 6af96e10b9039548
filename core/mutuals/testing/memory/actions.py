"""Acts: what somebody of the team asked for, and how far it got; every step is written to the ledger."""

from dataclasses import replace
from datetime import datetime

from mutuals.domain.model import LIVE_ACTS, Action, ActState
from mutuals.storage.repositories.mappers import busy_key, once_key
from mutuals.testing.memory.ledger import MemoryLedgerRepository
from mutuals.testing.memory.repository import MemoryRepository
from mutuals.testing.memory.tables import Journal, Table


def _places(action: Action) -> set[tuple[str, str | None]]:
    """What only one act may hold at a time."""
    held = {("once", once_key(action)), ("busy", busy_key(action))}
    return {place for place in held if place[1] is not None}


class MemoryActionRepository(MemoryRepository):
    """The promises are those of `mutuals.ports.repositories.actions`."""

    def __init__(self, brand_id: str, journal: Journal, ledger: MemoryLedgerRepository) -> None:
        super().__init__(brand_id, journal)
        self._table: Table[str, Action] = Table(journal)
        self.rows = self._table.rows
        self._ledger = ledger

    async def begin(self, action: Action) -> Action | None:
        """See ActionRepository.begin."""
        self.ensure_own(action.brand_id)
        standing = self._in_the_way(action) or self.rows.get(action.id)
        if standing is None:
            self._table.put(action.id, action)
            self._ledger.record_act(action, None)
        return standing

    def _in_the_way(self, action: Action) -> Action | None:
        wanted = _places(action)
        others = (other for other in self.rows.values() if other.id != action.id and _places(other) & wanted)
        return min(others, key=lambda other: other.created_at, default=None)

    async def get(self, action_id: str) -> Action | None:
        """See ActionRepository.get."""
        return self.rows.get(action_id)

    async def of(self, alert_id: str) -> list[Action]:
        """See ActionRepository.of."""
        return _oldest_first([action for action in self.rows.values() if action.alert_id == alert_id])

    async def put(self, action: Action, *, was: ActState, was_attempt: int) -> bool:
        """See ActionRepository.put."""
        self.ensure_own(action.brand_id)
        old = self.rows.get(action.id)
        if old is None or (old.state, old.attempt) != (was, was_attempt) or self._in_the_way(action):
            return False
        self._table.put(action.id, action)
        self._ledger.record_act(action, was)
        return True

    async def due(self, now: datetime, limit: int = 50) -> list[Action]:
        """See ActionRepository.due."""
        due = [(at, action) for action, at in self.live() if at <= now]
        return [action for _, action in sorted(due, key=lambda pair: pair[0])[:limit]]

    async def since(self, since: datetime) -> list[Action]:
        """See ActionRepository.since."""
        return _oldest_first([action for action in self.rows.values() if action.created_at >= since])[::-1]

    def live(self) -> list[tuple[Action, datetime]]:
        """Acts that are under way and planned, with the moment for which they are."""
        live = (action for action in self.rows.values() if action.state in LIVE_ACTS)
        return [(action, action.next_at) for action in live if action.next_at is not None]

    def postpone(self, action: Action, next_at: datetime) -> None:
        """Set when it is looked at again, and nothing else."""
        self._table.put(action.id, replace(action, next_at=next_at))


def _oldest_first(actions: list[Action]) -> list[Action]:
    return sorted(actions, key=lambda action: (action.created_at, action.id))
