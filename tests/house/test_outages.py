"""X can't be read for a while, or the machine's clock is wrong: said in words, and nothing stays unseen."""

from datetime import timedelta

import pytest

from house import COMPLAINT, House
from mutuals.model import Chore
from mutuals_sandbox.faults import FaultKind


def said(house: House, words: str) -> list[int]:
    """How many messages of each channel hold these words."""
    return [len([one for one in texts if words in one]) for texts in house.channel_texts().values()]


@pytest.mark.parametrize("kind", [FaultKind.ERROR_BEFORE, FaultKind.PAGE, FaultKind.LOST_REPLY])
async def test_an_outage_of_x_is_said_once_in_each_chat_and_ended_once_with_what_came(house: House, kind):
    await house.look()
    house.x_faults.plan(kind, r"GET /2/users/", times=10_000)
    await house.look()
    assert said(house, "Mutuals can't see X now") == [0, 0]
    for _ in range(3):
        await house.later(minutes=4)
        await house.look()
    begun = said(house, "Mutuals can't see X now")
    house.write("mia", COMPLAINT)
    house.x_faults.clear()
    await house.restart()
    await house.look()
    await house.later(minutes=1)
    await house.look()

    assert begun == [1, 1]
    assert said(house, "Mutuals can't see X now") == [1, 1]
    assert said(house, "1 new mention came meanwhile") == [1, 1]


async def test_a_post_from_a_clock_ahead_of_ours_is_told_at_once(house: House):
    house.world.clock = lambda: house.clock.now() + timedelta(minutes=10)
    house.write("mia", COMPLAINT)

    await house.look()

    assert await house.alert("mia") is not None


async def test_a_look_planned_by_a_clock_that_was_a_day_ahead_is_due_now(house: House):
    now, store = house.clock.now(), house.ctx.store
    async with store.transaction(house.brand_id) as tx:
        await tx.take_chore(Chore.POLL, now + timedelta(days=9), now + timedelta(days=1))

    assert await store.clock_stepped_back(now, timedelta(minutes=1))

    assert f"{Chore.POLL}/{house.brand_id}" in await store.due(now)
    assert not await store.clock_stepped_back(now, timedelta(minutes=1))
