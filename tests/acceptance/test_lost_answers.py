"""An answer of X or of a chat gets lost, is an error, or says to wait: nothing is lost and nothing is doubled."""

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.model import CaseState
from mutuals_sandbox.faults import FaultKind
from tests.acceptance.alerts import complaint, copies
from tests.acceptance.house import COMPLAINT, WANTS_FOLLOW, House
from tests.support.present import present

POST_DISCORD = r"POST /api/v10/channels/\d+/messages$"


@pytest.mark.smoke
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
    await house.in_both("mia", "Reply not sent: It is not on X, and Mutuals has stopped trying", "Ben Okafor")
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
    await house.in_both("mia", "acknowledged, answer promised by")


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
