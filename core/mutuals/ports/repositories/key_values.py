"""The small values of one brand."""

from collections.abc import Collection
from typing import Protocol

from mutuals.ports.key_values import KeyValueStore


class KeyValueRepository(KeyValueStore, Protocol):
    """The small JSON values of one brand, e.g. cursors, closed paths, the time of the next poll."""

    async def load(self, keys: Collection[str]) -> None:
        """Read these at once, so that `get` need not ask for them in this transaction."""
