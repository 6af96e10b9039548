"""Restarts, crashes, lost replies and limits: nothing is lost and nothing is doubled."""

import asyncio
from datetime import timedelta

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.model import ActState, CaseState, DeliveryState, PeriodicTask
from mutuals_sandbox.faults import FaultKind
from tests.acceptance.alerts import complaint
from tests.acceptance.house import COMPLAINT, START, WANTS_FOLLOW, House
from tests.support.present import present
from tests.support.waiting import until

POST_DISCORD = r"POST /api/v10/channels/\d+/messages$"
CARE = "arrived broken"


def copies(house: House) -> list[int]:
    """How many messages each chat shows that quote the complaint."""
    return [len([one for one in texts if CARE in one]) for texts in house.channel_texts().values()]


@pytest.mark.smoke
async def test_a_restart_forgets_nothing_and_old_buttons_work(house: House):
    alert = await complaint(house)
    await house.press(house.ana, alert, Intent.CLAIM)
    seen = await house.shown(alert)

    await house.restart()
    house.write("tom", "@kettleco mine never arrived, terrible")
    await house.look()

    assert copies(house) == [1, 1]
    assert (await house.open_alert("mia")).claimed_by == "Ana"
    assert await house.find_alert("tom")
    await until(lambda: house.discord.sessions > 0 and house.slack.connections > 0)
    await house.press_in(house.ben, seen["discord"], alert.id, Intent.RELEASE)
    await house.quiet()
    await house.in_both("mia", "Released by Ben Okafor")
    await house.reply(house.ana, await house.open_alert("mia"), "Sorry!")
    await house.in_both("mia", "Replied by Ana")


@pytest.mark.smoke
async def test_what_was_written_while_nothing_ran_is_told_after_the_start(house: House):
    await house.stop()
    house.write("mia", COMPLAINT)

    await house.start()

    await house.in_both("mia", "Complaint")


async def test_an_act_by_link_goes_on_after_a_restart(house: House):
    house.make_loyal("savvari")
    await house.look()
    await house.press(house.ana, await house.open_alert("savvari"), Intent.FOLLOW)
    url = house.link(house.ana, "/intent/follow")

    await house.stop()
    await house.on_x(url)
    await house.start()
    await house.later(seconds=10)

    await house.in_both("savvari", "Followed, seen on X by Ana")


async def test_a_lost_answer_of_slack_does_not_double_the_alert(house: House):
    house.slack_faults.plan(FaultKind.LOST_REPLY, "chat.postMessage")
    house.write("mia", COMPLAINT)
    await house.look()
    await house.later(minutes=2)

    assert copies(house) == [1, 1]
    await house.in_both("mia", "Complaint")


async def test_a_500_of_discord_after_it_took_the_message_does_not_double_the_alert(house: House):
    house.discord_faults.plan(FaultKind.ERROR_AFTER, POST_DISCORD)
    house.write("mia", COMPLAINT)
    await house.look()
    await house.later(minutes=2)

    assert copies(house) == [1, 1]
    await house.in_both("mia", "Complaint")


async def test_a_lost_answer_of_discord_does_not_double_the_alert(house: House):
    house.discord_faults.plan(FaultKind.LOST_REPLY, POST_DISCORD)
    house.write("mia", COMPLAINT)
    await house.look()
    await house.later(minutes=2)

    assert copies(house) == [1, 1]
    await house.in_both("mia", "Complaint")


async def test_a_lost_answer_of_x_does_not_double_the_reply(house: House):
    alert = await complaint(house)
    house.x_faults.plan(FaultKind.LOST_REPLY, r"POST /2/tweets$")

    await house.reply(house.ben, alert, "So sorry, a new one is coming!")
    first = (await house.alert("mia")).state
    for _ in range(4):
        await house.later(minutes=1)

    assert len(house.said_by_brand()) == 1
    await house.in_both("mia", "Replied by Ben Okafor")
    assert first is not None


async def test_a_lost_answer_of_x_does_not_double_a_reply_whose_link_x_has_shortened(house: House):
    alert = await complaint(house)
    house.x_faults.plan(FaultKind.LOST_REPLY, r"POST /2/tweets$")
    house.x_faults.plan(FaultKind.ERROR_BEFORE, r"GET /2/users/[0-9]+/(tweets|mentions)$", times=1)

    await house.reply(house.ben, alert, "So sorry! Please see help.kettle.example/reset, or call us.")
    for _ in range(4):
        await house.later(minutes=1)

    assert len(house.said_by_brand()) == 1
    await house.in_both("mia", "Replied by Ben Okafor")


