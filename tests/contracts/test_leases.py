"""What every lease promises, whatever it is on and wherever it is kept: one holder at a time, and nobody waits for ever."""

import asyncio
import sys
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from mutuals.domain import leases
from mutuals.domain.model import PeriodicTask
from mutuals.ports.store import Store
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock
from mutuals.testing.store import MemoryStore
from tests.support.databases import sqlite_url
from tests.support.leases import FAR, KINDS, POLL, LeaseKind, OfAction, OfDelivery, OfName, OfTask
from tests.support.values import BRAND, HOUR, START

SECOND, MINUTE, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(days=1)
ROWS = [OfTask, OfAction, OfDelivery]


@dataclass(frozen=True)
class Nodes:
    """Two processes' ways to the same rows, on machines whose clocks agree."""

    first: Store
    second: Store
    clock: FixedClock

    def wait(self, span: timedelta) -> None:
        self.clock.move(span.total_seconds())


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return sqlite_url(tmp_path)
    return str(request.getfixturevalue("postgres").url())


@asynccontextmanager
async def two_nodes(url: str) -> AsyncIterator[Nodes]:
    clock = FixedClock(START)
    first, second = await SqlStore.open(url, clock=clock), await SqlStore.open(url, clock=clock)
    yield Nodes(first, second, clock)
    await first.close()
    await second.close()


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
async def nodes(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Nodes]:
    if request.param == "memory":
        clock = FixedClock(START)
        store = MemoryStore(clock)  # of one process, whose tasks want the same as two processes would
        yield Nodes(store, store, clock)
        return
    sqlite = request.param == "sqlite"
    async with two_nodes(
        sqlite_url(tmp_path) if sqlite else request.getfixturevalue("postgres").url()
    ) as opened:
        yield opened


@pytest.fixture
async def lease(request: pytest.FixtureRequest, nodes: Nodes) -> LeaseKind:
    """A lease of each kind, that may be had."""
    kind: LeaseKind = request.param()
    await kind.prepare(nodes.first, nodes.clock)
    return kind


def each(kinds: Iterable[type[LeaseKind]] = KINDS) -> pytest.MarkDecorator:
    """Run the test with each of these kinds."""
    return pytest.mark.parametrize("lease", kinds, indirect=True, ids=lambda kind: str(kind()))


# --- one holder at a time ----------------------------------------------------------------------


@each()
async def test_of_many_who_want_it_at_once_one_gets_it(lease: LeaseKind, nodes: Nodes):
    asked = [
        lease.acquire(store, nodes.clock, f"node {number}")
        for number, store in enumerate((nodes.first, nodes.second) * 4)
    ]
    got = await asyncio.gather(*asked)

    assert len([one for one in got if one is not None]) == 1


async def test_of_many_who_want_one_of_two_two_get_it(nodes: Nodes):
    asked = [
        store.acquire_lease("chat/slack", f"node {number}", among=2, until=START + MINUTE)
        for number, store in enumerate((nodes.first, nodes.second) * 4)
    ]
    got = await asyncio.gather(*asked)

    assert sorted(number for number in got if number is not None) == [0, 1]


@each()
async def test_the_next_one_gets_it_when_its_end_has_come_and_not_before(lease: LeaseKind, nodes: Nodes):
    await lease.acquire(nodes.first, nodes.clock, "dead")
    nodes.wait(lease.term.length - SECOND)
    before = await lease.acquire(nodes.second, nodes.clock, "next")
    nodes.wait(SECOND)

    assert before is None
    assert await lease.acquire(nodes.second, nodes.clock, "next") is not None


@each([kind for kind in KINDS if kind.renewed])
async def test_who_renews_it_keeps_it_beyond_its_first_end(lease: LeaseKind, nodes: Nodes):
    held = await lease.acquire(nodes.first, nodes.clock, "holder")
    nodes.wait(lease.term.length / 2)
    assert await lease.renew(nodes.first, nodes.clock, held) is not None
    nodes.wait(lease.term.length - SECOND)
    before = await lease.acquire(nodes.second, nodes.clock, "next")
    nodes.wait(SECOND)

    assert before is None
    assert await lease.acquire(nodes.second, nodes.clock, "next") is not None


async def test_a_lease_that_is_released_is_free_at_once_and_only_its_holder_can(nodes: Nodes):
    await nodes.first.acquire_lease("chat/discord", "holder", among=1, until=START + MINUTE)
    await nodes.second.release_lease("chat/discord", "next")
    before = await nodes.second.acquire_lease("chat/discord", "next", among=1, until=START + MINUTE)
    await nodes.first.release_lease("chat/discord", "holder")

    assert before is None
    assert await nodes.second.acquire_lease("chat/discord", "next", among=1, until=START + MINUTE) == 0


