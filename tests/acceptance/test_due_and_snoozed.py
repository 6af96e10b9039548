"""An alert over time: the warning, the call when an answer is due, snoozing and waking, and the end of waiting."""

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.model import AlertState, CaseState
from mutuals_sandbox.faults import FaultKind
from tests.acceptance.house import COMPLAINT, START, House


@pytest.mark.smoke
async def test_the_warning_at_half_time_is_an_edit_and_no_new_message(house: House):
    house.write("mia", COMPLAINT)
    await house.look()

    await house.later(minutes=31)

    shown = await house.in_both("mia", "due soon")
    assert all(one.replies == [] for one in shown.values())
    assert [len(texts) for texts in house.channel_texts().values()] == [1, 1]


@pytest.mark.smoke
async def test_at_the_due_time_one_reply_in_the_thread_calls_one_person_and_never_again(house: House):
    house.write("mia", COMPLAINT)
    await house.look()

    await house.later(minutes=61)
    once = await house.in_both("mia", "overdue")
    for _ in range(3):
        await house.later(hours=2)
        await house.look()
    shown = await house.in_both("mia", "overdue")

    assert [len(one.replies) for one in (*once.values(), *shown.values())] == [1, 1, 1, 1]
    everything = str(house.slack_messages())
    assert everything.count(f"<@{house.ana.id}>") == str(house.slack_messages()[0]["replies"]).count(
        f"<@{house.ana.id}>"
    )
    pinged = [one for one in house.discord_messages() if one["mentions"]]
    assert [[each["id"] for each in one["mentions"]] for one in pinged] == [[house.ben.id]]


@pytest.mark.smoke
async def test_a_case_nobody_answered_for_five_days_expires_and_says_so(house: House):
    post = house.write("mia", COMPLAINT)
    await house.look()

    await house.later(days=5, minutes=1)

    assert (await house.case(post)).state is CaseState.EXPIRED
    await house.in_both("mia", "Complaint, no answer in time")


@pytest.mark.smoke
async def test_urgent_ones_are_due_in_half_the_time(house: House):
    post = house.write("mia", "@kettleco my kettle caught fire, this is unsafe and unacceptable")

    await house.look()

    case = await house.case(post)
    assert (case.due_at - START).total_seconds() == 30 * 60
    await house.in_both("mia", "Urgent")


async def test_a_snoozed_alert_sleeps_and_wakes_with_one_line_in_its_thread(house: House):
    house.make_loyal("savvari")
    await house.look()
    await house.press(house.ana, await house.open_alert("savvari"), Intent.SNOOZE, "1h")
    await house.in_both("savvari", "Snoozed by Ana", "snoozed until")
    await house.later(minutes=59)
    still = await house.in_both("savvari", "snoozed until")

    await house.later(minutes=2)
    await house.later(hours=5)

    assert all(one.replies == [] for one in still.values())
    shown = await house.in_both("savvari", "Loyal fan")
    assert (await house.open_alert("savvari")).snoozed_until is None
    for one in shown.values():
        assert ["No longer snoozed" in text for text in one.replies] == [True]
        assert "Reply" in one.labels


async def test_a_snooze_holds_the_call_at_the_due_time_back_until_it_ends(house: House):
    house.write("mia", COMPLAINT)
    await house.look()
    await house.later(minutes=30)
    await house.press(house.ben, await house.open_alert("mia"), Intent.SNOOZE, "1h")
    await house.later(minutes=45)
    asleep = await house.in_both("mia", "snoozed until")

    await house.later(minutes=30)
    await house.later(hours=2)

    assert all(one.replies == [] for one in asleep.values())
    shown = await house.in_both("mia", "overdue")
    assert [["Overdue" in text for text in one.replies] for one in shown.values()] == [[True], [True]]


async def test_a_call_that_could_not_be_posted_in_time_is_dropped_once_somebody_has_answered(house: House):
    post = house.write("mia", COMPLAINT)
    await house.look()
    house.slack_faults.plan(FaultKind.RATE_LIMITED, "chat.postMessage", times=1, seconds=600)
    await house.later(minutes=61)
    house.answer(post, "Sorry, a new one is on its way")
    await house.look()

    await house.later(minutes=20)

    shown = await house.in_both("mia", "answered")
    assert (len(shown["slack"].replies), len(shown["discord"].replies)) == (0, 1)


async def test_a_case_that_fell_due_in_its_sleep_still_calls_once_after_waking(house: House):
    house.write("mia", COMPLAINT)
    await house.look()
    await house.press(house.ana, await house.open_alert("mia"), Intent.SNOOZE, "1w")
    await house.later(hours=2)

    await house.press(house.ben, await house.alert("mia"), Intent.WAKE)
    await house.later(minutes=1)

    shown = await house.in_both("mia", "overdue")
    for one in shown.values():
        assert len([text for text in one.replies if "Overdue" in text]) == 1, one.replies


async def test_somebody_wakes_a_snoozed_alert_by_hand(house: House):
    house.write("mia", COMPLAINT)
    await house.look()
    await house.press(house.ben, await house.open_alert("mia"), Intent.SNOOZE, "1w")

    await house.press(house.ana, await house.alert("mia"), Intent.WAKE)

    assert (await house.alert("mia")).state is AlertState.OPEN
    await house.in_both("mia", "Woken by Ana")
