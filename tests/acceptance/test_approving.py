"""A text that waits: those who may approve are told in private, and approve it, change it or send it back with a word."""

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.model import Alert
from tests.acceptance.house import COMPLAINT, House, Member, Open, Shown, parts, slack_text
from tests.acceptance.house.messages import as_shown
from tests.support.ledger import entries

DRAFT = "So sorry, Mia, a new one leaves today."


async def drafted(open_house: Open) -> tuple[House, Alert]:
    """Tia, a trainee in Slack, has written a reply; Ana and Cleo are members who have worked with Mutuals before."""
    house = await open_house(SLACK_TRAINEES="trainees", SLACK_MEMBERS="care-team")
    for who in (house.ana, house.cleo, house.tia):
        await house.command(who, "queue")
    await house.slack.close_view(house.tia.id) if house.form(house.tia) else None
    house.write("mia", COMPLAINT)
    await house.look()
    alert = await house.open_alert("mia")
    await house.reply(house.tia, alert, DRAFT)
    return house, alert


def direct(house: House, who: Member) -> list[Shown]:
    """What the app wrote to this person directly."""
    seen = house.slack.snapshot(who.id)["channels"]
    found = [one for channel in seen if channel.get("is_im") or channel["id"].startswith("D")
             for one in channel["messages"]]  # fmt: skip
    return [as_shown(one["ts"], one, slack_text(one)) for one in found]


async def press_directly(house: House, who: Member, do: Intent) -> None:
    shown = direct(house, who)[-1]
    channel = next(
        one["id"] for one in house.slack.snapshot(who.id)["channels"]
        if any(each["ts"] == shown.id for each in one["messages"])
    )  # fmt: skip
    action = next(
        one for one in parts(shown.raw["blocks"])
        if one.get("type") == "button" and str(one.get("value", "")).startswith(f"{do.value}:")
    )  # fmt: skip
    await house.slack.press(who.id, channel, shown.id, action["action_id"])
    await house.quiet()


@pytest.mark.smoke
async def test_a_member_is_told_in_private_and_approves_with_one_press(open_house: Open):
    house, _ = await drafted(open_house)
    for who in (house.ana, house.cleo):
        assert f"Tia's text: {DRAFT}" in direct(house, who)[-1].text
    assert direct(house, house.tia) == []

    await press_directly(house, house.ana, Intent.APPROVE)
    assert house.said_by_brand()[0].endswith(DRAFT)
    began = next(one for one in await entries(house.store, house.brand_id) if one.entry == "began")
    assert (began.actor_name, began.approved_by) == ("Ana", f"slack/{house.ana.id}")
    assert began.outcome == f"Written by Tia (slack/{house.tia.id})"

    await press_directly(house, house.cleo, Intent.APPROVE)
    assert len(house.said_by_brand()) == 1


async def test_what_was_changed_since_is_not_approved_unseen(open_house: Open):
    house, alert = await drafted(open_house)
    shown = direct(house, house.ana)[-1]
    await house.slack.close_view(house.tia.id)
    await house.reply(house.tia, alert, "Mia, a new kettle is on its way.")
    channel = next(
        one["id"] for one in house.slack.snapshot(house.ana.id)["channels"]
        if any(each["ts"] == shown.id for each in one["messages"])
    )  # fmt: skip
    action = next(
        one for one in parts(shown.raw["blocks"]) if str(one.get("value", "")).startswith("approve:")
    )
    await house.slack.press(house.ana.id, channel, shown.id, action["action_id"])
    await house.quiet()
    assert house.said_by_brand() == []
    assert "does not wait any more" in house.told(house.ana)


async def test_it_is_sent_back_with_a_word_and_its_writer_is_told(open_house: Open):
    house, alert = await drafted(open_house)
    await press_directly(house, house.ana, Intent.SEND_BACK)
    await house.slack.submit_view(house.ana.id, {"mutuals:field:word": {"mutuals:field": "Warmer, please."}})
    await house.quiet()

    told = direct(house, house.tia)[-1].text
    assert "Ana sent your text back" in told
    assert "Warmer, please." in told
    await house.in_both("mia", "Tia's text was sent back by Ana")
    await press_directly(house, house.cleo, Intent.APPROVE)
    assert house.said_by_brand() == []
    await house.slack.close_view(house.tia.id) if house.form(house.tia) else None
    assert await house.open_form(house.tia, alert) == DRAFT
