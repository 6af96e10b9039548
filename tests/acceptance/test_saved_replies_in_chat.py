"""`/mutuals replies`: the team's own texts, listed, added, changed and removed in both chats by those who may."""

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.ids import saved_reply_id
from tests.acceptance.house import COMPLAINT, House, Member
from tests.acceptance.test_approval import ledger
from tests.acceptance.test_saved_replies import offered
from tests.acceptance.test_settings_in_chat import save

REFUND = {
    "name": "Refund",
    "language": "en",
    "text": "Hi {first_name|there}, your money is back within five days. That was our fault.",
}


async def listed(house: House, who: Member, reply_id: str, do: Intent = Intent.SAVED_REPLY) -> None:
    """Type the command and press a button of the list."""
    await house.command(who, "replies en")
    await house.press_in(who, house.private(who)[-1], saved_reply_id(house.brand_id, reply_id), do)
    await house.quiet()


@pytest.mark.smoke
@pytest.mark.parametrize("name", ["dana", "eva"])
async def test_an_admin_adds_a_text_and_everybody_is_offered_it_filled_in(house: House, name: str):
    who = getattr(house, name)
    await listed(house, who, "new")
    said = await save(house, who, **REFUND, kinds=["complaint"])
    assert "Added: Refund · English · complaint · by" in said
    assert "For example: Hi Maximiliane, your money is back" in said

    house.write("mia", COMPLAINT)
    await house.look()
    alert = await house.open_alert("mia")
    for member in (house.ana, house.ben):
        await house.open_form(member, alert)
        assert offered(house, member)[0][1] == "Refund"
    assert [(one[0], one[1], one[3]) for one in ledger(house)] == [
        ("setting", who.name, "Saved reply “Refund” (English) added.")
    ]


@pytest.mark.parametrize("name", ["dana", "eva"])
async def test_a_field_that_does_not_exist_is_refused_with_those_that_do(house: House, name: str):
    who = getattr(house, name)
    await listed(house, who, "new")
    said = await save(house, who, **(REFUND | {"text": "Hi {frist_name}!"}))

    assert "There is no field {frist_name}. The fields are {hi}, {first_name}" in said
    assert "Refund" not in await house.command(house.ana, "replies en")


@pytest.mark.parametrize("name", ["dana", "eva"])
async def test_a_text_that_does_not_fit_when_filled_in_is_refused_with_its_count(house: House, name: str):
    who = getattr(house, name)
    await listed(house, who, "new")
    said = await save(house, who, **(REFUND | {"text": "{hi}, " + "x" * 270}))

    assert "of 280 characters. Shorten it." in said


@pytest.mark.parametrize("name", ["dana", "eva"])
async def test_a_starter_is_changed_removed_and_put_back(house: House, name: str):
    who = getattr(house, name)
    await listed(house, who, "looking.en")
    await save(house, who, text="{hi}, we look into it.")
    assert "we look into it" in await house.command(house.ana, "replies en")

    await listed(house, who, "looking.en", Intent.REMOVE_REPLY)
    assert "Removed: Looking into it" in house.told(who)
    assert "we look into it" not in await house.command(house.ana, "replies en")
    back = saved_reply_id(house.brand_id, "looking.en")
    removed = next(one for one in reversed(house.private(who)) if "Removed:" in one.text)
    if who.chat == "slack":
        await house.slack.view_action(who.id, "mutuals:unsave:20", f"unsave:back:{back}")
    else:
        await house.discord.press(who.id, removed.id, f"mutuals:unsave:{back}:back")
    await house.quiet()
    assert "we look into it" in await house.command(house.ana, "replies en")


async def test_a_member_sees_the_list_and_no_button(house: House):
    said = await house.command(house.ben, "replies es")

    assert "Lo estoy mirando · Spanish · complaint, holding reply · starter" in said
    assert "Approvers and admins add, change and remove them." in said
    assert not any("Remove" in label for label in house.private(house.ben)[-1].labels)
