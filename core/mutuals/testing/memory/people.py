"""People as they were looked up."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from mutuals.domain.model import Person
from mutuals.domain.queue_order import QueueFilter, QueuePart
from mutuals.testing.memory.alerts import MemoryAlertRepository
from mutuals.testing.memory.fans import MemoryFanRepository
from mutuals.testing.memory.repository import MemoryRepository
from mutuals.testing.memory.tables import Journal, Table

_EVERYTHING = QueueFilter(QueuePart.ALL, "", datetime.max.replace(tzinfo=UTC))


class MemoryPersonRepository(MemoryRepository):
    """The promises are those of `mutuals.ports.repositories.people`."""

    def __init__(self, brand_id: str, journal: Journal, fans: MemoryFanRepository) -> None:
        super().__init__(brand_id, journal)
        self.table: Table[str, Person] = Table(journal)
        self.rows = self.table.rows
        self._fans = fans
        self.alerts: MemoryAlertRepository  # set by the unit of work, which makes them later

    async def by_ids(self, ids: Sequence[str]) -> dict[str, Person]:
        """See PersonRepository.by_ids."""
        return {person_id: self.rows[person_id] for person_id in ids if person_id in self.rows}

    async def called(self, handle: str) -> list[Person]:
        """See PersonRepository.called."""
        same = [one for one in self.rows.values() if one.account.handle.lower() == handle.lower()]
        return sorted(same, key=lambda one: one.account.id)

    async def names_like(self, beginning: str, limit: int) -> list[str]:
        """See PersonRepository.names_like."""
        names = (one.account.handle.lower() for one in self.rows.values() if one.gone is None)
        return sorted(one for one in names if one.startswith(beginning.lower()))[:limit]

    async def suggested(self, begun: str, limit: int) -> list[str]:
        """See PersonRepository.suggested."""
        page = await self.alerts.queue(_EVERYTHING, limit=len(self.rows) + 1)
        known = [self.rows[one.person_id] for _, one in page.alerts if one.person_id in self.rows]
        known += sorted(self.rows.values(), key=lambda one: (one.account.handle.lower(), one.account.id))
        handles = [one.account.handle for one in known if one.gone is None and one.account.handle]
        return list(dict.fromkeys(one for one in handles if one.lower().startswith(begun.lower())))[:limit]

    async def put(self, people: Sequence[Person]) -> None:
        """See PersonRepository.put."""
        for person in people:
            self.table.put(person.account.id, person)
            fan, bond = self._fans.rows.get(person.account.id), person.relationship
            if fan is not None and person.checked_at is not None:
                await self._fans.put(
                    [
                        replace(
                            fan,
                            checked_at=person.checked_at,
                            follows_us=bond.follows_us,
                            we_follow=bond.we_follow,
                        )
                    ]
                )

    def redact(self, person_id: str, why: str) -> None:
        """Drop a profile's name, bio and picture."""
        if (person := self.rows.get(person_id)) is not None:
            blank = replace(person.account, name="", bio="", avatar_url=None, link=None)
            self.table.put(person_id, replace(person, account=blank, gone=why))
