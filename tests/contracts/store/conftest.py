"""Each store in turn: in memory, SQLite and PostgreSQL. Every test finds it empty."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from mutuals.ports.store import Store
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock
from mutuals.testing.store import MemoryStore
from tests.support.databases import clock, sqlite_url

__all__ = ["clock"]


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str | None:
    """A new, migrated database of either kind; None for the store in memory."""
    if request.param == "memory":
        return None
    return (
        sqlite_url(tmp_path) if request.param == "sqlite" else str(request.getfixturevalue("postgres").url())
    )


@pytest.fixture
async def store(url: str | None, clock: FixedClock) -> AsyncIterator[Store]:
    if url is None:
        yield MemoryStore(clock)
        return
    opened = await SqlStore.open(url, clock=clock)
    yield opened
    await opened.close()


@pytest.fixture
async def other(url: str | None, store: Store, clock: FixedClock) -> AsyncIterator[Store]:
    """The same rows, as another process has them; in memory both have the same store."""
    if url is None:
        yield store
        return
    opened = await SqlStore.open(url, clock=clock)
    yield opened
    await opened.close()
