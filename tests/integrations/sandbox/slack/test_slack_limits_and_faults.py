"""What goes wrong on the way: too many calls, errors before and after the commit, lost replies."""

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from mutuals_sandbox.faults import FaultKind, Faults
from mutuals_sandbox.slack import SlackServer
from tests.integrations.sandbox.slack.conftest import Clock


def texts(slack: SlackServer, viewer: str) -> list[str]:
    return [m["text"] for m in slack.snapshot(viewer)["channels"][0]["messages"]]


async def test_the_fourth_post_at_once_must_wait_a_second_and_other_channels_need_not(
    slack: SlackServer, web: AsyncWebClient, ana: str, channel: str, clock: Clock
):
    for n in range(3):
        await web.chat_postMessage(channel=channel, text=str(n))
    with pytest.raises(SlackApiError) as caught:
        await web.chat_postMessage(channel=channel, text="3")
    await web.chat_postMessage(channel=slack.add_channel("other"), text="here")

    assert caught.value.response.status_code == 429
    assert caught.value.response["error"] == "ratelimited"
    assert caught.value.response.headers["Retry-After"] == "1"
    clock.ahead += 1
    await web.chat_postMessage(channel=channel, text="3 again")
    assert texts(slack, ana) == ["0", "1", "2", "3 again"]


async def test_a_method_of_tier_two_is_limited_to_twenty_a_minute(web: AsyncWebClient, clock: Clock):
    for _ in range(20):
        await web.usergroups_list()
    with pytest.raises(SlackApiError, match="ratelimited"):
        await web.usergroups_list()

    clock.ahead += 60
    assert (await web.usergroups_list())["ok"]


async def test_a_planned_429_commits_nothing_and_the_sdk_retries_after_it(
    slack: SlackServer, ana: str, channel: str, faults: Faults
):
    client = AsyncWebClient(
        "xoxb-1-sandbox", base_url=slack.api_url, retry_handlers=[AsyncRateLimitErrorRetryHandler()]
    )
    faults.plan(FaultKind.RATE_LIMITED, "chat.postMessage")
    await client.chat_postMessage(channel=channel, text="once")

    assert texts(slack, ana) == ["once"]
    assert faults.struck == [(FaultKind.RATE_LIMITED, "POST /api/chat.postMessage")]


@pytest.mark.parametrize(("kind", "copies"), [(FaultKind.ERROR_BEFORE, 0), (FaultKind.ERROR_AFTER, 1)])
async def test_an_error_leaves_a_copy_only_when_it_comes_after_the_commit(
    slack: SlackServer,
    web: AsyncWebClient,
    ana: str,
    channel: str,
    faults: Faults,
    kind: FaultKind,
    copies: int,
):
    faults.plan(kind, "chat.postMessage", status=503)
    with pytest.raises(SlackApiError) as caught:
        await web.chat_postMessage(channel=channel, text="x")

    assert caught.value.response.status_code == 503
    assert len(texts(slack, ana)) == copies


async def test_a_lost_reply_leaves_the_message_and_metadata_to_find_it_by(
    slack: SlackServer, web: AsyncWebClient, ana: str, channel: str, faults: Faults
):
    faults.plan(FaultKind.LOST_REPLY, "chat.postMessage")
    metadata = {"event_type": "alert", "event_payload": {"id": "a1"}}
    with pytest.raises((aiohttp.ClientError, OSError)):
        await web.chat_postMessage(channel=channel, text="x", metadata=metadata)

    found = await web.conversations_history(channel=channel, include_all_metadata=True)
    assert [m["metadata"]["event_payload"]["id"] for m in found["messages"]] == ["a1"]


async def test_the_sdks_own_retry_after_a_lost_reply_posts_twice(
    slack: SlackServer, ana: str, channel: str, faults: Faults
):
    default = AsyncWebClient("xoxb-1-sandbox", base_url=slack.api_url)
    faults.plan(FaultKind.LOST_REPLY, "chat.postMessage")
    await default.chat_postMessage(channel=channel, text="x")

    assert texts(slack, ana) == ["x", "x"]
