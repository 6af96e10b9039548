"""The small values of one brand."""

import json
from typing import Any

from mutuals.testing.memory.repository import MemoryRepository
from mutuals.testing.memory.tables import Journal, Table


class MemoryKeyValueRepository(MemoryRepository):
    """The promises are those of `mutuals.ports.key_values`. Kept as text: what is no JSON is refused as by a database."""

    def __init__(self, brand_id: str, journal: Journal) -> None:
        super().__init__(brand_id, journal)
        self._table: Table[str, str] = Table(journal)

    async def get(self, key: str) -> Any:
        """See KeyValueStore.get."""
        text = self._table.rows.get(key)
        return None if text is None else json.loads(text)

    async def put(self, key: str, value: Any) -> None:
        """See KeyValueStore.put; None forgets the value."""
        self._table.put(key, None if value is None else json.dumps(value))
