"""A channel that was closed and is open again shows what was missed at once, and the notice says how much it was."""

from datetime import timedelta

import pytest

from mutuals.domain.model import Delivery
from mutuals_sandbox.discord.permissions import SEND_MESSAGES
from tests.acceptance.house import COMPLAINT, House, Open
from tests.support.waiting import until


def told(house: House, words: str) -> list[str]:
    return [one for one in house.channel_texts()["discord"] if words in one]


async def rows(house: House, handle: str) -> list[Delivery]:
    """The alert about somebody, by chat."""
    alert = await house.open_alert(handle)
    return await house.deliveries(f"alert/{alert.id}")


@pytest.mark.smoke
async def test_all_that_was_missed_comes_with_the_first_message_that_gets_through(house: House):
    channel = house.slack.space.channels[house.slack_care]
    channel.archived = True
    for handle in ("mia", "noa"):
        house.write(handle, COMPLAINT)
        await house.look()
    channel.archived = False
    house.write("zoe", COMPLAINT)
    await house.look()

    shown = str(house.slack_messages())
    assert all(handle in shown for handle in ("mia", "noa", "zoe"))
    (notice,) = told(house, "Alerts reach Slack again")
    assert "2 messages that had to wait are shown now" in notice


async def test_a_restart_shows_at_once_what_was_missed(house: House):
    channel = house.slack.space.channels[house.slack_care]
    channel.archived = True
    house.write("mia", COMPLAINT)
    await house.look()
    channel.archived = False

    await house.restart()

    assert "mia" in str(house.slack_messages())


async def test_without_a_word_from_the_chat_it_is_tried_again_within_a_minute(house: House):
    channel = house.slack.space.channels[house.slack_care]
    channel.archived = True
    house.write("mia", COMPLAINT)
    await house.look()
    channel.archived = False

    await house.later(seconds=timedelta(minutes=1, seconds=2).total_seconds())

    assert "mia" in str(house.slack_messages())


@pytest.mark.parametrize("what", ["unarchived", "invited", "renamed"])
async def test_what_waits_for_slack_is_shown_when_slack_says_that_the_place_is_open(
    open_house: Open, what: str
):
    house = await open_house(**({"SLACK_CHANNEL": "#help"} if what == "renamed" else {}))
    channel = house.slack.space.channels[house.slack_care]
    channel.archived = what == "unarchived"
    if what == "invited":
        channel.members.remove(house.slack.bot_user_id)
    house.write("mia", COMPLAINT)
    await house.look()
    before = str(house.slack_messages())

    if what == "unarchived":
        await house.slack.unarchive(house.slack_care)
    elif what == "invited":
        await house.slack.invite_app(house.slack_care)
    else:
        await house.slack.rename(house.slack_care, "help")
    await house.quiet()

    assert "mia" not in before
    assert "mia" in str(house.slack_messages())
    assert len(told(house, "Alerts reach Slack again")) == 1


@pytest.mark.parametrize("what", ["allowed", "role", "made_anew"])
async def test_what_waits_for_discord_is_shown_when_discord_says_that_the_place_is_open(
    open_house: Open, what: str
):
    house = await open_house(**({"DISCORD_CHANNEL": "#care"} if what == "made_anew" else {}))
    guild = house.discord._guild
    allowed = guild.everyone.permissions
    if what == "allowed":
        house.discord.let_bot(house.discord_care, post=False)
    elif what == "role":
        house.discord.change_role(guild.id, allowed & ~SEND_MESSAGES)
    else:
        house.discord.remove_channel(house.discord_care)
    house.write("mia", COMPLAINT)
    await house.look()
    waited = [one for one in await rows(house, "mia") if one.ref is None]

    if what == "allowed":
        house.discord.let_bot(house.discord_care)
    elif what == "role":
        house.discord.change_role(guild.id, allowed)
    else:
        house.discord_care = house.discord.add_channel("care")
    await until(lambda: "mia" in str(house.discord_messages()))

    assert [one.chat for one in waited] == ["discord"]
    await until(lambda: "Alerts reach Discord again" in str(house.slack_messages()))


async def test_who_joins_a_channel_beside_the_app_wakes_nothing(house: House):
    channel = house.slack.space.channels[house.slack_care]
    channel.archived = True
    house.write("mia", COMPLAINT)
    await house.look()
    tried = (await rows(house, "mia"))[1].attempt
    event = {"type": "member_joined_channel", "user": house.ana.id, "channel": house.slack_care}
    await house.slack.send_event(event)
    await house.quiet()

    assert (await rows(house, "mia"))[1].attempt == tried
