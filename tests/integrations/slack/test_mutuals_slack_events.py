"""What Slack tells of its channels: a channel that was closed to the app may be open again."""

import json
import time
from typing import Any

import aiohttp
import pytest

from mutuals_sandbox.slack.delivery import signature
from mutuals_slack.manifest import CHANNEL_EVENTS, manifest
from tests.integrations.slack.test_mutuals_slack_http import Hosted, serving
from tests.support.slack_team import SECRET, Team
from tests.support.waiting import until


@pytest.fixture(autouse=True)
def subscribed(team: Team) -> None:
    """Slack sends what the manifest asks for."""
    team.server.subscribed = set(manifest()["settings"]["event_subscriptions"]["bot_events"])


async def test_each_event_of_the_manifest_is_heard(team: Team):
    await team.start()
    for event in CHANNEL_EVENTS:
        sent = await team.server.send_event(
            {"type": event, "user": team.server.bot_user_id, "channel": team.care}
        )
        assert sent is not None
        assert sent.acked

    await until(lambda: team.opened == len(CHANNEL_EVENTS))


async def test_what_people_do_beside_the_app_is_not_followed(team: Team):
    await team.start()
    await team.server.send_event({"type": "member_joined_channel", "user": team.ana, "channel": team.care})
    await team.server.unarchive(team.care)

    await until(lambda: team.opened)
    assert team.opened == 1


async def test_over_http_slack_is_answered_and_heard(team: Team):
    async for hosted in serving(team):
        team.server.deliver_to(hosted.url)
        await team.server.unarchive(team.care)
        await until(lambda: team.opened == 1)

        assert await _sent(hosted, {"type": "url_verification", "token": "t", "challenge": "c"}) == 200


@pytest.mark.parametrize("event", [None, 7, {}, {"type": 7}, [{"type": "channel_unarchive"}]])
async def test_an_event_that_makes_no_sense_is_refused(team: Team, event: Any):
    async for hosted in serving(team):
        assert await _sent(hosted, {"type": "event_callback", "event": event}) == 400

    assert team.opened == 0


async def _sent(hosted: Hosted, body: dict[str, Any]) -> int:
    now, text = str(int(time.time())), json.dumps(body)
    headers = {"X-Slack-Request-Timestamp": now, "X-Slack-Signature": signature(SECRET, now, text)}
    headers["Content-Type"] = "application/json"
    async with (
        aiohttp.ClientSession() as session,
        session.post(hosted.url, data=text, headers=headers) as answer,
    ):
        return answer.status
