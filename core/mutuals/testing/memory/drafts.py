"""Drafts: what a person typed and has not sent."""

from datetime import datetime

from mutuals.testing.memory.repository import MemoryRepository
from mutuals.testing.memory.tables import Journal, Table


class MemoryDraftRepository(MemoryRepository):
    """The promises are those of `mutuals.ports.repositories.drafts`."""

    def __init__(self, brand_id: str, journal: Journal) -> None:
        super().__init__(brand_id, journal)
        self.table: Table[tuple[str, str], str] = Table(journal)  # by alert and person

    async def get(self, alert_id: str, actor_key: str) -> str | None:
        """See DraftRepository.get."""
        return self.table.rows.get((alert_id, actor_key))

    async def put(self, alert_id: str, actor_key: str, text: str | None, at: datetime) -> None:
        """See DraftRepository.put."""
        self.table.put((alert_id, actor_key), text)
