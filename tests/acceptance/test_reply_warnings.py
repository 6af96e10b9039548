"""Before a reply goes out: what is worth a second look is said in both chats, the text is kept, and it can be sent anyway."""

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.model import Alert
from tests.acceptance.house import COMPLAINT, House, Open
from tests.acceptance.house.messages import parts
from tests.acceptance.test_approval import ledger
from tests.support.waiting import until

LINKED = "So sorry, Mia! See https://elsewhere.example/help"


async def complained(house: House) -> Alert:
    house.write("mia", COMPLAINT)
    await house.look()
    return await house.open_alert("mia")


@pytest.mark.smoke
@pytest.mark.parametrize("name", ["ana", "ben"])
async def test_a_warning_keeps_the_text_and_whoever_has_seen_it_can_send_it(house: House, name: str):
    who = getattr(house, name)
    alert = await complained(house)
    await house.reply(who, alert, LINKED)
    await until(lambda: "Look at this once more" in house.told(who))

    assert house.said_by_brand() == []
    told = house.told(who).replace("\u200b", "")  # which keeps an address from being a link
    assert "It holds a link (https://elsewhere.example/help). On X a reply with a link costs $0.01" in told
    assert LINKED in told or house.filled(who) == LINKED
    await house.send_anyway(who, alert, LINKED)
    await until(lambda: bool(house.said_by_brand()))
    assert house.said_by_brand()[0].endswith(LINKED)
    warned = next(one for one in ledger(house) if one[0] == "warned")
    assert warned[1] == who.name
    assert warned[3] == "Sent in spite of warnings: a link."


@pytest.mark.parametrize("name", ["ana", "ben"])
async def test_a_changed_text_without_what_was_found_goes_out_at_once(house: House, name: str):
    who = getattr(house, name)
    alert = await complained(house)
    await house.reply(who, alert, LINKED)
    await until(lambda: "Look at this once more" in house.told(who))
    if who.chat == "discord":
        shown = house.private(who)[-1]
        await house.discord.press(who.id, shown.id, f"mutuals:reply:{alert.id}:again")
        await house.quiet()
        assert house.filled(who) == LINKED
    await house.send(who, "So sorry, Mia! A new one leaves today.")

    assert house.said_by_brand()[0].endswith("A new one leaves today.")
    assert "warned" not in [one[0] for one in ledger(house)]


async def test_what_is_new_in_a_changed_text_is_said_again(house: House):
    alert = await complained(house)
    await house.reply(house.ana, alert, LINKED)
    await until(lambda: "Look at this once more" in house.told(house.ana))
    await house.send(house.ana, f"{LINKED} 4111 1111 1111 1111")
    await until(lambda: "card number (…1111)" in house.told(house.ana))

    assert house.said_by_brand() == []


async def test_words_that_have_been_changed_since_are_not_sent_by_the_old_button(house: House):
    alert = await complained(house)
    await house.reply(house.ben, alert, LINKED)
    old = house.private(house.ben)[-1]
    await house.reply(house.ben, alert, f"{LINKED} or bit.ly/abc")
    pressed = next(one["custom_id"] for one in parts(old.raw) if f"{alert.id}:!" in str(one.get("custom_id")))
    await house.discord.press(house.ben.id, old.id, pressed)
    await house.quiet()

    assert house.said_by_brand() == []
    assert "have been changed since" in house.told(house.ben)


@pytest.mark.parametrize("name", ["ana", "ben"])
async def test_from_the_third_public_turn_on_a_private_message_is_offered(house: House, name: str):
    who = getattr(house, name)
    post = house.write("mia", COMPLAINT)
    for words in ("Which one?", "And since when?"):
        await house.look()
        ours = house.answer(post, words)
        await house.later(minutes=1)
        post = house.write("mia", "@kettleco it broke again, this is unacceptable", in_reply_to=ours.id)
    await house.look()
    alert = await house.open_alert("mia")
    await house.reply(who, alert, "I will ask the team, Mia.")
    await until(lambda: "answered them 2 times here in public" in house.told(who))

    assert "I will ask the team, Mia." not in str(house.said_by_brand())
    if who.chat == "slack":
        await house.slack.view_action(who.id, "mutuals:fill0", "private")
    else:
        shown = house.private(who)[-1]
        await house.discord.press(who.id, shown.id, f"mutuals:{Intent.REPLY}:{alert.id}:private")
    await house.quiet()
    await until(lambda: "send us the details in a message" in house.filled(who))


async def test_the_name_of_a_competitor_is_noticed(open_house: Open):
    house = await open_house(NEVER_FOLLOW='{"rivalco": "a competitor"}')
    alert = await complained(house)
    await house.reply(house.ana, alert, "Ask @rivalco then!")
    await until(lambda: "It names @rivalco: a competitor." in house.told(house.ana))

    assert house.said_by_brand() == []


async def test_the_third_person_who_would_get_the_very_same_words_is_noticed(house: House):
    for handle in ("mia", "noa", "tom"):
        house.write(handle, COMPLAINT)
    await house.look()
    for handle in ("mia", "noa", "tom"):
        await house.reply(house.ben, await house.open_alert(handle), "So sorry! A new one leaves today.")

    assert len(house.said_by_brand()) == 2
    assert "2 others got exactly these words today." in house.told(house.ben)
