"""What the team writes down about people for itself."""

from datetime import datetime

from mutuals.domain.person_notes import PersonNote
from mutuals.testing.memory.repository import MemoryRepository
from mutuals.testing.memory.tables import Journal, Table


class MemoryPersonNoteRepository(MemoryRepository):
    """The promises are those of `mutuals.ports.repositories.notes`."""

    def __init__(self, brand_id: str, journal: Journal) -> None:
        super().__init__(brand_id, journal)
        self.table: Table[tuple[str, datetime, str], PersonNote] = Table(journal)

    async def add(self, note: PersonNote) -> None:
        """See PersonNoteRepository.add."""
        self.table.put((note.person_id, note.at, note.by_key), note)

    async def of(self, person_id: str, limit: int = 50) -> list[PersonNote]:
        """See PersonNoteRepository.of."""
        keys = sorted((key for key in self.table.rows if key[0] == person_id), reverse=True)
        return [self.table.rows[key] for key in keys[:limit]]

    async def forget(self, person_id: str) -> None:
        """See PersonNoteRepository.forget."""
        for key in [key for key in self.table.rows if key[0] == person_id]:
            self.table.put(key, None)
