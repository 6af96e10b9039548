"""The port to secrets at rest."""

from collections.abc import Mapping
from typing import Any, Protocol


class SecretVault(Protocol):
    """Secrets at rest, encrypted. Values never appear in logs or errors."""

    async def read(self, name: str) -> Mapping[str, Any] | None:
        """The secret of this name, or None."""

    async def write(self, name: str, value: Mapping[str, Any]) -> None:
        """Keep a secret; durable when this returns."""

    async def forget(self, name: str) -> None:
        """Forget the secret of this name; nothing happens where there is none."""
