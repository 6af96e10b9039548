"""Fixtures of the tests of the whole: a house that runs, or one that a test opens with settings of its own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.house import House, Open, houses

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test opens a whole service, so only those marked `smoke` are left to `make test`."""
    for item in items:
        if HERE in item.path.parents and item.get_closest_marker("smoke") is None:
            item.add_marker(pytest.mark.long)


@pytest.fixture
async def open_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Open]:
    """A function that opens a house with settings."""
    async for build in houses(tmp_path, monkeypatch):
        yield build


@pytest.fixture
async def house(open_house: Open) -> House:
    """A house with both chats."""
    return await open_house()
