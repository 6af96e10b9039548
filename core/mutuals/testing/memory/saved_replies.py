"""Saved replies: the texts that a team keeps to answer with."""

from mutuals.domain.saved_replies import SavedReply
from mutuals.testing.memory.repository import MemoryRepository
from mutuals.testing.memory.tables import Journal, Table


class MemorySavedReplyRepository(MemoryRepository):
    """The promises are those of `mutuals.ports.repositories.saved_replies`."""

    def __init__(self, brand_id: str, journal: Journal) -> None:
        super().__init__(brand_id, journal)
        self._table: Table[str, SavedReply] = Table(journal)

    async def all(self) -> list[SavedReply]:
        """See SavedReplyRepository.all."""
        return [self._table.rows[key] for key in sorted(self._table.rows)]

    async def get(self, reply_id: str) -> SavedReply | None:
        """See SavedReplyRepository.get."""
        return self._table.rows.get(reply_id)

    async def put(self, reply: SavedReply) -> None:
        """See SavedReplyRepository.put."""
        if reply.at is None:
            raise ValueError("a starter that nobody has changed is no row")
        self._table.put(reply.id, reply)

    async def remove(self, reply_id: str) -> None:
        """See SavedReplyRepository.remove."""
        self._table.put(reply_id, None)
