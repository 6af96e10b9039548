"""Transactions that wait for one another share a commit: each is stored when it returns, and none harms another."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy import event, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine

from mutuals.storage.database_url import open_engine
from mutuals.storage.group_commit import MOST, GroupCommit

ADD = text("INSERT INTO line (number) VALUES (:number)")


@pytest_asyncio.fixture
async def engine(tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    engine = open_engine(f"sqlite:///{tmp_path}/lines.db")
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE line (number INTEGER PRIMARY KEY, words TEXT)"))
    yield engine
    await engine.dispose()


@pytest.fixture
def commits(engine: AsyncEngine) -> list[object]:
    seen: list[object] = []
    event.listen(engine.sync_engine, "commit", seen.append)
    return seen


async def stored(engine: AsyncEngine) -> set[int]:
    async with engine.connect() as connection:
        return set((await connection.execute(text("SELECT number FROM line"))).scalars())


async def add(group: GroupCommit, engine: AsyncEngine, number: int) -> bool:
    """Write a line; whether somebody else sees it when this is over."""
    async with group.transaction() as connection:
        await connection.execute(ADD, {"number": number})
    return number in await stored(engine)


@pytest.mark.asyncio
async def test_everybody_who_writes_at_once_is_stored_by_a_few_commits(
    engine: AsyncEngine, commits: list[object]
) -> None:
    group, writers = GroupCommit(engine), 3 * MOST

    seen = await asyncio.gather(*(add(group, engine, number) for number in range(writers)))

    assert all(seen)
    assert await stored(engine) == set(range(writers))
    assert len(commits) <= 6, "one for each full group, and one for each writer who came alone"


@pytest.mark.asyncio
async def test_who_writes_alone_commits_alone(engine: AsyncEngine, commits: list[object]) -> None:
    group = GroupCommit(engine)
    for number in range(3):
        assert await add(group, engine, number)
    assert len(commits) == 3


@pytest.mark.asyncio
@pytest.mark.parametrize("failing", [0, 1, 5, 9])
async def test_who_fails_undoes_what_they_wrote_and_nothing_of_anybody_else(
    engine: AsyncEngine, failing: int
) -> None:
    group = GroupCommit(engine)

    async def write(number: int) -> None:
        async with group.transaction() as connection:
            await connection.execute(ADD, {"number": number})
            await connection.execute(ADD, {"number": 100 + number})
            if number == failing:
                await connection.execute(ADD, {"number": number})  # which is taken

    done = await asyncio.gather(*(write(number) for number in range(10)), return_exceptions=True)

    assert [isinstance(one, Exception) for one in done] == [number == failing for number in range(10)]
    others = set(range(10)) - {failing}
    assert await stored(engine) == others | {100 + number for number in others}


@pytest.mark.asyncio
@pytest.mark.parametrize("cancelled", [0, 1, 5, 9])
async def test_who_is_cancelled_keeps_nobody_waiting(engine: AsyncEngine, cancelled: int) -> None:
    group = GroupCommit(engine)
    began = asyncio.Event()

    async def write(number: int) -> None:
        async with group.transaction() as connection:
            began.set()
            await connection.execute(ADD, {"number": number})
            await asyncio.sleep(0.01)

    tasks = [asyncio.create_task(write(number)) for number in range(10)]
    await began.wait()
    tasks[cancelled].cancel()
    async with asyncio.timeout(5):
        done = await asyncio.gather(*tasks, return_exceptions=True)

    assert [number for number, one in enumerate(done) if isinstance(one, BaseException)] == [cancelled]
    assert await stored(engine) == set(range(10)) - {cancelled}
    assert await add(group, engine, 50)


@pytest.mark.asyncio
async def test_who_is_cancelled_while_others_have_joined_still_commits_for_them(engine: AsyncEngine) -> None:
    group = GroupCommit(engine)
    written = asyncio.Event()

    async def write(number: int) -> None:
        async with group.transaction() as connection:
            await connection.execute(ADD, {"number": number})
            if number == 1:
                written.set()
                await asyncio.sleep(0.05)

    first, second = asyncio.create_task(write(0)), asyncio.create_task(write(1))
    await written.wait()  # the first stands in line to commit
    first.cancel()
    await second
    await asyncio.gather(first, return_exceptions=True)
    assert await stored(engine) == {0, 1}


@pytest.mark.asyncio
async def test_a_full_disk_is_told_to_all_whose_words_it_took_and_the_next_one_writes_again(
    engine: AsyncEngine,
) -> None:
    group = GroupCommit(engine)

    async def write(number: int, words: str) -> None:
        async with group.transaction() as connection:
            await connection.execute(text("PRAGMA max_page_count = 60"))
            await connection.execute(
                text("INSERT INTO line VALUES (:number, :words)"), {"number": number, "words": words}
            )

    big = "x" * 1_000_000
    done = await asyncio.gather(
        write(1, "small"), write(2, big), write(3, "small"), write(4, "small"), return_exceptions=True
    )

    told_of = {number for number, one in enumerate(done, 1) if one is None}
    assert isinstance(done[1], OperationalError)
    assert await stored(engine) == told_of
    assert await add(group, engine, 50)


@pytest.mark.asyncio
async def test_when_the_commit_fails_everybody_is_told_and_nothing_is_stored(
    engine: AsyncEngine, commits: list[object]
) -> None:
    group = GroupCommit(engine)

    def fail(connection: object) -> None:
        raise OSError("the disk is gone")

    event.listen(engine.sync_engine, "commit", fail)
    done = await asyncio.gather(*(add(group, engine, number) for number in range(5)), return_exceptions=True)
    event.remove(engine.sync_engine, "commit", fail)

    assert all(isinstance(one, OSError) for one in done), done
    assert await stored(engine) == set()
    assert await add(group, engine, 7)


@pytest.mark.asyncio
async def test_what_a_crash_may_forget_is_seen_by_the_next_writer_and_stored_soon(
    engine: AsyncEngine,
) -> None:
    group = GroupCommit(engine)

    async def remember(number: int) -> bool:
        async with group.transaction(lasting=False) as connection:
            said = await connection.execute(
                text("INSERT OR IGNORE INTO line (number) VALUES (:n)"), {"n": number}
            )
            return bool(said.rowcount)

    firsts = await asyncio.gather(*(remember(7) for _ in range(5)))
    assert sorted(firsts) == [False] * 4 + [True]
    await group.finished()
    assert await stored(engine) == {7}


@pytest.mark.asyncio
async def test_who_is_urgent_writes_before_all_who_wait_and_is_stored_at_once(engine: AsyncEngine) -> None:
    group, order = GroupCommit(engine), list[int]()

    async def write(number: int, urgent: bool) -> None:
        async with group.transaction(urgent=urgent) as connection:
            await connection.execute(ADD, {"number": number})
            order.append(number)
        assert number in await stored(engine)

    await asyncio.gather(*(write(number, urgent=number == 9) for number in range(10)))
    assert order.index(9) <= 1, order
