"""Every test of the port runs on SQLite and on PostgreSQL."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock
from tests.support.databases import clock, sqlite_url

__all__ = ["clock"]


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A new, migrated database of either kind."""
    if request.param == "sqlite":
        return sqlite_url(tmp_path)
    return str(request.getfixturevalue("postgres").url())


@pytest.fixture
async def store(url: str, clock: FixedClock) -> AsyncIterator[SqlStore]:
    opened = await SqlStore.open(url, clock=clock)
    yield opened
    await opened.close()


@pytest.fixture
async def other(url: str, clock: FixedClock) -> AsyncIterator[SqlStore]:
    """A second store on the same database, as another process would have it."""
    opened = await SqlStore.open(url, clock=clock)
    yield opened
    await opened.close()
