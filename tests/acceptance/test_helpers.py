"""Trusted members of the community: they suggest answers, staff send them, and what the team keeps stays with the team."""

import pytest

from mutuals.cards.markup import Intent
from tests.acceptance.alerts import complaint
from tests.acceptance.house import House, Open
from tests.support.ledger import entries

SUGGESTED = "Hi Mia, try holding the lid down for five seconds."


@pytest.fixture
async def house(open_house: Open) -> House:
    return await open_house(DISCORD_HELPERS="Trainees")  # Tom's role on this server


@pytest.mark.smoke
async def test_a_helpers_answer_is_a_suggestion_that_a_member_sends_and_the_ledger_names_both(house: House):
    alert = await complaint(house)

    await house.open_form(house.tom, alert)
    assert "You are a helper here: what you send is kept under the alert, for a member to send." in str(
        house.form(house.tom)
    )
    await house.send(house.tom, SUGGESTED)
    assert "You are a helper here, so your text was not sent." in house.told(house.tom)
    assert house.said_by_brand() == []
    await house.in_both("mia", "Reply suggested (a member can send it) by Tom")

    assert await house.open_form(house.ben, alert) == SUGGESTED
    await house.send(house.ben, SUGGESTED)

    assert house.said_by_brand()[0].endswith(SUGGESTED)
    began = next(one for one in await entries(house.store, house.brand_id) if one.entry == "began")
    assert (began.approved_by, began.outcome) == (
        f"discord/{house.ben.id}",
        f"Written by Tom (discord/{house.tom.id})",
    )


async def test_a_helper_can_neither_claim_nor_close_nor_follow_nor_write_notes(house: House):
    alert = await complaint(house)

    for do, value in ((Intent.CLAIM, ""), (Intent.SNOOZE, "1h"), (Intent.DISMISS, "spam"), (Intent.NOTE, ""),
                      (Intent.ASSIGN, ""), (Intent.FEEDBACK, "not_complaint"), (Intent.PERSON, "")):  # fmt: skip
        before = len(house.private(house.tom))
        await house.press(house.tom, alert, do, value)
        told = house.private(house.tom)[before:]
        assert "Your role here is helper, so you can't" in " ".join(one.text for one in told), do

    again = await house.open_alert("mia")
    assert (again.version, again.claimed_by) == (alert.version, None)


async def test_a_helper_reads_alerts_and_why_they_came_and_nothing_that_the_team_keeps(house: House):
    alert = await complaint(house)
    await house.press(house.ben, alert, Intent.NOTE)
    await house.send(house.ben, "Refunded twice already, be careful.")

    await house.press(house.tom, alert, Intent.WHY)
    assert "Why this alert" in house.told(house.tom)
    await house.press(house.ben, alert, Intent.WHY)

    assert "Refunded twice" in house.told(house.ben)
    assert "Refunded twice" not in house.told(house.tom)
    assert "@mia" in await house.command(house.tom, "queue")
    for words in (
        "person @mia",
        "stats",
        "status",
        "settings",
        "fans drifting",
        "replies",
        "stop",
    ):
        assert "Your role here is helper" in await house.command(house.tom, words), words
