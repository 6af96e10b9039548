"""A slur in a stranger's words is hidden wherever it is shown, until somebody asks to see it; nothing else changes."""

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.model import AlertState
from tests.acceptance.house import House, Open
from tests.acceptance.pressing import press_on
from tests.acceptance.test_bursts import bundles

SLUR = "@kettleco my kettle arrived broken, you retards, this is unacceptable"


@pytest.mark.smoke
async def test_it_is_hidden_everywhere_in_both_chats_and_stays_a_complaint(house: House):
    house.write("mia", SLUR)
    await house.look()
    await house.in_both("mia", "Complaint", "you r••••••, this is unacceptable")
    alert = await house.open_alert("mia")

    for who in (house.ana, house.ben):
        await house.press(who, alert, Intent.WHY)
        await house.open_form(who, alert)
        await house.command(who, "queue")
        await house.command(who, "person mia")

    assert "retards" not in house.everything_shown()


@pytest.mark.smoke
async def test_who_presses_show_words_sees_them_alone(house: House):
    house.write("mia", SLUR)
    await house.look()
    alert = await house.open_alert("mia")

    for who in (house.ana, house.ben, house.vic):
        await house.press(who, alert, Intent.WORDS)
        assert "you retards, this" in house.told(who)

    for texts in house.channel_texts().values():
        assert all("retards" not in one for one in texts)


async def test_they_can_still_be_shown_when_the_alert_is_over(house: House):
    house.write("mia", SLUR)
    await house.look()
    alert = await house.open_alert("mia")
    await house.press(house.ana, alert, Intent.DISMISS, "spam")
    assert (await house.alert("mia")).state is AlertState.SETTLED

    await house.press(house.ben, alert, Intent.WORDS)

    assert "you retards" in house.told(house.ben)


async def test_a_burst_hides_them_too(house: House):
    for number in range(6):
        house.write(f"cust{number:02}", f"@kettleco my order has not arrived, you retards, number {number}")
    await house.look()
    [bundle] = await bundles(house)

    for who in (house.ana, house.ben):
        await press_on(house, who, bundle.id, Intent.MEMBERS, "0")
        assert "r••••••" in house.told(who)
        await press_on(house, who, bundle.id, Intent.WORDS)
        assert "you retards" in house.told(who)

    assert all("retards" not in one for texts in house.channel_texts().values() for one in texts)


async def test_nothing_is_hidden_where_an_admin_says_so_and_no_entry_offers_it(open_house: Open):
    house = await open_house(HIDE_SLURS="false")
    house.write("mia", SLUR)
    await house.look()

    shown = await house.in_both("mia", "you retards, this is unacceptable")
    assert all("Show words" not in str(one.raw) for one in shown.values())


async def test_a_team_hides_words_of_its_own(open_house: Open):
    house = await open_house(SLUR_WORDS="kettlehole, -retards")
    house.write("mia", "@kettleco my kettle arrived broken, kettlehole retards, this is unacceptable")
    await house.look()

    await house.in_both("mia", "k••••••••• retards")
