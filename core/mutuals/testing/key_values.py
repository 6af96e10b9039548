"""Small values in memory."""

import copy
from typing import Any


class MemoryKeyValueStore:
    """Small values in a dict, for chats."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}

    async def get(self, key: str) -> Any:
        """The value of this key, or None."""
        return copy.deepcopy(self.values.get(key))

    async def put(self, key: str, value: Any) -> None:
        """Keep a copy."""
        self.values[key] = copy.deepcopy(value)
