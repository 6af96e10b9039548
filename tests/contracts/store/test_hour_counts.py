"""What is said to a brand, hour by hour: what comes later is added, and other brands have their own."""

from datetime import timedelta

from mutuals.domain.hour_counts import HOUR, HourCount, hour_of
from mutuals.ports.store import Store
from tests.support.values import BRAND, START

NOW = hour_of(START)


async def test_what_comes_later_in_an_hour_is_added_to_it(store: Store) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.hour_counts.add({NOW: HourCount(3, 1, 1, 0), NOW - HOUR: HourCount(2, 0, 0, 2)})
        await tx.hour_counts.add({NOW: HourCount(4, 2, 0, 1)})
        await tx.hour_counts.add({})

        assert await tx.hour_counts.since(NOW) == {NOW: HourCount(7, 3, 1, 1)}
        both = {NOW - HOUR: HourCount(2, 0, 0, 2), NOW: HourCount(7, 3, 1, 1)}
        assert await tx.hour_counts.since(NOW - timedelta(days=9)) == both
        assert await tx.hour_counts.since(NOW + HOUR) == {}


async def test_each_brand_has_its_own_counts(store: Store, other: Store) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.hour_counts.add({NOW: HourCount(1)})
    async with store.transaction("x:2") as tx:
        await tx.hour_counts.add({NOW: HourCount(9)})

    async with other.transaction(BRAND) as tx:
        assert await tx.hour_counts.since(NOW) == {NOW: HourCount(1)}
