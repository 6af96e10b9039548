"""The thread of an alert carries its history: each event one line, each new post of the person one line with its words."""

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.model import Alert
from mutuals_sandbox.faults import FaultKind
from tests.acceptance.alerts import complaint
from tests.acceptance.house import House, discord_text, slack_text

SORRY = "So sorry, a new one leaves today!"


def histories(house: House, words: str = "History") -> dict[str, list[str]]:
    """The histories that stand in threads, in each chat."""
    slack = [slack_text(one) for top in house.slack_messages() for one in top["replies"]]
    threads = [one["id"] for one in house.discord_messages() if one.get("thread")]
    discord = [discord_text(one) for thread in threads for one in house.discord.messages(thread)]
    return {
        "slack": [one for one in slack if words in one],
        "discord": [one for one in discord if words in one],
    }


async def worked_on(house: House) -> Alert:
    """An alert under which two things have happened."""
    alert = await complaint(house)
    await house.press(house.ben, alert, Intent.CLAIM)
    await house.reply(house.ben, alert, SORRY)
    return alert


@pytest.mark.smoke
async def test_each_event_and_each_post_of_the_person_is_one_line_in_the_thread_of_both_chats(house: House):
    alert = await complaint(house)
    await house.press(house.ben, alert, Intent.CLAIM)
    assert histories(house) == {"slack": [], "discord": []}  # one thing, and the alert itself says it

    await house.later(minutes=5)
    house.write("mia", "@kettleco and nobody answers me, what a shame")
    await house.look()
    await house.reply(house.ana, alert, SORRY)

    for chat, [told] in histories(house).items():
        lines = [
            "my kettle arrived broken",
            "Claimed by Ben Okafor",
            "nobody answers me",
            "Replied by Ana",
            SORRY,
        ]
        places = [told.find(one) for one in lines]
        assert -1 not in places, f"{lines[places.index(-1)]!r} is not in {chat}: {told}"
        assert places == sorted(places)


@pytest.mark.smoke
async def test_a_history_is_one_message_that_is_redrawn_after_a_restart_too(house: House):
    alert = await worked_on(house)
    await house.restart()
    await house.press(house.ana, alert, Intent.REOPEN)
    await house.later(minutes=1)

    for [told] in histories(house).values():
        assert "Reopened by Ana" in told


async def test_a_history_whose_posting_got_no_answer_stands_there_once(house: House):
    alert = await complaint(house)
    await house.press(house.ben, alert, Intent.CLAIM)
    house.slack_faults.plan(FaultKind.LOST_REPLY, "chat.postMessage")
    house.discord_faults.plan(FaultKind.LOST_REPLY, r"POST .*/messages$")

    await house.reply(house.ben, alert, SORRY)
    for _ in range(4):
        await house.later(minutes=1)

    assert {chat: len(told) for chat, told in histories(house).items()} == {"slack": 1, "discord": 1}


async def test_a_post_that_its_author_deleted_is_gone_from_the_history_too(house: House):
    post = house.write("mia", "@kettleco my kettle arrived broken, this is unacceptable")
    await house.look()
    alert = await house.open_alert("mia")
    await house.press(house.ben, alert, Intent.CLAIM)
    await house.press(house.ben, alert, Intent.RELEASE)
    assert all("arrived broken" in told for [told] in histories(house).values())

    house.world.delete(post.id)
    await house.later(hours=1)
    await house.recheck()

    for [told] in histories(house).values():
        assert "arrived broken" not in told


async def test_a_server_where_the_bot_may_begin_no_threads_is_told_once_what_to_allow(house: House):
    house.discord.let_bot(house.discord_care, threads=False)
    await worked_on(house)
    second = await complaint(house, "tom")
    await house.press(house.ben, second, Intent.CLAIM)
    await house.press(house.ben, second, Intent.RELEASE)

    told = [one for one in house.channel_texts()["discord"] if "shows no history" in one]
    assert len(told) == 1
    assert "Create Public Threads" in told[0]
    assert histories(house)["slack"]
