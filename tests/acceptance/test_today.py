"""/mutuals today: at most five things for a free minute, the quick and long waiting ones first."""

import pytest

from mutuals.cards.buttons import THANKS
from mutuals.cards.markup import Intent
from tests.acceptance.alerts import complaint, fans
from tests.acceptance.digests import tick, until_the_hour
from tests.acceptance.house import COMPLAINT, House
from tests.acceptance.house.services import Member

LOVE = "@kettleco I love my copper kettle, it makes me so happy, thank you"


def member(house: House, chat: str) -> Member:
    return house.ana if chat == "slack" else house.ben


@pytest.mark.smoke
@pytest.mark.parametrize("chat", ["slack", "discord"])
async def test_a_fan_who_was_never_answered_stands_before_a_complaint_with_buttons_that_work(
    house: House, chat: str
):
    who = member(house, chat)
    [fan] = await fans(house, "savvari")
    await complaint(house)
    said = await house.command(who, "today")
    await house.press_in(who, house.private(who)[-1], fan.id, Intent.REPLY, THANKS)
    await house.quiet()

    assert said.index("@savvari") < said.index("@mia")
    assert "About 1 minute" in said
    assert "2 wait in all: /mutuals queue" in said
    assert house.filled(who).strip()


async def test_what_a_colleague_has_is_not_offered_and_no_more_than_five_things_are(house: House):
    for handle in ("mia", "tom", "noor", "joy", "tess", "cust01", "cust02"):
        house.write(handle, COMPLAINT.replace("my kettle", f"my {handle} pot"))
        await house.look()
        await house.later(minutes=11)
    await house.press(house.ben, await house.open_alert("mia"), Intent.CLAIM)

    said = await house.command(house.ana, "today")

    assert said.count("About 5 minutes") == 5
    assert "@mia" not in said
    assert "7 wait in all" in said
    assert "overdue: /mutuals queue overdue" in said


async def test_thousands_of_complaints_do_not_hide_a_fan_and_what_was_not_looked_at_is_said(
    house: House, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("mutuals.actions.today.LOOKED_AT", 2)
    [fan] = await fans(house, "savvari")
    for handle in ("mia", "tom", "noor", "joy"):
        house.write(handle, COMPLAINT.replace("my kettle", f"my {handle} pot"))
        await house.look()
        await house.later(minutes=11)

    said = await house.command(house.ana, "today")

    assert fan.kind.value == "fan"
    assert "@savvari" in said
    assert "5 wait in all" in said
    assert "Chosen from the 3 that come first" in said


@pytest.mark.parametrize("chat", ["slack", "discord"])
async def test_praise_of_the_last_digest_is_offered_until_somebody_thanks(house: House, chat: str):
    who = member(house, chat)
    await tick(house)
    post = house.write("joy", LOVE)
    await house.look()
    await until_the_hour(house)

    said = await house.command(who, "today")
    assert "Praise · @joy" in said
    assert "Nobody has answered it." in said
    house.answer(post, "Thank you, Joy!")
    await house.look()
    assert "Nothing quick waits today" in await house.command(who, "today")


async def test_with_nothing_to_do_it_says_so(house: House):
    assert "No alert waits." in await house.command(house.ana, "today")
