"""What storing costs: dedup, fans and counters, against bare batched inserts of the rows that are left by them.

Measured are storing alone, as a look calls the store, and `look.ingest` whole, with the cases, the silence and the cursors
that it also keeps.

The bare opponent knows everything beforehand: which posts are new, what each fan's last score will be. It gets
finished tuples, inserts each row once, in batches as large as our looks, each a transaction as ours is, over the same
connection settings, into a new database of the same shape. Nothing in it looks, compares, counts or makes a row.
"""

import gc
import statistics
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Table, text
from sqlalchemy.ext.asyncio import AsyncConnection
from store_base import Database
from store_stream import BRAND, START, free_classifier, pages

from mutuals.context import BrandContext, Context
from mutuals.domain.model import Account, Brand, Post
from mutuals.domain.policy import Policy
from mutuals.ports.network import Timeline
from mutuals.storage.database_url import open_engine
from mutuals.storage.repositories import bulk_insert
from mutuals.storage.schema.tables import fan, post, tally
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock
from mutuals.watcher.poll import credit_fans, ingest

BATCH = 5000  # arrivals in a large batch
LOOK = 800  # the most that one look brings: X gives the 800 newest mentions
FILLED: tuple[Table, ...] = (post, fan, tally)
# No network: the posts are here.
WATCHED = BrandContext(Brand(BRAND, "x", Account(BRAND, "kettleco", "Kettle Co")), None, Policy())  # type: ignore[arg-type]
Rows = dict[str, list[tuple[Any, ...]]]


async def _nothing(key: str) -> None:
    """Nobody is told: only storing is measured."""


async def store_all(url: str, posts: Sequence[Post], size: int) -> float:
    """Take the stream in, so many posts a look; gives seconds."""
    store = await SqlStore.open(url, clock=FixedClock(START))
    ctx = Context(store, FixedClock(START), _nothing)
    begun = time.perf_counter()
    for page in pages(posts, size):
        mentions = Timeline(tuple(one for one in page if one.author_id != BRAND), page[-1].id)
        own = Timeline(tuple(one for one in page if one.author_id == BRAND), page[-1].id)
        await ingest(ctx, WATCHED, mentions, own, classifier=free_classifier)
    seconds = time.perf_counter() - begun
    await store.close()
    return seconds


async def store_alone(url: str, posts: Sequence[Post], size: int) -> float:
    """Dedup, fan upsert and counters only, so many posts a transaction; gives seconds."""
    store = await SqlStore.open(url, clock=FixedClock(START))
    read = [[free_classifier(WATCHED, one) for one in page] for page in pages(posts, size)]
    begun = time.perf_counter()
    for heard in read:
        async with store.transaction(BRAND) as tx:
            fresh = {one.id for one in await tx.posts.add([one.post for one in heard])}
            await credit_fans(tx, WATCHED, [one for one in heard if one.post.id in fresh])
    seconds = time.perf_counter() - begun
    await store.close()
    return seconds


async def stored(url: str) -> Rows:
    """The rows as they are in the database now, posts in the order in which they came."""
    order = {"post": "at, id", "fan": "first_at, person_id", "tally": "name"}
    engine = open_engine(url)
    found: Rows = {}
    async with engine.connect() as connection:
        for table in FILLED:
            names = ", ".join(table.columns.keys())
            query = text(f"SELECT {names} FROM {table.name} ORDER BY {order[table.name]}")
            found[table.name] = [tuple(row) for row in await connection.execute(query)]
    await engine.dispose()
    return found


Way = Callable[[AsyncConnection, Table, list[tuple[Any, ...]]], Awaitable[None]]


async def by_driver(connection: AsyncConnection, table: Table, rows: list[tuple[Any, ...]]) -> None:
    """INSERT by the driver's own executemany: nothing of SQLAlchemy's for each row."""
    names = list(table.columns.keys())
    mark = "%s" if connection.dialect.name == "postgresql" else "?"
    marks = ", ".join([mark] * len(names))
    statement = f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({marks})"
    await connection.exec_driver_sql(statement, rows)


