"""A reply waits a moment before it goes out, and anybody who may reply can take it back until then."""

import json

import pytest

from mutuals.actions.interactions import InteractionService
from mutuals.cards.buttons import LISTED
from mutuals.cards.markup import Intent
from mutuals.domain.ledger import EntryKind
from mutuals.domain.model import Actor, ActState, Alert, AlertState, Role
from mutuals.ports.interactions import Click
from tests.acceptance.alerts import acts, complaint
from tests.acceptance.house import House, Member, Open, parts
from tests.acceptance.test_late_failures import directly

MEMBER = Actor("slack", "U1", "Cleo", Role.MEMBER)
WORDS = "So sorry! A new one leaves today."


@pytest.fixture
async def slow(open_house: Open) -> House:
    """A house whose replies wait ten seconds."""
    return await open_house(REPLY_DELAY_SECONDS="10")


async def sent(house: House, who: Member) -> Alert:
    """A reply that waits to go out."""
    alert = await complaint(house)
    await house.reply(who, alert, WORDS)
    assert house.said_by_brand() == []
    return alert


def told_late(house: House, who: Member) -> str:
    """What somebody was told later, in a direct message or by a mention of them."""
    if who.chat == "slack":
        return " ".join(directly(house, who))
    every = house.discord_messages(who)
    return " ".join(json.dumps(one) for one in every if [each["id"] for each in one["mentions"]] == [who.id])


@pytest.mark.smoke
@pytest.mark.parametrize("name", ["ana", "ben"])
async def test_a_reply_says_in_both_chats_when_it_goes_out_and_goes_out_then_once(slow: House, name: str):
    who = getattr(slow, name)
    alert = await sent(slow, who)

    shown = await slow.in_both("mia", f"Reply by {who.name}", "goes out at", "A new one leaves")
    assert all("Withdraw" in one.labels and "Reply" not in one.labels for one in shown.values())
    assert "It goes out at" in slow.told(who)
    await slow.later(seconds=9)
    assert slow.said_by_brand() == []
    await slow.later(seconds=1)
    await slow.later(minutes=5)

    assert slow.said_by_brand() == [f"@mia {WORDS}"]
    after = await slow.in_both("mia", f"Replied by {who.name}")
    assert all("Withdraw" not in one.labels for one in after.values())
    assert [one.state for one in await acts(slow, alert)] == [ActState.DONE]


@pytest.mark.parametrize("name", ["ana", "ben"])
async def test_it_is_taken_back_right_where_it_says_that_it_waits(slow: House, name: str):
    who = getattr(slow, name)
    alert = await sent(slow, who)

    await press_on_answer(slow, who, alert)

    assert "Withdrawn: it does not go out." in slow.told(who)
    await slow.later(minutes=1)
    assert slow.said_by_brand() == []
    assert [one.state for one in await acts(slow, alert)] == [ActState.WITHDRAWN]


async def press_on_answer(house: House, who: Member, alert: Alert) -> None:
    """Withdraw in the private answer: in Slack the window in front of the alert."""
    if who.chat == "discord":
        await house.press_in(who, house.private(who)[-1], alert.id, Intent.WITHDRAW, LISTED)
    else:
        view = house.form(who)
        assert view is not None
        pressed = next(one for one in parts(view["blocks"]) if str(one.get("value")).startswith("withdraw:"))
        await house.slack.view_action(who.id, pressed["action_id"])
    await house.quiet()


@pytest.mark.parametrize(("writer", "withdrawer"), [("ana", "ben"), ("ben", "ana")])
async def test_who_wrote_a_reply_that_a_colleague_withdrew_is_told_and_keeps_the_text(
    slow: House, writer: str, withdrawer: str
):
    wrote, took_back = getattr(slow, writer), getattr(slow, withdrawer)
    alert = await sent(slow, wrote)

    await slow.press(took_back, alert, Intent.WITHDRAW)
    await slow.later(minutes=5)

    assert slow.said_by_brand() == []
    shown = await slow.in_both(
        "mia", f"Reply withdrawn by {took_back.name}", f"The text of {wrote.name} is kept"
    )
    assert all("Reply" in one.labels and "Withdraw" not in one.labels for one in shown.values())
    assert f"{took_back.name} withdrew it before it went out. Your text is kept." in told_late(slow, wrote)
    assert await slow.open_form(wrote, alert) == WORDS
    entries = [one async for one in slow.ctx.store.ledger(slow.brand_id)]
    assert [one.entry for one in entries][-2:] == [EntryKind.BEGAN, EntryKind.WITHDRAWN]


async def test_a_withdrawn_reply_can_be_sent_again_and_goes_out_once(slow: House):
    alert = await sent(slow, slow.ana)
    await slow.press(slow.ana, alert, Intent.WITHDRAW)

    await slow.reply(slow.ana, alert, WORDS)
    await slow.later(seconds=11)

    assert slow.said_by_brand() == [f"@mia {WORDS}"]


async def test_withdraw_that_comes_too_late_says_so(slow: House):
    alert = await sent(slow, slow.ana)
    await slow.later(seconds=11)

    said = await InteractionService(slow.ctx).press(Click(alert.id, Intent.WITHDRAW, MEMBER))

    assert said is not None
    assert "Too late: it is on X already" in str(said.lines)
    assert len(slow.said_by_brand()) == 1


@pytest.mark.parametrize("how", ["crash", "stop"])
async def test_a_reply_that_waits_goes_out_once_after_a_restart(slow: House, how: str):
    await sent(slow, slow.ana)
    await getattr(slow, how)()
    await slow.start()
    assert slow.said_by_brand() == []

    await slow.later(seconds=11)
    await slow.later(minutes=1)

    assert slow.said_by_brand() == [f"@mia {WORDS}"]


async def test_a_reply_that_waits_is_held_by_a_stop_and_can_still_be_withdrawn(slow: House):
    alert = await sent(slow, slow.ana)
    await slow.stop_everything(slow.dana)
    await slow.later(minutes=1)
    await slow.in_both("mia", "held, because all acts are stopped")

    await slow.press(slow.ben, alert, Intent.WITHDRAW)
    await slow.command(slow.dana, "start")
    await slow.later(minutes=1)

    assert slow.said_by_brand() == []
    await slow.in_both("mia", "Reply withdrawn by Ben")


@pytest.mark.smoke
async def test_a_reply_that_waits_does_not_go_out_once_the_alert_was_closed(slow: House):
    alert = await sent(slow, slow.ana)
    await slow.press(slow.ben, alert, Intent.DISMISS, "elsewhere")

    await slow.later(seconds=11)

    assert slow.said_by_brand() == []
    assert (await slow.alert("mia")).state is AlertState.SETTLED
    assert "this was answered or closed while it waited to go out" in told_late(slow, slow.ana)


async def test_a_second_person_is_told_that_a_reply_waits_already(slow: House):
    alert = await complaint(slow)
    await slow.open_form(slow.ben, alert)
    await slow.reply(slow.ana, alert, WORDS)

    await slow.send(slow.ben, "We are on it!")
    await slow.later(seconds=11)

    assert "Ana sent one" in slow.told(slow.ben)
    assert slow.said_by_brand() == [f"@mia {WORDS}"]
