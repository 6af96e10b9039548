"""Somebody with an open alert writes something worse: said once, where the whole channel sees it."""

from typing import Any

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.model import AlertState, CaseState, Category
from tests.acceptance.house import COMPLAINT, CONCERN, LATE, QUESTION, House, Open, slack_text

URGENT = "@kettleco the kettle caught fire and burned my hand, this is dangerous and unacceptable"
HACKED = "@kettleco somebody hacked my account and I was charged twice, unacceptable"


def calls(house: House) -> dict[str, int]:
    """How often somebody is called, in each chat: what stands in a thread is counted once."""
    slack = [reply for one in house.slack_messages() for reply in one["replies"]]
    pinged = sum(f"<@{house.ana.id}>" in str(one["blocks"]) for one in slack)
    return {"slack": pinged, "discord": sum(bool(one["mentions"]) for one in house.discord_messages())}


async def said(house: House, handle: str, *words: str) -> list[list[str]]:
    """The lines under somebody's alert in both chats; each word stands in the last of either."""
    shown = await house.in_both(handle)
    for one in shown.values():
        for word in words:
            assert word in one.replies[-1], one.replies
    return [one.replies for one in shown.values()]


async def waiting(house: House, handle: str = "mia", text: str = COMPLAINT) -> Any:
    house.write(handle, text)
    await house.look()
    return await house.open_alert(handle)


@pytest.mark.smoke
async def test_a_complaint_that_becomes_urgent_is_said_in_the_thread_and_the_channel_and_calls(house: House):
    alert = await waiting(house)
    await house.later(minutes=10)

    house.write("mia", HACKED)
    await house.look()

    for replies in await said(house, "mia", "Now urgent", "hacked my account"):
        assert len(replies) == 1
    assert calls(house) == {"slack": 1, "discord": 1}
    [broadcast] = house.broadcast()
    assert "hacked my account" in slack_text(broadcast)
    shown = await house.in_both("mia", "Urgent complaint")
    assert all("🚨" in message.text for message in shown.values())
    assert (await house.open_alert("mia")).id == alert.id


async def test_worse_news_is_said_once_however_often_x_is_looked_at(house: House):
    await waiting(house)
    house.write("mia", HACKED)
    await house.look()
    for _ in range(3):
        await house.later(minutes=3)
        house.write("mia", "@kettleco I mean it: my account is hacked, this is unacceptable")
        await house.look()
    await house.restart()
    await house.look()

    assert [len(replies) for replies in await said(house, "mia")] == [1, 1]
    assert calls(house) == {"slack": 1, "discord": 1}


async def test_another_complaint_of_the_same_kind_is_shown_and_calls_nobody(house: House):
    await waiting(house)
    house.write("mia", "@kettleco and nobody answers the phone, this is terrible")
    await house.look()

    assert await said(house, "mia") == [[], []]


async def test_a_question_that_becomes_a_complaint_is_said_without_calling_anybody(house: House):
    house.write("mia", QUESTION)
    await house.look()
    await house.later(minutes=61)

    house.write("mia", COMPLAINT)
    await house.look()

    assert [len(one) for one in await said(house, "mia", "Now a complaint", "arrived broken")] == [1, 1]
    await house.in_both("mia", "Complaint", "due ")
    assert calls(house) == {"slack": 0, "discord": 0}


async def test_something_urgent_in_another_conversation_days_later_is_said_under_the_alert_that_is_open(
    house: House,
):
    await waiting(house)
    await house.later(days=2)
    before = calls(house)
    house.write("mia", URGENT)
    await house.look()

    await said(house, "mia", "Now urgent", "caught fire")
    assert calls(house) == {chat: many + 1 for chat, many in before.items()}
    await house.in_both("mia", "Urgent complaint", "overdue")
    assert len(await house.alerts()) == 1


async def test_an_edit_that_makes_a_post_worse_is_said_too(house: House):
    post = house.write("mia", COMPLAINT)
    await house.look()
    await house.later(minutes=20)
    house.world.edit(post.id, URGENT)
    await house.look()

    await said(house, "mia", "Now urgent", "caught fire")
    assert calls(house) == {"slack": 1, "discord": 1}


async def test_who_was_promised_an_answer_and_writes_something_urgent_waits_again_and_calls_again(
    house: House,
):
    post = house.write("mia", COMPLAINT)
    await house.look()
    await house.open_form(house.ana, await house.open_alert("mia"), Intent.ACKNOWLEDGE)
    await house.send(house.ana, "Hi Mia, I am looking into it.")
    await house.later(minutes=90)
    house.write("mia", HACKED)
    await house.look()

    assert (await house.case(post)).state is CaseState.OPEN
    await said(house, "mia", "Now urgent", "hacked my account")
    assert calls(house) == {"slack": 1, "discord": 1}
    await house.in_both("mia", "Urgent complaint", "due ")
    await house.later(minutes=31)
    await said(house, "mia", "Overdue")


