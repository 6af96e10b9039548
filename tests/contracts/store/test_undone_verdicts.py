"""A verdict that was undone takes the line back that it has moved, and no other move, in every store."""

from mutuals.alerting import calibration
from mutuals.ports.store import Store
from tests.support.values import BRAND, START

BEFORE = {"slope": 1.0, "shift": 0.0, "verdicts": 30, "at": "2026-11-01T09:00:00+00:00"}
MOVED = BEFORE | {"shift": 0.4, "verdicts": 40, "at": START.isoformat()}


async def test_a_line_that_the_verdict_has_moved_is_where_it_was(store: Store) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.key_values.put(calibration.KEY, MOVED)
        await calibration.take_back(tx, BEFORE, START.isoformat())
        assert await calibration.state(tx) == BEFORE


async def test_a_line_that_moved_at_another_moment_stays(store: Store) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.key_values.put(calibration.KEY, MOVED)
        await calibration.take_back(tx, BEFORE, "2026-11-02T09:00:00+00:00")
        await calibration.take_back(tx, MOVED, START.isoformat())
        assert await calibration.state(tx) == MOVED
