"""Calls for help reach the team wherever the alert stands, however long a chat was away."""

from contextlib import suppress
from datetime import timedelta

import pytest

from mutuals.alerting.rate_limiter import RateLimiter
from mutuals.alerting.reconciler import PARENT_WAIT, DeliveryReconciler
from mutuals.cards.markup import Intent
from mutuals.domain.model import PeriodicTask
from mutuals_sandbox.faults import FaultKind
from tests.acceptance.house import COMPLAINT, LATE, QUESTION, House, Open, as_shown, slack_text
from tests.support.waiting import until


class Used(Exception):
    """The turn is used up."""


class OneTurn(RateLimiter):
    """Lets one message of the channel go."""

    def wait_for(self, key: str) -> float:
        if self._left:
            raise Used
        return 0.0


async def away(house: House) -> None:
    """Both chats are out of reach."""
    for chat in ("slack", "discord"):
        house.ctx.ready.discard(chat)


async def back(house: House) -> None:
    house.ctx.ready |= {"slack", "discord"}
    for chat in ("slack", "discord"):
        await house.service._engine.submit(f"deliver/{house.brand_id}/{chat}")


async def told(house: House, task: PeriodicTask | str) -> None:
    """Do a piece of work, while deliveries have to wait."""
    if isinstance(task, PeriodicTask):
        await house.begin(task)
    else:
        await house.service._engine.submit(f"{task}/{house.brand_id}")
    await until(lambda: not [key for key in house.running() if not key.startswith("deliver/")])


async def test_after_the_channels_were_changed_an_alert_still_calls_where_it_stands(house: House):
    house.write("mia", COMPLAINT)
    await house.look()
    await house.stop()
    house.environment(SLACK_CHANNEL=house.slack_fans, DISCORD_CHANNEL=house.discord_fans)
    await house.start()
    await house.later(hours=2)

    [alert] = house.slack_messages(channel=house.slack_care)
    assert "Overdue" in str(alert["replies"])
    assert "Overdue" in str(house.discord_messages(channel=house.discord_care)[1:])


async def test_a_call_for_an_alert_that_a_bundle_takes_over_before_it_was_told_is_made_by_the_bundle(
    house: House,
):
    await away(house)
    house.write("mia", LATE[0], at=house.clock.now() - timedelta(minutes=55))  # due in five minutes
    await told(house, PeriodicTask.POLL)
    house.clock.at += timedelta(minutes=6)
    await told(house, "clock")
    for number, words in enumerate(LATE[1:5]):
        house.write(f"cust{number}", words, at=house.clock.now() - timedelta(minutes=53))
    await told(house, PeriodicTask.POLL)
    await back(house)
    for _ in range(10):
        await house.later(seconds=3)

    [bundle] = house.slack_messages()
    assert "5 people" in str(bundle["blocks"])
    assert "Overdue: 1 of the people" in str(bundle["replies"])
    [_, call] = house.channel_texts()["discord"]
    assert "Overdue" in call
    assert await house.ctx.store.due(house.clock.now() + timedelta(minutes=1)) == []


async def test_calls_for_alerts_that_were_never_told_do_not_keep_the_alerts_themselves_waiting(
    open_house: Open,
):
    """Discord was away for hours. What answers an alert is always more pressing than the alert, and has to wait for it."""
    house = await open_house(BUNDLE_FROM="0")
    await away(house)
    for number in range(6):
        house.write(f"cust{number}", COMPLAINT)
    await told(house, PeriodicTask.POLL)
    house.clock.at += timedelta(hours=2)
    await told(house, "clock")
    await house.service._engine.close("discord")
    house.ctx.ready.add("discord")

    for turn in range(1, 13):
        house.clock.at += PARENT_WAIT
        with suppress(Used):
            await DeliveryReconciler(house.ctx, OneTurn()).deliver(house.brand_id, "discord")
        assert len(house.discord_messages()) == turn

    assert sum("Overdue" not in one for one in house.channel_texts()["discord"]) == 6


