"""A forum of Discord as the channel of alerts: one post an alert, whose tags say how things stand from arrival to answer."""

import pytest

from mutuals.cards.markup import Intent
from mutuals_sandbox.faults import FaultKind
from tests.acceptance.house import COMPLAINT, House, discord_text
from tests.acceptance.test_history_in_the_thread import SORRY


async def in_forum(house: House) -> str:
    forum = house.discord.add_forum("care-forum")
    await house.restart_with(DISCORD_CHANNEL=forum)
    return forum


async def press(house: House, post: str, custom_id: str) -> None:
    await house.discord.press(house.ben.id, post, custom_id)
    await house.quiet()


@pytest.mark.smoke
async def test_one_post_an_alert_from_arrival_to_answer(house: House):
    forum = await in_forum(house)
    house.write("mia", COMPLAINT)
    await house.look()
    alert = await house.open_alert("mia")
    [(post, name, tags)] = house.discord.posts(forum)
    assert (tags, "@mia" in name, name.startswith("Complaint")) == ({"Open"}, True, True)

    await press(house, post, f"mutuals:{Intent.CLAIM}:{alert.id}")
    assert house.discord.posts(forum)[0][2] == {"Claimed"}
    await house.later(minutes=16)
    assert house.discord.posts(forum)[0][2] == {"Open"}
    await house.later(hours=5)
    assert house.discord.posts(forum)[0][2] == {"Overdue"}
    assert any("verdue" in discord_text(one) for one in house.discord.messages(post)[1:])
    await house.reply(house.ana, alert, SORRY)

    [(post, name, tags)] = house.discord.posts(forum)
    assert tags == {"Answered"}
    said = [discord_text(one) for one in house.discord.messages(post)]
    assert any("History" in one and "Claimed by Ben" in one for one in said[1:])


async def test_a_post_whose_making_got_no_answer_is_there_once(house: House):
    forum = await in_forum(house)
    house.discord_faults.plan(FaultKind.LOST_REPLY, r"POST .*/threads$")
    house.write("mia", COMPLAINT)
    await house.look()
    for _ in range(3):
        await house.later(minutes=1)

    assert len(house.discord.posts(forum)) == 1


async def test_after_a_restart_the_tags_still_follow(house: House):
    forum = await in_forum(house)
    house.write("mia", COMPLAINT)
    await house.look()
    await house.restart()

    await house.press(house.ana, await house.open_alert("mia"), Intent.DISMISS, "spam")

    assert house.discord.posts(forum)[0][2] == {"Closed"}
