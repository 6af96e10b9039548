"""Notices: what was said once and is not said again."""

import json
from dataclasses import replace

from mutuals.domain.model import Notice
from mutuals.testing.memory.repository import MemoryRepository
from mutuals.testing.memory.tables import Journal, Table


class MemoryNoticeRepository(MemoryRepository):
    """The promises are those of `mutuals.ports.repositories.notices`."""

    def __init__(self, brand_id: str, journal: Journal) -> None:
        super().__init__(brand_id, journal)
        self.table: Table[str, Notice] = Table(journal)

    async def add(self, notice: Notice) -> bool:
        """See NoticeRepository.add."""
        self.ensure_own(notice.brand_id)
        if notice.key in self.table.rows:
            return False
        self.table.put(notice.key, replace(notice, doc=json.loads(json.dumps(dict(notice.doc)))))
        return True

    async def get(self, key: str) -> Notice | None:
        """See NoticeRepository.get."""
        return self.table.rows.get(key)
