"""Several nodes of the whole service in one process, on one PostgreSQL, with one X and one of each chat."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from mutuals.alerting.rate_limiter import RateLimiter
from mutuals.alerting.reconciler import DeliveryReconciler
from mutuals.domain import leases
from mutuals.service import app
from tests.acceptance.house import House
from tests.acceptance.nodes.several import Fleet
from tests.support.databases import Postgres


@pytest.fixture
async def fleet(postgres: Postgres, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Fleet]:
    """The three services are open; the clock stands still, so that a lease ends only by being given back."""
    often = replace(leases.CONNECTION, renewed=timedelta(seconds=0.1))
    monkeypatch.setattr(leases, "CONNECTION", often)
    monkeypatch.setattr(app, "SWEEP_SECONDS", 0.2)
    monkeypatch.setattr(
        app, "DeliveryReconciler", partial(DeliveryReconciler, pace=RateLimiter(per_second=500, burst=500))
    )
    house = House(tmp_path, monkeypatch)
    for server in (house.x, house.slack, house.discord):
        await server.start()
    house.slack_fans, house.discord_fans = house.slack.add_channel("fans"), house.discord.add_channel("fans")
    house.access, house.refresh = house.x.issue_tokens(house.brand.id)
    house.environment(
        DATABASE_URL=postgres.bare(), ENGINE="procrastinate", SECRET_KEY="nodes-of-the-tests-0123456789"
    )
    fleet = Fleet(house)
    yield fleet
    await asyncio.gather(*(one.stop() for one in fleet.nodes), return_exceptions=True)
    for server in (house.slack, house.discord, house.x):
        await server.stop()
