"""Many machines: real nodes on one PostgreSQL, many brands, nodes killed at random. `make bench-fleet`.

Everything runs on this machine: X, Slack and Discord on loopback with their people in this process,
PostgreSQL, and the nodes, each a process that runs what `mutuals run` runs. The minutes are real ones and
the posts are written live; simulated is only who writes them. At the end X and both chats are compared
with the database. Then nothing is killed and the fleet is saturated (fleet_saturation.py).
ARGS="--nodes 3 --brands 200 --minutes 20 --seed 1" are the defaults. The last line is one JSON object.
"""

import argparse
import asyncio
import json
import logging
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Sequence
from typing import Any

import structlog
from fleet_accounts import FleetAccounts, compare
from fleet_environment import FleetEnvironment
from fleet_kills import Gaps, Reaper
from fleet_load import Meter, Stretch
from fleet_nodes import overlaps, takeovers
from fleet_people import Customers
from fleet_saturation import extrapolated, saturate
from fleet_team import Deeds, team

SETTLE_SECONDS = 1200.0  # ends as soon as nothing is left to do; a busy machine may need long


def say(words: str) -> None:
    """One line of what is going on."""
    sys.stderr.write(f"{time.strftime('%H:%M:%S')} {words}\n")


async def live(asked: argparse.Namespace) -> dict[str, Any]:
    """The main part: posts, clicks and kills for so many minutes, then the accounts."""
    dice = random.Random(asked.seed)
    environment = FleetEnvironment(nodes=asked.nodes, dice=dice, poll_seconds=asked.poll_seconds)
    try:
        await environment.open(asked.brands)
        say(f"{asked.brands} brands added; starting {asked.nodes} nodes")
        await environment.start()
        say("every brand was looked at once; posts, clicks and kills begin")
        return await _live(environment, asked, dice)
    finally:
        await environment.close()


async def _live(
    environment: FleetEnvironment, asked: argparse.Namespace, dice: random.Random
) -> dict[str, Any]:
    seconds = asked.minutes * 60.0
    meter, gaps, deeds, reaper = (
        Meter(environment),
        Gaps(),
        Deeds(),
        Reaper(environment, random.Random(dice.random())),
    )
    customers = Customers(environment, asked.posts_per_second)
    watchers = [asyncio.create_task(meter.watch()), asyncio.create_task(gaps.watch(environment)),
                asyncio.create_task(_report(environment, customers, deeds, reaper))]  # fmt: skip
    first = meter.read()
    pause = 16.0 / asked.clicks_per_second
    await asyncio.gather(
        customers.write(seconds), team(environment, deeds, pause, seconds - 15.0), reaper.reap(seconds - 5.0)
    )
    stretch = Stretch(first, meter.read())
    say("the last post is written; letting it settle")
    left = await environment.settle(SETTLE_SECONDS)
    for one in left[:20]:
        say(f"left: {one}")
    for task in watchers:
        task.cancel()
    accounts = compare(environment, deeds)
    for one in environment.unexpected()[:20]:
        say(f"nobody should have been told: {one}")
    return _figures(environment, asked, stretch, meter, gaps, deeds, reaper, customers, accounts)


async def _report(environment: FleetEnvironment, customers: Customers, deeds: Deeds, reaper: Reaper) -> None:
    while True:
        await asyncio.sleep(60)
        alive = "".join("x" if one.alive else "." for one in environment.nodes)
        say(f"nodes {alive}, {sum(customers.written.values())} posts, {len(environment.alert_keys())} alerts, "
            f"{deeds.clicks} clicks, {reaper.deaths.killed} killed, {reaper.deaths.stopped} stopped")  # fmt: skip


