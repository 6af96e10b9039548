"""The doctor says in plain words what works with X and what to do about the rest."""

from typing import Any

import pytest
from pydantic import SecretStr

from mutuals_x import integration
from mutuals_x.push_prices import month
from mutuals_x.settings import XSettings
from mutuals_x.setup import COSTS
from tests.support.x_environment import XEnvironment


def signed_in(environment: XEnvironment, scopes: tuple[str, ...] | None = None, **changes: Any) -> XSettings:
    access, refresh = environment.server.issue_tokens(environment.brand.id, *([scopes] if scopes else []))
    return environment.settings(access_token=SecretStr(access), refresh_token=SecretStr(refresh), **changes)


async def test_all_is_well_and_nobody_is_followed(environment: XEnvironment) -> None:
    environment.world.post(environment.ana.id, "hello @tarnhats")

    checks = await integration.check(signed_in(environment), environment.kit)

    assert [check.title for check in checks if not check.ok] == []
    said = " ".join(check.said for check in checks)
    assert "@tarnhats" in said
    assert "Only Enterprise" in said or "only Enterprise" in said
    assert "$0.005" in said
    assert environment.world.follows.of(environment.brand.id) == []
    assert environment.limiter.total / 1e6 == environment.server.meter.total


async def test_a_revoked_token_says_to_sign_in_again(environment: XEnvironment) -> None:
    settings = signed_in(environment)
    assert settings.access_token
    environment.server.revoke(settings.access_token.get_secret_value())

    (check,) = await integration.check(settings, environment.kit)

    assert not check.ok
    assert "mutuals connect x" in check.next_step


async def test_no_sign_in_at_all_is_said(environment: XEnvironment) -> None:
    (check,) = await integration.check(environment.settings(), environment.kit)

    assert "not signed in" in check.said


async def test_a_used_up_credit_is_said_where_it_bites(environment: XEnvironment) -> None:
    environment.server.set_usage_capped(True)

    checks = await integration.check(signed_in(environment), environment.kit)

    (bad,) = [check for check in checks if not check.ok]
    assert (bad.title, "monthly cap" in bad.said) == ("Reading mentions", True)


async def test_missing_rights_are_named(environment: XEnvironment) -> None:
    network = environment.network()
    await network.me()
    environment.vault.secrets["x.tokens"] = {
        "access_token": environment.server.issue_tokens(environment.brand.id)[0],
        "scopes": ["tweet.read", "users.read"],
    }

    checks = await integration.check(environment.settings(), environment.kit)

    (bad,) = [check for check in checks if not check.ok]
    assert "follows.read, tweet.write, offline.access" in bad.said


async def test_the_enterprise_setting_and_the_owned_price_are_spoken_of(environment: XEnvironment) -> None:
    checks = await integration.check(signed_in(environment, enterprise=True, owned_app=True), environment.kit)

    said = " ".join(check.said for check in checks)
    assert "your X plan is Enterprise" in said
    assert "MUTUALS_X_OWNED_APP" in said
    assert "$0.001" in said


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Mutuals polls. Per 100 posts a day a month costs $15.00 by polling and the same by push."),
        ({"owned_app": True}, "costs $3.00 by polling and $15.00 by push (events have no owned-read price"),
        ({"push": "stream", "push_follows": True}, "X tells Mutuals by its stream. Per 100 posts"),
    ],
)
async def test_each_modes_month_is_said_before_one_is_chosen(
    environment: XEnvironment, changes: dict[str, Any], said: str
):
    bearer = SecretStr(environment.server.issue_app_token())
    checks = await integration.check(
        signed_in(environment, bearer_token=bearer, **{"push": "off", **changes}), environment.kit
    )

    (push,) = [check for check in checks if check.title == "X push"]
    assert push.ok
    assert said in push.said


async def test_a_bearer_token_that_x_refuses_is_found_by_the_doctor(environment: XEnvironment):
    settings = signed_in(environment, push="stream", bearer_token=SecretStr("no-such-token"))
    (push,) = [one for one in await integration.check(settings, environment.kit) if one.title == "X push"]

    assert not push.ok
    assert "MUTUALS_X_BEARER_TOKEN" in push.said


def test_setup_tells_the_same_months_as_the_price_table():
    told = " ".join(COSTS)
    owned, listed, push = (
        month(100, push=False, owned=True), month(100, push=False, owned=False), month(100, push=True, owned=True)
    )  # fmt: skip

    assert f"${owned:g} a month by looking and ${push:g} when X tells" in told
    assert f"both cost ${listed:g}" in told
