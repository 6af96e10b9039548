"""Two and more nodes of one installation: who listens, who takes over, and that nothing is done twice."""

import asyncio
import os
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from mutuals.cards.markup import Intent
from mutuals.context import Context
from mutuals.domain import leases
from mutuals.domain.model import Account, Alert, PeriodicTask
from mutuals.jobs.procrastinate_queue import ProcrastinateJobQueue
from mutuals.ports.integration import NetworkIntegration, NetworkKit
from mutuals.ports.settings import Section
from mutuals.service import brand_admin, event_supervisor, integrations
from mutuals.service.bootstrap import Installation as Parts
from mutuals.service.bootstrap import Settings
from mutuals.service.named_lease import NamedLease
from mutuals.storage.store import SqlStore
from mutuals_sandbox.chat_observer import menu_options
from mutuals_sandbox.discord.people import Answer
from mutuals_sandbox.faults import FaultKind
from tests.acceptance.house import COMPLAINT, House, parts
from tests.acceptance.nodes.several import Fleet, Node
from tests.support.waiting import until


async def told(house: House, node: Node, handle: str = "mia", brand_id: str = "") -> Alert:
    """A complaint that stands in both chats; its alert."""
    store, brand_id = node.service.ctx.store, brand_id or house.brand_id
    async with store.transaction(brand_id) as tx:
        await tx.tasks.plan(PeriodicTask.POLL, house.clock.now())
    person = house.person(handle)

    async def seen() -> Alert | None:
        async with store.transaction(brand_id) as tx:
            found = [one for one in await tx.alerts.newest() if one.person_id == person.id]
            done = [all(row.ref for row in await tx.deliveries.of(f"alert/{one.id}")) for one in found]
        return found[0] if found and all(done) else None

    for _ in range(400):
        if (alert := await seen()) is not None:
            return alert
        await asyncio.sleep(0.05)
    raise AssertionError("never told")


async def press(house: House, alert: Alert, do: Intent, channel: str) -> Answer:
    """Ben presses a button, or chooses the entry of a menu, in Discord."""
    wanted = f"mutuals:{do.value}:{alert.id}"
    for message in house.discord.messages(channel):
        for part in parts(message["components"]):
            if part.get("custom_id") == wanted:
                return await house.discord.press(house.ben.id, message["id"], wanted)
            if wanted in [one.get("value") for one in menu_options(part)]:
                return await house.discord.press(house.ben.id, message["id"], part["custom_id"], [wanted])
    raise AssertionError(f"no {do} in Discord")


async def add_teaworks(house: House) -> str:
    """A second brand, told in channels of its own; its id."""
    access, refresh = house.x.issue_tokens(house.person("teaworks").id)
    parts = await Parts.open(Settings.read(), house.clock)

    async def sign_in(part: NetworkIntegration, section: Section, kit: NetworkKit) -> Account:
        return await part.adopt(section, kit, {"access_token": access, "refresh_token": refresh})

    routes = {"MUTUALS_SLACK_CHANNEL": house.slack_fans, "MUTUALS_DISCORD_CHANNEL": house.discord_fans}
    try:
        return (await brand_admin.add(parts, "x", routes, sign_in)).id
    finally:
        await parts.store.close()


async def test_a_node_that_stops_hands_discord_over_at_once_and_the_next_one_knows_every_brand(fleet: Fleet):
    house = fleet.house
    brand_id = await add_teaworks(house)
    first = await fleet.start()
    house.write("mia", "@teaworks my tea tin arrived crushed, this is unacceptable")
    alert = await told(house, first, brand_id=brand_id)
    second = await fleet.start()
    assert first.holds("discord")
    assert not second.holds("discord")

    await first.stop()
    await until(lambda: second.holds("discord"), 5)  # the clock stands still: only a lease given back is free
    done = await press(house, alert, Intent.CLAIM, house.discord_fans)

    assert done.acknowledged, done
    await until(lambda: "has it" in str(house.discord.messages(house.discord_fans)))
    assert brand_id in [one.brand.id for one in second.service.ctx.brands.loaded()]


async def test_while_two_nodes_hear_discord_a_click_works_once_and_nobody_sees_a_failure(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch
):
    house, found = fleet.house, integrations.chats()
    both = {**found, "discord": replace(found["discord"], connections=2)}
    monkeypatch.setattr(integrations, "chats", lambda: both)
    house.write("mia", COMPLAINT)
    nodes = [await fleet.start(), await fleet.start()]
    await until(lambda: all(one.holds("discord") for one in nodes), 20)
    assert house.discord.sessions == 2
    alert = await told(house, nodes[0])

    opened = await press(house, alert, Intent.REPLY, house.discord_care)
    await until(lambda: house.discord.form(house.ben.id), 20)
    sent = await house.discord.submit_modal(house.ben.id, {"text": "A new one leaves today."})

    assert opened.acknowledged
    assert sent.acknowledged
    await until(house.said_by_brand, 20)
    await until(lambda: "Replied" in str(house.discord.messages(house.discord_care)), 20)
    await asyncio.sleep(0.5)  # for whoever was second
    assert house.said_by_brand() == ["@mia A new one leaves today."]


