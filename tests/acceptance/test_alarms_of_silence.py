"""Silence is an alarm: no mentions, or a chat from which nothing comes. Said once in each chat, and once when it ends."""

from datetime import timedelta

import pytest

from tests.acceptance.house import COMPLAINT, START, House
from tests.support.waiting import until

QUIET_X = "Nobody mentions the brand"


def said(house: House, words: str) -> list[int]:
    """How many messages of each channel hold these words."""
    return [len([one for one in texts if words in one]) for texts in house.channel_texts().values()]


def a_lively_brand(house: House) -> None:
    """Somebody has mentioned it in most hours of daylight for two weeks."""
    for day in range(16, 0, -1):
        for hour in range(8, 20, 3):
            when = START - timedelta(days=day) + timedelta(hours=hour - START.hour)
            house.write(f"fan{hour}", f"@kettleco day {day} of my kettle", at=when)


async def test_when_nobody_mentions_the_brand_any_more_it_is_said_once_and_once_when_somebody_does(
    house: House,
):
    a_lively_brand(house)
    house.write("mia", "@kettleco my new kettle")
    await house.look()
    await house.later(hours=2)
    await house.look()
    at_once = said(house, QUIET_X)
    for _ in range(6):
        await house.later(hours=6)
        await house.look()
    await house.restart()
    await house.look()
    begun = said(house, QUIET_X)
    house.write("mia", COMPLAINT)
    await house.look()
    await house.later(hours=1)
    await house.look()

    assert (at_once, begun) == ([0, 0], [1, 1])
    assert said(house, QUIET_X) == [1, 1]
    assert said(house, "Mentions of @kettleco come in again.") == [1, 1]
    assert said(house, "Search X for @kettleco") == [1, 1]


async def test_a_brand_that_is_new_to_us_is_not_alarmed_by_silence(house: House):
    house.write("mia", "@kettleco my new kettle")
    await house.look()
    for _ in range(4):
        await house.later(days=2)
        await house.look()

    assert said(house, QUIET_X) == [0, 0]


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """A minute of silence lasts a blink."""
    monkeypatch.setattr("mutuals_slack.connection.SlackConnection.eye_seconds", 0.15)
    monkeypatch.setattr("mutuals_slack.connection.PING_SECONDS", 0.2)
    monkeypatch.setattr("mutuals_slack.connection.GREETING_SECONDS", 0.2)
    monkeypatch.setattr("mutuals_discord.gateway.EYE_SECONDS", 0.05)
    monkeypatch.setattr("mutuals_discord.gateway.SILENT_SECONDS", 0.2)
    monkeypatch.setattr("mutuals_discord.listeners.HEARTBEAT_SECONDS", 0.5)
    monkeypatch.setattr("mutuals_sandbox.discord.gateway.HEARTBEAT_MS", 100)


async def test_a_slack_socket_that_stays_open_and_brings_nothing_is_said_in_both_chats(
    hasty: None, house: House
):
    house.slack.mute_sockets()
    await until(lambda: said(house, "Buttons in Slack do not work now") == [1, 1], 15)
    house.slack.mute_sockets(False)
    await until(lambda: said(house, "Buttons in Slack work again") == [1, 1], 15)

    assert said(house, "Buttons in Slack do not work now") == [1, 1]
    assert said(house, "Buttons in Discord") == [0, 0]


async def test_a_discord_gateway_that_goes_mute_is_said_in_both_chats(hasty: None, house: House):
    house.discord.gateway.muted = True
    await until(lambda: said(house, "Buttons in Discord do not work now") == [1, 1], 15)
    house.discord.gateway.muted = False
    await until(lambda: said(house, "Buttons in Discord work again") == [1, 1], 15)

    assert said(house, "Buttons in Discord do not work now") == [1, 1]
    assert said(house, "Buttons in Slack") == [0, 0]


async def test_a_silent_line_that_a_restart_heals_is_said_to_be_back(hasty: None, house: House):
    house.slack.mute_sockets()
    await until(lambda: said(house, "Buttons in Slack do not work now") == [1, 1], 15)
    await house.stop()
    house.slack.mute_sockets(False)
    await house.start()
    await house.look()

    await until(lambda: said(house, "Buttons in Slack work again") == [1, 1])
    await house.look()
    assert said(house, "Buttons in Slack work again") == [1, 1]


ASLEEP = "Nobody has answered for 3 days"


@pytest.mark.smoke
async def test_when_people_write_and_nobody_answers_for_three_days_it_is_said_once_and_once_when_somebody_does(
    house: House,
):
    first = house.write("mia", COMPLAINT)
    house.answer(first, "@mia we are on it")
    await house.later(minutes=5)
    for n in range(6):
        house.write(f"fan{n}", "@kettleco my new kettle")
    await house.look()
    await house.later(days=2, hours=23)
    await house.look()
    before = said(house, "Nobody has answered for")
    await house.later(hours=2)
    await house.look()
    await house.restart()
    await house.look()
    asleep = said(house, ASLEEP)
    house.answer(first, "@mia here it is")
    await house.look()

    assert (before, asleep) == ([0, 0], [1, 1])
    assert said(house, "6 posts were written to @kettleco") == [1, 1]
    assert said(house, "@kettleco answers again") == [1, 1]


async def test_a_brand_to_which_nobody_writes_is_not_asleep(house: House):
    first = house.write("mia", COMPLAINT)
    house.answer(first, "@mia we are on it")
    await house.look()
    await house.later(days=4)
    await house.look()

    assert said(house, "Nobody has answered for") == [0, 0]
