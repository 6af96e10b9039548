"""What has always been quick runs in the event loop; what may be slow, wait or reach the disk runs in its thread."""

import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from mutuals.storage.database_url import open_engine
from mutuals.storage.sqlite_cursor import IN_A_ROW, PROVEN, QUICK, SLOW, QuickStatements

LOOK_UP, COUNT = "SELECT words FROM line WHERE number = ?", "SELECT count(*) FROM line"
WHERE = text("SELECT where_am_i()")


@pytest_asyncio.fixture
async def engine(tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    engine = open_engine(f"sqlite:///{tmp_path}/lines.db")

    @event.listens_for(engine.sync_engine, "connect")
    def _tells_its_thread(connection: object, record: object) -> None:
        raw = connection.driver_connection._conn  # type: ignore[attr-defined]
        raw.create_function("where_am_i", 0, lambda: threading.get_ident())

    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE line (number INTEGER PRIMARY KEY, words TEXT)"))
    yield engine
    await engine.dispose()


async def in_loop(connection: AsyncConnection, times: int) -> list[bool]:
    """For each run of the same query: was it in this thread?"""
    return [(await connection.execute(WHERE)).scalar_one() == threading.get_ident() for _ in range(times)]


async def test_a_query_that_was_quick_each_time_runs_in_the_loop_and_lets_others_have_a_turn_now_and_then(
    engine: AsyncEngine,
) -> None:
    async with engine.connect() as connection:
        ran = await in_loop(connection, PROVEN + IN_A_ROW + 5)

    assert ran[:PROVEN] == [False] * PROVEN
    assert set(ran[PROVEN:]) == {True, False}


async def test_what_is_written_in_the_loop_is_stored_and_undone_as_in_the_thread(engine: AsyncEngine) -> None:
    add = text("INSERT INTO line (words) VALUES (:words)")
    for _ in range(PROVEN + 3):
        async with engine.begin() as connection:
            await connection.execute(add, {"words": "first"})
    async with engine.connect() as connection:
        await connection.execute(add, {"words": "second"})
        await connection.rollback()

    async with engine.connect() as connection:
        assert (await connection.execute(text("SELECT count(*) FROM line"))).scalar_one() == PROVEN + 3


async def test_an_error_in_the_loop_is_the_same_as_in_the_thread(engine: AsyncEngine) -> None:
    add = text("INSERT INTO line (number) VALUES (:number)")
    for number in range(PROVEN + 1):
        async with engine.begin() as connection:
            await connection.execute(add, {"number": number})

    with pytest.raises(IntegrityError):
        async with engine.begin() as connection:
            await connection.execute(add, {"number": 1})


def test_one_that_was_slow_in_the_thread_stays_there_and_one_that_held_the_loop_up_proves_itself_again() -> (
    None
):
    quick = QuickStatements(safe=True)
    for text_, seconds in ((LOOK_UP, QUICK / 10), (COUNT, QUICK * 2)):
        quick.ran_in_thread(text_, seconds)
        for _ in range(2 * PROVEN):
            quick.ran_in_thread(text_, QUICK / 10)

    assert quick.here(LOOK_UP)
    assert not quick.here(COUNT)

    quick.ran_here(LOOK_UP, SLOW * 2)
    assert not quick.here(LOOK_UP)
    for _ in range(PROVEN):
        quick.ran_in_thread(LOOK_UP, QUICK / 10)
    assert quick.here(LOOK_UP)


def test_what_waits_for_the_lock_or_makes_tables_never_runs_in_the_loop() -> None:
    quick = QuickStatements(safe=True)
    for statement in ("BEGIN IMMEDIATE", "PRAGMA journal_mode=WAL", "CREATE TABLE line (number INTEGER)"):
        for _ in range(2 * PROVEN):
            quick.ran_in_thread(statement, 0.0)
        assert not quick.here(statement), statement


def test_nothing_runs_in_the_loop_where_sqlite_does_not_take_care_of_threads() -> None:
    quick = QuickStatements(safe=False)
    for _ in range(2 * PROVEN):
        quick.ran_in_thread(LOOK_UP, 0.0)

    assert not quick.here(LOOK_UP)
    assert not quick.here("SAVEPOINT sa_savepoint_1")
