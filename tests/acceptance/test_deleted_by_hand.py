"""A message that somebody has deleted, or that can't be changed, in a chat: shown again while it is needed, else let be."""

from datetime import timedelta

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.model import AlertState, DeliveryState
from mutuals_sandbox.faults import FaultKind
from tests.acceptance.house import COMPLAINT, LATE, House, Shown
from tests.support.present import present
from tests.support.waiting import until

ANEW = "Posted again while this is open"


def delete(house: House, chat: str, shown: Shown) -> None:
    """Somebody deletes a message by hand."""
    if chat == "slack":
        house.slack.delete(house.slack_care, shown.id)
    else:
        house.discord._guild.remove(*present(house.discord._guild.find_message(shown.id)))


def told(house: House, chat: str, handle: str) -> list[str]:
    """Every message of the channel about somebody, answers to it aside."""
    return [one for one in house.channel_texts()[chat] if f"@{handle}" in one and "refused" not in one]


async def waits(house: House) -> bool:
    """Is something to be delivered within two hours?"""
    due = await house.ctx.store.due(house.clock.now() + timedelta(hours=2))
    return any(key.startswith("deliver/") for key in due)


async def settled_rows(house: House, subject: str) -> bool:
    """Does nothing wait any more?"""
    rows = await house.deliveries(subject)
    return all(one.shown >= one.wanted and one.state is DeliveryState.IDLE for one in rows)


@pytest.mark.parametrize("chat", ["slack", "discord"])
async def test_an_open_alert_that_was_deleted_is_posted_again_with_the_next_change(house: House, chat: str):
    house.write("mia", COMPLAINT)
    await house.look()
    alert = await house.open_alert("mia")
    delete(house, chat, (await house.shown(alert))[chat])

    other = house.ben if chat == "slack" else house.ana
    await house.press(other, alert, Intent.CLAIM)

    shown = await house.in_both("mia", "Complaint", "has it")
    assert ANEW in shown[chat].text
    assert all(ANEW not in one.text for name, one in shown.items() if name != chat)
    assert len(told(house, chat, "mia")) == 1
    assert await settled_rows(house, f"alert/{alert.id}")


@pytest.mark.smoke
async def test_the_new_message_has_working_buttons_and_takes_the_call_when_it_is_overdue(house: House):
    house.write("mia", COMPLAINT)
    await house.look()
    alert = await house.open_alert("mia")
    for chat, one in (await house.shown(alert)).items():
        delete(house, chat, one)
    await house.later(hours=2)

    shown = await house.in_both("mia", "overdue", ANEW)
    assert all(["Overdue" in text for text in one.replies] == [True] for one in shown.values())
    await house.press(house.ana, await house.open_alert("mia"), Intent.CLAIM)
    assert "Ana" in (await house.in_both("mia", "has it"))["discord"].text


async def test_who_deletes_it_a_second_time_is_not_contradicted(house: House):
    house.write("mia", COMPLAINT)
    await house.look()
    alert = await house.open_alert("mia")
    delete(house, "discord", (await house.shown(alert))["discord"])
    await house.press(house.ana, alert, Intent.CLAIM)
    delete(house, "discord", (await house.shown(alert))["discord"])
    await house.press(house.ana, await house.open_alert("mia"), Intent.RELEASE)

    assert told(house, "discord", "mia") == []
    assert await settled_rows(house, f"alert/{alert.id}")


@pytest.mark.parametrize("chat", ["slack", "discord"])
async def test_a_settled_alert_that_was_deleted_is_let_be(house: House, chat: str):
    post = house.write("mia", COMPLAINT)
    await house.look()
    alert = await house.open_alert("mia")
    delete(house, chat, (await house.shown(alert))[chat])
    house.answer(post, "Sorry! A new one is on its way.")
    await house.look()

    assert (await house.alert("mia")).state is AlertState.SETTLED
    assert told(house, chat, "mia") == []
    assert await settled_rows(house, f"alert/{alert.id}")
    assert not await waits(house)


async def test_an_alert_put_to_sleep_and_deleted_comes_again_when_it_wakes(house: House):
    house.write("mia", COMPLAINT)
    await house.look()
    alert = await house.open_alert("mia")
    await house.press(house.ben, alert, Intent.SNOOZE, "1w")
    delete(house, "slack", (await house.shown(alert))["slack"])
    asleep = told(house, "slack", "mia")
    await house.later(days=7, minutes=1)

    assert asleep == []
    assert ANEW in (await house.in_both("mia", "Complaint"))["slack"].text


