"""Fixtures of the tests of the whole: a house that runs, or one that a test opens with settings of its own."""

from collections.abc import AsyncIterator
from pathlib import Path
from zlib import crc32

import pytest

from tests.acceptance.house import House, Open, houses

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test opens a whole service, so only those marked `smoke` are left to `make test`, and of one that is run for
    both chats or with several values only one run: which one differs from test to test, so that both chats are seen."""
    runs: dict[str, list[pytest.Item]] = {}
    for item in items:
        if HERE not in item.path.parents:
            continue
        if item.get_closest_marker("smoke") is None:
            item.add_marker(pytest.mark.long)
        elif "open_house" in getattr(item, "fixturenames", ()):
            runs.setdefault(item.nodeid.partition("[")[0], []).append(item)
    for name, several in runs.items():
        left = several[crc32(name.encode()) % len(several)]
        for one in several:
            if one is not left:
                one.add_marker(pytest.mark.long)


@pytest.fixture
async def open_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Open]:
    """A function that opens a house with settings."""
    async for build in houses(tmp_path, monkeypatch):
        yield build


@pytest.fixture
async def house(open_house: Open) -> House:
    """A house with both chats."""
    return await open_house()
