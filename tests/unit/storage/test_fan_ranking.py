"""The best fans are found in sorted cells, and only as many cells are read as may hold one."""

from collections.abc import Sequence
from typing import Any

import pytest

from mutuals.domain.model import Fan
from mutuals.storage.repositories import fan_ranking
from mutuals.storage.scope import Scope
from mutuals.storage.store import SqlStore
from tests.support.fans import DAY, best_of, put_crowd
from tests.support.values import BRAND, START


@pytest.fixture
async def people(store: SqlStore) -> list[Fan]:
    return await put_crowd(store)


async def test_cells_whose_best_can_not_get_in_are_not_read(
    store: SqlStore, people: list[Fan], monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: list[int] = []
    merged = fan_ranking._merged

    async def counting(scope: Scope, cells: Sequence[int], *rest: Any) -> list[Fan]:
        sizes.append(len(cells))
        return await merged(scope, cells, *rest)

    monkeypatch.setattr(fan_ranking, "_merged", counting)
    async with store.transaction(BRAND) as tx:
        found = await tx.fans.top(5, active_since=START - 99 * DAY, at_least=1)

    assert found == best_of(people, 5, 99, 1)
    assert sizes == [32]  # of some two hundred
