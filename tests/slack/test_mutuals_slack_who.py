"""Who may act: full members of this workspace, decided from Slack's own user object."""

from typing import Any

import pytest

from mutuals_slack.who import BOT, GONE, GUEST, NOBODY, STRANGER, actor_of

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
    actor = actor_of("U1", MEMBER | changes, "T1")

    assert not actor.may_act
    assert actor.why_not == why


def test_a_full_member_may_act_under_the_name_the_team_knows():
    actor = actor_of("U1", MEMBER, "T1")

    assert (actor.may_act, actor.name, actor.key) == (True, "Ana", "slack/U1")


def test_a_member_of_the_same_organisation_who_is_in_this_workspace_may_act():
    user = MEMBER | {"team_id": "T2", "enterprise_user": {"teams": ["T1", "T2"]}}

    assert actor_of("U1", user, "T1").may_act


@pytest.mark.parametrize("broken", [None, "U1", [], {}])
def test_a_user_that_can_not_be_read_is_refused(broken: Any):
    assert not actor_of("U1", broken, "T1").may_act
