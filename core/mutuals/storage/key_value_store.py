"""Small values for an integration, under a name of its own."""

from typing import Any

from mutuals.ports.store import Store


class StoredKeyValues:
    """The port `KeyValueStore` over the store; `owner` keeps two integrations' keys apart."""

    def __init__(self, store: Store, owner: str) -> None:
        self._store = store
        self._owner = owner

    async def get(self, key: str) -> Any:
        """The value kept under this key; None if unset."""
        return await self._store.get(f"{self._owner}/{key}")

    async def put(self, key: str, value: Any) -> None:
        """Keep a value; None forgets it."""
        await self._store.put(f"{self._owner}/{key}", value)
