"""/mutuals show @name: the alert again, wherever it has gone, or plainly that there is none."""

import pytest

from mutuals.cards.markup import Intent
from tests.acceptance.alerts import complaint
from tests.acceptance.house import House
from tests.acceptance.house.services import Member
from tests.acceptance.test_deleted_by_hand import ANEW, delete, told


def member(house: House, chat: str) -> Member:
    return house.ana if chat == "slack" else house.ben


@pytest.mark.smoke
@pytest.mark.parametrize("chat", ["slack", "discord"])
async def test_the_alert_is_shown_as_it_is_now_with_working_buttons(house: House, chat: str):
    who = member(house, chat)
    alert = await complaint(house)
    said = await house.command(who, "show @MIA")
    await house.press_in(who, house.private(who)[-1], alert.id, Intent.CLAIM, "listed")
    await house.quiet()

    assert "Only you see this copy" in said
    assert "arrived broken" in said
    assert "Claimed: you have it until" in house.told(who)
    await house.in_both("mia", "has it")
    assert len(told(house, chat, "mia")) == 1


@pytest.mark.smoke
@pytest.mark.parametrize("chat", ["slack", "discord"])
async def test_an_alert_that_was_deleted_by_hand_is_posted_again_even_the_second_time(
    house: House, chat: str
):
    who = member(house, chat)
    alert = await complaint(house)
    for _ in range(2):
        delete(house, chat, (await house.shown(alert))[chat])
        assert told(house, chat, "mia") == []
        await house.command(who, "show mia")

        shown = await house.in_both("mia", "Complaint")
        assert ANEW in shown[chat].text
        assert len(told(house, chat, "mia")) == 1


@pytest.mark.smoke
@pytest.mark.parametrize("chat", ["slack", "discord"])
async def test_where_none_waits_it_is_said_who_was_last(house: House, chat: str):
    who = member(house, chat)
    alert = await complaint(house)
    await house.press(house.ana, alert, Intent.DISMISS, "not_needed")

    said = await house.command(who, "show @mia")
    assert "No alert about @mia waits. The last one is over: dismissed" in said
    assert "Last of the team: " in said
    assert "Ana" in said


async def test_a_name_that_nobody_has_is_said_and_the_nearest_that_waits_is_offered(house: House):
    await complaint(house)

    said = await house.command(house.ana, "show @miaa")
    assert "knows nobody called @miaa" in said
    assert "Did you mean /mutuals show @mia?" in said
    assert "Write whose alert it is" in await house.command(house.ana, "show")
    assert "Did you mean /mutuals show @mia?" in await house.command(house.ana, "@mia")
