"""Messages: what the real slack_sdk can post, change and read, and what Slack refuses."""

import json
from collections.abc import Awaitable
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from mutuals_sandbox.slack import SlackServer

SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "*Nadia* waits"}}


def shown(slack: SlackServer, viewer: str) -> list[dict[str, Any]]:
    messages: list[dict[str, Any]] = slack.snapshot(viewer)["channels"][0]["messages"]
    return messages


async def refusal(call: Awaitable[AsyncSlackResponse]) -> str:
    with pytest.raises(SlackApiError) as caught:
        await call
    return str(caught.value.response["error"])


async def test_a_posted_message_is_seen_by_everyone_with_its_blocks(
    slack: SlackServer, web: AsyncWebClient, ana: str, channel: str
):
    posted = await web.chat_postMessage(channel=channel, text="Nadia waits", blocks=[SECTION])

    (message,) = shown(slack, ana)
    assert message["ts"] == posted["ts"]
    assert message["blocks"][0]["text"]["text"] == "*Nadia* waits"
    assert message["blocks"][0]["block_id"]
    assert message["bot"]
    assert posted["message"]["bot_id"] == (await web.auth_test())["bot_id"]


async def test_subscribers_hear_of_every_visible_change(
    slack: SlackServer, web: AsyncWebClient, channel: str
):
    changes = []
    slack.subscribe(lambda: changes.append(1))

    ts = (await web.chat_postMessage(channel=channel, text="one"))["ts"]
    await web.chat_update(channel=channel, ts=ts, text="two")
    await web.chat_delete(channel=channel, ts=ts)

    assert len(changes) == 3


async def test_an_update_replaces_the_blocks_in_place_and_keeps_the_metadata(
    slack: SlackServer, web: AsyncWebClient, ana: str, channel: str
):
    metadata = {"event_type": "alert", "event_payload": {"id": "a1"}}
    ts = (await web.chat_postMessage(channel=channel, text="x", blocks=[SECTION], metadata=metadata))["ts"]
    done = {"type": "section", "text": {"type": "plain_text", "text": "Followed by Ana"}}
    await web.chat_update(channel=channel, ts=ts, text="Followed", blocks=[done])

    (message,) = shown(slack, ana)
    assert message["blocks"][0]["text"]["text"] == "Followed by Ana"
    assert not message["edited"]
    found = await web.conversations_history(channel=channel, include_all_metadata=True)
    assert found["messages"][0]["metadata"] == metadata
    plain = await web.conversations_history(channel=channel)
    assert "metadata" not in plain["messages"][0]


async def test_an_update_with_text_alone_takes_the_blocks_away_and_shows_edited(
    slack: SlackServer, web: AsyncWebClient, ana: str, channel: str
):
    ts = (await web.chat_postMessage(channel=channel, text="x", blocks=[SECTION]))["ts"]
    await web.chat_update(channel=channel, ts=ts, text="gone")

    (message,) = shown(slack, ana)
    assert message["blocks"] == []
    assert message["edited"]


async def test_replies_stay_in_the_thread_unless_they_are_broadcast(
    slack: SlackServer, web: AsyncWebClient, ana: str, channel: str
):
    parent = (await web.chat_postMessage(channel=channel, text="parent"))["ts"]
    first = (await web.chat_postMessage(channel=channel, text="in thread", thread_ts=parent))["ts"]
    await web.chat_postMessage(channel=channel, text="both", thread_ts=first, reply_broadcast=True)

    top = shown(slack, ana)
    assert [m["text"] for m in top] == ["parent", "both"]
    assert [r["text"] for r in top[0]["replies"]] == ["in thread", "both"]
    thread = await web.conversations_replies(channel=channel, ts=parent)
    assert [m["text"] for m in thread["messages"]] == ["parent", "in thread", "both"]
    assert thread["messages"][0]["reply_count"] == 2


async def test_an_ephemeral_message_is_seen_by_its_person_only_until_dismissed(
    slack: SlackServer, web: AsyncWebClient, ana: str, channel: str
):
    ben = slack.add_user("ben")
    ts = (await web.chat_postEphemeral(channel=channel, user=ana, text="only you"))["message_ts"]

    assert [m["ephemeral"] for m in shown(slack, ana)] == [True]
    assert shown(slack, ben) == []
    slack.dismiss(ben, channel, ts)
    assert shown(slack, ana)
    slack.dismiss(ana, channel, ts)
    assert shown(slack, ana) == []
    assert await refusal(web.chat_update(channel=channel, ts=ts, text="x")) == "message_not_found"


async def test_a_deleted_parent_leaves_a_tombstone_over_its_replies(
    slack: SlackServer, web: AsyncWebClient, ana: str, channel: str
):
    parent = (await web.chat_postMessage(channel=channel, text="parent"))["ts"]
    await web.chat_postMessage(channel=channel, text="reply", thread_ts=parent)
    await web.chat_delete(channel=channel, ts=parent)

    (message,) = shown(slack, ana)
    assert message["deleted"]
    assert message["replies"][0]["text"] == "reply"


async def test_history_pages_from_the_newest_to_the_oldest(web: AsyncWebClient, channel: str):
    sent = [(await web.chat_postMessage(channel=channel, text=str(n)))["ts"] for n in range(3)]

    page = await web.conversations_history(channel=channel, limit=2)
    rest = await web.conversations_history(
        channel=channel, limit=2, cursor=page["response_metadata"]["next_cursor"]
    )
    after = await web.conversations_history(channel=channel, oldest=sent[0])
    assert [m["ts"] for m in page["messages"] + rest["messages"]] == sent[::-1]
    assert page["has_more"]
    assert not rest["has_more"]
    assert [m["ts"] for m in after["messages"]] == sent[:0:-1]


