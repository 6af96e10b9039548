"""Two people press in the same moment: one of them is first, and the other is told who."""

import asyncio

import pytest

from mutuals.actions.interactions import InteractionService
from mutuals.cards.markup import Intent
from mutuals.domain.model import Actor, AlertState, Role
from mutuals.ports.interactions import Click
from tests.acceptance.alerts import acts, complaint, fan
from tests.acceptance.house import House


@pytest.mark.smoke
async def test_of_two_simultaneous_replies_one_goes_out_and_the_other_person_is_told_who(house: House):
    alert = await complaint(house)
    await house.open_form(house.ana, alert)
    await house.open_form(house.ben, alert)

    await asyncio.gather(
        house.send_only(house.ana, "From Ana, sorry!"), house.send_only(house.ben, "From Ben, sorry!")
    )
    await house.quiet()

    assert len(house.said_by_brand()) == 1
    winner, loser = (house.ana, house.ben) if "Ana" in house.said_by_brand()[0] else (house.ben, house.ana)
    await house.in_both("mia", f"Replied by {winner.name}")
    assert winner.name in house.told(loser)


async def test_of_two_simultaneous_follows_the_second_person_is_told_who_was_first(house: House):
    alert = await fan(house)

    await asyncio.gather(
        house.press_only(house.ana, alert, Intent.FOLLOW), house.press_only(house.ben, alert, Intent.FOLLOW)
    )
    await house.quiet()

    [act] = await acts(house, alert)
    loser = house.ben if act.actor.name == "Ana" else house.ana
    assert f"{act.actor.name} began to follow" in house.told(loser)


@pytest.mark.parametrize("second", [Intent.DISMISS, Intent.CLAIM, Intent.WAKE])
async def test_what_reaches_an_alert_in_the_moment_it_is_closed_changes_nothing(house: House, second: Intent):
    alert = await complaint(house)
    interactions = InteractionService(house.ctx)
    ana, cleo = (Actor("slack", one.id, one.name, role=Role.MEMBER) for one in (house.ana, house.cleo))
    for known in (ana, cleo):  # seen before: a first press waits for the note of their role
        await interactions.press(Click(alert.id, Intent.WHY, known))

    answers = await asyncio.gather(
        interactions.press(Click(alert.id, Intent.DISMISS, ana, "not_needed")),
        interactions.press(Click(alert.id, second, cleo, "not_needed" if second is Intent.DISMISS else "")),
    )

    assert answers[0] is None
    assert "closed already: Dismissed (needs no answer) by Ana" in str(answers[1])
    after = await house.alert("mia")
    assert after.state is AlertState.SETTLED
    assert [line.text for line in after.log] == ["Dismissed (needs no answer)"]


@pytest.mark.smoke
async def test_of_two_simultaneous_claims_one_holds(house: House):
    alert = await complaint(house)

    await asyncio.gather(
        house.press_only(house.ana, alert, Intent.CLAIM), house.press_only(house.ben, alert, Intent.CLAIM)
    )
    await house.quiet()

    holder = (await house.open_alert("mia")).claimed_by
    loser = house.ben if holder == "Ana" else house.ana
    assert f"{holder} was first" in house.told(loser)
    await house.in_both("mia", f"{holder} has it")


# --- the rest of the menu
