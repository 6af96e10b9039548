"""What a month on X costs: `make bench-cost`.

A month on a movable clock: the product's own code (poll, evaluate, recheck, the stored spending limiter, SQLite), the real
`mutuals_x` with the real tweepy, and the sandbox's X over loopback, which counts by a meter of its own. Nobody sleeps:
between two looks the clock is moved, half an hour by default, which costs what a look each minute costs, as X charges a post
once a UTC day. No chat is connected, so nothing is drawn.

The floor of a world is: each mention and own post once, and one look-up per alerted person and day. Rechecks are priced
apart. `owned` prices the same reads as an app of the brand's own would be charged. `push` is arithmetic: each post by an
event, and the look-ups. `naive` as well: all followers and followed accounts read every day, and every author expanded.
"""

import argparse
import asyncio
import json
import multiprocessing
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import structlog
from cost_month import FOLLOWED, FOLLOWERS, START, Month
from pydantic import SecretStr

from mutuals.context import BrandContext, Context, FixedBrandRegistry
from mutuals.domain.ids import brand_id
from mutuals.domain.model import Account, Brand
from mutuals.domain.policy import Policy
from mutuals.domain.rechecks import QuotedPost
from mutuals.ports.integration import NetworkKit
from mutuals.storage.spending_limiter import StoredSpendingLimiter
from mutuals.storage.store import SqlStore
from mutuals.testing.secrets import MemorySecretVault
from mutuals.watcher.poll import poll
from mutuals.watcher.recheck import SETTLED_FOR, recheck
from mutuals_sandbox.faults import Faults
from mutuals_sandbox.recorder import Recorder
from mutuals_sandbox.x import XServer
from mutuals_x.network import XNetwork
from mutuals_x.prices import PricedItem, price_list
from mutuals_x.settings import XSettings

FIGURES = Path(__file__).parent / "cost.json"
SIZES = {"large": (3_000, 150), "medium": (300, 60), "small": (10, 5)}  # mentions and own posts a day
PERCENT = 1e6


@dataclass
class Counted:
    """What a simulated month bought and what it was about; money in dollars."""

    mode: str
    days: int
    mentions: int = 0
    own: int = 0
    findable: int = 0  # mentions that this way of reading is to find
    found: int = 0  # what was charged for mentions, or for posts found by the search
    alerted: int = 0  # persons and days
    alerts: int = 0
    reads: int = 0  # mentions, own posts and searched ones charged
    people: int = 0
    checks: int = 0
    total: float = 0.0  # by the sandbox's own meter
    books: float = 0.0  # by ours
    missed: int = 0
    longest_unseen_h: float = 0.0
    seconds: float = 0.0


def _price(item: PricedItem, *, owned: bool = False) -> float:
    return item.price(owned=owned) / PERCENT


class MovedClock:
    """The month's own time."""

    def __init__(self, month: Month) -> None:
        self._month = month

    def now(self) -> datetime:
        return self._month.clock_at


async def simulate(mode: str, days: int, mentions: int, own: int, every: int, owned: bool) -> Counted:
    """One month (or some days) of one brand."""
    began = time.monotonic()
    month = Month(mentions, own, harmless=0.30)
    clock, counted = MovedClock(month), Counted(mode, days)
    server = XServer(month.world, faults=Faults(), recorder=Recorder(), owned=owned, limits_scale=1_000.0)
    await server.start()
    with tempfile.TemporaryDirectory() as folder:
        store = await SqlStore.open(f"sqlite:///{folder}/mutuals.db", clock=clock)
        access, refresh = server.issue_tokens(month.brand.id)
        who = brand_id("x", month.brand.id)
        settings = XSettings(
            api_url=server.api_url, web_url=server.web_url, client_id="sandbox-client", owned_app=owned,
            access_token=SecretStr(access), refresh_token=SecretStr(refresh),
            mode="complaints" if mode == "complaints" else "all",
        )  # fmt: skip
        brand = Brand(who, "x", Account(month.brand.id, month.brand.handle, month.brand.name))
        await store.put_brand(brand)
        meter = StoredSpendingLimiter(store, clock, network="X", limit_micros=10**12, brand_id=who)
        network = XNetwork(settings, NetworkKit(MemorySecretVault(), meter, clock))
        watched = BrandContext(brand, network, Policy(), daily_dollars=1e6, prices=price_list(owned=owned))
        ctx = Context(store, clock, _submit, FixedBrandRegistry(watched))
        try:
            await _live(ctx, watched, month, counted, days, every)
            await _count(ctx, watched, month, counted, server)
        finally:
            await network.close()
            await store.close()
            await server.stop()
    counted.seconds = round(time.monotonic() - began)
    return counted


async def _submit(_key: str) -> None:
    """Nothing is delivered: no chat is connected."""


async def _live(
    ctx: Context, watched: BrandContext, month: Month, counted: Counted, days: int, every: int
) -> None:
    end, at = START + timedelta(days=days), START
    unseen = Unseen(month)
    while at < end:
        at = min(end, at + timedelta(seconds=every))
        month.live(at)
        found = await ctx.brands.find(watched.brand.id)
        assert found is not None
        await poll(ctx, found)
        await recheck(ctx, found)
        if at.minute == 0:
            await unseen.look(ctx, found)
        if sys.stderr.isatty():
            print(f"\r{counted.mode}: {at:%d %B, %H:%M}", end="", file=sys.stderr)
    counted.longest_unseen_h = unseen.longest_h