async def test_a_bundle_that_was_deleted_is_posted_again(house: House):
    for number, words in enumerate(LATE[:5]):
        house.write(f"cust{number}", words)
    await house.look()
    [bundle] = house.slack_messages()
    house.slack.delete(house.slack_care, bundle["ts"])
    house.write("cust6", LATE[5])
    await house.look()

    [again] = house.slack_messages()
    assert ANEW in str(again["blocks"])
    assert "6 people" in str(again["blocks"])


async def test_a_message_whose_posting_anew_got_no_answer_is_not_posted_twice(house: House):
    house.write("mia", COMPLAINT)
    await house.look()
    alert = await house.open_alert("mia")
    delete(house, "slack", (await house.shown(alert))["slack"])
    house.slack_faults.plan(FaultKind.LOST_REPLY, r"POST /api/chat\.postMessage")
    await house.press(house.ben, alert, Intent.CLAIM)
    await house.later(minutes=2)

    assert len(told(house, "slack", "mia")) == 1


async def test_a_message_of_another_app_is_posted_anew_while_it_is_open(house: House):
    """The app was made anew in the workspace: what the old one has posted can't be changed."""
    house.write("mia", COMPLAINT)
    await house.look()
    alert = await house.open_alert("mia")
    old = (await house.shown(alert))["slack"]
    house.slack.space.channels[house.slack_care].messages[old.id].bot = False

    await house.press(house.ben, alert, Intent.CLAIM)

    shown = await house.in_both("mia", "Complaint", "has it")
    assert shown["slack"].id != old.id
    assert ANEW in shown["slack"].text


async def test_a_settled_alert_whose_message_cannot_be_changed_is_said_once(house: House):
    posts = [house.write(handle, COMPLAINT) for handle in ("mia", "tom")]
    await house.look()
    for one in house.slack.space.channels[house.slack_care].messages.values():
        one.bot = False
    for post in posts:
        house.answer(post, "Sorry! A new one is on its way.")
    await house.look()

    for texts in house.channel_texts().values():
        [said] = [one for one in texts if "An older message is out of date" in one]
        assert "another app has written it" in said
        assert "Complaint, answered" in said
    assert not await waits(house)


async def test_what_a_chat_refuses_in_every_form_is_said_in_the_channels(house: House):
    house.slack.space.refused_words.add("arrived broken")
    house.discord._guild.refused_words.add("arrived broken")
    house.write("mia", COMPLAINT)
    await house.look()
    await house.later(hours=3)
    await house.look()

    for chat, texts in house.channel_texts().items():
        for name in ("Slack", "Discord"):
            [said] = [one for one in texts if f"{name} refused an alert" in one]
            assert "@mia" in said
            assert "/mutuals queue" in said
        assert told(house, chat, "mia") == []


async def test_a_rate_limit_and_a_trouble_of_the_chat_are_tried_again_soon(house: House):
    house.write("mia", COMPLAINT)
    await house.look()
    alert = await house.open_alert("mia")
    house.slack_faults.plan(FaultKind.RATE_LIMITED, r"POST /api/chat\.update", seconds=5)
    house.discord_faults.plan(FaultKind.ERROR_BEFORE, r"PATCH .*/messages/", times=1, status=503)
    await house.press(house.ana, alert, Intent.CLAIM)

    await house.later(seconds=35)

    await house.in_both("mia", "has it")


async def test_who_is_answered_is_called_for_no_more_wherever_the_call_stands(house: House):
    post = house.write("mia", COMPLAINT)
    await house.look()
    await house.later(hours=2)
    called = (await house.in_both("mia", "overdue")).values()
    house.answer(post, "Sorry! A new one is on its way.")
    await house.look()

    assert all("still waits" in one.replies[0] for one in called)
    for one in (await house.in_both("mia", "Answered")).values():
        assert ["No longer overdue" in text for text in one.replies] == [True]
        assert "still waits" not in one.replies[0]
        assert "overdue" not in one.text


async def test_a_call_that_waited_while_the_chat_was_away_is_not_made_after_the_answer(house: House):
    post = house.write("mia", COMPLAINT)
    await house.look()
    house.ctx.ready.discard("slack")
    await house.service._engine.close("slack", 0)
    house.clock.at += timedelta(hours=2)
    await house.service._engine.submit(f"clock/{house.brand_id}")
    await until(lambda: not house.running())
    house.answer(post, "Sorry! A new one is on its way.")
    await house.service._engine.open("slack")
    house.ctx.ready.add("slack")
    await house.look()

    slack = (await house.in_both("mia", "Answered"))["slack"]
    assert all("Overdue" not in text for text in slack.replies)
