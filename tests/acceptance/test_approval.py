"""Two pairs of eyes: where a brand asks for approval, a member's text waits for an approver; the ledger says who was who."""

import pytest
from sqlalchemy import create_engine, text

from mutuals.cards.markup import Intent
from mutuals.domain.model import Alert
from tests.acceptance.house import COMPLAINT, House, Open

pytestmark = pytest.mark.smoke

DRAFT = "So sorry, Mia, a new one leaves today."


async def asking(open_house: Open) -> tuple[House, Alert]:
    """A house whose brand asks for approval: Ana is a member, Cleo and whoever runs the chat approve."""
    house = await open_house(APPROVAL="true", SLACK_MEMBERS=None, DISCORD_APPROVERS="Owners")
    house.write("mia", COMPLAINT)
    await house.look()
    return house, await house.open_alert("mia")


def ledger(house: House) -> list[tuple[str | None, ...]]:
    engine = create_engine(f"sqlite:///{house.folder / 'mutuals.db'}")
    with engine.connect() as connection:
        query = "SELECT entry, actor_name, approved_by, outcome FROM ledger ORDER BY number"
        return [tuple(row) for row in connection.execute(text(query))]


@pytest.mark.parametrize("do", [Intent.REPLY, Intent.ACKNOWLEDGE])
async def test_a_members_text_waits_for_an_approver_who_sends_it(open_house: Open, do: Intent):
    house, alert = await asking(open_house)
    await house.open_form(house.ana, alert, do)
    assert "Texts wait for approval here" in str(house.form(house.ana))
    await house.send(house.ana, DRAFT)
    assert "an approver" in house.told(house.ana)
    assert house.said_by_brand() == []
    await house.in_both("mia", "drafted (an approver can send it) by Ana")

    filled = await house.open_form(house.eva, alert, do, template="offer-0")
    assert filled == DRAFT
    await house.send(house.eva, filled)
    assert house.said_by_brand()[0].endswith(DRAFT)
    began, *_, done = ledger(house)
    assert began == ("began", "Eva", f"discord/{house.eva.id}", f"Written by Ana (slack/{house.ana.id})")
    assert done[:3] == ("done", "Eva", f"discord/{house.eva.id}")


async def test_an_approvers_own_text_goes_out_at_once_and_the_ledger_names_no_other(open_house: Open):
    house, alert = await asking(open_house)
    await house.reply(house.eva, alert, DRAFT)

    assert house.said_by_brand()[0].endswith(DRAFT)
    assert [one[2] for one in ledger(house)] == [None] * len(ledger(house))


async def test_without_that_setting_a_members_text_goes_out_at_once(house: House):
    house.write("mia", COMPLAINT)
    await house.look()
    alert = await house.open_alert("mia")
    await house.reply(house.ana, alert, DRAFT)

    assert house.said_by_brand()[0].endswith(DRAFT)
