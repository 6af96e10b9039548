"""The way back under a bundle: what closed several people at once is taken back for all of them."""

from datetime import timedelta

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.bundle import Bundle
from mutuals.domain.model import AlertState, CaseState
from tests.acceptance.house import LATE, House
from tests.acceptance.pressing import press_on


async def told(house: House, count: int = 5) -> Bundle:
    """A burst of that many people, told in one message."""
    for number in range(count):
        house.write(f"cust{number:02}", LATE[number % len(LATE)])
    await house.look()
    [bundle] = await house.read(lambda tx: tx.bundles.open(house.clock.now() - timedelta(days=9)))
    return bundle


def seen(house: House, part: str) -> list[int]:
    """How many messages of each chat hold this."""
    return [len([one for one in texts if part in one]) for texts in house.channel_texts().values()]


async def state(house: House, bundle: Bundle) -> AlertState:
    found = await house.read(lambda tx: tx.bundles.get(bundle.id))
    assert found is not None
    return found.state


async def test_who_dismissed_a_whole_bundle_has_everybody_back_and_an_answered_one_stays_answered(
    house: House,
):
    bundle = await told(house)
    answered = await house.alert("cust01")
    await press_on(house, house.ana, bundle.id, Intent.MEMBERS, "0")
    await press_on(house, house.ana, answered.id, Intent.REPLY)
    await house.send(house.ana, "We are looking for your parcel!")
    await press_on(house, house.ben, bundle.id, Intent.DISMISS, "elsewhere")
    assert await state(house, bundle) is AlertState.SETTLED

    await press_on(house, house.ben, bundle.id, Intent.UNDO, "dismiss")

    assert await state(house, bundle) is AlertState.OPEN
    states = {one.person_id: one.state for one in await house.alerts()}
    assert states.pop(answered.person_id) is AlertState.SETTLED
    assert set(states.values()) == {AlertState.OPEN}
    since = house.clock.now() - timedelta(days=1)
    assert await house.read(lambda tx: tx.cases.closed(CaseState.DISMISSED, since)) == []
    assert seen(house, "Undone: dismissed all (dealt with elsewhere) by Ben Okafor") == [1, 1]


async def test_a_verdict_on_a_bundle_is_taken_back_with_what_it_closed(house: House):
    bundle = await told(house)
    await press_on(house, house.ana, bundle.id, Intent.FEEDBACK, "not_complaint")

    await press_on(house, house.ana, bundle.id, Intent.UNDO, "feedback")

    assert await house.read(lambda tx: tx.feedback.newest()) == []
    assert {one.state for one in await house.alerts()} == {AlertState.OPEN}
    assert await state(house, bundle) is AlertState.OPEN


@pytest.mark.parametrize("chat", ["slack", "discord"])
async def test_a_colleague_cannot_undo_it_and_after_five_minutes_nobody_can(house: House, chat: str):
    who, other = (house.ana, house.ben) if chat == "slack" else (house.ben, house.ana)
    bundle = await told(house, 4)
    await press_on(house, who, bundle.id, Intent.DISMISS, "spam")
    await press_on(house, other, bundle.id, Intent.UNDO, "dismiss")
    assert f"so only {who.name}" in house.told(other)
    assert "/mutuals show @name" in house.told(other)

    await house.later(minutes=6)

    assert seen(house, "Undo") == [0, 0]
    kept = await house.read(lambda tx: tx.bundles.get(bundle.id))
    assert kept is not None
    assert kept.undo is None
    assert await state(house, bundle) is AlertState.SETTLED


@pytest.mark.smoke
async def test_a_snooze_and_a_claim_of_a_bundle_are_taken_back(house: House):
    bundle = await told(house, 4)
    await press_on(house, house.ana, bundle.id, Intent.CLAIM)
    await press_on(house, house.ana, bundle.id, Intent.UNDO, "claim")
    assert seen(house, "Ana has it until") == [0, 0]

    await press_on(house, house.ben, bundle.id, Intent.SNOOZE, "1w")
    await press_on(house, house.ben, bundle.id, Intent.UNDO, "snooze")

    assert await state(house, bundle) is AlertState.OPEN
    assert seen(house, "Snoozed until") == [0, 0]
