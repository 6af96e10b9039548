"""The fleet without kills, asked for more than it can do: what it sustains, and what each thing costs.

Sandboxes, PostgreSQL and nodes share the machine's cores, so the rates here are those of this machine with
everything on it; what travels to other machines is the processor time per poll, event and alert.
"""

import argparse
import asyncio
import random
from collections.abc import Callable
from typing import Any

from fleet_environment import FleetEnvironment
from fleet_load import Meter, Stretch
from fleet_people import Customers

BACKLOG = 400  # posts that wait for each brand when events are measured
BRANDS_OF_GOAL, EVENTS_OF_GOAL, POLL_SECONDS = 10_000, 5_000, 60
ALERTS_OF_EVENTS = 0.01  # one post in a hundred is told, as a plain assumption
BUSY = 0.6  # of a core is used in plan; the rest is for peaks and for the dead node's share
Say = Callable[[str], None]


async def saturate(asked: argparse.Namespace, say: Say) -> list[dict[str, Any]]:
    """With one, two and three nodes."""
    found = []
    for nodes in sorted({1, 2, asked.nodes}):
        found.append(await _measure(nodes, asked, say))
        say(f"saturated: {found[-1]}")
    return found


async def _measure(nodes: int, asked: argparse.Namespace, say: Say) -> dict[str, Any]:
    environment = FleetEnvironment(nodes=nodes, dice=random.Random(asked.seed), poll_seconds=1.0)
    try:
        await environment.open(asked.brands)
        await environment.start()
        meter = Meter(environment)
        polls = await _stretch(meter, asked.saturation_seconds)
        events = await _events(environment, meter, asked)
        alerts = await _alerts(environment, meter, asked.saturation_seconds)
    finally:
        await environment.close()
    return {"nodes": nodes} | _costs(polls, events, alerts)


async def _stretch(meter: Meter, seconds: float) -> Stretch:
    first = meter.read()
    await asyncio.sleep(seconds)
    return Stretch(first, meter.read())


async def _events(environment: FleetEnvironment, meter: Meter, asked: argparse.Namespace) -> Stretch:
    """Noise and praise written at once, in far greater number than can be read; until it is in the database."""
    customers = Customers(environment, 0.0, (("noise", 60), ("praise", 40)))
    first = meter.read()
    for _ in range(BACKLOG):
        for _ in range(len(environment.brands)):
            customers.one()
        await asyncio.sleep(0)
        if meter.read().at - first.at > asked.saturation_seconds:
            break
    return Stretch(first, meter.read())


async def _alerts(environment: FleetEnvironment, meter: Meter, seconds: float) -> Stretch:
    """Complaints, as many as there are brands each second."""
    customers = Customers(environment, 10.0, (("complaint", 100),))
    first = meter.read()
    await customers.write(seconds)
    await environment.settle(seconds * 2)
    return Stretch(first, meter.read())


def _costs(polls: Stretch, events: Stretch, alerts: Stretch) -> dict[str, Any]:
    """Processor milliseconds of each party: a poll from polls alone; an event and an alert from what is on top."""
    found: dict[str, Any] = {
        "polls_per_second": round(polls.rate("polls"), 1),
        "events_per_second": round(events.rate("posts"), 1),
        "alerts_per_second": round(alerts.rate("alerts"), 2),
        "cores": {"polls": polls.shares(), "events": events.shares(), "alerts": alerts.shares()},
        "transactions_per_poll": round(polls.count("transactions") / max(1.0, polls.count("polls")), 1),
    }
    for party in ("nodes", "database", "sandbox"):
        cpu = f"cpu_{party}"
        poll = polls.count(cpu) / max(1.0, polls.count("polls"))
        event = (events.count(cpu) - poll * events.count("polls")) / max(1.0, events.count("posts"))
        rest = alerts.count(cpu) - poll * alerts.count("polls") - event * alerts.count("posts")
        alert = rest / max(1.0, alerts.count("alerts"))
        costs = {"poll": poll, "event": event, "alert": alert}
        found[f"ms_{party}"] = {name: round(max(0.0, one) * 1000, 2) for name, one in costs.items()}
    return found


def extrapolated(measured: list[dict[str, Any]]) -> dict[str, Any]:
    """Cores and nodes for ten thousand brands and five thousand events a second; see docs/scale.md."""
    last = measured[-1]
    rates = {
        "poll": BRANDS_OF_GOAL / POLL_SECONDS,
        "event": float(EVENTS_OF_GOAL),
        "alert": EVENTS_OF_GOAL * ALERTS_OF_EVENTS,
    }
    cores = {
        party: sum(last[f"ms_{party}"][one] / 1000 * rate for one, rate in rates.items())
        for party in ("nodes", "database")
    }
    return {
        "brands": BRANDS_OF_GOAL,
        "events_per_second": EVENTS_OF_GOAL,
        "polls_per_second": round(rates["poll"], 1),
        "alerts_per_second": rates["alert"],
        "node_cores": round(cores["nodes"], 1),
        "database_cores": round(cores["database"], 1),
        "nodes_needed": round(cores["nodes"] / BUSY + 0.5) + 1,
        "database_cores_needed": round(cores["database"] / BUSY + 0.5),
    }
