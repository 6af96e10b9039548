"""Buttons, menus, slash commands and response_url, answered by the real slack_bolt over Socket Mode."""

import json
from typing import Any

import aiohttp
import pytest
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.respond.async_respond import AsyncRespond
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from mutuals_sandbox.slack import SlackServer
from tests.integrations.sandbox.slack.conftest import Bolt, Clock
from tests.support.waiting import until


def text(words: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": words}


BLOCKS: list[dict[str, Any]] = [
    {
        "type": "section",
        "block_id": "top",
        "text": text("Nadia waits"),
        "accessory": {
            "type": "overflow",
            "action_id": "more",
            "options": [
                {"text": text("Claim"), "value": "claim"},
                {"text": text("View on X"), "value": "view", "url": "https://x.com/i/status/1"},
            ],
        },
    },
    {
        "type": "actions",
        "block_id": "acts",
        "elements": [
            {"type": "button", "action_id": "follow", "text": text("Follow"), "value": "fan:7"},
            {"type": "button", "action_id": "link", "text": text("Open"), "url": "https://x.com/nadia"},
            {
                "type": "static_select",
                "action_id": "snooze",
                "options": [{"text": text("1 hour"), "value": "3600"}],
            },
        ],
    },
]


@pytest.fixture
async def heard(bolt: Bolt) -> list[dict[str, Any]]:
    """What the app heard: one body for each act."""
    bodies: list[dict[str, Any]] = []

    async def hear(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        bodies.append(body)

    for action_id in ("follow", "link", "snooze", "more"):
        bolt.app.action(action_id)(hear)
    await bolt.connect()
    return bodies


async def post(web: AsyncWebClient, channel: str) -> str:
    metadata = {"event_type": "alert", "event_payload": {"id": "a1"}}
    posted = await web.chat_postMessage(channel=channel, text="Nadia", blocks=BLOCKS, metadata=metadata)
    return str(posted["ts"])


async def test_a_press_reaches_the_app_with_who_where_and_what(
    slack: SlackServer, web: AsyncWebClient, ana: str, channel: str, heard: list[dict[str, Any]]
):
    ts = await post(web, channel)
    answer = await slack.press(ana, channel, ts, "follow")

    assert answer.acked
    assert answer.error is None
    assert 0 < answer.seconds < 3
    (body,) = heard
    assert body["user"] == {"id": ana, "username": "ana", "name": "ana", "team_id": slack.team_id}
    assert body["channel"] == {"id": channel, "name": "alerts"}
    assert body["container"]["message_ts"] == body["message"]["ts"] == ts
    assert body["actions"][0]["value"] == "fan:7"
    assert body["actions"][0]["block_id"] == "acts"
    assert body["state"]["values"]["acts"]["snooze"]["selected_option"] is None
    assert "metadata" not in body["message"]
    await slack.press(ana, channel, ts, "follow", metadata=True)
    assert heard[1]["message"]["metadata"]["event_payload"] == {"id": "a1"}


async def test_menus_send_the_chosen_option_and_links_their_address(
    slack: SlackServer, web: AsyncWebClient, ana: str, channel: str, heard: list[dict[str, Any]]
):
    ts = await post(web, channel)
    await slack.press(ana, channel, ts, "snooze", selected_value="3600")
    claim = await slack.press(ana, channel, ts, "more", selected_value="claim")
    view = await slack.press(ana, channel, ts, "more", selected_value="view")
    link = await slack.press(ana, channel, ts, "link")

    chosen = [body["actions"][0].get("selected_option", {}).get("value") for body in heard]
    assert chosen == ["3600", "claim", "view", None]
    assert heard[0]["state"]["values"]["acts"]["snooze"]["selected_option"]["value"] == "3600"
    assert claim.url is None
    assert view.url == "https://x.com/i/status/1"
    assert link.url == "https://x.com/nadia"


async def test_what_is_not_there_cannot_be_pressed(
    slack: SlackServer, web: AsyncWebClient, ana: str, channel: str, heard: list[dict[str, Any]]
):
    ts = await post(web, channel)
    gone = slack.add_user("gone", deleted=True)
    private_message = await web.chat_postEphemeral(channel=channel, user=ana, text="x", blocks=BLOCKS)
    ben = slack.add_user("ben")
    answers = [
        await slack.press(ana, channel, ts, "nothing"),
        await slack.press(ana, channel, "1.000000", "follow"),
        await slack.press(ana, channel, ts, "follow", block_id="top"),
        await slack.press(ana, channel, ts, "snooze", selected_value="99"),
        await slack.press(gone, channel, ts, "follow"),
        await slack.press(ben, channel, private_message["message_ts"], "follow"),
    ]
    await web.chat_update(channel=channel, ts=ts, text="done", blocks=BLOCKS[:1])
    answers.append(await slack.press(ana, channel, ts, "follow"))

    assert all(answer.error and not answer.acked for answer in answers)
    assert heard == []


async def test_a_press_in_an_ephemeral_message_can_replace_it_by_response_url(
    slack: SlackServer, web: AsyncWebClient, bolt: Bolt, ana: str, channel: str
):
    @bolt.app.action("follow")
    async def follow(ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        await ack()
        assert body["container"]["is_ephemeral"]
        assert "message" not in body
        await respond("Done.", replace_original=True)

    await bolt.connect()
    private_message = await web.chat_postEphemeral(channel=channel, user=ana, text="x", blocks=BLOCKS)
    await slack.press(ana, channel, private_message["message_ts"], "follow")

    await until(lambda: [m["text"] for m in slack.snapshot(ana)["channels"][0]["messages"]] == ["Done."])
    assert slack.snapshot(ana)["channels"][0]["messages"][0]["blocks"] == []


async def test_a_response_url_posts_replaces_deletes_and_is_over_after_five_uses(
    slack: SlackServer, web: AsyncWebClient, ana: str, channel: str, heard: list[dict[str, Any]]
):
    ts = await post(web, channel)
    await slack.press(ana, channel, ts, "follow")
    ben = slack.add_user("ben")
    bodies = [
        {"text": "to ana"},
        {"text": "to all", "response_type": "in_channel"},
        {"text": "in thread", "response_type": "in_channel", "thread_ts": ts},
        {"text": "changed", "replace_original": "true"},
        {"delete_original": True},
        {"text": "one too many"},
    ]
    answers = []
    async with aiohttp.ClientSession() as session:
        for body in bodies:
            async with session.post(heard[0]["response_url"], json=body) as answer:
                answers.append((answer.status, await answer.text()))

    assert [status for status, _ in answers] == [200] * 5 + [404]
    assert json.loads(answers[-1][1])["error"] == "used_url"
    top = slack.snapshot(ana)["channels"][0]["messages"]
    assert [(m["text"], m["deleted"]) for m in top] == [
        ("This message was deleted.", True),
        ("to ana", False),
        ("to all", False),
    ]
    assert "to ana" not in [m["text"] for m in slack.snapshot(ben)["channels"][0]["messages"]]


async def test_a_response_url_is_over_after_half_an_hour(
    slack: SlackServer, web: AsyncWebClient, ana: str, channel: str, heard: list[dict[str, Any]], clock: Clock
):
    await slack.press(ana, channel, await post(web, channel), "follow")
    clock.ahead += 1801
    async with (
        aiohttp.ClientSession() as session,
        session.post(heard[0]["response_url"], json={"text": "late"}) as answer,
    ):
        assert answer.status == 404
        assert (await answer.json())["error"] == "expired_url"


async def test_a_slash_command_is_answered_in_the_acknowledgement(
    slack: SlackServer, bolt: Bolt, ana: str, channel: str
):
    @bolt.app.command("/mutuals")
    async def command(ack: AsyncAck, command: dict[str, str]) -> None:
        kind = "in_channel" if command["text"] == "loud" else "ephemeral"
        await ack(f"You said {command['text']}", response_type=kind)

    await bolt.connect()
    ben = slack.add_user("ben")
    answer = await slack.slash(ana, channel, "/mutuals", "queue")
    await slack.slash(ana, channel, "/mutuals", "loud")

    assert answer.acked
    assert answer.payload is not None
    assert answer.payload["text"] == "You said queue"
    assert [m["text"] for m in slack.snapshot(ben)["channels"][0]["messages"]] == ["You said loud"]
    assert [m["ephemeral"] for m in slack.snapshot(ana)["channels"][0]["messages"]] == [True, False]


async def test_without_an_app_a_press_says_dispatch_failed_and_the_message_warns(
    slack: SlackServer, web: AsyncWebClient, ana: str, channel: str
):
    ts = await post(web, channel)
    answer = await slack.press(ana, channel, ts, "follow")

    assert not answer.acked
    assert answer.error == "dispatch_failed"
    assert slack.snapshot(ana)["channels"][0]["messages"][0]["warning"] == "dispatch_failed"


async def test_a_trigger_opens_one_view_and_only_for_three_seconds(
    slack: SlackServer, web: AsyncWebClient, ana: str, channel: str, heard: list[dict[str, Any]], clock: Clock
):
    ts = await post(web, channel)
    for _ in range(2):
        await slack.press(ana, channel, ts, "follow")
    view = {"type": "modal", "title": text("Hi"), "blocks": [{"type": "divider"}]}

    async def code(trigger: str) -> str:
        try:
            await web.views_open(trigger_id=trigger, view=view)
        except SlackApiError as error:
            return str(error.response["error"])
        return "ok"

    first, second = (body["trigger_id"] for body in heard)
    assert await code(first) == "ok"
    assert await code(first) == "exchanged_trigger_id"
    assert await code("1.2.3") == "invalid_trigger_id"
    clock.ahead += 3.1
    assert await code(second) == "expired_trigger_id"


async def test_events_reach_the_app_only_when_it_is_subscribed(
    slack: SlackServer, web: AsyncWebClient, bolt: Bolt, ana: str, channel: str
):
    said = []

    @bolt.app.event("message")
    async def message(event: dict[str, str]) -> None:
        said.append((event["user"], event["text"]))

    await bolt.connect()
    await slack.say(ana, channel, "not heard")
    slack.subscribed.add("message")
    await slack.say(ana, channel, "heard")

    await until(lambda: said)
    assert said == [(ana, "heard")]


async def test_the_home_tab_is_published_and_used(
    slack: SlackServer, web: AsyncWebClient, bolt: Bolt, ana: str
):
    pressed = []

    @bolt.app.event("app_home_opened")
    async def opened(event: dict[str, str], client: AsyncWebClient) -> None:
        blocks = [{"type": "actions", "elements": [BLOCKS[1]["elements"][0]]}]
        await client.views_publish(user_id=event["user"], view={"type": "home", "blocks": blocks})

    @bolt.app.action("follow")
    async def follow(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        pressed.append(body["view"]["type"])

    slack.subscribed.add("app_home_opened")
    await bolt.connect()
    await slack.open_home(ana)
    await until(lambda: slack.snapshot(ana)["home"])
    assert (await slack.view_action(ana, "follow")).acked
    await until(lambda: pressed == ["home"])


async def test_buttons_in_attachments_and_containers_are_found_too(
    slack: SlackServer, web: AsyncWebClient, ana: str, channel: str, heard: list[dict[str, Any]]
):
    buttons = {"type": "actions", "elements": [BLOCKS[1]["elements"][0]]}
    box = {"type": "container", "title": text("Nadia"), "child_blocks": [buttons]}
    attached = [{"color": "#d00000", "blocks": [buttons]}]
    first = (await web.chat_postMessage(channel=channel, text="x", blocks=[box]))["ts"]
    second = (await web.chat_postMessage(channel=channel, text="x", attachments=attached))["ts"]

    assert (await slack.press(ana, channel, first, "follow")).acked
    assert (await slack.press(ana, channel, second, "follow")).acked
    assert [body["actions"][0]["value"] for body in heard] == ["fan:7", "fan:7"]
    with pytest.raises(SlackApiError, match="invalid_attachments"):
        await web.chat_postMessage(channel=channel, text="x", attachments=[{"blocks": [{"type": "x"}]}])
