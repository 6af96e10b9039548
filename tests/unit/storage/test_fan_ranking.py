"""The best fans are found in sorted cells, and only as many cells are read as may hold one."""

import random
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest

from mutuals.domain.model import Fan
from mutuals.storage.repositories import fan_ranking
from mutuals.storage.scope import Scope
from mutuals.storage.store import SqlStore
from tests.support.values import BRAND, START, fan

DAY = timedelta(days=1)


def crowd(size: int, seed: int) -> list[Fan]:
    dice = random.Random(seed)
    return [
        fan(
            str(number),
            dice.uniform(-3, 9),
            interactions=min(40, int(dice.paretovariate(0.7))),
            last_at=START - dice.uniform(-1, 100) * DAY,
            we_follow=dice.choice((None, None, False, True)),
            follows_us=dice.choice((None, True, False)),
            preference=dice.choice((None, None, None, "talk", "follow", "leave_alone")),
        )
        for number in range(size)
    ]


def manual_url(people: Sequence[Fan], limit: int, days: float, at_least: int) -> list[Fan]:
    wanted = [
        one
        for one in people
        if not one.we_follow
        and one.preference != "leave_alone"
        and one.last_at >= START - days * DAY
        and one.interactions >= at_least
    ]
    return sorted(wanted, key=lambda one: -one.log_score)[:limit]


@pytest.fixture
async def people(store: SqlStore) -> list[Fan]:
    found = crowd(1500, seed=4)
    async with store.transaction(BRAND) as tx:
        await tx.fans.put(found)
    async with store.transaction("901") as tx:
        await tx.fans.put([Fan("901", "x", 99.0, 99, START, START)])
    return found


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

    assert found == manual_url(people, 5, 99, 1)
    assert sizes == [32]  # of some two hundred
