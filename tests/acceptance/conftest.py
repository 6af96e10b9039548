"""Fixtures of the tests of the whole: a house that runs, or one that a test opens with settings of its own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.house import House, Open, houses


@pytest.fixture
async def open_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Open]:
    """A function that opens a house with settings."""
    async for build in houses(tmp_path, monkeypatch):
        yield build


@pytest.fixture
async def house(open_house: Open) -> House:
    """A house with both chats."""
    return await open_house()