async def test_wrong_places_are_refused_with_slacks_codes(
    slack: SlackServer, web: AsyncWebClient, ana: str, channel: str
):
    outside = slack.add_channel("outside", bot_member=False)
    old = slack.add_channel("old", archived=True)
    theirs = await slack.say(ana, channel, "I wrote this")

    assert await refusal(web.chat_postMessage(channel="C0NOWHERE", text="x")) == "channel_not_found"
    assert await refusal(web.chat_postMessage(channel=outside, text="x")) == "not_in_channel"
    assert await refusal(web.conversations_history(channel=outside)) == "not_in_channel"
    assert await refusal(web.chat_postMessage(channel=old, text="x")) == "is_archived"
    assert await refusal(web.chat_update(channel=channel, ts=theirs, text="x")) == "cant_update_message"
    assert await refusal(web.chat_delete(channel=channel, ts=theirs)) == "cant_delete_message"
    assert await refusal(web.chat_update(channel=channel, ts="1.000001", text="x")) == "message_not_found"
    assert await refusal(web.chat_getPermalink(channel=channel, message_ts="1.0")) == "message_not_found"
    assert await refusal(web.chat_postEphemeral(channel=channel, user="U0", text="x")) == (
        "user_not_in_channel"
    )
    await web.conversations_join(channel=outside)
    assert (await web.chat_postMessage(channel="#outside", text="x"))["channel"] == outside


async def test_wrong_contents_are_refused_with_slacks_codes(web: AsyncWebClient, channel: str):
    ts = (await web.chat_postMessage(channel=channel, text="x"))["ts"]
    flat = {"event_type": "alert"}

    assert await refusal(web.api_call("chat.postMessage", json={"channel": channel})) == "no_text"
    assert await refusal(web.chat_update(channel=channel, ts=ts, text="x" * 4001)) == "msg_too_long"
    assert await refusal(web.chat_postMessage(channel=channel, text="x", metadata=flat)) == (
        "invalid_metadata_schema"
    )
    large = {"event_type": "alert", "event_payload": {"x": "y" * 16_000}}
    assert await refusal(web.chat_postMessage(channel=channel, text="x", metadata=large)) == (
        "metadata_too_large"
    )
    long = [{"type": "section", "text": {"type": "plain_text", "text": "x" * 2900}}] * 5
    assert await refusal(web.chat_postMessage(channel=channel, text="x", blocks=long)) == (
        "msg_blocks_too_long"
    )
    assert await refusal(web.api_call("chat.postMessage", json={"text": "x"})) == "invalid_arguments"
    assert await refusal(web.api_call("chat.nonsense")) == "unknown_method"


async def test_invalid_blocks_are_refused_and_the_place_is_named(web: AsyncWebClient, channel: str):
    button = {"type": "button", "text": {"type": "plain_text", "text": "x" * 76}, "action_id": "a"}
    with pytest.raises(SlackApiError) as caught:
        await web.chat_postMessage(
            channel=channel, text="x", blocks=[{"type": "actions", "elements": [button]}]
        )

    answer = caught.value.response
    assert answer["error"] == "invalid_blocks"
    assert answer["response_metadata"]["messages"] == [
        "[ERROR] must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]"
    ]


async def test_forms_and_json_are_both_understood(slack: SlackServer, ana: str, channel: str):
    form = {"token": "xoxb-1-sandbox", "channel": channel, "text": "hi", "blocks": json.dumps([SECTION])}
    async with aiohttp.ClientSession() as session:
        async with session.post(f"{slack.api_url}chat.postMessage", data=form) as answer:
            assert (await answer.json())["ok"]
        headers = {"Authorization": "Bearer xoxb-1-sandbox"}
        url = f"{slack.api_url}chat.postMessage"
        async with session.post(url, json={"channel": channel, "text": "two"}, headers=headers) as answer:
            assert (await answer.json())["ok"]
        async with session.post(url, data="{oops", headers=headers) as answer:
            assert (await answer.json())["error"] == "invalid_post_type"

    assert [bool(m["blocks"]) for m in shown(slack, ana)] == [True, False]


async def test_a_persons_id_as_channel_means_a_direct_message(
    slack: SlackServer, web: AsyncWebClient, ana: str, channel: str
):
    opened = await web.conversations_open(users=[ana])
    posted = await web.chat_postMessage(channel=ana, text="psst")

    assert posted["channel"] == opened["channel"]["id"]
    direct = slack.snapshot(ana)["channels"][1]
    assert direct["direct"]
    assert [m["text"] for m in direct["messages"]] == ["psst"]
    assert len(slack.snapshot(slack.add_user("ben"))["channels"]) == 1


async def test_a_file_is_uploaded_into_the_thread(
    slack: SlackServer, web: AsyncWebClient, ana: str, channel: str
):
    parent = (await web.chat_postMessage(channel=channel, text="chart below"))["ts"]
    await web.files_upload_v2(
        channel=channel, content="a,b\n1,2\n", filename="week.csv", title="Week", thread_ts=parent
    )

    (reply,) = shown(slack, ana)[0]["replies"]
    assert reply["files"][0]["title"] == "Week"


async def test_every_body_is_recorded_as_json_without_the_token(
    web: AsyncWebClient, channel: str, tmp_path: Path
):
    await web.chat_postMessage(channel=channel, text="hi", blocks=[SECTION])

    index = (tmp_path / "record" / "index.jsonl").read_text().splitlines()
    entries = [json.loads(line) for line in index]
    post = next(e for e in entries if e["path"] == "chat.postMessage")
    body = json.loads((tmp_path / "record" / post["file"]).read_text())
    assert body["blocks"] == [SECTION]
    assert "token" not in body
