"""What a statement costs on SQLite: by our cursor in the event loop (`statement_us`) and in the connection's thread
(`thread_us`), and by SQLAlchemy's own. `make bench-statements`.

All read one alert by its key, and write one value in a transaction of its own, in turns, in one run. `commit_ms`: one
writer after another, so that each waits for the disk; `shared_commit_ms`: as many who write at once, for each of them.
"""

import argparse
import asyncio
import json
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from statistics import median

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from mutuals.storage.database_url import guard_sqlite, open_engine, parse
from mutuals.storage.group_commit import GroupCommit
from mutuals.storage.schema.migrate import ensure_current
from mutuals.storage.schema.tables import alert, memo
from mutuals.storage.scope import upsert
from mutuals.storage.sqlite_cursor import QuickStatements

ROUNDS = 5
READ = select(alert).where(alert.c.brand_id == bindparam("of_brand"), alert.c.id == bindparam("of_id"))


async def read(engine: AsyncEngine, times: int) -> float:
    """Microseconds of processor time a statement."""
    async with engine.connect() as connection:
        began = time.process_time()
        for _ in range(times):
            (await connection.execute(READ, {"of_brand": "none", "of_id": "none"})).first()
        return (time.process_time() - began) / times * 1e6


async def write(group: GroupCommit, number: int) -> None:
    """One value, stored when this returns."""
    async with group.transaction() as connection:
        await upsert(connection, memo, [{"brand_id": "none", "key": str(number), "value": number}])


async def timed(work: Callable[[], Awaitable[object]], times: int) -> float:
    """Milliseconds for each of so many."""
    began = time.monotonic()
    await work()
    return (time.monotonic() - began) / times * 1000


async def measure(times: int, folder: Path) -> dict[str, float]:
    """Everything, on a database of its own."""
    url = f"sqlite:///{folder}/statements.db"
    await ensure_current(url)
    ours, threaded, usual = open_engine(url), open_engine(url), create_async_engine(parse(url))
    threaded.dialect.dbapi.quick = QuickStatements(safe=False)  # type: ignore[union-attr]
    guard_sqlite(usual.sync_engine)
    group, writers = GroupCommit(ours), times // 20

    async def one_by_one() -> None:
        for number in range(writers):
            await write(group, number)

    async def at_once() -> None:
        await asyncio.gather(*(write(group, number) for number in range(writers)))

    found: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        found.setdefault("statement_us", []).append(await read(ours, times))
        found.setdefault("thread_us", []).append(await read(threaded, times))
        found.setdefault("sqlalchemy_us", []).append(await read(usual, times))
        found.setdefault("commit_ms", []).append(await timed(one_by_one, writers))
        found.setdefault("shared_commit_ms", []).append(await timed(at_once, writers))
    await ours.dispose()
    await threaded.dispose()
    await usual.dispose()
    return {name: round(median(values), 2) for name, values in found.items()}


def main() -> None:
    """Print the medians of the rounds."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=2000, help="statements in a round")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mutuals-bench-") as folder:
        print(json.dumps(asyncio.run(measure(asked.times, Path(folder)))))


if __name__ == "__main__":
    main()
