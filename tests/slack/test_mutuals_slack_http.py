"""HTTP mode: signed requests at /slack/events instead of a socket."""

import time
from collections.abc import AsyncIterator
from urllib.parse import urlencode

import aiohttp
import pytest
from aiohttp import web
from slack_cards import ALERT, alert_card
from slack_team import SECRET, Team, until

from mutuals_sandbox.slack.delivery import signature
from mutuals_slack.channel import SlackChannel

BODY = urlencode({"payload": "{}"})


class Hosted:
    """Our channel behind an address."""

    def __init__(self, channel: SlackChannel, url: str) -> None:
        self.channel, self.url = channel, url

    async def send(self, stamp: str, signed: str) -> int:
        headers = {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": signed}
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        async with (
            aiohttp.ClientSession() as session,
            session.post(self.url, data=BODY, headers=headers) as answer,
        ):
            return answer.status


@pytest.fixture
async def hosted(team: Team) -> AsyncIterator[Hosted]:
    channel = team.channel(app_token=None, signing_secret=SECRET)
    team.started.append(channel)
    app = web.Application()
    channel.mount(app)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    await channel.start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
    team.server.deliver_to(url)
    yield Hosted(channel, url)
    await runner.cleanup()


async def test_a_signed_click_arrives_and_no_socket_is_open(team: Team, hosted: Hosted):
    ref = await hosted.channel.post(team.care, alert_card())
    told = await team.server.press(team.ana, ref.place, ref.id, "mutuals:follow:2")
    (click,) = await until(lambda: team.desk.clicks)

    assert told.error is None
    assert click.alert_id == ALERT
    assert team.server.connections == 0


async def test_a_form_works_over_http(team: Team, hosted: Hosted):
    ref = await hosted.channel.post(team.care, alert_card())
    await team.server.press(team.ana, ref.place, ref.id, "mutuals:reply:0")
    await until(lambda: "mutuals:text:0" in team.view_text())
    told = await team.server.submit_view(team.ana, {"mutuals:text:0": {"mutuals:text": "Hello"}})

    assert told.outcome == "updated"
    await until(lambda: "Your reply is on X." in team.view_text())


async def test_a_command_works_over_http(team: Team, hosted: Hosted):
    told = await team.server.slash(team.ana, team.care, "/mutuals", "queue")

    assert told.error is None
    assert "This is queue." in (await until(team.whispers))[0]


async def test_a_forged_signature_is_refused(team: Team, hosted: Hosted):
    now = str(int(time.time()))

    assert await hosted.send(now, signature("another secret", now, BODY)) == 401
    assert await hosted.send(now, "") == 401
    assert await hosted.send("", signature(SECRET, "", BODY)) == 401
    assert await hosted.send("yesterday", signature(SECRET, "yesterday", BODY)) == 401


async def test_a_request_older_than_five_minutes_is_refused(team: Team, hosted: Hosted):
    old = str(int(time.time()) - 301)

    assert await hosted.send(old, signature(SECRET, old, BODY)) == 401
