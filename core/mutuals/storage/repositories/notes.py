"""What the team writes down about people for itself."""

from sqlalchemy import delete, select

from mutuals.domain.person_notes import PersonNote
from mutuals.storage.repositories.repository import Repository
from mutuals.storage.schema.person_tables import person_note


class SqlPersonNoteRepository(Repository):
    """The promises are those of `mutuals.ports.repositories.notes`."""

    async def add(self, note: PersonNote) -> None:
        """Keep a note."""
        row = {
            "brand_id": self.scope.brand_id,
            "person_id": note.person_id,
            "at": note.at,
            "author_key": note.by_key,
            "author_name": note.by,
            "text": note.text,
        }
        await self.scope.upsert(person_note, [row])

    async def of(self, person_id: str, limit: int = 50) -> list[PersonNote]:
        """The notes about a person, newest first."""
        query = (
            select(person_note)
            .where(person_note.c.brand_id == self.scope.brand_id, person_note.c.person_id == person_id)
            .order_by(person_note.c.at.desc(), person_note.c.author_key.desc())
            .limit(limit)
        )
        return [
            PersonNote(row["person_id"], row["text"], row["at"], row["author_name"], row["author_key"])
            for row in await self.scope.all(query)
        ]

    async def forget(self, person_id: str) -> None:
        """Remove all notes about a person."""
        theirs = (person_note.c.brand_id == self.scope.brand_id, person_note.c.person_id == person_id)
        await self.scope.conn.execute(delete(person_note).where(*theirs))
