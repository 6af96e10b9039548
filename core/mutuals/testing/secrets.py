"""Secrets in memory."""

import copy
from collections.abc import Mapping
from typing import Any


class MemorySecretVault:
    """Secrets in a dict. `fail` makes the next writes raise it, for tests of a full disk."""

    def __init__(self) -> None:
        self.secrets: dict[str, dict[str, Any]] = {}
        self.fail: Exception | None = None

    async def read(self, name: str) -> Mapping[str, Any] | None:
        """A copy of the secret of this name, or None."""
        return copy.deepcopy(self.secrets.get(name))

    async def write(self, name: str, value: Mapping[str, Any]) -> None:
        """Keep a copy."""
        if self.fail is not None:
            raise self.fail
        self.secrets[name] = copy.deepcopy(dict(value))

    async def forget(self, name: str) -> None:
        """Take one away."""
        self.secrets.pop(name, None)
