"""A sample of `make bench-fleet`: real nodes, several brands, and the death of the node that everything hangs on."""

import asyncio
import random
from collections.abc import AsyncIterator

import pytest
from fleet_accounts import compare
from fleet_environment import FleetEnvironment
from fleet_kills import Gaps, Reaper
from fleet_nodes import overlaps
from fleet_people import Customers
from fleet_team import Deeds, team

from tests.support.waiting import until

pytestmark = [pytest.mark.postgresql, pytest.mark.timeout(300)]

MIX = (("complaint", 45), ("question", 10), ("noise", 45))


@pytest.fixture
async def environment() -> AsyncIterator[FleetEnvironment]:
    """Two nodes and six brands; the second node is started when the first one holds both chats."""
    made = FleetEnvironment(nodes=2, dice=random.Random(7), poll_seconds=1.0, quick=True)
    await made.open(6)
    await made.start(made.nodes[:1])
    yield made
    await made.close()


async def test_the_node_that_holds_discord_dies_among_alerts_and_clicks_and_all_of_them_count_once(
    environment: FleetEnvironment,
):
    deeds, gaps, reaper = Deeds(), Gaps(), Reaper(environment, random.Random(7))
    customers = Customers(environment, 0.0, MIX)
    watcher = asyncio.create_task(gaps.watch(environment))
    await environment.nodes[1].start()
    await until(lambda: environment.slack.connections == 2, 60)

    for _ in range(16):
        customers.one()
    await until(lambda: len(environment.alert_keys()) > 2, 60)
    working = asyncio.create_task(team(environment, deeds, pause=0.5, seconds=60.0, enough=8))
    await until(lambda: deeds.presses > 2, 60)
    await reaper.kill(environment.nodes[0])
    for _ in range(8):
        customers.one()
    await working
    left = await environment.settle(60.0)
    watcher.cancel()
    accounts = compare(environment, deeds)

    assert left == []
    assert accounts.stories == []
    assert deeds.clicks >= 8
    assert sum(len(one.expected) for one in environment.brands) > 8
    assert overlaps(span for node in environment.nodes for span in node.spans()) == []
    assert reaper.deaths.holders == 1
    assert len(gaps.discord) == 1  # and the other node has taken the gateway
