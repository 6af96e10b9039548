"""The doctor says in plain words what works with X and what to do about the rest."""

from typing import Any

from pydantic import SecretStr

from mutuals_x import integration
from mutuals_x.settings import XSettings
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
