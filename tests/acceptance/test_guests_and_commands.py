"""Who is nobody here is told so; the commands answer privately."""

import pytest

from mutuals.cards.markup import Intent
from tests.acceptance.alerts import complaint, fans
from tests.acceptance.house import House, Open


@pytest.mark.smoke
async def test_a_guest_in_slack_and_somebody_without_the_role_in_discord_are_told_why_not(house: House):
    alert = await complaint(house)

    for do in (Intent.CLAIM, Intent.REPLY, Intent.ACKNOWLEDGE):
        await house.press(house.guest, alert, do)
        await house.press(house.outsider, alert, do)

    assert "Guests of this workspace can't act" in house.told(house.guest)
    assert "role" in house.told(house.outsider)
    assert house.form(house.outsider) is None
    assert (await house.open_alert("mia")).version == alert.version
    assert house.said_by_brand() == []


async def test_commands_are_not_for_guests(house: House):
    await complaint(house)

    assert "Guests" in await house.command(house.guest, "queue")
    assert "role" in await house.command(house.outsider, "queue")


async def test_without_a_role_in_the_settings_manage_messages_decides(open_house: Open):
    house = await open_house(DISCORD_ROLE=None)
    alert = await complaint(house)

    await house.press(house.ben, alert, Intent.CLAIM)

    assert "Manage Messages" in house.told(house.ben)
    assert (await house.open_alert("mia")).claimed_by is None


# --- commands


@pytest.mark.smoke
@pytest.mark.parametrize("who", ["ana", "ben"])
async def test_the_commands_answer_privately(house: House, who: str):
    member = getattr(house, who)
    assert "Nothing waits" in await house.command(member, "queue")
    await fans(house, "savvari")
    await complaint(house)

    queue = await house.command(member, "queue")
    assert queue.index("@mia") < queue.index("@savvari")
    assert "@mia" not in await house.command(member, "fans")
    assert "@savvari" not in await house.command(member, "complaints")
    status = await house.command(member, "status")
    assert "@kettleco" in status
    assert "limit is $100.00" in status
    assert "No trouble known" in status
    assert "Nothing is ever sent or followed without your click" in await house.command(member, "help")
