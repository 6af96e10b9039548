"""Ports that live in memory, for the tests of integrations."""

import copy
from collections.abc import Collection, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from mutuals.domain.errors import Paused


class FixedClock:
    """A clock that stands still until it is moved; begins at a Monday noon."""

    def __init__(self, at: datetime = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)) -> None:
        self.at = at

    def now(self) -> datetime:
        """The time it was set to."""
        return self.at

    def move(self, seconds: float) -> None:
        """Let time pass (or go back, with a negative number)."""
        self.at += timedelta(seconds=seconds)


async def freely() -> None:
    """A gate that is open."""


class MemoryVault:
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


class MemoryMemory:
    """Small values in a dict, for channels."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}

    async def get(self, key: str) -> Any:
        """The value of this key, or None."""
        return copy.deepcopy(self.values.get(key))

    async def put(self, key: str, value: Any) -> None:
        """Keep a copy."""
        self.values[key] = copy.deepcopy(value)


class MemoryMeter:
    """A purse that notes everything; with `limit` (millionths of a dollar) it refuses what would pass it."""

    def __init__(self, limit: int | None = None) -> None:
        self.limit = limit
        self.asked: list[int] = []
        self.bought: list[tuple[str, int, int]] = []

    @property
    def total(self) -> int:
        """Millionths of a dollar spent so far."""
        return sum(micros for _, _, micros in self.bought)

    async def ask(self, micros: int) -> None:
        """Note the question. Raises Paused when the limit would be passed."""
        self.asked.append(micros)
        if self.limit is not None and self.total + micros > self.limit:
            raise Paused("The day's limit of spending is reached.")

    async def paid(self, names: Collection[str]) -> set[str]:
        """Nothing: it remembers for nobody else."""
        return set()

    async def spent(self, what: str, units: int, micros: int, names: Collection[str] = ()) -> None:
        """Note what was bought."""
        self.bought.append((what, units, micros))