@each(ROWS)
async def test_work_that_is_completed_is_not_done_again(lease: LeaseKind, nodes: Nodes):
    held = await lease.acquire(nodes.first, nodes.clock, "holder")
    assert await lease.complete(nodes.first, nodes.clock, held)
    nodes.wait(FAR - MINUTE)

    assert await lease.acquire(nodes.second, nodes.clock, "next") is None


# --- a process that freezes, or dies ---------------------------------------------------------------


@each()
async def test_a_holder_that_was_frozen_beyond_its_end_writes_nothing_when_it_wakes(
    lease: LeaseKind, nodes: Nodes
):
    frozen = await lease.acquire(nodes.first, nodes.clock, "frozen")
    nodes.wait(lease.term.length)
    held = await lease.acquire(nodes.second, nodes.clock, "next")

    assert not await lease.complete(nodes.first, nodes.clock, frozen)
    if lease.renewed:
        assert await lease.renew(nodes.first, nodes.clock, frozen) is None
    assert await lease.acquire(nodes.first, nodes.clock, "third") is None
    assert await lease.complete(nodes.second, nodes.clock, held)


@each()
async def test_a_holder_that_was_frozen_beyond_its_end_goes_on_if_nobody_has_come(
    lease: LeaseKind, nodes: Nodes
):
    frozen = await lease.acquire(nodes.first, nodes.clock, "frozen")
    nodes.wait(lease.term.length + HOUR)

    assert await lease.complete(nodes.first, nodes.clock, frozen)


@pytest.mark.parametrize("term", [leases.ACTION, leases.DELIVERY], ids=["action", "delivery"])
def test_a_holder_stops_before_its_end_however_it_learns_that_time_has_passed(term: leases.LeaseTerm):
    until = term.until(START)
    working = (term.length - term.margin).total_seconds()

    assert term.seconds_left(until, START) == working
    assert term.seconds_left(until, until - term.margin) == 0
    assert term.seconds_left(until, until + HOUR) < 0  # the machine slept
    assert term.seconds_left(until, START - HOUR) == working  # its clock was set back


async def test_what_a_killed_process_held_is_free_at_its_end_and_what_it_was_about_to_acquire_at_once(
    url: str,
):
    async with two_nodes(url) as nodes:
        await _killed_while_it_held_some(url, nodes)


async def _killed_while_it_held_some(url: str, nodes: Nodes) -> None:
    held = [kind() for kind in (OfName, OfTask)]
    about_to_be = [kind() for kind in (OfAction, OfDelivery)]
    for kind in (*held, *about_to_be):
        await kind.prepare(nodes.first, nodes.clock)
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.support.leases", url, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    said = await process.stdout.readline()
    process.kill()
    await process.wait()

    assert said == b"acquired\n"
    for kind in about_to_be:
        assert await kind.acquire(nodes.second, nodes.clock, "next") is not None
    for kind in held:
        nodes.clock.at = kind.term.until(START) - SECOND
        assert await kind.acquire(nodes.second, nodes.clock, "next") is None
        nodes.wait(SECOND)
        assert await kind.acquire(nodes.second, nodes.clock, "next") is not None


# --- a clock that jumps -----------------------------------------------------------------------------


@each()
@pytest.mark.parametrize("hours", [1, 30])
async def test_when_the_clock_jumps_ahead_the_next_one_comes_early_and_nothing_is_done_twice(
    lease: LeaseKind, nodes: Nodes, hours: int
):
    early = await lease.acquire(nodes.first, nodes.clock, "holder")
    nodes.wait(hours * HOUR)
    held = await lease.acquire(nodes.second, nodes.clock, "next")

    assert held is not None
    assert not await lease.complete(nodes.first, nodes.clock, early)
    assert await lease.complete(nodes.second, nodes.clock, held)


@each()
@pytest.mark.parametrize("hours", [1, 30])
async def test_when_the_clock_is_set_back_nobody_waits_longer_than_a_lease_lasts(
    lease: LeaseKind, nodes: Nodes, hours: int
):
    nodes.wait(hours * HOUR)
    await lease.acquire(nodes.first, nodes.clock, "dead")
    nodes.wait(-hours * HOUR)
    await nodes.second.clock_set_back(nodes.clock.now(), hours * HOUR)
    nodes.wait(lease.term.length)

    assert await lease.acquire(nodes.second, nodes.clock, "next") is not None


