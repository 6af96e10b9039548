"""Restarts, crashes and dropped connections: nothing is lost and nothing is doubled."""

import asyncio
from datetime import timedelta

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.model import ActState, DeliveryState, PeriodicTask
from mutuals_sandbox.faults import FaultKind
from tests.acceptance.alerts import complaint, copies
from tests.acceptance.house import COMPLAINT, START, House
from tests.support.waiting import until

POST_DISCORD = r"POST /api/v10/channels/\d+/messages$"


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
    await house.in_both("mia", "Ben Okafor has it")


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