async def by_core(connection: AsyncConnection, table: Table, rows: list[tuple[Any, ...]]) -> None:
    """INSERT by SQLAlchemy Core's executemany; the values are ready, no type has to turn them."""
    plain = text(
        f"INSERT INTO {table.name} ({', '.join(table.columns.keys())}) "
        f"VALUES ({', '.join(f':{name}' for name in list(table.columns.keys()))})"
    )
    await connection.execute(plain, [dict(zip(table.columns.keys(), row, strict=True)) for row in rows])


async def by_copy(connection: AsyncConnection, table: Table, rows: list[tuple[Any, ...]]) -> None:
    """COPY, PostgreSQL's loader."""
    await bulk_insert.insert_new(connection, table, rows)


async def bare(url: str, rows: Rows, way: Way, size: int) -> float:
    """Insert these rows into a new database, in batches of so many; gives seconds."""
    await (await SqlStore.open(url, clock=FixedClock(START))).close()
    engine = open_engine(url)
    begun = time.perf_counter()
    for table in FILLED:
        for start in range(0, len(rows[table.name]), size):
            async with engine.begin() as connection:
                await way(connection, table, rows[table.name][start : start + size])
    seconds = time.perf_counter() - begun
    await engine.dispose()
    return seconds


@dataclass
class Ingest:
    """Seconds of each round, by what was measured."""

    arrivals: int
    seconds: dict[str, list[float]] = field(default_factory=dict)

    def add(self, name: str, seconds: float) -> None:
        """One more round."""
        self.seconds.setdefault(name, []).append(seconds)

    def median(self, name: str) -> float:
        """The middle of the rounds."""
        return statistics.median(self.seconds[name])

    def ratios(self) -> dict[str, float]:
        """How near we come to the bare ways, each in batches of the same size."""
        names = {"driver": "ingest_vs_raw", "core": "ingest_vs_core", "COPY": "ingest_vs_copy"}
        sizes = {BATCH: "", LOOK: f"_at_{LOOK}"}
        return {
            what + names[way] + ending: self._ratio(f"{ours}, {size:,}", f"{way}, {size:,}")
            for what, ours in (("", "store"), ("look_", "look"))
            for way in names
            for size, ending in sizes.items()
            if f"{way}, {size:,}" in self.seconds
        }

    def _ratio(self, ours: str, theirs: str) -> float:
        # Rounds that ran next to each other are compared: the machine may be busier in some of them.
        pairs = zip(self.seconds[ours], self.seconds[theirs], strict=True)
        return statistics.median(bare / mine for mine, bare in pairs)

    def lines(self) -> list[str]:
        """The figures to read."""
        return [
            f"  {name:<14} {self.arrivals / self.median(name):>9,.0f} arrivals/s"
            f"   (rounds: {', '.join(f'{self.arrivals / one:,.0f}' for one in seconds)})"
            for name, seconds in self.seconds.items()
        ]


async def measure(database: Database, posts: Sequence[Post], rounds: int) -> Ingest:
    """Alternate ours and the bare ways, each time into a new database; the first round warms up and is not counted."""
    gc.collect()
    gc.freeze()  # the service would not hold the whole stream, which the collector would walk again and again
    ways: dict[str, Way] = {"driver": by_driver, "core": by_core}
    if database.kind == "postgresql":
        ways["COPY"] = by_copy
    found, rows = Ingest(len(posts)), Rows()
    for number in range(rounds + 1):
        part = posts if number else posts[: 4 * LOOK]
        result = Ingest(len(posts)) if number == 0 else found
        for size in (LOOK, BATCH):
            with database.fresh() as url:
                result.add(f"store, {size:,}", await store_alone(url, part, size))
            with database.fresh() as url:
                result.add(f"look, {size:,}", await store_all(url, part, size))
                rows = await stored(url)
            for name, way in ways.items():
                with database.fresh() as url:
                    result.add(f"{name}, {size:,}", await bare(url, rows, way, size))
    return found
