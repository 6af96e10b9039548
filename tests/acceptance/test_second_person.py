"""Where a brand asks for a second person, nobody sends such a text by their own hand, whoever they are."""

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.model import Alert
from tests.acceptance.house import COMPLAINT, House, Open
from tests.acceptance.test_approving import direct, press_directly
from tests.support.ledger import entries

LINKED = "So sorry, Mia. Please fill this in: https://forms.example/kettle"
PLAIN = "So sorry, Mia, a new one leaves today."
URGENT = "@kettleco the kettle caught fire and my son got burnt, this is dangerous"


async def asked(open_house: Open, rule: str, text: str = COMPLAINT) -> tuple[House, Alert]:
    """Ana and Cleo may both send, and have worked with Mutuals before; Dana is an admin."""
    house = await open_house(SECOND_PERSON=rule)
    for who in (house.ana, house.cleo, house.dana):
        await house.command(who, "queue")
        if house.form(who):
            await house.slack.close_view(who.id)
    house.write("mia", text)
    await house.look()
    return house, await house.open_alert("mia")


@pytest.mark.smoke
async def test_a_text_with_a_link_waits_and_a_colleague_lets_it_go_with_one_press(open_house: Open):
    house, alert = await asked(open_house, "links")

    await house.reply(house.ana, alert, LINKED)
    assert house.said_by_brand() == []
    assert "Texts with a link need a second person here, so your text was not sent." in house.told(house.ana)
    await house.in_both("mia", "Reply drafted (a colleague has to send it) by Ana")
    assert "Texts with a link need a second person here." in direct(house, house.cleo)[-1].text
    assert direct(house, house.ana) == []

    await press_directly(house, house.cleo, Intent.APPROVE)

    assert house.said_by_brand()[0].endswith(LINKED)
    began = next(one for one in await entries(house.store, house.brand_id) if one.entry == "began")
    assert (began.actor_name, began.approved_by) == ("Cleo", f"slack/{house.cleo.id}")
    assert began.outcome == f"Written by Ana (slack/{house.ana.id})"


async def test_not_even_an_admin_sends_their_own_and_pressing_again_changes_nothing(open_house: Open):
    house, alert = await asked(open_house, "both")

    for _ in range(2):
        await house.reply(house.dana, alert, LINKED)
        assert "need a second person here" in house.told(house.dana)
        if house.form(house.dana):
            await house.slack.close_view(house.dana.id)

    assert house.said_by_brand() == []


async def test_an_urgent_case_waits_whatever_the_text_and_the_form_says_so_before(open_house: Open):
    house, alert = await asked(open_house, "urgent", URGENT)

    await house.open_form(house.ana, alert)
    assert "Urgent cases need a second person here" in str(house.form(house.ana))
    await house.send(house.ana, PLAIN)
    assert house.said_by_brand() == []

    assert await house.open_form(house.ben, alert) == PLAIN
    await house.send(house.ben, PLAIN.replace("leaves", "goes out"))

    assert len(house.said_by_brand()) == 1
    began = next(one for one in await entries(house.store, house.brand_id) if one.entry == "began")
    assert began.outcome == f"Written by Ana (slack/{house.ana.id})"


async def test_a_colleague_who_writes_something_else_needs_a_second_person_too(open_house: Open):
    house, alert = await asked(open_house, "links")
    await house.reply(house.ana, alert, LINKED)

    await house.reply(house.ben, alert, "Hello Mia, see https://other.example/page for what to do now")

    assert house.said_by_brand() == []
    assert "need a second person here" in house.told(house.ben)


@pytest.mark.parametrize(("rule", "text"), [("links", PLAIN), ("urgent", LINKED), ("off", LINKED)])
async def test_what_the_rule_does_not_name_goes_out_as_before(open_house: Open, rule: str, text: str):
    house, alert = await asked(open_house, rule)

    await house.reply(house.ana, alert, text)
    if "http" in text:
        await house.send_anyway(house.ana, alert, text)  # the warning that it holds a link

    assert len(house.said_by_brand()) == 1
