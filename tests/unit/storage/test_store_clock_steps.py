"""The clock is set back: what was put off waits no longer than was meant, and leases keep their length."""

from datetime import timedelta

from mutuals.domain.model import ActState, DeliveryState, PeriodicTask
from mutuals.storage.store import SqlStore
from tests.support.values import BRAND, HOUR, START, action, alert, delivery

SECOND, MINUTE, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(days=1)


async def test_acts_messages_and_looks_planned_by_the_clock_that_was_ahead_come_as_soon_as_was_meant(
    store: SqlStore,
) -> None:
    ahead = START + HOUR
    async with store.transaction(BRAND) as tx:
        await tx.alerts.put(alert(), was=None)
        await tx.actions.begin(action(state=ActState.CALLING, next_at=ahead + 30 * SECOND))
        await tx.deliveries.request(delivery())
        lease = delivery(state=DeliveryState.SENDING, attempt=1, next_at=ahead + 20 * SECOND)
        await tx.deliveries.put(lease, was_attempt=0)
        await tx.tasks.plan(PeriodicTask.POLL, ahead + MINUTE)

    await store.clock_set_back(START, HOUR)

    async with store.transaction(BRAND) as tx:
        act = await tx.actions.get("x1")
        [message] = await tx.deliveries.of("alert/a1")
    assert act is not None
    assert act.next_at == START + 30 * SECOND
    assert message.next_at == START + 20 * SECOND
    assert f"{PeriodicTask.POLL}/{BRAND}" not in await store.due(START + 59 * SECOND)
    assert f"{PeriodicTask.POLL}/{BRAND}" in await store.due(START + MINUTE)


async def test_a_lease_of_another_process_whose_clock_was_right_is_left_alone(store: SqlStore) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.deliveries.request(delivery())
        lease = delivery(state=DeliveryState.SENDING, attempt=1, next_at=START + 20 * SECOND)
        await tx.deliveries.put(lease, was_attempt=0)

    await store.clock_set_back(START, HOUR)

    async with store.transaction(BRAND) as tx:
        assert await tx.deliveries.of("alert/a1") == [lease]


async def test_a_digest_planned_by_a_clock_that_was_a_day_ahead_is_asked_for_now(store: SqlStore) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.tasks.plan(PeriodicTask.DIGEST, START + 2 * DAY)

    assert await store.clock_stepped_back(START, MINUTE)

    assert f"{PeriodicTask.DIGEST}/{BRAND}" in await store.due(START)
