"""Saved replies in the forms of both chats: in the post's language first, filled in, never sent unread."""

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.model import Alert
from mutuals_sandbox.chat_observer import menu_options
from tests.acceptance.house import COMPLAINT, House
from tests.acceptance.house.messages import parts
from tests.acceptance.house.services import Member
from tests.support.waiting import until

SPANISH = "@kettleco mi pedido llegó roto y nadie contesta, esto es una vergüenza, quiero mi dinero"


async def opened(house: House, who: Member, text: str = COMPLAINT, lang: str = "en") -> Alert:
    house.write("mia", text, lang=lang)
    await house.look()
    alert = await house.open_alert("mia")
    await house.open_form(who, alert)
    return alert


def offered(house: House, who: Member) -> list[tuple[str, str]]:
    """Id and label of each text that the open form offers."""
    form = house.form(who)
    assert form is not None
    found = [
        one
        for part in parts(form)
        for one in menu_options(part)
        if "picked" in str(part.get("custom_id")) or "template" in str(part.get("action_id"))
    ]
    labels = [one["label"] if "label" in one else one["text"]["text"] for one in found]
    return [(one["value"], label) for one, label in zip(found, labels, strict=True)]


@pytest.mark.smoke
async def test_in_slack_a_saved_reply_fills_the_reply_and_keeps_what_was_typed(house: House):
    await opened(house, house.ana)
    await house.slack.view_action(house.ana.id, "mutuals:text", "Dear Mia!")
    await house.quiet()
    await house.slack.view_action(house.ana.id, "mutuals:template", "looking.en")
    await house.quiet()

    await until(lambda: "looking into it now" in house.filled(house.ana))
    assert house.filled(house.ana).startswith("Dear Mia! Hi Mia")
    assert house.filled(house.ana).endswith(" ^Ana")
    assert house.filled(house.ana).count("^Ana") == 1
    assert house.said_by_brand() == []


@pytest.mark.smoke
async def test_in_discord_a_saved_reply_is_chosen_in_the_form_and_read_before_it_goes(house: House):
    alert = await opened(house, house.ben)
    await house.discord.submit_modal(house.ben.id, {"text": " ^Ben", "picked": ["looking.en"]})
    await house.quiet()

    assert house.said_by_brand() == []
    assert "Nothing is sent yet" in house.told(house.ben)
    shown = house.private(house.ben)[-1]
    await house.discord.press(house.ben.id, shown.id, f"mutuals:reply:{alert.id}:again")
    await house.quiet()
    assert "looking into it now" in house.filled(house.ben)
    await house.send(house.ben, house.filled(house.ben))
    assert "looking into it now" in house.said_by_brand()[0]
    assert house.said_by_brand()[0].endswith(" ^Ben")


@pytest.mark.parametrize("name", ["ana", "ben"])
async def test_what_is_in_the_language_of_the_post_and_fits_it_is_offered_first(house: House, name: str):
    who = getattr(house, name)
    await opened(house, who, SPANISH, "es")

    ids = [one for one, _ in offered(house, who)]
    assert ids[:3] == ["looking.es", "details.es", "team.es"]
    labels = dict(offered(house, who))
    assert labels["looking.es"] == "Lo estoy mirando"
    assert labels["looking.en"] == "Looking into it (English)"
    assert "looking.fr" not in labels


async def test_acknowledge_begins_with_a_holding_reply_in_their_language(house: House):
    house.write("mia", SPANISH, lang="es")
    await house.look()

    filled = await house.open_form(house.ana, await house.open_alert("mia"), Intent.ACKNOWLEDGE)
    assert "siento lo que ha pasado" in filled
    assert filled.endswith(" ^Ana")


async def test_the_reply_is_signed_from_the_start_and_whoever_takes_that_out_is_not_signed(house: House):
    alert = await opened(house, house.ana)
    assert house.filled(house.ana).strip() == "^Ana"

    await house.send(house.ana, "So sorry, Mia, a new one leaves today.")
    assert house.said_by_brand()[0].endswith("a new one leaves today.")
    assert alert


@pytest.mark.parametrize("name", ["ana", "ben"])
async def test_what_was_answered_to_a_like_question_is_offered_and_read_before_it_goes(
    house: House, name: str
):
    who = getattr(house, name)
    asked = house.write("tom", "@kettleco the lid of my blue kettle leaks, this is unacceptable")
    house.answer(asked, "Hi Tom, so sorry! We send a new lid, free of charge. ^Eva")
    await house.look()
    await house.later(minutes=1)
    alert = await opened(house, who, "@kettleco my kettle's lid leaks all the time, unacceptable")

    before, label = offered(house, who)[0]
    assert label.startswith("To “the lid of my blue kettle leaks")
    if who.chat == "slack":
        await house.slack.view_action(who.id, "mutuals:template", before)
        await house.quiet()
    else:
        await house.discord.submit_modal(who.id, {"text": " ^Ben", "picked": [before]})
        await house.quiet()
        shown = house.private(who)[-1]
        await house.discord.press(who.id, shown.id, f"mutuals:reply:{alert.id}:again")
        await house.quiet()
    await until(lambda: "a new lid" in house.filled(who))
    assert house.filled(who).startswith("Hi Mia, so sorry! We send a new lid, free of charge. ^")
    assert len(house.said_by_brand()) == 1
