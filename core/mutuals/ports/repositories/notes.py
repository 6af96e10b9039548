"""What the team writes down about people for itself."""

from typing import Protocol

from mutuals.domain.person_notes import PersonNote


class PersonNoteRepository(Protocol):
    """What the team writes down about people for itself. Times are aware UTC."""

    async def add(self, note: PersonNote) -> None:
        """Keep a note; one of the same author and instant takes its place."""

    async def of(self, person_id: str, limit: int = 50) -> list[PersonNote]:
        """The notes about a person, newest first."""

    async def forget(self, person_id: str) -> None:
        """Remove all notes about a person."""
