"""HTTP mode: signed requests at /slack/events instead of a socket."""

import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlencode

import aiohttp
import pytest
from aiohttp import web
from structlog.testing import capture_logs

from mutuals.ports.integration import always_first
from mutuals.service.bootstrap import SystemClock
from mutuals.service.web import MAX_BODY
from mutuals.storage.store import SqlStore
from mutuals_sandbox.slack.delivery import signature
from mutuals_slack.chat import SlackChat
from tests.support.cards import ALERT, alert_card
from tests.support.slack_team import SECRET, Team
from tests.support.waiting import until

BODY = urlencode({"payload": "{}"})


class Hosted:
    """Our chat behind an address."""

    def __init__(self, chat: SlackChat, url: str) -> None:
        self.chat, self.url = chat, url

    async def send(self, stamp: str, signed: str, body: str = BODY) -> int:
        headers = {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": signed}
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        async with (
            aiohttp.ClientSession() as session,
            session.post(self.url, data=body, headers=headers) as answer,
        ):
            return answer.status


@pytest.fixture
async def hosted(team: Team) -> AsyncIterator[Hosted]:
    async for one in serving(team):
        yield one


async def serving(
    team: Team, first: Callable[[str], Awaitable[bool]] = always_first
) -> AsyncIterator[Hosted]:
    """One node in HTTP mode; `first` is what its nodes share."""
    chat = team.chat(first, app_token=None, signing_secret=SECRET)
    team.started.append(chat)
    app = web.Application(client_max_size=MAX_BODY)
    chat.mount(app)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    await chat.start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
    team.server.deliver_to(url)
    yield Hosted(chat, url)
    await runner.cleanup()


async def test_a_signed_click_arrives_and_no_socket_is_open(team: Team, hosted: Hosted):
    ref = await hosted.chat.post(team.care, alert_card())
    told = await team.server.press(team.ana, ref.channel, ref.id, "mutuals:follow:2")
    (click,) = await until(lambda: team.interactions.clicks)

    assert told.error is None
    assert click.alert_id == ALERT
    assert team.server.connections == 0


async def test_a_form_works_over_http(team: Team, hosted: Hosted):
    ref = await hosted.chat.post(team.care, alert_card())
    await team.server.press(team.ana, ref.channel, ref.id, "mutuals:reply:0")
    await until(lambda: "mutuals:text:0" in team.view_text())
    told = await team.server.submit_view(team.ana, {"mutuals:text:0": {"mutuals:text": "Hello"}})

    assert told.outcome == "updated"
    await until(lambda: "Your reply is on X." in team.view_text())


async def test_a_command_works_over_http(team: Team, hosted: Hosted):
    told = await team.server.slash(team.ana, team.care, "/mutuals", "queue")

    assert told.error is None
    assert "This is queue." in (await until(team.private_messages))[0]


async def test_a_forged_signature_is_refused(team: Team, hosted: Hosted):
    now = str(int(time.time()))

    assert await hosted.send(now, signature("another secret", now, BODY)) == 401
    assert await hosted.send(now, "") == 401
    assert await hosted.send("", signature(SECRET, "", BODY)) == 401
    assert await hosted.send("yesterday", signature(SECRET, "yesterday", BODY)) == 401


async def test_a_request_older_than_five_minutes_is_refused(team: Team, hosted: Hosted):
    old = str(int(time.time()) - 301)

    assert await hosted.send(old, signature(SECRET, old, BODY)) == 401


async def test_the_log_tells_slacks_own_requests_that_a_wrong_clock_refuses_from_forged_ones(
    team: Team, hosted: Hosted
):
    theirs = str(int(time.time()) + 600)  # this machine's clock is ten minutes slow
    with capture_logs() as lines:
        await hosted.send(theirs, signature(SECRET, theirs, BODY))
        await hosted.send(theirs, signature("another secret", theirs, BODY))

    found = [one["seconds"] for one in lines if one["event"] == "slack.request_of_another_time"]
    assert len(found) == 1
    assert -601 <= found[0] <= -580


async def test_a_request_from_the_future_is_refused(team: Team, hosted: Hosted):
    soon = str(int(time.time()) + 330)  # the clock goes on while this is sent

    assert await hosted.send(soon, signature(SECRET, soon, BODY)) == 401


@pytest.mark.parametrize(
    ("stamp", "signed"), [("9" * 5000, "v0=0"), ("²", "v0=0"), ("{now}", "v0=\xe9"), ("-1", "v0=0")]
)
async def test_headers_that_no_library_expects_are_refused_like_any_forgery(
    team: Team, hosted: Hosted, stamp: str, signed: str
):
    assert await hosted.send(stamp.replace("{now}", str(int(time.time()))), signed) == 401


@pytest.mark.parametrize(
    "body", ["payload=null", "payload=[[", "{", "payload=" + "[" * 20_000, "payload=%7B%22team%22%3A1%7D"]
)
async def test_a_body_that_can_not_be_read_is_refused_signed_or_not(team: Team, hosted: Hosted, body: str):
    now = str(int(time.time()))

    assert await hosted.send(now, "v0=forged", body) == 401
    assert await hosted.send(now, signature(SECRET, now, body), body) in {400, 404}
    assert team.interactions.clicks == []


async def test_a_body_beyond_the_limit_is_not_read(team: Team, hosted: Hosted):
    body = "payload=" + "x" * (1 << 20)
    now = str(int(time.time()))

    assert await hosted.send(now, signature(SECRET, now, body), body) == 413


async def test_a_click_that_is_sent_again_acts_once_also_at_another_node(team: Team, tmp_path: Path):
    store = await SqlStore.open(f"sqlite:///{tmp_path / 'm.db'}", clock=SystemClock())

    async def first(name: str) -> bool:
        return await store.remember(name, until=SystemClock().now() + timedelta(minutes=15))

    async with (
        asynccontextmanager(serving)(team, first) as one,
        asynccontextmanager(serving)(team, first) as other,
    ):
        where = {"type": "message", "message_ts": "1.1", "channel_id": team.care}
        press = {
            "type": "button",
            "action_id": "mutuals:follow",
            "block_id": "b",
            "value": f"follow::{ALERT}",
        }
        payload = {"type": "block_actions", "user": {"id": team.ana}, "container": where, "actions": [press]}
        body, now = urlencode({"payload": json.dumps(payload)}), str(int(time.time()))
        for node in (one, other, one, other):
            assert await node.send(now, signature(SECRET, now, body), body) == 200
        await until(lambda: team.interactions.clicks)
        for node in (one, other):
            await node.chat.workspaces.at_hand()[0].listener.stop()

    await store.close()
    assert len(team.interactions.clicks) == 1


async def test_no_address_but_slacks_own_is_called_whatever_a_payload_says(team: Team, hosted: Hosted):
    api = hosted.chat.workspaces.at_hand()[0].api

    for url in (
        "http://127.0.0.1:1/",
        "https://evil.example/",
        "https://slack.com.evil.example/",
        "file:///x",
        "http://[",
    ):
        assert not api._is_slacks(url)
        assert not await api.respond(url, {})
    assert api._is_slacks("https://hooks.slack.com/actions/T/1/x")
    assert api._is_slacks(f"{team.server.origin}/response/1")