def _figures(
    environment: FleetEnvironment, asked: argparse.Namespace, stretch: Stretch, meter: Meter, gaps: Gaps, deeds: Deeds,
    reaper: Reaper, customers: Customers, accounts: FleetAccounts,
) -> dict[str, Any]:  # fmt: skip
    spans = [span for node in environment.nodes for span in node.spans()]
    double = overlaps(spans)
    for one, other in double[:20]:
        say(f"overlap: {one} {other}")
    taken = takeovers(spans, reaper.deaths.due)
    taken |= {"gateway": gaps.discord, "sockets": gaps.slack}
    kinds = Counter(one.key.partition("/")[0] for one in spans)
    say(f"written {dict(customers.written)}; decided {dict(deeds.kinds)}; jobs {dict(kinds)}")
    say(f"taken over: { {kind: (len(each), round(max(each), 1)) for kind, each in taken.items() if each} }")
    say(f"graceful stops took {[round(one, 1) for node in environment.nodes for one in node.stops]} s")
    return {
        "nodes": asked.nodes,
        "brands": asked.brands,
        "minutes": asked.minutes,
        "nodes_killed": reaper.deaths.killed,
        "gateway_holders_killed": reaper.deaths.holders,
        "nodes_stopped": reaper.deaths.stopped,
        "stop_s_max": round(max((one for node in environment.nodes for one in node.stops), default=0.0), 1),
        "posts": sum(customers.written.values()),
        "alerts": len(environment.alert_keys()),
        "alerts_expected": sum(len(one.expected) for one in environment.brands),
        "alerts_unexpected": len(environment.unexpected()),
        "alerts_lost": accounts.lost,
        "alerts_doubled": accounts.doubled,
        "clicks": deeds.clicks,
        "presses": deeds.presses,
        "pressed_again": deeds.pressed_again,
        "clicks_overtaken": deeds.is_superseded + accounts.too_late,
        "clicks_lost": accounts.clicks_lost,
        "clicks_doubled": accounts.clicks_doubled,
        "overlaps": len(double),
        "takeover_s_max": round(max((max(each) for each in taken.values() if each), default=0.0), 1),
        "events_per_second": round(stretch.rate("posts"), 1),
        "polls_per_second": round(stretch.rate("polls"), 1),
        "alerts_per_second": round(stretch.rate("alerts"), 2),
        "jobs_per_second": round(stretch.rate("jobs"), 1),
        "database_load": {
            "transactions_per_second": round(stretch.rate("transactions"), 1),
            "connections_most": meter.connections_most,
        },
        "cores_used": stretch.shares(),
        "rss_mb": [round(one.rss_peak_mb) for one in environment.nodes],
    }


async def play(asked: argparse.Namespace) -> dict[str, Any]:
    """Both parts."""
    figures = await live(asked) if asked.minutes else {}
    if not asked.no_saturation:
        measured = await saturate(asked, say)
        figures |= {"saturation": measured, "extrapolation": extrapolated(measured)}
    return figures


def arguments(given: Sequence[str] | None = None) -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--nodes", type=int, default=3)
    parser.add_argument("--brands", type=int, default=200)
    parser.add_argument("--minutes", type=float, default=20.0, help="real minutes; 0: only the saturation")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--posts-per-second", type=float, default=3.0, help="over all brands")
    parser.add_argument("--clicks-per-second", type=float, default=0.5, help="about; over the whole team")
    parser.add_argument("--poll-seconds", type=float, default=60.0)
    parser.add_argument("--no-saturation", action="store_true")
    parser.add_argument("--saturation-seconds", type=float, default=30.0, help="of each measurement")
    return parser.parse_args(given)


def main() -> int:
    """Run and print."""
    asked = arguments()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    began = time.monotonic()
    figures = asyncio.run(play(asked)) | {"cpus": os.cpu_count(), "seconds": round(time.monotonic() - began)}
    sys.stdout.write(json.dumps(figures) + "\n")
    bad = ("alerts_lost", "alerts_doubled", "clicks_lost", "clicks_doubled", "overlaps")
    return 1 if any(figures.get(one) for one in bad) else 0


if __name__ == "__main__":
    sys.exit(main())
