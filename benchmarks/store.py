"""How fast storing is, how quickly the best fans are found, and how much memory a big brand takes. `make bench-store`.

Three parts, each on SQLite and PostgreSQL (the memory on SQLite, which lives inside of the service):
  store_ingest.py   dedup, fans and counters without the language rules, against bare batched inserts of the rows they leave;
  store_fans.py     the fan query among ten million people of one brand, for usual and for spiteful questions;
  store_service.py  the real process on that database, with mentions, commands and a digest.
ARGS="--followers 200000 --posts 20000" makes it small. Needs some 8 GB of disk at full size, in the folder for
temporary files or where --folder says, and leaves nothing there. The last line is one JSON object.
"""

import argparse
import asyncio
import json
import logging
import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import store_fans
import store_ingest
import store_service
import structlog
from store_base import Database, databases
from store_stream import BRAND, START, Mix, stream

from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock
from mutuals_sandbox.environment import Environment

Report = dict[str, Any]


def _say(words: str) -> None:
    print(words, flush=True)


def ingest(places: list[Database], arrivals: int, rounds: int) -> Report:
    """Storing against bare inserts."""
    mix, posts = Mix(), stream(arrivals)
    people = len({one.author_id for one in posts})
    _say(f"\nStoring {arrivals:,} arrivals of {people:,} people: {mix}")
    found: Report = {}
    for place in places:
        result = asyncio.run(store_ingest.measure(place, posts, rounds))
        _say(f"{place.kind}, {rounds} rounds, alternating:")
        _say("\n".join(result.lines()))
        kind = place.kind.replace("postgresql", "postgres")
        found |= {f"{name}_{kind}": round(ratio, 3) for name, ratio in result.ratios().items()}
    return found


def fans(place: Database, url: str, brand: str, people: int, repeat: int) -> Report:
    """The fan query; leaves the database as it is."""
    begun = time.perf_counter()
    asyncio.run(_made(url))
    store_fans.fill(place.kind, url, brand, people, START)
    _say(f"\n{place.kind}: {people:,} fans of one brand made in {time.perf_counter() - begun:.0f} s; "
         f"each question asked {repeat} times, load {os.getloadavg()[0]:.1f}:")  # fmt: skip
    answers = asyncio.run(store_fans.ask(url, brand, START, repeat))
    _say("\n".join(answers.lines()))
    kind = place.kind.replace("postgresql", "postgres")
    usual = next(one for one in answers.times if one.usual)
    return {
        f"top_fans_ms_{kind}": round(answers.median(usual), 2),
        f"top_fans_p99_ms_{kind}": round(answers.p99(usual), 2),
        f"top_fans_worst_ms_{kind}": round(max(map(answers.median, answers.times)), 2),
        f"top_fans_worst_p99_ms_{kind}": round(max(map(answers.p99, answers.times)), 2),
    }


async def _made(url: str) -> None:
    await (await SqlStore.open(url, clock=FixedClock(START))).close()


async def service(folder: Path, people: int, seconds: float) -> Report:
    """The fans again, for the brand of an environment, and the service on them."""
    environment = await Environment.start()
    try:
        url, now = f"sqlite:///{folder / 'mutuals.db'}", datetime.now(UTC)
        brand = store_service.brand_of(environment)
        await _made(url)
        await asyncio.to_thread(store_fans.fill, "sqlite", url, brand, people, now)
        await store_service.posts_too(url, brand, now)
        found = await store_service.measure(environment, folder, seconds)
    finally:
        await environment.stop()
    _say(f"\nThe service on {found['fans']:,} fans: {found}")
    if found["missing"]:
        _say(f"It did not do all: {found['missing']}")
    return {"rss_mb": round(found["rss_mb"], 1), "rss_complete": not found["missing"]}


def main() -> int:
    """Print what was done and the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--followers", type=int, default=10_000_000, help="fans of the big brand")
    parser.add_argument("--posts", type=int, default=60_000, help="arrivals to store")
    parser.add_argument("--rounds", type=int, default=3, help="rounds of storing")
    parser.add_argument("--repeat", type=int, default=200, help="times each question is asked")
    parser.add_argument("--seconds", type=float, default=40.0, help="how long the service runs")
    parser.add_argument("--folder", type=Path, help="where the databases lie meanwhile")
    asked = parser.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    begun, report = time.perf_counter(), Report()
    with databases(asked.folder) as (folder, places):
        report |= ingest(places, asked.posts, asked.rounds)
        for place in places:
            with place.fresh() as url:
                report |= fans(place, url, BRAND, asked.followers, asked.repeat)
        report |= asyncio.run(service(folder, asked.followers, asked.seconds))
    _say(f"\nTook {time.perf_counter() - begun:.0f} s; load average {os.getloadavg()}")
    print(json.dumps(report))
    return 0 if report["rss_complete"] else 1


if __name__ == "__main__":
    sys.exit(main())