async def test_while_x_cannot_say_whether_a_reply_arrived_it_is_not_called_failed_nor_sent_again(
    house: House,
):
    alert = await complaint(house)
    house.x_faults.plan(FaultKind.LOST_REPLY, r"POST /2/tweets$")
    house.x_faults.plan(FaultKind.ERROR_BEFORE, r"GET /2/users/[0-9]+/tweets$", times=1000)

    await house.reply(house.ben, alert, "So sorry, a new one is coming!")
    for _ in range(12):
        await house.later(minutes=10)
    for one in (await house.in_both("mia", "not clear yet whether X took it")).values():
        assert "Reply" not in one.labels
    house.x_faults.clear()
    await house.later(minutes=20)

    assert len(house.said_by_brand()) == 1
    await house.in_both("mia", "Replied by Ben Okafor")


async def test_a_reply_that_x_never_took_is_given_up_after_a_last_look_and_the_text_is_kept(house: House):
    alert = await complaint(house)
    house.x_faults.plan(FaultKind.ERROR_BEFORE, r"POST /2/tweets$", times=1000)

    await house.reply(house.ben, alert, "So sorry, a new one is coming!")
    for _ in range(12):
        await house.later(minutes=2)
    house.x_faults.clear()
    await house.later(minutes=20)

    assert house.said_by_brand() == []
    await house.in_both("mia", "Reply not sent: It is not on X, and Mutuals has stopped trying. Ben Okafor")
    await house.open_form(house.ben, await house.open_alert("mia"))
    assert house.filled(house.ben) == "So sorry, a new one is coming!"


async def test_a_follow_that_x_never_takes_is_given_up(house: House):
    house.x.set_tier("enterprise")
    house.write("mia", WANTS_FOLLOW)
    await house.look()
    house.x_faults.plan(FaultKind.ERROR_AFTER, r"POST /2/users/[0-9]+/following$", times=1000)
    await house.press(house.ben, await house.open_alert("mia"), Intent.FOLLOW)
    for _ in range(12):
        await house.later(minutes=5)

    await house.in_both("mia", "Not followed: ")


async def test_somebody_elses_answer_is_not_taken_for_a_reply_whose_outcome_is_unclear(house: House):
    post = house.write("mia", COMPLAINT)
    await house.look()
    alert = await house.open_alert("mia")
    house.x_faults.plan(FaultKind.ERROR_BEFORE, r"POST /2/tweets$", times=1000)
    await house.reply(house.ben, alert, "So sorry, a new one is coming!")
    house.answer(post, "We have sent you a message.")
    await house.look()
    house.x_faults.clear()
    await house.later(minutes=10)

    assert [one.endswith("We have sent you a message.") for one in house.said_by_brand()] == [True]
    await house.in_both("mia", "Answered on X by @kettleco")
    await house.in_both(
        "mia", "Reply not sent: this was answered or closed while X did not take it at once. Ben Okafor"
    )


async def answered_by_phone_meanwhile(house: House, text: str, words: str, do: Intent = Intent.REPLY) -> None:
    """Ben's text to Mia does not go out at once, and meanwhile somebody answers the same post from a phone."""
    house.x_faults.plan(FaultKind.ERROR_BEFORE, r"POST /2/tweets$", times=1000)
    alert = await house.open_alert("mia")
    await house.reply(house.ben, alert, text, do)
    act = (await house.read(lambda tx: tx.actions.of(alert.id)))[-1]
    house.answer(house.world.posts[present(act.post_id)], words)
    await house.look()
    house.x_faults.clear()
    await house.later(minutes=10)


async def test_a_phones_answer_stops_a_reply_under_way_though_something_else_of_theirs_still_waits(
    house: House,
):
    house.write("mia", COMPLAINT)
    await house.look()
    await house.later(days=2)
    house.write("mia", "@kettleco and now the lid leaks, too. Terrible!")
    await house.look()
    await answered_by_phone_meanwhile(house, "So sorry about the lid!", "A new one is on its way.")

    assert len(house.said_by_brand()) == 1
    await house.in_both("mia", "Reply not sent: this was answered or closed")