class Unseen:
    """How long a deleted post stood in an alert before it was noticed."""

    def __init__(self, month: Month) -> None:
        self._month = month
        self.longest_h = 0.0

    async def look(self, ctx: Context, watched: BrandContext) -> None:
        """Once an hour: which posts that are deleted on X are quoted still?"""
        now = ctx.clock.now()
        async with ctx.store.reading(watched.brand.id) as tx:
            quoted: list[QuotedPost] = await tx.rechecks.quoted(now - SETTLED_FOR)
        for post in quoted:
            gone = self._month.deleted_at.get(post.id)
            if gone is not None and gone <= now:
                self.longest_h = max(self.longest_h, (now - gone) / timedelta(hours=1))


async def _count(
    ctx: Context, watched: BrandContext, month: Month, counted: Counted, server: XServer
) -> None:
    async with ctx.store.reading(watched.brand.id) as tx:
        bought = await tx.spending.since("2000-01-01")
    engine = ctx.store.engine  # type: ignore[attr-defined]
    async with engine.connect() as connection:
        rows = await connection.exec_driver_sql("SELECT person_id, opened_at FROM alert")
        alerts = [(person, at // 86_400_000_000) for person, at in rows.all()]
        stored = {row[0] for row in (await connection.exec_driver_sql("SELECT id FROM post")).all()}
    counted.alerts, counted.alerted = len(alerts), len(set(alerts))
    counted.mentions, counted.own = month.written["mentions"], month.written["own"]
    units = {name: bought.get(name, (0, 0))[0] for name in (item.title for item in PricedItem)}
    counted.found = units[PricedItem.MENTION.title] + units[PricedItem.FOUND.title]
    counted.reads = counted.found + units[PricedItem.OWN_POST.title]
    counted.people, counted.checks = units[PricedItem.PERSON.title], units[PricedItem.CHECKED.title]
    counted.books = sum(micros for _, micros in bought.values()) / PERCENT
    counted.total = server.meter.total
    wanted = _wanted(month, counted.mode)
    counted.findable = len(wanted)
    counted.missed = len([one for one in wanted if one not in stored and one not in month.deleted_at])


def _wanted(month: Month, mode: str) -> list[str]:
    from mutuals_x.complaint_search import is_found

    posts = [post for post in month.world.posts.values() if post.author_id != month.brand.id]
    return [post.id for post in posts if mode == "all" or is_found(post.text)]


def figures(full: Counted, few: Counted) -> dict[str, Any]:
    """The figures of the last line."""
    person, check = _price(PricedItem.PERSON), _price(PricedItem.CHECKED)
    recheck_usd = full.checks * check

    def floor(owned: bool) -> float:
        mention, own = (_price(item, owned=owned) for item in (PricedItem.MENTION, PricedItem.OWN_POST))
        return full.mentions * mention + full.own * own + full.alerted * person

    def cost(owned: bool) -> float:
        return full.reads * _price(PricedItem.MENTION, owned=owned) + full.people * person

    few_floor = few.findable * _price(PricedItem.FOUND) + few.own * _price(PricedItem.OWN_POST)
    few_floor += few.alerted * person
    event = _price(PricedItem.POST_EVENT)
    follower, followed = _price(PricedItem.FOLLOWER), _price(PricedItem.FOLLOWED)
    naive = full.days * (FOLLOWERS * follower + FOLLOWED * followed) + floor(owned=False)
    naive += full.mentions * 2 / 3 * person  # 2,000 authors a day among 3,000 mentions
    return {
        "list_usd": round(cost(owned=False), 2),
        "floor_usd": round(floor(owned=False), 2),
        "owned_usd": round(cost(owned=True), 2),
        "owned_floor_usd": round(floor(owned=True), 2),
        "complaints_only_usd": round(few.total - few.checks * check, 2),
        "complaints_only_floor_usd": round(few_floor, 2),
        "recheck_usd": round(recheck_usd, 2),
        "push_usd": round((full.mentions + full.own) * event + full.people * person, 2),
        "naive_usd": round(naive, 2),
        "missed_posts": full.missed + few.missed,
        "longest_unseen_deletion_h": round(full.longest_unseen_h, 1),
    }


def _run(arguments: tuple[str, int, int, int, int, bool]) -> dict[str, Any]:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    return asdict(asyncio.run(simulate(*arguments)))


def main() -> int:
    """Run the months side by side, print what they cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--days", type=int, default=30)
    parser.add_argument("--mentions", type=int, default=3_000)
    parser.add_argument("--own", type=int, default=0, help="posts of the brand a day (default: by mentions)")
    parser.add_argument("--every", type=int, default=1800, help="seconds between two looks")
    given = parser.parse_args()
    own = given.own or next((own for mentions, own in SIZES.values() if mentions <= given.mentions), 5)
    size = (given.days, given.mentions, own, given.every)
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        full, few = (
            Counted(**one) for one in pool.map(_run, [("all", *size, False), ("complaints", *size, False)])
        )
    for one in (full, few):
        print(json.dumps(asdict(one)), file=sys.stderr)
    print(json.dumps(figures(full, few)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
