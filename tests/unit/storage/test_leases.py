"""A database that keeps an acquisition waiting: time passes before it is this process's turn."""

import asyncio

from mutuals.domain.leases import CONNECTION
from mutuals.storage import leases
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock
from tests.support.databases import connection_of

LOCK = "seat/chat/discord"  # what is locked while the lease changes hands


async def _asks(store: SqlStore, clock: FixedClock) -> asyncio.Task[int | None]:
    asks = store.acquire_lease("chat/discord", "waits", among=1, until=CONNECTION.until(clock.now()))
    asking = asyncio.create_task(asks)
    await asyncio.sleep(0.05)
    assert not asking.done()
    return asking


async def test_a_lease_whose_turn_comes_after_its_own_end_is_not_acquired(
    store: SqlStore, other: SqlStore, clock: FixedClock
) -> None:
    async with other.transaction(LOCK):
        asking = await _asks(store, clock)
        clock.move(CONNECTION.length.total_seconds())

    assert await asking is None
    assert (
        await other.acquire_lease("chat/discord", "next", among=1, until=CONNECTION.until(clock.now())) == 0
    )


async def test_who_has_waited_long_does_not_take_a_lease_from_its_holder(
    store: SqlStore, other: SqlStore, clock: FixedClock
) -> None:
    """A holder's end is judged by how long a lease lasts, not by what is left of the one that was asked for."""
    async with other.transaction(LOCK) as tx:
        asking = await _asks(store, clock)
        clock.move(CONNECTION.length.total_seconds() - 1)
        now, until = clock.now(), CONNECTION.until(clock.now())
        await leases.acquire(
            connection_of(tx),
            "chat/discord",
            "holder",
            among=1,
            length=CONNECTION.length,
            now=now,
            until=until,
        )

    assert await asking is None
    assert await other.acquire_lease("chat/discord", "holder", among=1, until=until) == 0
