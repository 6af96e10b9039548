"""Where nobody can say at once whether something went out: it goes once, and what is said of it is true."""

import asyncio
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from mutuals.actions.verification import continue_actions
from mutuals.domain.model import ActState, Alert, AlertState
from mutuals_discord import listeners
from mutuals_sandbox.faults import FaultKind
from tests.acceptance.alerts import acts, complaint
from tests.acceptance.house import House
from tests.support.present import present
from tests.support.waiting import until

REPLY_ON_X = r"POST /2/tweets$"
SORRY = "So sorry, a new one is coming!"


async def while_discord_is_silent(
    house: House, monkeypatch: pytest.MonkeyPatch, *, patience: float, seconds: float
) -> Alert:
    """Ben has the form of a complaint open; Discord will not answer its acknowledgement in time."""
    alert = await complaint(house)
    await house.open_form(house.ben, alert)
    monkeypatch.setattr(listeners, "DEFER_SECONDS", patience)
    house.discord_faults.plan(FaultKind.SLOW, "callback", seconds=seconds)
    return alert


def asked_to_reply(house: House) -> int:
    """How many requests to reply have reached X."""
    return sum("POST /2/tweets" in line for _, line in house.x_faults.struck)


def count_replies(house: House) -> None:
    house.x_faults.plan(FaultKind.SLOW, REPLY_ON_X, times=99, seconds=0.0)


@pytest.mark.smoke
async def test_the_same_sentence_with_another_link_is_another_text_and_goes_out(house: House):
    await complaint(house)
    await house.later(days=2)
    house.write("mia", "@kettleco and now the lid leaks, too. Terrible!")
    await house.look()
    alert = await house.open_alert("mia")

    await house.reply(house.ben, alert, "All steps: https://shop.example/returns")
    await house.send_anyway(house.ben, alert, "All steps: https://shop.example/returns")
    await house.later(minutes=2)
    await house.reply(house.ben, alert, "All steps: https://shop.example/lid")
    await house.send_anyway(house.ben, alert, "All steps: https://shop.example/lid")

    assert sorted(house.said_by_brand()) == [
        "@mia All steps: https://shop.example/lid",
        "@mia All steps: https://shop.example/returns",
    ]


async def test_when_x_refuses_the_words_as_repeated_after_a_lost_answer_nobody_is_told_to_change_them(
    house: House,
):
    """The refusal itself says that the first attempt has arrived; X's list of posts only shows it later."""
    alert = await complaint(house)
    house.x.set_lag(timedelta(seconds=70))
    house.x_faults.plan(FaultKind.LOST_REPLY, REPLY_ON_X)
    count_replies(house)
    await house.reply(house.ben, alert, SORRY)
    await house.later(seconds=35)
    meanwhile, told = await house.open_alert("mia"), house.told(house.ben)
    again = asked_to_reply(house)
    await house.later(minutes=2)

    assert again == 2
    assert meanwhile.state is AlertState.OPEN
    assert "Change the text" not in told
    assert len(house.said_by_brand()) == 1
    await house.in_both("mia", "Replied by Ben Okafor")


async def lost_behind(house: House, many: int) -> None:
    """X has taken a reply without saying so, and the brand has written so many posts since."""
    alert = await complaint(house)
    house.x_faults.plan(FaultKind.LOST_REPLY, REPLY_ON_X)
    count_replies(house)
    await house.reply(house.ben, alert, SORRY)
    house.clock.at += timedelta(seconds=5)
    for number in range(many):
        house.world.post(house.brand.id, f"Reply number {number} of a big team")
    for _ in range(3):
        await house.later(minutes=2)

    assert asked_to_reply(house) == 1
    assert sum(SORRY in one for one in house.said_by_brand()) == 1


async def test_a_reply_that_hundreds_of_posts_have_followed_is_found_again(house: House):
    await lost_behind(house, 820)

    await house.in_both("mia", "Replied by Ben Okafor")


async def test_a_reply_that_so_many_posts_have_followed_that_nobody_can_see_it_is_not_sent_again(
    house: House,
):
    await lost_behind(house, 3_230)

    await house.in_both("mia", "Reply not sent: it is not among the brand's newest posts")


async def test_a_form_whose_acknowledgement_discord_never_answers_sends_nothing_and_keeps_the_text(
    house: House, monkeypatch: pytest.MonkeyPatch
):
    alert = await while_discord_is_silent(house, monkeypatch, patience=0.3, seconds=4.0)
    sent = await house.send_only(house.ben, SORRY)
    await house.quiet()

    assert not sent.acknowledged
    assert house.said_by_brand() == []
    [act] = await acts(house, alert)
    assert act.state is ActState.FAILED
    await house.open_form(house.ben, await house.open_alert("mia"))
    assert SORRY in str(house.form(house.ben))


async def test_a_text_that_went_out_while_discord_kept_silent_is_not_said_to_have_failed(
    house: House, monkeypatch: pytest.MonkeyPatch
):
    alert = await while_discord_is_silent(house, monkeypatch, patience=2.0, seconds=6.0)
    sending = asyncio.create_task(house.send_only(house.ben, SORRY))
    await until(lambda: house.discord_faults.struck)
    house.clock.at += timedelta(seconds=31)  # as if this process had died: somebody carries the act out
    watched = present(await house.ctx.brands.find(house.brand_id))
    await continue_actions(house.ctx, watched, (await acts(house, alert))[0].id)
    await sending
    await house.quiet()

    assert len(house.said_by_brand()) == 1
    await house.in_both("mia", "Replied by Ben Okafor")
    [act] = await acts(house, alert)
    assert act.state is ActState.DONE
    assert await house.read(lambda tx: tx.drafts.get(alert.id, f"{act.actor.key}/reply")) is None


async def test_a_machine_that_slept_in_the_middle_of_a_reply_does_not_send_what_another_has_sent(
    house: House,
):
    """The laptop's lid is closed while the sign-in is being renewed; its timers stand still with it."""
    alert = await complaint(house)
    await house.open_form(house.ben, alert)
    house.clock.at += timedelta(hours=3)
    house.x_faults.plan(FaultKind.SLOW, "oauth2/token", seconds=1.0)
    with capture_logs() as logs:
        await house.send_only(house.ben, SORRY)
        await until(lambda: house.x_faults.struck)
        house.clock.at += timedelta(minutes=5)
        watched = present(await house.ctx.brands.find(house.brand_id))
        await continue_actions(house.ctx, watched, (await acts(house, alert))[0].id)
        await house.quiet()

    ends = [
        (one["event"], one.get("attempt"), one.get("why")) for one in logs if one["event"].startswith("act.")
    ]
    assert sorted(ends) == [
        ("act.done", None, None),
        ("act.not_done", 1, "Mutuals stood still for a while."),
    ]
    assert len(house.said_by_brand()) == 1
    await house.in_both("mia", "Replied by Ben Okafor")
