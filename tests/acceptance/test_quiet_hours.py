"""Quiet hours in the running service: what is urgent goes out, the rest waits for their end."""

import pytest

from tests.acceptance.house import COMPLAINT, Open

URGENT = "@kettleco the kettle caught fire and burned my hand, this is dangerous, help"


@pytest.mark.smoke
async def test_a_complaint_waits_for_the_end_of_the_quiet_hours_and_is_in_the_list_meanwhile(
    open_house: Open,
):
    house = await open_house(QUIET_HOURS="11:00-14:00")  # it is noon
    house.write("mia", COMPLAINT)
    await house.look()

    alert = await house.alert("mia")
    assert await house.shown(alert) == {}
    assert "mia" in await house.command(house.ana, "queue")

    await house.later(hours=2, minutes=1)
    assert set(await house.shown(alert)) == {"slack", "discord"}


async def test_what_is_urgent_is_told_in_the_quiet_hours_too(open_house: Open):
    house = await open_house(QUIET_HOURS="11:00-14:00")
    house.write("mia", URGENT)
    await house.look()

    await house.in_both("mia", "Urgent")


async def test_a_complaint_that_becomes_urgent_in_the_quiet_hours_is_told_then(open_house: Open):
    house = await open_house(QUIET_HOURS="11:00-14:00")
    house.write("mia", COMPLAINT)
    await house.look()
    assert await house.shown(await house.alert("mia")) == {}

    house.write("mia", URGENT)
    await house.look()

    await house.in_both("mia", "Urgent")