@each(ROWS)
async def test_when_the_clock_is_set_back_a_row_of_work_is_held_as_long_as_was_meant(
    lease: LeaseKind, nodes: Nodes
):
    nodes.wait(HOUR)
    await lease.acquire(nodes.first, nodes.clock, "holder")
    nodes.wait(-HOUR)
    await nodes.second.clock_set_back(nodes.clock.now(), HOUR)
    nodes.wait(lease.term.length - SECOND)

    assert await lease.acquire(nodes.second, nodes.clock, "next") is None


@each([OfAction, OfDelivery])
async def test_when_the_clock_is_set_back_what_is_under_way_is_written_and_not_done_again(
    lease: LeaseKind, nodes: Nodes
):
    nodes.wait(HOUR)
    held = await lease.acquire(nodes.first, nodes.clock, "holder")
    nodes.wait(-HOUR)
    await nodes.second.clock_set_back(nodes.clock.now(), HOUR)

    assert await lease.complete(nodes.first, nodes.clock, held)
    nodes.wait(FAR)
    assert await lease.acquire(nodes.second, nodes.clock, "next") is None


@each()
async def test_a_lease_of_a_process_whose_clock_was_right_outlives_anothers_that_is_set_back(
    lease: LeaseKind, nodes: Nodes
):
    held = await lease.acquire(nodes.first, nodes.clock, "right")
    await nodes.second.clock_set_back(nodes.clock.now(), HOUR)
    nodes.wait(lease.term.length - SECOND)
    before = await lease.acquire(nodes.second, nodes.clock, "next")

    assert before is None
    assert await lease.complete(nodes.first, nodes.clock, held)


@each()
async def test_what_a_clock_that_was_days_ahead_has_acquired_before_a_restart_is_free_after_the_first_sweep(
    lease: LeaseKind, nodes: Nodes
):
    nodes.wait(2 * DAY)
    await lease.acquire(nodes.first, nodes.clock, "dead")
    nodes.wait(-2 * DAY)
    await nodes.second.clock_stepped_back(nodes.clock.now(), MINUTE)

    assert await lease.acquire(nodes.second, nodes.clock, "next") is not None


@each()
async def test_a_clock_that_is_right_corrects_nothing(lease: LeaseKind, nodes: Nodes):
    await lease.acquire(nodes.first, nodes.clock, "holder")

    assert not await nodes.second.clock_stepped_back(nodes.clock.now(), MINUTE)
    assert await lease.acquire(nodes.second, nodes.clock, "next") is None


async def test_a_poll_planned_by_a_clock_that_was_ahead_comes_as_soon_as_was_meant(nodes: Nodes):
    async with nodes.first.transaction(BRAND) as tx:
        await tx.tasks.plan(PeriodicTask.POLL, START + HOUR + MINUTE)

    await nodes.first.clock_set_back(START, HOUR)

    assert POLL not in await nodes.first.due(START + MINUTE - SECOND)
    assert POLL in await nodes.first.due(START + MINUTE)


@pytest.mark.parametrize("days", [1, 2])
async def test_after_a_wrong_clock_the_digest_is_asked_whether_it_is_due(nodes: Nodes, days: int):
    async with nodes.first.transaction(BRAND) as tx:
        await tx.tasks.plan(PeriodicTask.DIGEST, START + days * DAY)

    if days > 1:  # further than a right clock plans
        assert await nodes.first.clock_stepped_back(START, MINUTE)
    else:
        await nodes.first.clock_set_back(START, HOUR)

    assert f"{PeriodicTask.DIGEST}/{BRAND}" in await nodes.first.due(START)


# --- names that are remembered --------------------------------------------------------------------------


async def test_of_many_who_hear_the_same_request_one_is_the_first(nodes: Nodes):
    heard = [
        store.remember("slack/event-1", until=START + MINUTE) for store in (nodes.first, nodes.second) * 5
    ]

    assert sorted(await asyncio.gather(*heard)) == [False] * 9 + [True]
    assert await nodes.second.remember("slack/event-2", until=START + MINUTE)


async def test_a_name_is_forgotten_when_its_time_is_over(nodes: Nodes):
    assert await nodes.first.remember("x/push-1", until=START + MINUTE)
    nodes.wait(MINUTE - SECOND)
    assert not await nodes.first.remember("x/push-1", until=START + MINUTE)
    nodes.wait(SECOND)
    assert await nodes.first.remember("x/push-1", until=START + 3 * MINUTE)