async def test_a_phones_answer_stops_a_holding_reply_under_way(house: House):
    house.write("mia", COMPLAINT)
    await house.look()
    await answered_by_phone_meanwhile(
        house, "We are looking into it!", "Solved: a new one is on its way.", Intent.ACKNOWLEDGE
    )

    assert len(house.said_by_brand()) == 1
    await house.in_both("mia", "Answered on X by @kettleco")


async def test_a_holding_reply_whose_answer_was_lost_is_not_taken_for_an_answer(house: House):
    post = house.write("mia", COMPLAINT)
    await house.look()
    house.x_faults.plan(FaultKind.LOST_REPLY, r"POST /2/tweets$")
    await house.reply(
        house.ben, await house.open_alert("mia"), "We look at help.kettle.example!", Intent.ACKNOWLEDGE
    )
    await house.look()
    await house.later(minutes=5)

    assert len(house.said_by_brand()) == 1
    assert (await house.case(post)).state is CaseState.ACKNOWLEDGED
    await house.in_both("mia", "Acknowledged by Ben Okafor")


@pytest.mark.parametrize("kind", [FaultKind.ERROR_BEFORE, FaultKind.ERROR_AFTER])
async def test_a_500_of_x_neither_loses_nor_doubles_the_reply(house: House, kind: FaultKind):
    alert = await complaint(house)
    house.x_faults.plan(kind, r"POST /2/tweets$")

    await house.reply(house.ana, alert, "So sorry, a new one is coming!")
    for _ in range(4):
        await house.later(minutes=1)

    assert len(house.said_by_brand()) == 1
    await house.in_both("mia", "Replied by Ana")


async def test_a_429_of_x_on_a_reply_is_waited_for_and_told(house: House):
    alert = await complaint(house)
    house.x_faults.plan(FaultKind.RATE_LIMITED, r"POST /2/tweets$", seconds=120)

    await house.reply(house.ben, alert, "So sorry!")
    waiting = await house.in_both("mia", "Ben Okafor is replying; X did not take it yet")
    said_then = house.said_by_brand()
    await house.later(minutes=3)

    assert waiting
    assert said_then == []
    assert len(house.said_by_brand()) == 1
    await house.in_both("mia", "Replied by Ben Okafor")


async def test_429s_of_both_chats_drop_nothing(house: House):
    house.slack_faults.plan(FaultKind.RATE_LIMITED, "chat.postMessage", times=2, seconds=3)
    house.discord_faults.plan(FaultKind.RATE_LIMITED, POST_DISCORD, times=1, seconds=0.2)
    house.write("mia", COMPLAINT)
    house.write("tom", "@kettleco you charged me twice and keep my money, terrible")
    house.write("lea", "@kettleco your website crashes at checkout, useless")
    await house.look()

    for _ in range(4):
        await house.later(seconds=20)

    for handle in ("mia", "tom", "lea"):
        await house.in_both(handle, f"@{handle}")
    assert copies(house) == [1, 1]


async def test_a_429_of_x_on_a_look_loses_no_post(house: House):
    house.x_faults.plan(FaultKind.RATE_LIMITED, r"GET /2/users/\d+/mentions", seconds=60)
    house.write("mia", COMPLAINT)
    await house.look()
    early = await house.find_alert("mia")

    await house.later(minutes=2)
    await house.look()

    assert early is None
    await house.in_both("mia", "Complaint")


@pytest.mark.parametrize("chat", ["slack", "discord"])
async def test_a_crash_while_an_alert_is_being_posted_does_not_double_it(house: House, chat: str):
    faults = house.slack_faults if chat == "slack" else house.discord_faults
    if chat == "slack":
        faults.plan(FaultKind.LOST_REPLY, "chat.postMessage")
    else:
        faults.plan(FaultKind.SLOW, POST_DISCORD, seconds=0.3)
    house.write("mia", COMPLAINT)
    await house.begin(PeriodicTask.POLL)
    await until(lambda: faults.struck)
    await house.crash()
    await until(lambda: copies(house)[chat == "discord"])

    await house.start()
    left = await house.deliveries(f"alert/{(await house.alert('mia')).id}")
    await house.later(minutes=2)

    assert DeliveryState.SENDING in {one.state for one in left}
    assert copies(house) == [1, 1]