async def test_a_calm_word_to_a_promise_leaves_it_at_that(house: House):
    post = house.write("mia", COMPLAINT)
    await house.look()
    await house.open_form(house.ana, await house.open_alert("mia"), Intent.ACKNOWLEDGE)
    await house.send(house.ana, "Hi Mia, I am looking into it.")
    house.write("mia", "@kettleco still broken, so disappointed")
    await house.look()

    assert (await house.case(post)).state is CaseState.ACKNOWLEDGED
    assert await said(house, "mia") == [[], []]


async def test_worse_news_wakes_what_sleeps_and_the_same_again_does_not(house: House):
    alert = await waiting(house)
    await house.press(house.ana, alert, Intent.SNOOZE, "tomorrow")
    house.write("mia", "@kettleco and nobody answers the phone, this is terrible")
    await house.look()
    asleep = (await house.alert("mia")).state
    house.write("mia", HACKED)
    await house.look()

    assert asleep is AlertState.SNOOZED
    assert (await house.alert("mia")).state is AlertState.OPEN
    await said(house, "mia", "Now urgent")


async def test_what_fell_due_in_the_sleep_that_worse_news_ends_is_called_for_too(house: House):
    alert = await waiting(house)
    await house.press(house.ana, alert, Intent.SNOOZE, "tomorrow")
    await house.later(hours=3)
    house.write("mia", URGENT)
    await house.look()
    await house.later(minutes=1)

    lines = await said(house, "mia")
    assert [["Overdue" in " ".join(one), "Now urgent" in " ".join(one)] for one in lines] == [[True] * 2] * 2


async def test_a_member_of_a_burst_who_becomes_urgent_gets_a_message_and_a_call(house: House):
    for number in range(5):
        house.write(f"cust{number}", LATE[number])
    await house.look()
    await house.later(minutes=3)
    house.write("cust2", HACKED)
    await house.look()

    await said(house, "cust2", "Now urgent")
    assert calls(house) == {"slack": 1, "discord": 1}


@pytest.mark.parametrize("text", [COMPLAINT, CONCERN])
async def test_who_comes_back_after_an_answer_while_something_else_waits_is_said(house: House, text: str):
    first = house.write("mia", text)
    await house.look()
    await house.later(days=2)
    house.write("mia", COMPLAINT)
    await house.look()
    answer = house.answer(first, "So sorry! A new one is on its way.")
    await house.look()
    await house.later(minutes=5)
    before = [len(one) for one in await said(house, "mia")]

    house.write("mia", "the new one is broken too, this is unacceptable", in_reply_to=answer.id)
    await house.look()

    after = await said(house, "mia", "the new one is broken too", "after an answer")
    assert [len(one) for one in after] == [many + 1 for many in before]


async def test_the_headline_is_the_worst_of_all_that_waits_whichever_is_due_first(house: House):
    house.write("mia", CONCERN)
    await house.look()
    await house.later(hours=25)  # overdue by now
    house.write("mia", COMPLAINT)
    await house.look()

    shown = await house.in_both("mia", "Complaint", "overdue", "arrived broken")
    [message] = house.slack_messages()
    assert "Complaint", "overdue" in message["text"]
    assert all("🚨" in one.text for one in shown.values())


async def test_words_that_were_deleted_on_x_are_taken_out_of_the_thread_and_the_channel(house: House):
    await waiting(house)
    post = house.write("mia", HACKED)
    await house.look()
    assert "hacked my account" in house.everything_shown()

    house.world.delete(post.id)
    before = calls(house)
    await house.recheck()

    assert "hacked my account" not in house.everything_shown()
    for one in (await house.in_both("mia")).values():
        assert any("gone from X" in reply for reply in one.replies)
    # What waits is overdue by then, and is called for once; what was deleted is not.
    assert all(many <= before[chat] + 1 for chat, many in calls(house).items())


async def test_words_that_were_corrected_on_x_are_corrected_in_the_thread(house: House):
    await waiting(house)
    post = house.write("mia", HACKED)
    await house.look()
    await house.later(minutes=2)
    house.world.edit(post.id, "@kettleco you took my money three times, this is fraud, refund me")
    await house.look()

    assert "hacked my account" not in house.everything_shown()
    assert [len(one) for one in await said(house, "mia", "money three times")] == [1, 1]


async def test_a_fan_who_now_needs_help_urgently_is_called_for(house: House):
    house.make_loyal("savvari")
    await house.look()
    house.write("savvari", URGENT)
    await house.look()

    await said(house, "savvari", "Now urgent", "caught fire")
    assert calls(house) == {"slack": 1, "discord": 1}
    assert (await house.open_alert("savvari")).kind == "care"


async def test_the_class_of_a_case_is_its_worst_whatever_times_the_brand_gives_the_classes(open_house: Open):
    house = await open_house(QUESTION_DUE_MINUTES="60", QUESTION_TELL="arrival")
    post = house.write("mia", QUESTION)
    await house.look()
    house.write("mia", COMPLAINT)
    await house.look()

    assert (await house.case(post)).category is Category.COMPLAINT
    await said(house, "mia", "Now a complaint")
