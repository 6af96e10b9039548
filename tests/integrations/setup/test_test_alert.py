"""The test alert in both chats at once: greeted first, every button works, and at the end it says that it is over."""

import json
import re
from typing import Any

import pytest

from mutuals_sandbox.slack.delivery import Answer
from tests.integrations.setup.newcomer import Newcomer
from tests.support.waiting import until

pytestmark = pytest.mark.long

ENDED = "The test is over"
MANY, LIMIT = 6, 120  # controls of one alert in all its states


@pytest.fixture
async def tested(newcomer: Newcomer) -> Newcomer:
    """Both chats are set up, and the page of the test is open."""
    await newcomer.choose("x", "slack", "discord")
    await newcomer.discord_token()
    newcomer.discord.invite_bot()
    await newcomer.send("step/discord/channel", channel=newcomer.environment.discord_channel)
    await newcomer.slack_tokens()
    channel = newcomer.environment.slack_channel
    newcomer.slack.space.channels[channel].members.append(newcomer.slack.bot_user_id)
    page = await newcomer.send("step/slack/channel", channel=channel)
    assert page.path == "test"
    await until(lambda: all(one.there for one in newcomer.page._practice.chats.values()), 60)
    return newcomer


def slack_messages(newcomer: Newcomer) -> list[dict[str, Any]]:
    shown = newcomer.slack.snapshot(newcomer.environment.staff.ana_slack)["channels"]
    return [one for each in shown for one in each["messages"] if not one["deleted"]]


def discord_messages(newcomer: Newcomer) -> list[dict[str, Any]]:
    shown = newcomer.discord.people.snapshot(newcomer.environment.staff.ana_discord)["channels"]
    return [one for each in shown for one in each["messages"]]


def controls(value: Any) -> list[dict[str, Any]]:
    """Everything in a message that can be pressed."""
    found = []
    if isinstance(value, dict):
        if value.get("type") in ("button", "overflow", "static_select", 2, 3) and (
            "action_id" in value or "custom_id" in value
        ):
            found.append(value)
        for one in value.values():
            found += controls(one)
    elif isinstance(value, list):
        for one in value:
            found += controls(one)
    return found


async def test_the_greeting_comes_first_and_says_what_will_come_and_what_never_will(tested: Newcomer):
    for messages in (slack_messages(tested), discord_messages(tested)):
        first, second = (
            json.dumps(messages[0], ensure_ascii=False),
            json.dumps(messages[1], ensure_ascii=False),
        )

        assert "nobody has answered in time" in first
        assert "What never happens" in first
        assert "A test, not a real customer" in second
        assert len(messages) == 2


async def test_the_page_says_where_the_alert_is_and_hears_a_press(tested: Newcomer):
    before = (await tested.open("test/state")).html
    message = slack_messages(tested)[1]
    claim = next(one for one in controls(message["blocks"]) if one["action_id"].startswith("mutuals:claim"))
    await press_slack(tested, message["ts"], claim["action_id"])
    await until(lambda: tested.page._practice.chats["slack"].state == "pressed")
    after = (await tested.open("test/state")).html

    assert "Slack: the test alert is there" in before
    assert "A press of a button".casefold() in after.casefold()
    await until(lambda: "Ana" in json.dumps(slack_messages(tested)[1]))


async def press_slack(newcomer: Newcomer, ts: str, action: str, chosen: str | None = None) -> Answer:
    staff, channel = newcomer.environment.staff, newcomer.environment.slack_channel
    answer = await newcomer.slack.press(staff.ana_slack, channel, ts, action, selected_value=chosen)
    await newcomer.slack.close_view(staff.ana_slack, whole_stack=True)
    return answer


def choices(control: dict[str, Any]) -> list[str | None]:
    """What can be picked of a control; of a button, the press itself."""
    options = [str(one["value"]) for one in control.get("options") or []]
    for group in control.get("option_groups") or []:
        options += [str(one["value"]) for one in group["options"]]
    return [*options] or [None]


async def test_every_button_and_entry_in_slack_is_answered(tested: Newcomer):
    pressed: set[tuple[str, str | None]] = set()
    while True:
        message = slack_messages(tested)[1]
        open_ones = [(one["action_id"], each) for one in controls(message["blocks"]) for each in choices(one)]
        left = [one for one in open_ones if (one[0].rpartition(":")[0], one[1]) not in pressed]
        if not left:
            break
        action, value = left[0]
        pressed.add((action.rpartition(":")[0], value))
        answer = await press_slack(tested, message["ts"], action, value)

        assert answer.acked, (action, value, answer.error)
        assert answer.error is None

    assert len(pressed) >= MANY
    assert "went wrong" not in json.dumps(slack_messages(tested))


async def test_every_button_and_entry_in_discord_is_answered(tested: Newcomer):
    pressed: set[tuple[str, str | None]] = set()
    people, ana = tested.discord.people, tested.environment.staff.ana_discord
    while True:
        message = discord_messages(tested)[1]
        open_ones = [
            (one["custom_id"], each) for one in controls(message["components"]) for each in choices(one)
        ]
        left = [one for one in open_ones if one not in pressed]
        if not left or len(pressed) > LIMIT:
            break
        pressed.add(left[0])
        control, value = left[0]
        answer = await people.press(ana, message["id"], control, [value] if value else None)
        people.close_modal(ana)

        assert answer.acknowledged, (control, value, answer)

    assert MANY <= len(pressed) <= LIMIT
    assert "went wrong" not in json.dumps(discord_messages(tested))


async def test_when_setup_ends_both_alerts_say_that_the_test_is_over_and_have_no_buttons(tested: Newcomer):
    await tested.page._practice.stop()

    for messages in (slack_messages(tested), discord_messages(tested)):
        assert ENDED in json.dumps(messages[1])
        assert controls(messages[1].get("blocks") or messages[1].get("components")) == []


async def test_the_second_test_does_not_greet_again(tested: Newcomer):
    await tested.send("test", again="1")
    await until(lambda: all(one.there for one in tested.page._practice.chats.values()), 60)

    for messages in (slack_messages(tested), discord_messages(tested)):
        assert len([one for one in messages if "What never happens" in json.dumps(one)]) == 1
        assert len(messages) == 3


async def test_links_lead_to_a_page_that_says_that_the_post_is_invented(tested: Newcomer):
    links = set(re.findall(r"http://127\.0\.0\.1:\d+/test-post\?\w+", json.dumps(slack_messages(tested)[1])))
    assert links
    for one in links:
        async with tested.session.get(one) as answer:
            assert "This post is invented" in await answer.text()
