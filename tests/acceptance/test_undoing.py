"""Undo: whoever pressed something by mistake puts it back as it was, for five minutes."""

from dataclasses import replace

import pytest

from mutuals.actions.interactions import InteractionService
from mutuals.cards.markup import Intent
from mutuals.domain.ledger import EntryKind
from mutuals.domain.model import Actor, Alert, AlertState, Case, Role
from mutuals.ports.interactions import Click
from tests.acceptance.alerts import complaint, fan
from tests.acceptance.house import House, Member

WHAT = [
    (Intent.DISMISS, "spam"),
    (Intent.FEEDBACK, "not_complaint"),
    (Intent.SNOOZE, "1w"),
    (Intent.CLAIM, ""),
    (Intent.PREFER, "leave_alone"),
]


async def case_of(house: House, alert: Alert) -> Case:
    found = await house.read(lambda tx: tx.cases.by_ids(alert.case_ids))
    return found[alert.case_ids[0]]


async def wish(house: House, alert: Alert) -> str | None:
    fans = await house.read(lambda tx: tx.fans.by_ids([alert.person_id]))
    return next((one.preference for one in fans.values()), None)


def bare(alert: Alert) -> Alert:
    """An alert but for what only ever grows."""
    return replace(alert, version=0, log=(), writing_by=None, writing_key=None, writing_until=None)


async def pressed(house: House, alert: Alert, do: Intent, value: str) -> str:
    """What Ana is told who presses a button that is not drawn any more."""
    ana = Actor("slack", house.ana.id, "Ana", Role.MEMBER)
    said = await InteractionService(house.ctx).press(Click(alert.id, do, ana, value))
    await house.quiet()
    return str(said.lines) if said else ""


@pytest.mark.smoke
@pytest.mark.parametrize(("do", "value"), WHAT)
@pytest.mark.parametrize("name", ["ana", "ben"])
async def test_what_was_pressed_by_mistake_is_put_back_as_it_was(
    house: House, name: str, do: Intent, value: str
):
    who: Member = getattr(house, name)
    alert = await complaint(house)
    case, verdicts = await case_of(house, alert), await house.read(lambda tx: tx.feedback.count())
    await house.press(who, alert, do, value)
    if who.chat == "slack" and house.form(who):
        await house.slack.close_view(who.id)
    for shown in (await house.in_both("mia")).values():
        assert "Undo" in shown.labels

    await house.press(who, alert, Intent.UNDO, do.value)

    assert bare(await house.alert("mia")) == bare(alert)
    assert await case_of(house, alert) == case
    assert await house.read(lambda tx: tx.feedback.count()) == verdicts
    assert await wish(house, alert) is None
    for shown in (await house.in_both("mia", "Undone")).values():
        assert "Undo" not in shown.labels
        assert "Reply" in shown.labels


@pytest.mark.smoke
async def test_undo_is_gone_after_five_minutes_and_too_late_names_what_still_works(house: House):
    alert = await complaint(house)
    await house.press(house.ana, alert, Intent.DISMISS, "spam")
    await house.later(minutes=4, seconds=59)
    assert all("Undo" in one.labels for one in (await house.in_both("mia")).values())

    await house.later(seconds=1)

    assert all("Undo" not in one.labels for one in (await house.in_both("mia")).values())
    assert "Too late: Undo works for five minutes. Reopen, in the menu, still works." in await pressed(
        house, alert, Intent.UNDO, "dismiss"
    )
    assert (await house.alert("mia")).state is AlertState.SETTLED


@pytest.mark.smoke
async def test_a_colleague_can_not_undo_it_and_is_told_what_works_for_them(house: House):
    alert = await complaint(house)
    await house.press(house.ana, alert, Intent.DISMISS, "not_needed")

    await house.press(house.ben, alert, Intent.UNDO, "dismiss")

    assert "Ana did this, so only Ana can undo it. Reopen, in the menu, still works." in house.told(house.ben)
    await house.in_both("mia", "Complaint, dismissed")


async def test_a_fan_who_was_dismissed_by_mistake_may_be_suggested_again_at_once(house: House):
    alert = await fan(house)
    await house.press(house.ben, alert, Intent.DISMISS, "not_needed")

    await house.press(house.ben, alert, Intent.UNDO, "dismiss")

    fans = await house.read(lambda tx: tx.fans.by_ids([alert.person_id]))
    assert [one.quiet_until for one in fans.values()] == [None]
    await house.in_both("savvari", "Loyal fan", "Undone: dismissed (needs no answer)")


async def test_a_claim_that_was_there_before_is_there_again(house: House):
    alert = await complaint(house)
    await house.press(house.ben, alert, Intent.CLAIM)
    await house.press(house.ben, alert, Intent.DISMISS, "spam")

    await house.press(house.ben, alert, Intent.UNDO, "dismiss")

    await house.in_both("mia", "Ben Okafor has it")


async def test_the_ledger_says_that_a_dismissal_was_undone(house: House):
    alert = await complaint(house)
    await house.press(house.ben, alert, Intent.DISMISS, "spam")
    await house.press(house.ben, alert, Intent.UNDO, "dismiss")

    entries = [one async for one in house.ctx.store.ledger(house.brand_id)]
    assert [one.entry for one in entries][-2:] == [EntryKind.DISMISSED, EntryKind.REOPENED]
    assert entries[-1].outcome == "Undone: dismissed (spam)."


async def test_undo_survives_a_restart(house: House):
    alert = await complaint(house)
    await house.press(house.ben, alert, Intent.SNOOZE, "1h")
    await house.restart()

    await house.press(house.ben, alert, Intent.UNDO, "snooze")

    assert (await house.alert("mia")).state is AlertState.OPEN


async def test_what_was_dismissed_and_has_a_new_alert_since_is_told_there(house: House):
    alert = await complaint(house)
    await house.press(house.ana, alert, Intent.DISMISS, "spam")
    house.write("mia", "@kettleco and now the lid is broken too, terrible")
    await house.look()
    opened = await house.open_alert("mia")
    assert opened.id != alert.id

    assert "told there" in await pressed(house, alert, Intent.UNDO, "dismiss")
