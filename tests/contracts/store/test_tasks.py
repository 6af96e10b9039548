"""Periodic tasks of a brand: when each is due next. What holds for them as leases is in `test_leases`."""

from mutuals.domain.model import PeriodicTask
from mutuals.ports.store import Store
from tests.support.values import BRAND, HOUR, START

POLL = PeriodicTask.POLL


async def test_a_task_is_due_when_it_was_planned_for_the_earliest(store: Store) -> None:
    async with store.transaction(BRAND) as tx:
        for hours in (3, 1, 2):
            await tx.tasks.plan(POLL, START + hours * HOUR)
        await tx.tasks.plan(PeriodicTask.DIGEST, START + 2 * HOUR)

        assert not await tx.tasks.acquire(POLL, START + HOUR / 2, START + 9 * HOUR)
        assert not await tx.tasks.acquire(PeriodicTask.RECHECK, START + 9 * HOUR, START)
    assert await store.due(START + HOUR) == [f"poll/{BRAND}"]
    assert await store.due(START + 2 * HOUR) == [f"poll/{BRAND}", f"digest/{BRAND}"]


async def test_what_somebody_planned_while_a_task_was_done_stays(store: Store) -> None:
    until = START + HOUR
    async with store.transaction(BRAND) as tx:
        await tx.tasks.plan(POLL, START)
        assert await tx.tasks.acquire(POLL, START, until)
        await tx.tasks.plan(POLL, START + HOUR / 2)
        await tx.tasks.complete(POLL, until, START + 9 * HOUR)

    assert await store.due(START + HOUR / 2) == [f"poll/{BRAND}"]
