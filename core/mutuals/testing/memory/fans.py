"""What people did as fans."""

from collections.abc import Sequence
from datetime import datetime

from mutuals.domain import fan_segments, loyalty
from mutuals.domain.fan_segments import FanSegment
from mutuals.domain.model import Credit, Fan
from mutuals.testing.memory.repository import MemoryRepository
from mutuals.testing.memory.tables import Journal, Table


class MemoryFanRepository(MemoryRepository):
    """The promises are those of `mutuals.ports.repositories.fans`."""

    def __init__(self, brand_id: str, journal: Journal) -> None:
        super().__init__(brand_id, journal)
        self._table: Table[str, Fan] = Table(journal, self._index)
        self.rows = self._table.rows
        self._frequent: dict[int, set[str]] = {}  # a number of interactions -> fans with at least so many

    def _index(self, old: Fan | None, new: Fan | None) -> None:
        for at_least, frequent in self._frequent.items():
            if new is not None and new.interactions >= at_least:
                frequent.add(new.person_id)
            elif old is not None:
                frequent.discard(old.person_id)

    async def by_ids(self, person_ids: Sequence[str]) -> dict[str, Fan]:
        """See FanRepository.by_ids."""
        return {person_id: self.rows[person_id] for person_id in person_ids if person_id in self.rows}

    async def put(self, fans: Sequence[Fan]) -> None:
        """See FanRepository.put."""
        for fan in fans:
            self.ensure_own(fan.brand_id)
        for fan in fans:
            self._table.put(fan.person_id, fan)

    async def credit(self, earned: Sequence[Credit]) -> None:
        """See FanRepository.credit."""
        for credit in earned:
            fan = loyalty.credited(self.rows.get(credit.person_id), self.brand_id, credit)
            self._table.put(fan.person_id, fan)

    async def record_answers(self, answers: Sequence[tuple[str, datetime]]) -> None:
        """See FanRepository.record_answers."""
        for person_id, at in answers:
            if person_id in self.rows:
                self._table.put(person_id, loyalty.answered(self.rows[person_id], at))

    async def top(self, limit: int, *, active_since: datetime, at_least: int) -> list[Fan]:
        """See FanRepository.top."""
        if at_least not in self._frequent:
            self._frequent[at_least] = {
                fan.person_id for fan in self.rows.values() if fan.interactions >= at_least
            }
        fans = [self.rows[person_id] for person_id in self._frequent[at_least]]
        wanted = [
            fan
            for fan in fans
            if fan.last_at >= active_since
            and fan.interactions >= at_least
            and not fan.we_follow
            and fan.preference != "leave_alone"
        ]
        return sorted(wanted, key=lambda fan: (-fan.log_score, fan.person_id))[:limit]

    async def segment(self, which: FanSegment, limit: int, *, since: datetime, until: datetime) -> list[Fan]:
        """See FanRepository.segment."""
        fit = [one for one in self.rows.values() if fan_segments.is_in(which, one)]
        there = [one for one in fit if fan_segments.within(one, since, until)]
        return sorted(there, key=lambda one: fan_segments.order(which, one))[:limit]
