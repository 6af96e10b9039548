"""Whom the team is asked to follow back."""

from dataclasses import replace

import pytest

from mutuals.domain import loyalty
from mutuals.domain.policy import FollowPolicy, Policy
from tests.unit.domain.cases import NOW, chats, fan, person

LOYAL = chats(1, 2, 3, 4, 5)


@pytest.mark.parametrize(
    ("policy", "posts", "suggested"),
    [
        (FollowPolicy.LOYAL, LOYAL, True),
        (FollowPolicy.LOYAL, chats(1, 2), False),
        (FollowPolicy.ENGAGED, chats(1, 2), True),
        (FollowPolicy.ENGAGED, chats(1), False),
        (FollowPolicy.ENGAGED, chats(40, 41), False),
        (FollowPolicy.EVERYONE, chats(80), True),
        (FollowPolicy.EVERYONE, [], False),
        (FollowPolicy.TALK, LOYAL, True),
        (FollowPolicy.TALK, chats(1, 2), False),
    ],
)
def test_the_follow_policy_decides_who_is_suggested(policy, posts, suggested):
    verdict = loyalty.assess_fan(fan(), person(), posts, NOW, Policy(follow_policy=policy))
    assert verdict.loyal is suggested


@pytest.mark.parametrize("policy", list(FollowPolicy))
@pytest.mark.parametrize("preference", ["talk", "leave_alone"])
def test_a_persons_wish_beats_every_policy(policy, preference):
    verdict = loyalty.assess_fan(
        fan(preference=preference), person(), LOYAL, NOW, Policy(follow_policy=policy)
    )
    assert not verdict.loyal


@pytest.mark.parametrize("policy", list(FollowPolicy))
def test_the_checks_hold_under_every_policy(policy):
    farm = person(account={"bio": "follow back always"})
    assert not loyalty.assess_fan(fan(), farm, LOYAL, NOW, Policy(follow_policy=policy)).loyal


def test_the_never_follow_list_and_the_family_are_not_suggested_and_say_why():
    listed = Policy(never_follow={"savvari": "a competitor"})
    assert "a competitor" in loyalty.assess_fan(fan(), person(), LOYAL, NOW, listed).why[0]
    family = replace(listed, never_follow={}, family=frozenset({"savvari"}))
    assert "your own organisation" in loyalty.assess_fan(fan(), person(), LOYAL, NOW, family).why[0]


def test_an_account_that_the_team_has_called_its_own_is_not_suggested_whatever_it_is_called():
    confirmed = Policy(own_ids=frozenset({person().account.id}))

    assert loyalty.assess_fan(fan(), person(), LOYAL, NOW, confirmed).why == (
        "Belongs to your own organisation.",
    )
    assert loyalty.assess_fan(fan(), person(), LOYAL, NOW, Policy(own_ids=frozenset({"0"}))).loyal