async def test_a_crash_after_x_took_the_reply_does_not_double_it(house: House):
    alert = await complaint(house)
    await house.open_form(house.ana, alert)
    house.x_faults.plan(FaultKind.LOST_REPLY, r"POST /2/tweets$")
    sending = asyncio.create_task(house.send_only(house.ana, "So sorry, a new one is coming!"))
    await until(house.said_by_brand)
    await house.crash()
    await sending

    await house.start()
    [act] = await house.read(lambda tx: tx.actions.of(alert.id))
    for _ in range(4):
        await house.later(minutes=1)

    assert act.state in {ActState.CALLING, ActState.DONE}
    assert len(house.said_by_brand()) == 1
    await house.in_both("mia", "Replied by Ana")


async def test_a_crash_between_the_call_and_its_outcome_shows_in_the_ledger_until_it_is_found_out(
    house: House,
):
    alert = await complaint(house)
    await house.open_form(house.ana, alert)
    house.x_faults.plan(FaultKind.LOST_REPLY, r"POST /2/tweets$")
    sending = asyncio.create_task(house.send_only(house.ana, "So sorry, a new one is coming!"))
    await until(house.said_by_brand)
    at_x = [one.entry async for one in house.ctx.store.ledger(house.brand_id)]
    await house.crash()
    await sending

    await house.start()
    for _ in range(4):
        await house.later(minutes=1)

    began, done = [one async for one in house.ctx.store.ledger(house.brand_id)]
    assert at_x == ["began"]
    assert (began.actor_channel, began.actor_id) == ("slack", house.ana.id)
    assert (done.entry, done.external_id) == ("done", house.world.posts_of(house.brand.id)[0].id)
    assert done.text == "So sorry, a new one is coming!"


async def test_dropped_sockets_lose_no_alert_and_clicks_work_again(house: House):
    alert = await complaint(house)
    house.discord.drop_sockets()
    house.write("tom", COMPLAINT)
    await house.look()
    await until(lambda: house.discord.sessions > 0, 10)

    await house.press(house.ben, alert, Intent.CLAIM)

    assert copies(house) == [2, 2]
    await house.in_both("mia", "Ben Okafor is on it")


async def test_what_was_being_posted_when_the_service_died_is_found_again_after_a_long_weekend(house: House):
    house.slack_faults.plan(FaultKind.LOST_REPLY, "chat.postMessage")
    house.discord_faults.plan(FaultKind.LOST_REPLY, POST_DISCORD)
    house.write("mia", COMPLAINT)
    await house.look()
    await house.stop()
    house.clock.at += timedelta(days=3)

    await house.start()

    assert copies(house) == [1, 1]
    await house.in_both("mia", "Complaint")


async def test_who_could_not_look_whether_it_is_there_looks_again_before_posting(house: House):
    house.slack_faults.plan(FaultKind.LOST_REPLY, "chat.postMessage")
    house.slack_faults.plan(FaultKind.RATE_LIMITED, "conversations.history", times=2)
    house.write("mia", COMPLAINT)
    await house.look()
    for _ in range(4):
        await house.later(minutes=1)

    assert copies(house) == [1, 1]
    await house.in_both("mia", "Complaint")


async def test_a_look_for_a_lost_message_that_fails_too_does_not_double_it(house: House):
    house.slack_faults.plan(FaultKind.LOST_REPLY, "chat.postMessage")
    house.slack_faults.plan(FaultKind.RATE_LIMITED, "conversations.history", seconds=5)
    house.write("mia", COMPLAINT)
    await house.look()
    for _ in range(3):
        await house.later(minutes=1)

    assert copies(house) == [1, 1]


async def test_while_a_chat_is_out_of_reach_a_question_does_not_overtake_a_complaint(house: House):
    house.slack_faults.plan(FaultKind.ERROR_BEFORE, "chat.postMessage", status=503)
    house.write(
        "quinn", "@kettleco when will the blue kettle be back in stock?", at=START - timedelta(hours=2)
    )
    house.write("mia", COMPLAINT)
    await house.look()
    early = house.channel_texts()["slack"]
    house.write("uma", "@kettleco it is on fire, this is dangerous, somebody got hurt")
    await house.look()
    urgent = house.channel_texts()["slack"]
    await house.later(minutes=1)

    assert early == []
    assert ["@uma" in one for one in urgent] == [True]
    assert ["@mia" in one for one in house.channel_texts()["slack"]] == [False, True, False]
