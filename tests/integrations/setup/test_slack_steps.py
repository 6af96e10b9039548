"""Slack's steps, over a socket: what is right goes on, and what is wrong says what to do."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest

from mutuals_sandbox.slack import web
from mutuals_slack.manifest import manifest
from mutuals_slack.setup import new_app_url
from tests.integrations.setup.newcomer import GONE, Newcomer, lookalike

pytestmark = pytest.mark.long

APP, CLICKS, CHANNEL = "step/slack/app", "step/slack/clicks", "step/slack/channel"


@pytest.fixture
async def at_app(newcomer: Newcomer) -> Newcomer:
    await newcomer.choose("x", "slack")
    return newcomer


@pytest.fixture
async def at_channel(at_app: Newcomer) -> Newcomer:
    await at_app.slack_tokens()
    return at_app


async def test_the_link_opens_slacks_page_for_a_new_app_with_the_manifest_filled_in(at_app: Newcomer):
    asked = parse_qs(urlsplit(new_app_url()).query)

    assert urlsplit(new_app_url()).netloc == "api.slack.com"
    assert asked["new_app"] == ["1"]
    assert json.loads(asked["manifest_json"][0]) == manifest()
    assert len(new_app_url()) < 8000
    assert "api.slack.com/apps?new_app=1&amp;manifest_json=" in (await at_app.open(APP)).html


@pytest.mark.parametrize(
    ("pasted", "said"),
    [
        ("", "Paste the Bot token here"),
        ("xapp-1-A0123456789-1234-abcdef", "which the next page asks for"),
        ("xoxp-1234-5678-abcdef", "which acts as a person"),
        ("xoxe.xoxb-1-abcdef", "a token that expires"),
        ("0123456789abcdef0123456789abcdef", "Client Secret or the Signing Secret"),
        ("1234567890.1234567890", "looks like the Client ID"),
        ("A0123456789", "That is the App ID"),
        ("https://api.slack.com/apps", "That is an address"),
        ("xoxb-", "A part of the token is missing"),
        ("hello", "That is not the token"),
    ],
)
async def test_what_is_no_bot_token_is_named_with_where_the_token_stands(
    at_app: Newcomer, pasted: str, said: str
):
    page = await at_app.send(APP, bot_token=pasted)

    assert said in page.mistakes
    assert not pasted or "begins with xoxb-" in page.mistakes
    assert at_app.settings == {}


async def test_a_token_of_nobody_and_a_revoked_one_are_told_apart(at_app: Newcomer):
    token = at_app.token("SLACK_BOT_TOKEN")
    unknown = await at_app.send(APP, bot_token=lookalike(token))
    at_app.slack.revoke(token)
    revoked = await at_app.send(APP, bot_token=token)

    assert "does not accept this token" in unknown.mistakes
    assert "was revoked" in revoked.mistakes
    assert at_app.settings == {}


async def test_an_app_for_a_whole_organization_says_to_make_one_for_the_workspace(at_app: Newcomer):
    at_app.slack.space.org_wide = True

    page = await at_app.send(APP, bot_token=at_app.token("SLACK_BOT_TOKEN"))

    assert "whole organization" in page.mistakes


async def test_an_app_without_a_permission_names_it(at_app: Newcomer, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(web, "SCOPES", "chat:write,commands")

    page = await at_app.send(APP, bot_token=at_app.token("SLACK_BOT_TOKEN"))

    assert "users:read" in page.mistakes
    assert "Make a new app by the link" in page.mistakes


@pytest.mark.parametrize("path", [APP, CLICKS])
async def test_without_a_network_it_says_what_could_not_be_reached(
    at_app: Newcomer, monkeypatch: pytest.MonkeyPatch, path: str
):
    await at_app.send(APP, bot_token=at_app.token("SLACK_BOT_TOKEN"))
    monkeypatch.setenv("MUTUALS_SLACK_API_URL", f"{GONE}/api/")
    field, token = ("bot_token", "SLACK_BOT_TOKEN") if path == APP else ("app_token", "SLACK_APP_TOKEN")

    page = await at_app.send(path, **{field: at_app.token(token)})

    assert "127.0.0.1:9" in page.mistakes
    assert "try again here" in page.mistakes


@pytest.mark.parametrize(
    ("pasted", "said"),
    [
        ("", "Paste the App-level token here"),
        ("xoxb-12-abcdefgh", "the bot token, which you have pasted already"),
        ("0123456789abcdef0123456789abcdef", "Signing Secret"),
        ("xapp-1-A0000000001-99-abcdefabcdef", "belongs to another app"),
        ("xapp-1-abcdefabcdef", "does not accept this token"),
    ],
)
async def test_what_is_no_app_level_token_is_named(at_app: Newcomer, pasted: str, said: str):
    await at_app.send(APP, bot_token=at_app.token("SLACK_BOT_TOKEN"))

    page = await at_app.send(CLICKS, app_token=pasted)

    assert said in page.mistakes
    assert "MUTUALS_SLACK_APP_TOKEN" not in at_app.settings


async def test_a_socket_of_another_app_is_refused(at_app: Newcomer):
    await at_app.send(APP, bot_token=at_app.token("SLACK_BOT_TOKEN"))
    at_app.slack._sockets._app_id = "A0OTHERAPP0"

    page = await at_app.send(CLICKS, app_token=at_app.token("SLACK_APP_TOKEN"))

    assert "belongs to another app" in page.mistakes


async def test_the_second_step_leads_to_the_pages_of_the_very_app(at_app: Newcomer):
    page = await at_app.send(APP, bot_token=at_app.token("SLACK_BOT_TOKEN"))

    assert page.path == CLICKS
    assert f"https://api.slack.com/apps/{at_app.slack.space.app_id}/general" in page.html


async def test_until_the_app_is_in_a_channel_the_page_says_how_to_invite_it(at_channel: Newcomer):
    before = await at_channel.open(CHANNEL)
    at_channel.slack.space.channels[at_channel.environment.slack_channel].members.append(
        at_channel.slack.bot_user_id
    )
    after = await at_channel.open(CHANNEL)

    assert "/invite @Mutuals" in before.says
    assert "in no channel yet" in before.says
    assert "#care" in after.says
    assert "<select" in after.html


async def test_the_channel_is_written_and_the_message_that_tried_it_is_gone(at_channel: Newcomer):
    channel = at_channel.environment.slack_channel
    at_channel.slack.space.channels[channel].members.append(at_channel.slack.bot_user_id)

    page = await at_channel.send(CHANNEL, channel=channel)

    assert page.mistakes == ""
    assert at_channel.settings["MUTUALS_SLACK_CHANNEL"] == channel
    shown = at_channel.slack.snapshot(at_channel.environment.staff.ana_slack)["channels"]
    assert [one for each in shown for one in each["messages"] if not one["deleted"]] == []


async def test_a_channel_that_the_app_is_not_in_or_that_is_archived_or_unknown_says_what_to_do(
    at_channel: Newcomer,
):
    said = {}
    for name, options in {"outside": {"bot_member": False}, "old": {"archived": True}}.items():
        channel = at_channel.slack.add_channel(name, **options)
        said[name] = (await at_channel.send(CHANNEL, channel=channel)).mistakes
    said["private"] = (await at_channel.send(CHANNEL, channel="C0PRIVATE00")).mistakes

    assert "/invite @Mutuals" in said["outside"]
    assert "is archived" in said["old"]
    assert "does not see this channel" in said["private"]
    assert "/invite @Mutuals" in said["private"]
    assert "MUTUALS_SLACK_CHANNEL" not in at_channel.settings
