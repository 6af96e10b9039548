"""User groups as roles: asked of Slack over its own library, kept for five minutes, and refused when it is silent."""

import json

import pytest

from mutuals.cards.markup import Button, Intent
from mutuals.domain.model import MessageRef, Role
from mutuals_sandbox.faults import FaultKind
from mutuals_slack import user_groups
from mutuals_slack.actors import GROUPS, STRANGER, ids_of
from mutuals_slack.chat import SlackChat
from mutuals_slack.client import Api
from mutuals_slack.settings import SlackSettings
from tests.support.cards import alert_card
from tests.support.slack_team import Team
from tests.support.waiting import until

CLAIM = "mutuals:claim:0"


async def posted(team: Team, **settings: str) -> MessageRef:
    chat = await team.start(**settings)
    return await chat.post(team.care, alert_card(buttons=(Button(Intent.CLAIM, "Claim"),)))


async def role_of(team: Team, chat: SlackChat, user: str) -> Role:
    return (await chat.workspaces.at_hand()[0].door.who(user)).role


async def test_groups_by_handle_or_id_and_people_by_id_get_their_roles(team: Team):
    bo, cy, di = (team.server.add_user(name) for name in ("bo", "cy", "di"))
    care = team.server.add_usergroup("care-team", [team.ana, bo])
    team.server.add_usergroup("New.People", [bo, cy, team.guest])
    chat = await team.start(members=f" {care}, ", trainees="@new.people", approvers=team.ana)

    found = {user: await role_of(team, chat, user) for user in (team.ana, bo, cy, di, team.guest)}

    assert found == {
        team.ana: Role.APPROVER,
        bo: Role.MEMBER,
        cy: Role.TRAINEE,
        di: Role.VIEWER,
        team.guest: Role.TRAINEE,  # named, so not like other guests
    }


async def test_many_clicks_ask_slack_once_in_five_minutes(team: Team, monkeypatch: pytest.MonkeyPatch):
    team.server.add_usergroup("care-team", [team.ana])
    ref = await posted(team, members="care-team")
    team.faults.plan(FaultKind.SLOW, "usergroups", times=99, seconds=0.05)
    asked = lambda: [line for _, line in team.faults.struck]  # noqa: E731

    for _ in range(3):
        await team.server.press(team.ana, ref.channel, ref.id, CLAIM)
    await until(lambda: len(team.interactions.clicks) == 3)
    assert len(asked()) == 2  # which group it is, and who is in it
    monkeypatch.setattr(user_groups, "CACHE_SECONDS", 0.0)
    await team.server.press(team.ana, ref.channel, ref.id, CLAIM)
    await until(lambda: len(team.interactions.clicks) == 4)

    assert len(asked()) == 4


async def test_when_slack_does_not_tell_the_groups_nothing_is_done_and_the_person_is_told(team: Team):
    team.server.add_usergroup("care-team", [team.ana])
    ref = await posted(team, members="care-team")
    team.faults.plan(FaultKind.ERROR_BEFORE, "usergroups.list", times=9)

    await team.server.press(team.ana, ref.channel, ref.id, CLAIM)
    (private_message,) = await until(team.private_messages)

    assert json.dumps(GROUPS)[1:-1] in private_message
    assert team.interactions.clicks == []


async def test_who_needs_no_group_can_still_stop_everything_when_slack_does_not_tell_them(team: Team):
    chief, named = team.server.add_user("chief", admin=True), team.server.add_user("named")
    chat = await team.start(members=f"care-team, {named}")
    team.faults.plan(FaultKind.ERROR_BEFORE, "usergroups", times=9)

    assert await role_of(team, chat, chief) is Role.ADMIN
    assert await role_of(team, chat, named) is Role.MEMBER
    assert await role_of(team, chat, team.guest) is Role.NOBODY


async def test_a_group_that_is_gone_grants_nothing_and_the_others_still_do(team: Team):
    team.server.add_usergroup("care-team", [team.ana])
    chat = await team.start(members="@care-team, S0GONE", trainees="@nobody-knows")

    assert await role_of(team, chat, team.ana) is Role.MEMBER


async def test_the_reason_of_a_stop_comes_with_the_command(team: Team):
    await team.start()
    for typed in ("stop  wrong text, sorry ", "STOP", "queue now"):
        await team.server.slash(team.ana, team.care, "/mutuals", typed)
        await until(lambda: team.interactions.commands and team.private_messages())

    await until(lambda: len(team.interactions.commands) == 3)
    assert [name for _, name in team.interactions.commands] == ["stop", "stop", "queue"]
    assert team.interactions.words == ["wrong text, sorry", "", "now"]


async def test_somebody_whom_slack_does_not_show_to_us_is_told_that_they_are_not_of_ours(team: Team):
    stranger = team.server.add_user("sam", stranger=True)
    team.server.space.hidden.add(stranger)
    ref = await posted(team, members="care-team")

    await team.server.press(stranger, ref.channel, ref.id, CLAIM)
    (private_message,) = await until(lambda: team.private_messages(stranger))

    assert STRANGER in private_message
    assert team.interactions.clicks == []


def test_people_are_known_by_each_id_that_an_organisation_has_for_them():
    asked = user_groups.UserGroups(
        Api(SlackSettings()), {Role.ADMIN: ("W0ANA",), Role.MEMBER: ("care-team",)}
    )
    user = {"id": "U0BEN", "enterprise_user": {"id": "W0BEN"}}

    assert asked.named(frozenset({"U0ANA", "W0ANA"})) is Role.ADMIN
    assert asked.role(ids_of("U0BEN", user), {"care-team": frozenset({"W0BEN"})}) is Role.MEMBER
    assert asked.role(ids_of("U0CY", {"id": "U0CY"}), {"care-team": frozenset({"W0BEN"})}) is Role.NOBODY
