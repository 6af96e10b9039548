"""The port to small values of an integration that outlive a restart."""

from typing import Any, Protocol


class KeyValueStore(Protocol):
    """Small JSON values that outlive a restart and belong to no brand, e.g. a hash of the commands registered."""

    async def get(self, key: str) -> Any: ...

    async def put(self, key: str, value: Any) -> None: ...