async def test_two_nodes_that_need_a_new_token_renew_the_sign_in_once(fleet: Fleet):
    house = fleet.house
    house.x_faults.plan(FaultKind.SLOW, "oauth2/token", times=9, seconds=0.3)
    await add_teaworks(house)
    parts = [await Parts.open(Settings.read(), house.clock) for _ in range(2)]
    [brand] = await parts[0].store.brands()
    x = integrations.networks()["x"]
    networks = [
        x.build(one.section(x), one.network_kit("x", one.limiter("x", brand_id=brand.id), brand.slot))
        for one in parts
    ]
    house.clock.at += timedelta(hours=3)

    answers = await asyncio.gather(*(one.mentions(None) for one in networks))

    assert len(answers) == 2
    assert [line for kind, line in house.x_faults.struck if kind is FaultKind.SLOW] == [
        "POST /2/oauth2/token"
    ]
    for one, network in zip(parts, networks, strict=True):
        await network.close()
        await one.store.close()


async def nobody(_key: str) -> None:
    """No work is asked for."""


@pytest.fixture
async def stores(fleet: Fleet) -> AsyncIterator[list[SqlStore]]:
    """Two processes' ways to the same database."""
    url = Settings.read().core.database_url
    opened = [await SqlStore.open(url, clock=fleet.house.clock) for _ in range(2)]
    yield opened
    for one in opened:
        await one.close()


@pytest.mark.smoke
async def test_of_five_nodes_four_listen_in_slack_and_the_fifth_as_soon_as_one_leaves(
    fleet: Fleet, stores: list[SqlStore]
):
    ctx = Context(store=stores[0], clock=fleet.house.clock, submit=nobody)
    most = integrations.chats()["slack"].connections
    contenders = [
        NamedLease(ctx.store, ctx.clock, "chat/slack", f"node{number}", most) for number in range(5)
    ]

    held = [await one.acquire() for one in contenders]
    await contenders[1].release()

    assert most == 4
    assert held == [True] * 4 + [False]
    assert await contenders[4].acquire()
    assert not await contenders[1].acquire()


async def test_a_node_whose_database_hangs_gives_its_lease_up_before_another_may_have_it(
    fleet: Fleet, stores: list[SqlStore], monkeypatch: pytest.MonkeyPatch
):
    short = replace(leases.CONNECTION, length=timedelta(seconds=3), margin=timedelta(seconds=1))
    monkeypatch.setattr(leases, "CONNECTION", short)
    ctx = Context(store=stores[0], clock=fleet.house.clock, submit=nobody)
    lease = NamedLease(ctx.store, ctx.clock, "chat/discord", "here", 1)
    await lease.acquire()

    # Whoever wants this lease now waits without an end.
    async with stores[1].transaction("seat/chat/discord"):
        await asyncio.wait_for(lease.hold(), 2.9)


async def test_a_node_whose_engine_has_lost_the_database_lets_another_look_for_work(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch
):
    """What it asked for would be lost, and its lease is renewed all the same: by another connection."""
    first, second = await fleet.start(), await fleet.start()
    fleet.house.write("mia", COMPLAINT)
    await told(fleet.house, second)
    engine = first.service._engine
    assert isinstance(engine, ProcrastinateJobQueue)
    monkeypatch.setattr(engine._line, "found", lambda: None)  # it stays away
    engine._line.lost(OSError("no more connections"))
    await until(lambda: not first.service._engine.up)

    fleet.house.write("tom", COMPLAINT)
    assert await told(fleet.house, second, "tom")


async def test_one_node_keeps_the_line_to_x_and_another_takes_over(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch
):
    house = fleet.house
    house.environment(
        DATABASE_URL=os.environ["MUTUALS_DATABASE_URL"], ENGINE="procrastinate",
        SECRET_KEY="nodes-of-the-tests-0123456789", X_PUSH="stream", X_BEARER_TOKEN=house.x.issue_app_token(),
    )  # fmt: skip
    monkeypatch.setattr(event_supervisor, "LOOK_SECONDS", 0.1)
    first, second = await fleet.start(), await fleet.start()
    await until(lambda: house.x.activity.streams)
    await asyncio.sleep(1.0)
    alone = len(house.x.activity.streams)

    holder = next(one for one in (first, second) if one.service._events._lines and holds_line(one))
    await holder.stop()
    fleet.nodes.remove(holder)
    await until(lambda: len(house.x.activity.streams) == 1 and holds_line(fleet.nodes[0]))
    house.write("mia", COMPLAINT)
    alert = await told(house, fleet.nodes[0])

    assert alone == 1
    assert alert.person_id == house.person("mia").id


def holds_line(node: Node) -> bool:
    """Has this node the lease of the line?"""
    return any(one.held for one in node.service._events.leases.values())
