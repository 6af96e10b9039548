"""A periodic task is done under its lease: by one process at a time, and by the next one if that one is gone."""

import asyncio
from datetime import timedelta

import pytest

from mutuals.context import BrandContext, Context
from mutuals.domain.leases import TASK
from mutuals.domain.model import Account, Brand, PeriodicTask
from mutuals.domain.policy import Policy
from mutuals.service import periodic_tasks
from mutuals.testing.clock import FixedClock
from mutuals.testing.network import MemoryNetwork
from mutuals.testing.store import MemoryStore


async def _nobody(_key: str) -> None:
    """No work is asked for."""


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
async def ctx(clock: FixedClock) -> Context:
    return Context(store=MemoryStore(clock), clock=clock, submit=_nobody)


@pytest.fixture
async def watched(ctx: Context) -> BrandContext:
    account = Account("1", "acme", "Acme")
    network = MemoryNetwork(ctx.clock, account)
    brand = Brand("memory1", "memory", account)
    async with ctx.store.transaction(brand.id) as tx:
        await tx.tasks.plan(PeriodicTask.POLL, ctx.clock.now())
    return BrandContext(brand, network, Policy())


class Polls:
    """Polls that last until they are let go."""

    def __init__(self, ctx: Context, watched: BrandContext) -> None:
        self._ctx, self._watched = ctx, watched
        self.begun = 0

    async def begin(self) -> tuple[asyncio.Task[None], asyncio.Event]:
        """A node polls, if it may."""
        over = asyncio.Event()

        async def work() -> None:
            self.begun += 1
            await over.wait()

        running = asyncio.create_task(periodic_tasks.run(self._ctx, PeriodicTask.POLL, self._watched, work))
        await asyncio.sleep(0.01)
        return running, over


async def test_two_nodes_do_not_poll_at_once_and_a_dead_ones_poll_is_done_by_the_next(
    ctx: Context, watched: BrandContext, clock: FixedClock
):
    polls = Polls(ctx, watched)
    await polls.begin()
    await polls.begin()
    assert polls.begun == 1

    clock.move(TASK.length.total_seconds())
    await polls.begin()
    assert polls.begun == 2


async def test_a_poll_that_was_frozen_and_wakes_leaves_the_mark_and_the_lease_of_the_one_that_followed_it(
    ctx: Context, watched: BrandContext, clock: FixedClock
):
    polls = Polls(ctx, watched)
    frozen, wakes = await polls.begin()
    clock.move(TASK.length.total_seconds() + 1)
    following, ends = await polls.begin()

    wakes.set()
    await frozen
    assert await periodic_tasks.is_polled(ctx, watched)
    await polls.begin()
    assert polls.begun == 2

    ends.set()
    await following
    assert not await periodic_tasks.is_polled(ctx, watched)


async def test_the_mark_of_a_poll_counts_no_longer_than_a_lease_of_a_right_clock(
    ctx: Context, watched: BrandContext, clock: FixedClock
):
    await Polls(ctx, watched).begin()
    assert await periodic_tasks.is_polled(ctx, watched)

    clock.move(-timedelta(hours=3).total_seconds())
    assert not await periodic_tasks.is_polled(ctx, watched)
