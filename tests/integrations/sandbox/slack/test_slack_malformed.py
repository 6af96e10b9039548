"""Whatever nonsense arrives, Slack refuses it in its own words and keeps running."""

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from mutuals_sandbox.slack import SlackServer
from mutuals_sandbox.slack.web import METHODS
from tests.integrations.sandbox.slack.conftest import Clock

Path = tuple[str | int, ...]
JUNK: list[object] = [
    None,
    0,
    -1,
    True,
    "",
    "x" * 4000,
    [],
    {},
    [[]],
    {"type": []},
    ["x"],
    {"type": "button"},
    1e99,
]
OPTION = {"text": {"type": "plain_text", "text": "A"}, "value": "a"}
ELEMENTS = [
    {"type": "button", "text": {"type": "plain_text", "text": "Go"}, "action_id": "a"},
    {"type": "static_select", "options": [OPTION], "initial_option": OPTION},
    {"type": "overflow", "options": [OPTION]},
]
BLOCKS = [
    {
        "type": "section",
        "text": {"type": "mrkdwn", "text": "x"},
        "fields": [{"type": "mrkdwn", "text": "x"}],
        "accessory": ELEMENTS[2],
    },
    {"type": "actions", "elements": ELEMENTS, "block_id": "b"},
    {"type": "context", "elements": [{"type": "image", "image_url": "https://a.example/b", "alt_text": "x"}]},
    {"type": "container", "child_blocks": [{"type": "divider"}]},
    {
        "type": "input",
        "label": {"type": "plain_text", "text": "L"},
        "element": {"type": "checkboxes", "options": [OPTION]},
    },
]
VIEW = {
    "type": "modal",
    "title": {"type": "plain_text", "text": "T"},
    "submit": {"type": "plain_text", "text": "S"},
    "blocks": [BLOCKS[0], BLOCKS[1], BLOCKS[4]],
}
ARGUMENTS = {
    "channel": "C0",
    "user": "U0",
    "users": "U0",
    "user_id": "U0",
    "ts": "1.0",
    "message_ts": "1.0",
    "thread_ts": "1.0",
    "text": "x",
    "blocks": BLOCKS,
    "attachments": [{"blocks": BLOCKS}],
    "metadata": {"event_type": "a", "event_payload": {}},
    "trigger_id": "1.2.3",
    "view_id": "V0",
    "view": VIEW,
    "limit": 10,
    "cursor": "next:1",
    "oldest": "0",
    "types": "im",
    "files": [{"id": "F0"}],
    "filename": "a",
    "length": 3,
    "bot": "B0",
    "usergroup": "S0",
}


def paths(value: object, path: Path = ()) -> Iterator[Path]:
    """The way to every part of a nested value."""
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        yield (*path, key)
        yield from paths(part, (*path, key))


def spoiled(dice: random.Random, channel: str, user: str) -> dict[str, Any]:
    """Good arguments with one to three parts replaced by junk."""
    body = copy.deepcopy(ARGUMENTS) | {"channel": channel, "user": user}
    for _ in range(dice.randint(1, 3)):
        path = dice.choice(list(paths(body)))
        target: Any = body
        for key in path[:-1]:
            target = target[key]
        target[path[-1]] = copy.deepcopy(dice.choice(JUNK))
    return body


@pytest.mark.parametrize("seed", range(2))
async def test_spoiled_arguments_never_break_a_method(
    slack: SlackServer, ana: str, channel: str, clock: Clock, seed: int
):
    dice = random.Random(seed)
    headers = {"Authorization": "Bearer xoxb-1-sandbox"}
    async with aiohttp.ClientSession(headers=headers) as session:
        for _ in range(5):
            clock.ahead += 600  # so that no limit hides a mistake
            for name in METHODS:
                body = spoiled(dice, channel, ana)
                async with session.post(f"{slack.api_url}{name}", json=body) as answer:
                    words = await answer.text()
                    assert answer.status == 200, (name, body, words)
                    assert "ok" in json.loads(words)
    assert json.dumps(slack.snapshot(ana))


async def test_bodies_that_are_no_objects_are_refused(slack: SlackServer):
    url = f"{slack.api_url}chat.postMessage"
    codes = []
    async with aiohttp.ClientSession(headers={"Authorization": "Bearer xoxb-1-sandbox"}) as session:
        for data in (b"{oops", b"[1]", b"\xff\xfe"):
            async with session.post(url, data=data, headers={"Content-Type": "application/json"}) as answer:
                codes.append((answer.status, (await answer.json())["error"]))

    assert codes == [(200, "invalid_json"), (200, "json_not_object"), (200, "invalid_json")]


async def test_frames_on_a_socket_that_mean_nothing_are_ignored(slack: SlackServer, web: AsyncWebClient):
    address = (await web.apps_connections_open(app_token="xapp-1-sandbox"))["url"]
    async with aiohttp.ClientSession() as session, session.ws_connect(address) as socket:
        await socket.receive_json()
        for frame in ("", "[]", "{", '{"envelope_id": 7}', '{"envelope_id": "x", "payload": []}'):
            await socket.send_str(frame)
        await socket.ping()

        assert slack.connections == 1
        assert slack.acks == []
