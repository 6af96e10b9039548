"""Seats and names: of many processes so many may hold something at a time, and a name counts once for all of them."""

import asyncio
from datetime import timedelta

from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock
from tests.support.values import START

MINUTE = timedelta(minutes=1)


async def test_of_many_who_want_one_of_two_seats_two_get_it(store: SqlStore, other: SqlStore) -> None:
    asked = [
        one.acquire_lease("slack", f"node{number}", among=2, until=START + MINUTE)
        for number, one in enumerate((store, other) * 4)
    ]
    taken = await asyncio.gather(*asked)

    assert sorted(one for one in taken if one is not None) == [0, 1]


async def test_who_renews_keeps_the_seat_and_who_does_not_has_lost_it(
    store: SqlStore, other: SqlStore, clock: FixedClock
) -> None:
    assert await store.acquire_lease("discord", "first", among=1, until=START + MINUTE) == 0
    clock.move(30)
    assert await store.acquire_lease("discord", "first", among=1, until=START + 2 * MINUTE) == 0
    clock.move(60)
    assert await other.acquire_lease("discord", "second", among=1, until=START + 3 * MINUTE) is None
    clock.move(60)
    assert await other.acquire_lease("discord", "second", among=1, until=START + 4 * MINUTE) == 0
    assert await store.acquire_lease("discord", "first", among=1, until=START + 4 * MINUTE) is None


async def test_a_seat_that_is_given_back_is_free_at_once(store: SqlStore, other: SqlStore) -> None:
    await store.acquire_lease("discord", "first", among=1, until=START + MINUTE)
    await store.release_lease("discord", "second")  # somebody else's is not theirs to give
    assert await other.acquire_lease("discord", "second", among=1, until=START + MINUTE) is None
    await store.release_lease("discord", "first")
    assert await other.acquire_lease("discord", "second", among=1, until=START + MINUTE) == 0


async def test_of_many_who_hear_the_same_request_one_is_the_first(store: SqlStore, other: SqlStore) -> None:
    heard = [one.remember("slack/event-1", until=START + MINUTE) for one in (store, other) * 5]

    assert sorted(await asyncio.gather(*heard)) == [False] * 9 + [True]
    assert await other.remember("slack/event-2", until=START + MINUTE)


async def test_a_name_is_forgotten_when_its_time_is_over(store: SqlStore, clock: FixedClock) -> None:
    assert await store.remember("x/push-1", until=START + MINUTE)
    clock.move(30)
    assert not await store.remember("x/push-1", until=START + MINUTE)
    clock.move(60)
    assert await store.remember("x/push-1", until=START + 3 * MINUTE)
