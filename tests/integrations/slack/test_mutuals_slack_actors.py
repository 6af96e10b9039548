"""Who has which role: decided from Slack's own user object and what the settings give to people and groups."""

from typing import Any

import pytest

from mutuals.domain.model import Role
from mutuals_slack.actors import BOT, GONE, GUEST, HOMELESS, NOBODY, STRANGER, actor_of

MEMBER = {"id": "U1", "team_id": "T1", "name": "ana", "profile": {"display_name": "Ana"}}


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"deleted": True}, GONE),
        ({"is_bot": True}, BOT),
        ({"id": "USLACKBOT"}, BOT),
        ({"is_restricted": True}, GUEST),
        ({"is_ultra_restricted": True}, GUEST),
        ({"team_id": "T2"}, STRANGER),
        ({"is_stranger": True}, STRANGER),
        ({"id": None}, NOBODY),
    ],
)
def test_everybody_else_is_refused_with_the_reason(changes: dict[str, Any], why: str):
    actor = actor_of("U1", MEMBER | changes, "T1", Role.NOBODY, {})

    assert actor.role is Role.NOBODY
    assert actor.why_not == why


def test_a_full_member_is_a_member_under_the_name_the_team_knows():
    actor = actor_of("U1", MEMBER, "T1", Role.NOBODY, {})

    assert (actor.role, actor.name, actor.key) == (Role.MEMBER, "Ana", "slack/U1")


def test_a_member_of_the_same_organisation_who_is_in_this_workspace_is_a_member():
    user = MEMBER | {"team_id": "T2", "enterprise_user": {"teams": ["T1", "T2"]}}

    assert actor_of("U1", user, "T1", Role.NOBODY, {}).role is Role.MEMBER


@pytest.mark.parametrize("broken", [None, "U1", [], {}])
def test_a_user_that_can_not_be_read_is_refused(broken: Any):
    assert actor_of("U1", broken, "T1", Role.ADMIN, {}).role is Role.NOBODY


SOME, WITH_ADMINS = {Role.MEMBER: ("care",)}, {Role.ADMIN: ("bosses",)}


@pytest.mark.parametrize(
    ("changes", "granted", "grants", "role"),
    [
        ({"is_admin": True}, Role.NOBODY, {}, Role.ADMIN),
        ({"is_owner": True}, Role.NOBODY, SOME, Role.ADMIN),
        ({"is_admin": True}, Role.NOBODY, WITH_ADMINS, Role.VIEWER),
        ({}, Role.NOBODY, SOME, Role.VIEWER),
        ({}, Role.TRAINEE, SOME, Role.TRAINEE),
        ({"is_restricted": True}, Role.NOBODY, SOME, Role.NOBODY),
        ({"is_restricted": True}, Role.TRAINEE, SOME, Role.TRAINEE),
        ({"is_ultra_restricted": True, "is_admin": True}, Role.NOBODY, {}, Role.NOBODY),
        ({"is_stranger": True}, Role.ADMIN, SOME, Role.NOBODY),
        ({"is_bot": True}, Role.ADMIN, SOME, Role.NOBODY),
        ({"deleted": True}, Role.ADMIN, SOME, Role.NOBODY),
    ],
)
def test_the_workspace_and_the_settings_together_make_the_role(
    changes: dict[str, Any], granted: Role, grants: dict[Role, tuple[str, ...]], role: Role
):
    assert actor_of("U1", MEMBER | changes, "T1", granted, grants).role is role


ELSEWHERE: list[dict[str, Any]] = [
    {"enterprise_user": {"id": "W1", "enterprise_id": "E1", "teams": ["T2"]}},
    {"enterprise_id": "E1", "teams": ["T2", "T3"]},
    {"profile": {"display_name": "Ana", "team": "T2"}},
    {"team_id": "E1", "enterprise_user": {"id": "W1", "enterprise_id": "E1", "teams": ["T2"]}},
    {"team_id": "T1", "enterprise_user": {"id": "W1", "enterprise_id": "E1", "teams": ["T2"]}},
]


@pytest.mark.parametrize("changes", ELSEWHERE)
def test_somebody_of_another_workspace_of_the_same_organisation_may_do_nothing(changes: dict[str, Any]):
    homeless = {name: value for name, value in MEMBER.items() if name != "team_id"}

    actor = actor_of("U1", homeless | changes, "T1", Role.ADMIN, {})

    assert (actor.role, actor.why_not) == (Role.NOBODY, STRANGER)


@pytest.mark.parametrize(
    "changes", [{}, {"enterprise_user": {"teams": []}}, {"team_id": ""}, {"teams": None}]
)
def test_somebody_whose_workspace_slack_does_not_tell_may_do_nothing(changes: dict[str, Any]):
    homeless = {name: value for name, value in MEMBER.items() if name != "team_id"}

    actor = actor_of("U1", homeless | changes, "T1", Role.ADMIN, {})

    assert (actor.role, actor.why_not) == (Role.NOBODY, HOMELESS)


def test_where_we_do_not_know_our_own_workspace_nobody_may_do_anything():
    assert actor_of("U1", MEMBER, "", Role.ADMIN, {}).role is Role.NOBODY


@pytest.mark.parametrize(
    ("changes", "why"),
    [({"is_workflow_bot": True}, BOT), ({"is_connector_bot": True}, BOT), ({"is_forgotten": True}, GONE)],
)
def test_workflows_connectors_and_erased_accounts_are_no_people(changes: dict[str, Any], why: str):
    assert actor_of("U1", MEMBER | changes, "T1", Role.ADMIN, {}).why_not == why
