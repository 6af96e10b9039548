"""Cases, by person, conversation and the next moment that matters."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from mutuals.domain.cases import WAITING
from mutuals.domain.model import Case, CaseState, Turn
from mutuals.storage.repositories.mappers import next_moment
from mutuals.testing.memory.moments import DueIndex
from mutuals.testing.memory.repository import MemoryRepository
from mutuals.testing.memory.tables import Journal, Table


class MemoryCaseRepository(MemoryRepository):
    """The promises are those of `mutuals.ports.repositories.cases`."""

    def __init__(self, brand_id: str, journal: Journal) -> None:
        super().__init__(brand_id, journal)
        self.table: Table[str, Case] = Table(journal, self._index)
        self.rows = self.table.rows
        self.moments = DueIndex()
        self._waiting_of: defaultdict[str, set[str]] = defaultdict(set)
        self._in_conversation: defaultdict[str, set[str]] = defaultdict(set)

    def _index(self, old: Case | None, new: Case | None) -> None:
        if old is not None:
            self._waiting_of[old.person_id].discard(old.id)
            self._in_conversation[old.conversation_id].discard(old.id)
        if new is not None:
            self._in_conversation[new.conversation_id].add(new.id)
            if new.state in WAITING:
                self._waiting_of[new.person_id].add(new.id)
            self.moments.put(new.id, next_moment(new))
        elif old is not None:
            self.moments.put(old.id, None)

    async def by_ids(self, ids: Sequence[str]) -> dict[str, Case]:
        """See CaseRepository.by_ids."""
        return {case_id: self.rows[case_id] for case_id in ids if case_id in self.rows}

    async def of(self, person_ids: Sequence[str], conversation_ids: Sequence[str]) -> list[Case]:
        """See CaseRepository.of."""
        found: set[str] = set()
        found.update(*(self._waiting_of.get(person_id, ()) for person_id in person_ids))
        found.update(*(self._in_conversation.get(talk, ()) for talk in conversation_ids))
        return sorted((self.rows[case_id] for case_id in found), key=lambda case: (case.opened_at, case.id))

    async def due(self, now: datetime, limit: int = 200) -> list[Case]:
        """See CaseRepository.due."""
        return [self.rows[case_id] for case_id in self.moments.until(now, limit)]

    async def waiting(self) -> list[Case]:
        """See CaseRepository.waiting."""
        waiting = [self.rows[case_id] for theirs in self._waiting_of.values() for case_id in theirs]
        return sorted(waiting, key=lambda case: case.due_at)

    async def closed(self, state: CaseState, opened_since: datetime) -> list[Case]:
        """See CaseRepository.closed."""
        fit = (case for case in self.rows.values() if case.state is state and case.opened_at >= opened_since)
        return sorted(fit, key=lambda case: case.opened_at)

    async def count_untold(self) -> int:
        """See CaseRepository.count_untold."""
        return sum(not case.told for case in await self.waiting())

    async def count_their_turn(self, opened_since: datetime) -> int:
        """See CaseRepository.count_their_turn."""
        answered = await self.closed(CaseState.ANSWERED, opened_since)
        return len({case.person_id for case in answered if case.turn is Turn.ASKED})

    async def put(self, cases: Sequence[Case]) -> None:
        """See CaseRepository.put."""
        for case in cases:
            self.ensure_own(case.brand_id)
        for case in cases:
            self.table.put(case.id, case)
