"""The fan query among ten million people of one brand, for the usual questions and for spiteful ones.

The rows are made inside of the database by the same arithmetic in both, so both hold the same people:
eight of ten are natural (a heavy tail: 8 % spoke five times or more), one in ten took part in a campaign that
ended a month ago (30 to 300 interactions each: the best scored million, all of them silent now), one in ten has
recommended the brand once, today (scores like a fan, has spoken once). Most of the busiest are followed already.
"""

import asyncio
import math
import statistics
import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Connection, create_engine, event, text

from mutuals.domain.policy import Policy
from mutuals.storage.database_url import parse
from mutuals.storage.schema.columns import to_micros
from mutuals.storage.schema.tables import fan
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock
from mutuals.watcher.fans import BEST

OTHERS = 5  # brands beside the big one, each with a hundredth of its people


_PRIME = 2_147_483_647  # its square still fits into a database's integer


def _chance(salt: int) -> str:
    """A number from 0 to 1 that depends on n; squaring keeps those of different salts apart."""
    mixed = f"((n * 48271 + {salt * 104_729_017}) % {_PRIME})"
    squared = f"(({mixed} * {mixed} % {_PRIME} + {salt * 7919}) % {_PRIME})"
    return f"({squared} * {squared} % {_PRIME} / {_PRIME}.0)"


def _people(kind: str) -> str:
    """Their numbers, as a table n."""
    if kind == "postgresql":
        return "SELECT n FROM generate_series(1, CAST(:many AS BIGINT)) AS t(n)"
    return "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < :many) SELECT n FROM t"


def _filling(kind: str) -> str:
    times = f"""CASE WHEN n % 10 = 0 THEN 30 + floor({_chance(1)} * 270) WHEN n % 10 = 1 THEN 1
        WHEN {_chance(1)} < 0.08 THEN least_of(5000, 4 + floor(0.08 / ({_chance(1)} + 0.00001)))
        WHEN {_chance(1)} < 0.35 THEN 2 + floor({_chance(2)} * 3) ELSE 1 END"""
    age = f"""CASE WHEN n % 10 = 0 THEN 45 WHEN n % 10 = 1 THEN {_chance(4)} ELSE {_chance(3)} * 1000 END"""
    quiet = f"""CASE WHEN n % 10 = 0 THEN 31 + {_chance(4)} * 14
        WHEN times >= 5 THEN age * {_chance(4)} * {_chance(4)} * {_chance(4)}
        WHEN times >= 2 THEN age * {_chance(4)} * {_chance(4)} ELSE age END"""
    weight = "CASE WHEN n % 10 = 1 THEN 4.0 ELSE 1.3 END"
    met = f"times >= 5 AND {_chance(5)} < 0.6"
    columns = f"""
        CAST(:brand AS TEXT), CAST(CAST(7000000000 + n AS BIGINT) AS TEXT),
        ln({weight} * times) + :decay * (:day - (age + quiet) / 2), CAST(times AS INTEGER),
        CAST(:now AS BIGINT) - CAST(floor(age * 86400000000.0) AS BIGINT) - 1,
        CAST(:now AS BIGINT) - CAST(floor(quiet * 86400000000.0) AS BIGINT),
        0, NULL, CASE WHEN {met} THEN {_chance(6)} < 0.7 END,
        CASE WHEN {met} THEN {_chance(7)} < CASE WHEN times >= 50 THEN 0.9 ELSE 0.4 END END,
        CASE WHEN {met} THEN CAST(:now AS BIGINT) - 86400000000 * 3 END, NULL,
        CASE WHEN times >= 5 AND {_chance(8)} < 0.02 THEN 'leave_alone' END"""
    inner = f"SELECT n, {times} AS times, {age} AS age FROM ({_people(kind)}) AS people"
    whole = (
        f"INSERT INTO fan ({', '.join(column.name for column in fan.columns)}) SELECT {columns} "
        f"FROM (SELECT n, times, age, {quiet} AS quiet FROM ({inner}) AS known) AS complete"
    )
    return whole.replace("least_of", "least" if kind == "postgresql" else "min")


