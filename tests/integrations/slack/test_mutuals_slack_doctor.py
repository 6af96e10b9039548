"""The doctor's words about Slack."""

import pytest
from aiohttp import web

from mutuals.ports.diagnostics import Check
from mutuals_sandbox.faults import FaultKind
from mutuals_slack.chat import SlackChat
from mutuals_slack.manifest import BOT_SCOPES
from tests.support.slack_team import APP, BOT, SECRET, Team


async def checked(chat: SlackChat) -> dict[str, Check]:
    return {check.title: check for check in await chat.check()}


async def test_all_is_well_before_the_start_and_while_running(team: Team):
    for chat in (team.chat(), await team.start()):
        checks = await checked(chat)
        assert [check.title for check in checks.values() if not check.ok] == []
        assert list(checks) == [
            "Slack bot token",
            "Slack permissions",
            "Slack channel #care",
            "Posting in #care",
            "Slack Home tab",
            "Who may act in Slack",
            "Clicks in Slack",
        ]


async def test_an_app_without_a_home_tab_is_said_with_what_to_do(team: Team):
    team.server.space.home_tab = False
    check = (await checked(team.chat()))["Slack Home tab"]

    assert not check.ok
    assert "slack-manifest.json" in check.next_step


async def test_the_test_message_is_taken_away_again(team: Team):
    await team.chat().check()

    assert team.messages() == []


async def test_a_wrong_bot_token_is_all_that_is_said(team: Team):
    (check,) = await team.chat(bot_token="xoxb-wrong").check()

    assert not check.ok
    assert "MUTUALS_SLACK_BOT_TOKEN" in check.next_step


async def test_a_wrong_app_token_is_said(team: Team):
    check = (await checked(team.chat(app_token="xapp-wrong")))["Clicks in Slack"]

    assert not check.ok
    assert "MUTUALS_SLACK_APP_TOKEN" in check.next_step


async def test_a_revoked_token_shows_no_secret(team: Team):
    team.server.revoke(BOT)
    said = str(await team.chat().check())

    assert "revoked" in said
    assert BOT not in said
    assert APP not in said


@pytest.mark.parametrize(
    ("name", "words"),
    [("#nowhere", "#nowhere"), ("#outside", "not in #outside"), ("C0MISSING9", "does not know")],
)
async def test_a_channel_out_of_reach_is_said_with_what_to_do(team: Team, name: str, words: str):
    team.server.add_channel("outside", bot_member=False)
    check = (await checked(team.chat(channel=name)))[f"Slack channel {name}"]

    assert not check.ok
    assert words in check.said
    assert "/invite @Mutuals" in check.next_step


async def test_an_archived_channel_is_said(team: Team):
    attic = team.server.add_channel("attic", archived=True)
    check = (await checked(team.chat(channel=attic)))[f"Slack channel {attic}"]

    assert not check.ok
    assert "archived" in check.said


async def test_a_socket_that_does_not_open_is_said(team: Team):
    team.faults.plan(FaultKind.ERROR_BEFORE, "GET /link")
    check = (await checked(team.chat()))["Clicks in Slack"]

    assert not check.ok
    assert "did not open" in check.said


async def test_missing_permissions_are_named_with_their_reason(team: Team, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("mutuals_sandbox.slack.web.SCOPES", "chat:write,commands")
    check = (await checked(team.chat()))["Slack permissions"]

    assert not check.ok
    assert "users:read (see whether the person" in check.said


async def test_http_mode_says_where_slack_must_send_clicks(team: Team):
    chat = team.chat(app_token=None, signing_secret=SECRET)
    chat.mount(web.Application())
    check = (await checked(chat))["Clicks in Slack"]

    assert check.ok
    assert "/slack/events" in check.next_step


async def test_roles_are_said_with_what_they_are_and_what_is_missing_is_named(team: Team):
    team.server.add_usergroup("care-team", [team.ana])
    good = await checked(team.chat(members="@care-team", trainees=team.ana))
    bad = await checked(team.chat(members="care-team, S0NOTHERE", admins="@bosses, U0NOBODY"))

    check = good["Who may act in Slack"]
    assert check.ok
    assert "Members: @care-team (1 person)." in check.said
    assert "Trainees: Ana." in check.said
    assert "Admins: admins and owners of the workspace." in check.said
    check = bad["Who may act in Slack"]
    assert not check.ok
    for words in ("no S0NOTHERE (MUTUALS_SLACK_MEMBERS)", "no bosses (MUTUALS_SLACK_ADMINS)", "no U0NOBODY"):
        assert words in check.said
    assert "member id" in check.next_step


@pytest.mark.parametrize(("members", "missing"), [(None, False), ("U0123", False), ("care-team", True)])
async def test_the_permission_for_groups_is_asked_for_only_where_groups_stand_for_roles(
    team: Team, monkeypatch: pytest.MonkeyPatch, members: str | None, missing: bool
):
    """An app installed with an older manifest goes on working."""
    scopes = ",".join(scope for scope in BOT_SCOPES if scope != "usergroups:read")
    monkeypatch.setattr("mutuals_sandbox.slack.web.SCOPES", scopes)

    check = (await checked(team.chat(members=members)))["Slack permissions"]

    assert ("usergroups:read" in check.said) is missing
    assert check.ok is not missing


async def test_an_app_installed_for_the_whole_organization_is_said_with_what_to_do(team: Team):
    team.server.space.org_wide = True

    [check] = await team.chat().check()

    assert not check.ok
    assert "whole organization" in check.said
    assert "workspace of the alerts' channel" in check.next_step
