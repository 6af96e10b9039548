"""One person in two chats: by a code from one typed in the other, their claims and drafts are theirs in both."""

import re

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.ledger import INSTALLATION
from mutuals.domain.model import Alert
from tests.acceptance.house import COMPLAINT, House, Member, Open
from tests.support.ledger import entries


async def waiting(house: House) -> Alert:
    house.write("mia", COMPLAINT)
    await house.look()
    return await house.open_alert("mia")


async def code(house: House, who: Member) -> str:
    found = re.search(r"/mutuals link ([A-Z2-9]{4}-[A-Z2-9]{4})", await house.command(who, "link"))
    assert found, house.told(who)
    return found[1]


async def link(house: House, first: Member, second: Member) -> str:
    return await house.command(second, f"link {await code(house, first)}")


@pytest.mark.smoke
async def test_a_claim_in_one_chat_is_hers_in_the_other(house: House):
    alert = await waiting(house)
    await house.press(house.ben, alert, Intent.CLAIM)
    assert "are one person now" in await link(house, house.ana, house.ben)

    assert "@mia" in await house.command(house.ana, "queue mine")
    assert "@mia" in await house.command(house.ben, "queue mine")
    await house.open_form(house.ana, alert)
    assert "has claimed this alert" not in str(house.form(house.ana))
    await house.press(house.ben, alert, Intent.RELEASE)
    await house.press(house.ana, alert, Intent.CLAIM)
    assert "@mia" in await house.command(house.ben, "queue mine")
    await house.later(minutes=46)
    await house.press(house.ana, alert, Intent.CLAIM)
    await house.later(minutes=14)
    shown = await house.shown(alert)
    assert f"<@{house.ben.id}>" in "".join(shown["discord"].replies)


async def test_a_draft_of_one_chat_waits_in_the_form_of_the_other(house: House):
    alert = await waiting(house)
    await house.open_form(house.ben, alert)
    await house.discord.submit_modal(house.ben.id, {"text": "x" * 900})  # too long: kept as a draft
    await house.quiet()
    await link(house, house.ben, house.ana)
    assert (await house.open_form(house.ana, alert)).startswith("xxx")


async def test_a_code_works_once_in_the_other_chat_for_ten_minutes(house: House):
    made = await code(house, house.ana)
    assert "Type it in your other chat" in await house.command(house.cleo, f"link {made}")
    assert "are one person now" in await house.command(house.ben, f"link {made.lower()}")
    assert "does not work" in await house.command(house.eva, f"link {made}")

    late = await code(house, house.cleo)
    house.clock.move(600)
    assert "does not work" in await house.command(house.eva, f"link {late}")


async def test_nobody_can_guess_for_long(house: House):
    made = await code(house, house.ana)
    for _ in range(5):
        assert "does not work" in await house.command(house.ben, "link AAAA-AAAA")
    assert "tried too often" in await house.command(house.ben, f"link {made}")
    house.clock.move(660)
    assert "are one person now" in await link(house, house.ana, house.ben)


async def test_roles_stay_what_each_chat_says(open_house: Open):
    house = await open_house(DISCORD_TRAINEES="Trainees", DISCORD_ADMINS="Owners")
    alert = await waiting(house)
    await link(house, house.dana, house.tom)  # an admin in Slack, a trainee in Discord
    await house.reply(house.tom, alert, "So sorry, Mia.")
    assert house.said_by_brand() == []
    assert "only an admin" in (await house.command(house.tom, "link list")).lower() or "admin" in house.told(
        house.tom
    )


async def test_it_can_be_ended_and_admins_see_who_is_linked(house: House):
    await link(house, house.ana, house.ben)
    assert "Ana in Slack and Ben Okafor in Discord" in await house.command(house.dana, "link list")
    assert "Your role here is member" in await house.command(house.ana, "link list")
    assert "is linked to another account there" in await link(house, house.ana, house.eva)
    assert "Not linked any more" in await house.command(house.ben, "link off")
    assert "Nobody has linked accounts" in await house.command(house.dana, "link list")
    kinds = [one.entry for one in await entries(house.store, INSTALLATION)]
    assert kinds == ["linked", "unlinked"]
