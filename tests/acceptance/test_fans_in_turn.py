"""Whoever talks often enough is told as a fan, however many stand before them in the order of the scores."""

from datetime import timedelta

import pytest

from mutuals.domain.model import Fan
from tests.acceptance.house import House

DAY = timedelta(days=1)


@pytest.mark.smoke
async def test_a_fan_behind_hundreds_who_score_higher_and_talk_too_seldom_is_told(house: House):
    house.make_loyal("savvari")
    now = house.clock.now()
    async with house.ctx.store.transaction(house.brand_id) as tx:
        # Their posts are older than the fans' window, or on one day only: often enough by the count alone.
        await tx.fans.put([
            Fan(house.brand_id, f"{number}", 1e6 + number, 40, now - 200 * DAY, now - DAY)
            for number in range(70_000, 70_650)
        ])  # fmt: skip

    for _ in range(4):
        await house.look()

    assert (await house.alert("savvari")).is_fan


async def test_people_who_were_looked_up_and_are_no_fans_take_nobodys_place(house: House):
    for number in range(12):
        house.make_loyal(f"farm{number}", days=9, bio="Follow back 100%, gain followers")
    house.make_loyal("savvari")

    for _ in range(3):
        await house.look()

    assert (await house.alert("savvari")).is_fan
    assert len(await house.alerts()) == 1