@pytest.mark.smoke
async def test_a_question_of_somebody_we_follow_is_told_in_time_and_calls_when_it_is_due(house: House):
    """That we follow them is known by the look-up only, and they are heard within an hour instead of two."""
    friend = house.person("noor")
    house.world.follow(house.brand.id, friend.id)
    house.write("noor", QUESTION)
    await house.look()
    await house.later(minutes=29)
    early = await house.find_alert("noor")

    await house.later(minutes=2)
    told = await house.in_both("noor", "Question", "followed by you")
    await house.later(minutes=30)

    assert early is None
    assert all("overdue" not in one.text and not one.replies for one in told.values())
    for one in (await house.in_both("noor", "overdue")).values():
        assert ["Overdue" in text for text in one.replies] == [True]


async def test_who_turns_out_to_be_followed_only_when_the_answer_is_overdue_by_that_still_calls(house: House):
    friend = house.person("noor")
    house.world.follow(house.brand.id, friend.id)
    house.write("noor", QUESTION)
    await house.look()
    house.x_faults.plan(FaultKind.ERROR_BEFORE, r"GET /2/users", times=50)
    await house.later(minutes=31)  # X says nothing about anybody now
    house.x_faults.clear()

    await house.later(minutes=30)

    for one in (await house.in_both("noor", "overdue", "followed by you")).values():
        assert ["Overdue" in text for text in one.replies] == [True]


async def test_a_question_of_somebody_we_do_not_follow_is_told_at_half_its_time_as_before(house: House):
    house.write("noor", QUESTION)
    await house.look()
    await house.later(minutes=31)
    await house.later(minutes=28)
    early = await house.find_alert("noor")

    await house.later(minutes=2)

    assert early is None
    await house.in_both("noor", "Question")


async def called(house: House, handle: str) -> dict[str, str]:
    """The call under somebody's alert, as each chat stores it, two hours later."""
    await house.later(hours=2)
    shown = await house.shown(await house.alert(handle))
    found = {}
    for chat in shown:
        every = house.broadcast() if chat == "slack" else house.discord_messages()
        found[chat] = next(str(one) for one in every if "Overdue" in str(one))
    return found


async def test_whoever_has_claimed_it_is_called_where_they_are_and_named_everywhere(open_house: Open):
    house = await open_house(CLAIM_MINUTES="1440")
    house.write("mia", COMPLAINT)
    await house.look()
    await house.press(house.cleo, await house.alert("mia"), Intent.CLAIM)

    calls = await called(house, "mia")
    assert f"<@{house.cleo.id}>" in calls["slack"]
    assert f"<@{house.ana.id}>" not in calls["slack"]
    assert f"<@{house.ben.id}>" not in calls["discord"]
    assert all("Cleo has claimed it." in one for one in calls.values())


async def test_whoever_is_on_duty_is_called_when_nobody_has_claimed_it(open_house: Open):
    house = await open_house()
    await house.stop()
    duty = f"Cleo slack:{house.cleo.id} mon-fri 10:00-18:00; Tom discord:{house.tom.id} mon-fri 13:00-18:00"
    duty += f"; Vic slack:{house.vic.id} sat 10:00-12:00"
    house.environment(ROTA=duty)
    await house.start()
    house.write("mia", COMPLAINT)
    await house.look()

    calls = await called(house, "mia")
    assert f"<@{house.cleo.id}>" in calls["slack"]
    assert f"<@{house.vic.id}>" not in calls["slack"]
    assert f"<@{house.tom.id}>" in calls["discord"]
    assert all("On duty: Cleo, Tom." in one for one in calls.values())


async def test_without_anybody_on_duty_the_call_goes_to_whom_the_settings_name(house: House):
    house.write("mia", COMPLAINT)
    await house.look()

    calls = await called(house, "mia")
    assert f"<@{house.ana.id}>" in calls["slack"]
    assert f"<@{house.ben.id}>" in calls["discord"]
    assert all("Reply" in one and "Claim" in one for one in calls.values())


async def test_a_claim_under_the_call_is_answered_in_words_and_stands_in_the_alert(house: House):
    house.write("mia", COMPLAINT)
    await house.look()
    await house.later(hours=2)
    alert = await house.alert("mia")
    [raw] = house.broadcast()
    shown = as_shown(raw["ts"], raw, slack_text(raw))

    await house.press_in(house.cleo, shown, alert.id, Intent.CLAIM, "listed")
    await house.quiet()

    assert "Claimed: you have it until" in house.told(house.cleo)
    await house.in_both("mia", "Cleo")
