"""The small values of one brand."""

import json
from collections.abc import Collection
from typing import Any

from mutuals.testing.memory.repository import MemoryRepository
from mutuals.testing.memory.tables import Journal, Table


class _Text(str):
    """A list or an object as JSON."""

    __slots__ = ()


class MemoryKeyValueRepository(MemoryRepository):
    """The promises are those of `mutuals.ports.key_values`. What is no JSON is refused, as by a database."""

    def __init__(self, brand_id: str, journal: Journal) -> None:
        super().__init__(brand_id, journal)
        self._table: Table[str, Any] = Table(journal)

    async def get(self, key: str) -> Any:
        """See KeyValueStore.get."""
        value = self._table.rows.get(key)
        return json.loads(value) if type(value) is _Text else value

    async def load(self, keys: Collection[str]) -> None:
        """See KeyValueRepository.load: everything is at hand."""

    async def put(self, key: str, value: Any) -> None:
        """See KeyValueStore.put; None forgets the value."""
        plain = value is None or type(value) in (str, int, float, bool)
        self._table.put(key, value if plain else _Text(json.dumps(value)))
