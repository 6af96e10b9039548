"""X can't be read for a while, or the machine's clock is wrong: said in words, and nothing stays unseen."""

import socket
from datetime import timedelta
from functools import partial

import pytest

from mutuals.domain.model import PeriodicTask
from mutuals_sandbox.faults import FaultKind
from tests.acceptance.house import COMPLAINT, House

CANT_SEE, SLOWED = "Mutuals can't see X now", "X lets Mutuals read nothing now"


def said(house: House, words: str) -> list[int]:
    """How many messages of each channel hold these words."""
    return [len([one for one in texts if words in one]) for texts in house.channel_texts().values()]


WAYS = ["500", "page", "cut", "404", "slow", "refused", "no_name"]


async def break_off(house: House, way: str) -> None:
    """From now on X gives no useful answer to a look."""
    plan = partial(house.x_faults.plan, match=r"GET /2/users/", times=10_000)
    match way:
        case "500":
            plan(FaultKind.ERROR_BEFORE)
        case "page":
            plan(FaultKind.PAGE)
        case "cut":
            plan(FaultKind.LOST_REPLY)
        case "404":
            plan(FaultKind.NOT_FOUND)
        case "slow":
            plan(FaultKind.SLOW, seconds=30.0)
            await house.restart_with(X_TIMEOUT_SECONDS="0.3")
        case "refused":
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                port = free.getsockname()[1]
            await house.restart_with(X_API_URL=f"http://127.0.0.1:{port}")
        case "no_name":
            await house.restart_with(X_API_URL="http://x.invalid")


@pytest.mark.parametrize("way", WAYS)
async def test_an_outage_of_x_is_said_once_in_each_chat_and_ended_once_with_what_came(house: House, way: str):
    await house.look()
    await break_off(house, way)
    await house.look()
    assert said(house, CANT_SEE) == [0, 0]
    for _ in range(3):
        await house.later(minutes=4)
        await house.look()
    begun = said(house, CANT_SEE)
    house.write("mia", COMPLAINT)
    house.x_faults.clear()
    await house.restart_with(X_API_URL=house.x.api_url, X_TIMEOUT_SECONDS=None)
    await house.look()
    await house.later(minutes=1)
    await house.look()

    assert begun == [1, 1]
    assert said(house, CANT_SEE) == [1, 1]
    assert said(house, "1 new mention came meanwhile") == [1, 1]


@pytest.mark.smoke
async def test_a_running_outage_shows_in_status_and_the_lists_before_it_is_said_and_after(house: House):
    await house.look()
    calm = await house.command(house.ana, "status")
    await break_off(house, "500")
    await house.later(minutes=1)
    await house.look()
    at_once = await house.command(house.ana, "status")
    queue = await house.command(house.ben, "queue")
    await house.later(minutes=12)
    await house.look()
    told = await house.command(house.ben, "status")
    house.x_faults.clear()
    await house.look()
    over = await house.command(house.ana, "status")

    assert "No trouble known" in calm
    assert "Trouble: No look at X has worked since 12:01 UTC on 23 November" in at_once
    assert "Well done" not in queue
    assert told.count("No look at X has worked since 12:01 UTC") == 1
    assert "No trouble known" in over


async def test_being_asked_to_slow_down_is_no_outage_but_an_hour_of_it_is_said_in_its_own_words(house: House):
    await house.look()
    house.x_faults.plan(FaultKind.RATE_LIMITED, r"GET /2/users/", times=10_000)
    for _ in range(5):
        await house.later(minutes=10)
        await house.look()
    soon = said(house, CANT_SEE), said(house, SLOWED)
    for _ in range(4):
        await house.later(minutes=10)
        await house.look()

    assert soon == ([0, 0], [0, 0])
    assert (said(house, CANT_SEE), said(house, SLOWED)) == ([0, 0], [1, 1])


async def test_a_failure_after_many_refusals_to_hurry_begins_an_outage_only_then(house: House):
    await house.look()
    house.x_faults.plan(FaultKind.RATE_LIMITED, r"GET /2/users/", times=10_000)
    for _ in range(3):
        await house.later(minutes=10)
        await house.look()
    house.x_faults.clear()
    await break_off(house, "500")
    await house.later(minutes=10)
    await house.look()
    first = said(house, CANT_SEE)
    await house.later(minutes=11)
    await house.look()

    assert first == [0, 0]
    assert said(house, CANT_SEE) == [1, 1]


async def test_a_post_from_a_clock_ahead_of_ours_is_told_at_once(house: House):
    house.world.clock = lambda: house.clock.now() + timedelta(minutes=10)
    house.write("mia", COMPLAINT)

    await house.look()

    assert await house.find_alert("mia") is not None


async def test_a_look_planned_by_a_clock_that_was_a_day_ahead_is_due_now(house: House):
    now, store = house.clock.now(), house.ctx.store
    async with store.transaction(house.brand_id) as tx:
        await tx.tasks.acquire(PeriodicTask.POLL, now + timedelta(days=9), now + timedelta(days=1))

    assert await store.clock_stepped_back(now, timedelta(minutes=1))

    assert f"{PeriodicTask.POLL}/{house.brand_id}" in await store.due(now)
    assert not await store.clock_stepped_back(now, timedelta(minutes=1))
