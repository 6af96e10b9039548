"""The way back: what was closed by mistake waits again, in its own message."""

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.ledger import EntryKind
from mutuals.domain.model import AlertState, CaseState
from tests.acceptance.alerts import complaint
from tests.acceptance.house import House


@pytest.mark.smoke
@pytest.mark.parametrize("name", ["ana", "ben"])
async def test_a_complaint_that_was_dismissed_by_mistake_waits_again_by_its_own_clock(
    house: House, name: str
):
    who = getattr(house, name)
    post = house.write("mia", "@kettleco my kettle arrived broken, this is unacceptable")
    await house.look()
    due_at = (await house.case(post)).due_at
    alert = await house.open_alert("mia")
    before = await house.shown(alert)
    await house.press(who, alert, Intent.DISMISS, "spam")
    await house.in_both("mia", "Complaint, dismissed")

    await house.press(who, alert, Intent.REOPEN)

    case = await house.case(post)
    assert (case.state, case.due_at) == (CaseState.OPEN, due_at)
    after = await house.in_both("mia", "Complaint", f"Reopened by {who.name}")
    assert {chat: one.id for chat, one in after.items()} == {chat: one.id for chat, one in before.items()}
    assert all("Reply" in one.labels for one in after.values())
    assert len(await house.alerts()) == 1
    entries = [one async for one in house.ctx.store.ledger(house.brand_id)]
    assert [one.entry for one in entries][-2:] == [EntryKind.DISMISSED, EntryKind.REOPENED]


async def test_what_is_reopened_after_its_time_has_a_new_one_and_calls_again_when_it_is_over(house: House):
    alert = await complaint(house)
    await house.press(house.ben, alert, Intent.DISMISS, "not_needed")
    await house.later(days=2)

    await house.press(house.ana, alert, Intent.REOPEN)
    fresh = await house.in_both("mia", "Complaint", "due ")
    await house.later(minutes=61)

    assert all("overdue" not in one.text for one in fresh.values())
    shown = await house.in_both("mia", "overdue")
    assert [len([text for text in one.replies if "Overdue" in text]) for one in shown.values()] == [1, 1]


async def test_an_answer_that_did_not_help_is_none_once_the_alert_is_reopened(house: House):
    alert = await complaint(house)
    await house.reply(house.ben, alert, "So sorry, a new one is coming!")
    await house.press(house.ana, alert, Intent.REOPEN)
    await house.look()
    await house.later(minutes=1)

    assert (await house.open_alert("mia")).id == alert.id
    await house.reply(house.ana, alert, "It leaves today, here is the number.")
    assert (await house.alert("mia")).state is AlertState.SETTLED


async def test_whoever_reopens_what_they_had_called_no_complaint_takes_that_back(house: House):
    alert = await complaint(house)
    await house.press(house.ana, alert, Intent.FEEDBACK, "not_complaint")
    assert await house.read(lambda tx: tx.feedback.count()) == 1

    await house.press(house.ana, alert, Intent.REOPEN)

    assert await house.read(lambda tx: tx.feedback.count()) == 0


async def test_a_fan_who_was_dismissed_by_mistake_is_suggested_again(house: House):
    house.make_loyal("savvari")
    await house.look()
    alert = await house.open_alert("savvari")
    await house.press(house.ben, alert, Intent.DISMISS, "not_needed")

    await house.press(house.ana, alert, Intent.REOPEN)

    for one in (await house.in_both("savvari", "Loyal fan", "Reopened by Ana")).values():
        assert "Reply" in one.labels


async def test_what_is_reopened_while_another_alert_is_open_is_told_there(house: House):
    alert = await complaint(house)
    await house.press(house.ben, alert, Intent.DISMISS, "spam")
    await house.later(days=1)
    house.write("mia", "@kettleco and now the lid is broken, terrible")
    await house.look()

    await house.press(house.ana, alert, Intent.REOPEN)
    await house.later(minutes=1)

    assert "told there" in house.told(house.ana)
    opened = await house.open_alert("mia")
    assert opened.id != alert.id
    assert len(opened.case_ids) == 2
