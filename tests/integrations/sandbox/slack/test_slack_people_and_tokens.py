"""Who is who, and whose token counts."""

from collections.abc import Awaitable

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from mutuals_sandbox.slack import SlackServer


async def error_of(call: Awaitable[AsyncSlackResponse]) -> str:
    with pytest.raises(SlackApiError) as caught:
        await call
    return str(caught.value.response["error"])


async def test_auth_test_names_the_bot_and_its_scopes(slack: SlackServer, web: AsyncWebClient):
    answer = await web.auth_test()

    assert answer["user_id"] == slack.bot_user_id
    assert answer["team_id"] == slack.team_id
    assert "chat:write" in answer.headers["x-oauth-scopes"].split(",")
    assert (await web.bots_info(bot=answer["bot_id"]))["bot"]["user_id"] == slack.bot_user_id


async def test_tokens_that_are_missing_wrong_or_revoked_are_refused(slack: SlackServer, web: AsyncWebClient):
    nobody = AsyncWebClient(base_url=slack.api_url)
    wrong = AsyncWebClient("xoxb-other", base_url=slack.api_url)
    app = AsyncWebClient("xapp-1-sandbox", base_url=slack.api_url)

    assert await error_of(nobody.auth_test()) == "not_authed"
    assert await error_of(wrong.auth_test()) == "invalid_auth"
    assert await error_of(app.auth_test()) == "not_allowed_token_type"
    assert await error_of(web.apps_connections_open(app_token="xoxb-1-sandbox")) == "not_allowed_token_type"
    slack.revoke("xoxb-1-sandbox")
    assert await error_of(web.auth_test()) == "token_revoked"


async def test_guests_strangers_bots_and_the_deactivated_can_be_told_apart(
    slack: SlackServer, web: AsyncWebClient, ana: str
):
    kinds = {
        "guest": slack.add_user("gus", guest=True),
        "ultra": slack.add_user("uma", ultra=True),
        "stranger": slack.add_user("stan", stranger=True),
        "deleted": slack.add_user("dora", deleted=True),
        "bot": slack.add_user("robby", bot=True),
    }
    people = {kind: (await web.users_info(user=user))["user"] for kind, user in kinds.items()}
    member = (await web.users_info(user=ana))["user"]

    assert not member["is_restricted"]
    assert not member.get("is_stranger")
    assert member["real_name"] == "Ana Álvarez"
    assert member["tz"] == "Europe/Berlin"
    assert people["guest"]["is_restricted"]
    assert not people["guest"]["is_ultra_restricted"]
    assert people["ultra"]["is_ultra_restricted"]
    assert people["stranger"]["is_stranger"]
    assert people["stranger"]["team_id"] != slack.team_id
    assert people["deleted"]["deleted"]
    assert people["bot"]["is_bot"]
    assert await error_of(web.users_info(user="U0NOBODY")) == "user_not_found"


async def test_channels_and_groups_are_listed_page_by_page(
    slack: SlackServer, web: AsyncWebClient, ana: str, channel: str
):
    slack.add_channel("old", archived=True)
    outside = slack.add_channel("outside", bot_member=False)
    group = slack.add_usergroup("care", [ana])

    page = await web.conversations_list(limit=1, exclude_archived=True)
    rest = await web.conversations_list(
        limit=1, exclude_archived=True, cursor=page["response_metadata"]["next_cursor"]
    )
    assert [c["name"] for c in page["channels"] + rest["channels"]] == ["alerts", "outside"]
    assert not (await web.conversations_info(channel=outside))["channel"]["is_member"]
    assert ana in (await web.conversations_members(channel=channel))["members"]
    assert (await web.usergroups_list())["usergroups"][0]["handle"] == "care"
    assert (await web.usergroups_users_list(usergroup=group))["users"] == [ana]
    assert await error_of(web.usergroups_users_list(usergroup="S0")) == "no_such_subteam"
    assert len((await web.users_list())["members"]) == 2