def fill(kind: str, url: str, brand: str, many: int, now: datetime) -> None:
    """Put the people in: first the rows, then the index, as every quick loading does."""
    parsed = parse(url)
    engine = create_engine(parsed.set(drivername=parsed.drivername.replace("aiosqlite", "pysqlite")))
    if kind == "sqlite":
        event.listen(engine, "connect", _hasty)
    (best,) = (index for index in fan.indexes if index.name == "ix_fan_best")
    filling = text(_filling(kind))
    policy = Policy()
    known = {
        "now": to_micros(now),
        "day": (now - datetime(2026, 1, 1, tzinfo=now.tzinfo)) / timedelta(days=1),
        "decay": policy.decay_per_day,
    }
    with engine.begin() as connection:
        best.drop(connection)
        for number in range(OTHERS + 1):
            size = many if number == 0 else max(1, many // 100)
            name = brand if number == 0 else f"other{number}"
            connection.execute(filling, known | {"brand": name, "many": size})
        best.create(connection)
        _count(connection)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE fan" if kind == "sqlite" else "VACUUM ANALYZE fan"))
    engine.dispose()


def _hasty(connection: object, _: object) -> None:
    for pragma in ("journal_mode = MEMORY", "synchronous = OFF", "cache_size = -300000", "temp_store = FILE"):
        connection.execute(f"PRAGMA {pragma}")  # type: ignore[attr-defined]


def _count(connection: Connection) -> None:
    names = {
        "fans": "TRUE",
        "followers": "follows_us IS TRUE",
        "followed_back": "follows_us IS TRUE AND we_follow IS TRUE",
    }
    for name, where in names.items():
        counted = f"SELECT brand_id, '{name}', count(*) FROM fan WHERE {where} GROUP BY brand_id"
        connection.execute(text(f"INSERT INTO tally (brand_id, name, value) {counted}"))


@dataclass(frozen=True)
class Question:
    """What is asked of the fans."""

    words: str
    at_least: int
    within: timedelta
    usual: bool = False


DAY = timedelta(days=1)
QUESTIONS = (
    Question("loyal: 5 times, within 30 days", 5, 30 * DAY, usual=True),
    Question("engaged: twice, within 30 days", 2, 30 * DAY),
    Question("everyone: once, within 90 days", 1, 90 * DAY),
    Question("edge of the campaign: 5 times, within 31.5 days", 5, 31.5 * DAY),
    Question("amid the campaign: 5 times, within 38.5 days", 5, 38.5 * DAY),
    Question("very often: 50 times, within a week", 50, 7 * DAY),
    Question("within a class: 8 times, within 30 days", 8, 30 * DAY),
    Question("a few hours: 5 times, within 3 hours", 5, DAY / 8),
    Question("nobody: 5 times, from tomorrow on", 5, -DAY),
)


@dataclass
class Answers:
    """Milliseconds of each asking, by question."""

    times: dict[Question, list[float]] = field(default_factory=dict)
    found: dict[Question, int] = field(default_factory=dict)

    def median(self, question: Question) -> float:
        """The middle."""
        return statistics.median(self.times[question])

    def p99(self, question: Question) -> float:
        """What one in a hundred takes longer than."""
        times = sorted(self.times[question])
        return times[math.ceil(len(times) * 0.99) - 1]

    def lines(self) -> list[str]:
        """The figures to read."""
        return [
            f"  {one.words:<50} {self.found[one]:>4} found  median {self.median(one):6.2f} ms"
            f"  p99 {self.p99(one):6.2f}  first {times[0]:7.2f}"
            for one, times in self.times.items()
        ]


async def ask(url: str, brand: str, now: datetime, repeat: int) -> Answers:
    """Ask every question again and again, through the store that the service uses, each in its own transaction."""
    store, answers = await SqlStore.open(url, clock=FixedClock(now)), Answers()
    for question in QUESTIONS:
        times = answers.times.setdefault(question, [])
        for _ in range(repeat):
            async with store.transaction(brand) as tx:
                begun = time.perf_counter()
                found = await tx.fans.top(
                    BEST, active_since=now - question.within, at_least=question.at_least
                )
                times.append((time.perf_counter() - begun) * 1000)
            answers.found[question] = len(found)
            await asyncio.sleep(0)
    await store.close()
    return answers
