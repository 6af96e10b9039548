"""What fails after somebody had their answer reaches that person, wherever they are, and no one's text is lost."""

import json
from datetime import timedelta

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.model import Alert, AlertState
from mutuals_sandbox.faults import FaultKind
from tests.acceptance.alerts import complaint
from tests.acceptance.house import COMPLAINT, House, Member, Open, slack_text

REPLY_ON_X = r"POST /2/tweets$"
SORRY = "So sorry, a new one leaves today!"


def directly(house: House, who: Member) -> list[str]:
    """Slack's direct messages of the app to somebody."""
    found = house.slack.snapshot(who.id)["channels"]
    return [slack_text(one) for channel in found if channel["direct"] for one in channel["messages"]]


def told_late(house: House, who: Member) -> list[str]:
    """What somebody was told about their act later, in private or by a mention of them alone."""
    if who.chat == "slack":
        return directly(house, who)
    every = house.discord_messages(who)
    mine = [one for one in every if one["ephemeral"] or [each["id"] for each in one["mentions"]] == [who.id]]
    return [text for one in mine if "Not followed" in (text := json.dumps(one)) or "not sent" in text
            or "not seen on X" in text]  # fmt: skip


async def refused_later(house: House, who: Member, *, restart: bool = False) -> Alert:
    """A reply that X takes later, people are told, and then takes not at all."""
    alert = await complaint(house)
    house.x_faults.plan(FaultKind.RATE_LIMITED, REPLY_ON_X, times=50, seconds=60)
    await house.reply(who, alert, SORRY)
    assert "goes on by itself" in house.told(who)
    if restart:
        await house.restart()
    for _ in range(8):
        await house.later(minutes=2)
    return alert


@pytest.mark.parametrize("name", ["ana", "ben"])
@pytest.mark.parametrize("restart", [False, True])
async def test_who_sent_a_reply_that_fails_later_is_told_once_and_can_send_it_again(
    house: House, name: str, restart: bool
):
    who = getattr(house, name)
    alert = await refused_later(house, who, restart=restart)
    house.x_faults.clear()
    for _ in range(3):
        await house.later(minutes=5)

    [told] = told_late(house, who)
    assert "Reply not sent" in told
    assert "Your text is kept" in told
    await house.in_both("mia", "Reply not sent", "is kept")
    await house.open_form(who, alert)
    assert house.filled(who) == SORRY
    await house.send(who, SORRY)
    assert [one.endswith(SORRY) for one in house.said_by_brand()] == [True]
    for one in (await house.in_both("mia", "Complaint, answered")).values():
        assert "Reply not sent" not in one.text.split("Replied")[0]


@pytest.mark.smoke
async def test_the_button_of_a_direct_message_opens_the_form_with_the_text(house: House):
    await refused_later(house, house.ana)
    house.x_faults.clear()
    [channel] = [one for one in house.slack.snapshot(house.ana.id)["channels"] if one["direct"]]
    [message] = channel["messages"]
    [button] = [part for block in message["blocks"] for part in block.get("elements", [])
                if part.get("type") == "button"]  # fmt: skip
    await house.slack.press(house.ana.id, channel["id"], message["ts"], button["action_id"])
    await house.quiet()

    assert house.filled(house.ana) == SORRY
    await house.send(house.ana, SORRY)
    assert len(house.said_by_brand()) == 1


async def test_nobody_else_reads_the_text_that_did_not_go_out(house: House):
    await refused_later(house, house.ben, restart=True)

    others = json.dumps([house.slack.snapshot(house.cleo.id), house.discord.snapshot(house.outsider.id)])
    assert SORRY not in others
    assert "Reply not sent" in others  # the alert itself says that


async def test_an_app_that_may_write_nobody_directly_says_it_in_the_channel_for_that_person_alone(
    house: House,
):
    house.slack.space.messages_tab = False
    await refused_later(house, house.ana)

    assert "Reply not sent" in house.told(house.ana)
    assert SORRY not in json.dumps(house.slack.snapshot(house.cleo.id))


