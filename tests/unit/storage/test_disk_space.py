"""A full disk is remembered although small writes succeed, and forgotten when there is room."""

import pytest
from sqlalchemy import event

from mutuals.domain.errors import TryAgain
from mutuals.storage.disk_space import LEAST, LOW, REMEMBERED, Disk
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock
from tests.support.databases import sqlite_url

PLENTY = 10 * LOW


class Room:
    """What the file system and a stopwatch would say."""

    def __init__(self, free: int | None = PLENTY) -> None:
        self.free, self.seconds = free, 0.0
        self.disk = Disk(lambda: self.free, lambda: self.seconds)


def test_a_write_that_found_no_room_counts_for_a_minute_whatever_succeeds_meanwhile():
    room = Room()
    before = room.disk.full
    room.disk.found_full()
    room.seconds = REMEMBERED - 1
    then = room.disk.full
    room.seconds = REMEMBERED + 1

    assert (before, then, room.disk.full) == (False, True, False)


def test_a_disk_that_was_full_stays_so_while_there_is_hardly_any_room():
    room = Room(LEAST - 1)
    room.disk.found_full()
    room.seconds = 100 * REMEMBERED
    still = room.disk.full
    room.free = LEAST

    assert (still, room.disk.full) == (True, False)


@pytest.mark.parametrize(("free", "low"), [(LOW - 1, True), (LOW, False), (None, False)])
def test_a_disk_with_hardly_any_room_is_low_and_not_full(free: int | None, low: bool):
    room = Room(free)

    assert (room.disk.low, room.disk.full) == (low, False)


async def test_readiness_fails_while_larger_writes_find_no_room_though_its_own_small_one_does(tmp_path):
    store = await SqlStore.open(sqlite_url(tmp_path), clock=FixedClock())
    pages = limit_pages(store)
    try:
        await store.prove()
        pages.append(1)  # not one page more than there are
        with pytest.raises(TryAgain, match="disk is full"):
            await store.put("large", "x" * 3_000_000)
        await store.put("small", 1)

        with pytest.raises(TryAgain, match="disk is full"):
            await store.prove()
    finally:
        await store.close()


def limit_pages(store: SqlStore) -> list[int]:
    """Gives a list; while it holds a number, the database has no room beyond so many pages."""
    pages: list[int] = []

    @event.listens_for(store._engine.sync_engine, "begin")
    def limit(connection) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages[-1] if pages else 2**31}")

    return pages