@pytest.mark.parametrize("name", ["ana", "ben"])
async def test_who_opened_a_link_and_never_pressed_on_x_is_told_that_it_was_not_seen(house: House, name: str):
    who = getattr(house, name)
    house.make_loyal("savvari")
    await house.look()
    await house.press(who, await house.open_alert("savvari"), Intent.FOLLOW)
    await house.later(minutes=1)
    quiet = told_late(house, who)
    await house.later(minutes=31)

    assert [one for one in quiet if "not seen on X" in one and "Follow not" in one] == []
    [told] = [one for one in told_late(house, who) if "Follow not seen on X" in one]
    assert "open again" in told
    await house.in_both("savvari", "Follow not seen on X")
    assert (await house.open_alert("savvari")).state is AlertState.OPEN


async def test_a_reply_that_was_stopped_and_then_overtaken_is_told_to_its_author(house: House):
    post = house.write("mia", COMPLAINT)
    await house.look()
    house.x_faults.plan(FaultKind.RATE_LIMITED, REPLY_ON_X)
    await house.reply(house.ana, await house.open_alert("mia"), SORRY)
    await house.stop_everything(house.dana)
    house.answer(post, "A new one is on its way!")
    await house.look()
    await house.command(house.dana, "start")
    await house.later(minutes=2)

    [told] = directly(house, house.ana)
    assert "answered or closed while it was held" in told
    assert SORRY in told


async def test_what_is_told_late_waits_for_a_chat_that_is_away_and_is_then_told_once(house: House):
    alert = await complaint(house)
    house.x_faults.plan(FaultKind.RATE_LIMITED, REPLY_ON_X, times=50, seconds=60)
    await house.reply(house.ana, alert, SORRY)
    house.slack_faults.plan(FaultKind.ERROR_BEFORE, "chat.postMessage", times=3, status=503)
    for _ in range(8):
        await house.later(minutes=2)
    before = len(directly(house, house.ana))
    for _ in range(4):
        await house.later(minutes=2)

    assert before <= 1
    assert len(directly(house, house.ana)) == 1


async def test_a_text_begun_meanwhile_is_not_written_over(house: House):
    alert = await complaint(house)
    house.x_faults.plan(FaultKind.RATE_LIMITED, REPLY_ON_X, times=50, seconds=60)
    await house.reply(house.ana, alert, SORRY)
    key = f"slack/{house.ana.id}/reply"
    await house.read(
        lambda tx: tx.drafts.put(alert.id, key, "Another text", house.clock.now() + timedelta(0))
    )
    for _ in range(8):
        await house.later(minutes=2)

    await house.open_form(house.ana, alert)
    assert house.filled(house.ana) == "Another text"


async def test_a_trainee_whose_words_a_member_sent_hears_that_they_did_not_go_out(open_house: Open):
    house = await open_house(SLACK_TRAINEES="@trainees", SLACK_MEMBERS="@care-team")
    alert = await complaint(house)
    await house.reply(house.tia, alert, SORRY)
    house.x_faults.plan(FaultKind.RATE_LIMITED, REPLY_ON_X, times=50, seconds=60)
    await house.open_form(house.ana, alert)
    await house.send(house.ana, SORRY)
    for _ in range(8):
        await house.later(minutes=2)

    for who in (house.tia, house.ana):
        [told] = directly(house, who)
        assert "Reply not sent" in told


@pytest.mark.parametrize("name", ["ana", "ben"])
async def test_a_text_that_comes_after_the_alert_was_closed_is_not_lost_to_who_typed_it(
    house: House, name: str
):
    alert = await complaint(house)
    late, first = (house.ana, house.ben) if name == "ana" else (house.ben, house.ana)
    await house.open_form(late, alert)
    await house.press(first, alert, Intent.DISMISS, "not_needed")

    answer = await house.send(late, SORRY)

    assert house.said_by_brand() == []
    if late.chat == "slack":  # the form stays, with the text in it
        assert "closed already: Dismissed" in str(answer.payload)
        assert house.form(late) is not None
    else:
        assert "closed already: Dismissed" in house.told(late)
        assert f"Your text:\n{SORRY}" in house.told(late)
