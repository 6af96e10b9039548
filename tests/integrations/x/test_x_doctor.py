"""The doctor says in plain words what works with X and what to do about the rest."""

from typing import Any

from pydantic import SecretStr

from mutuals_x import integration
from mutuals_x.settings import XSettings
from tests.support.x_town import Town


def signed_in(town: Town, scopes: tuple[str, ...] | None = None, **changes: Any) -> XSettings:
    access, refresh = town.server.issue_tokens(town.brand.id, *([scopes] if scopes else []))
    return town.settings(access_token=SecretStr(access), refresh_token=SecretStr(refresh), **changes)


async def test_all_is_well_and_nobody_is_followed(town: Town) -> None:
    town.world.post(town.ana.id, "hello @tarnhats")

    checks = await integration.check(signed_in(town), town.kit)

    assert [check.title for check in checks if not check.ok] == []
    said = " ".join(check.said for check in checks)
    assert "@tarnhats" in said
    assert "Only Enterprise" in said or "only Enterprise" in said
    assert "$0.005" in said
    assert town.world.follows.of(town.brand.id) == []
    assert town.meter.total / 1e6 == town.server.meter.total


async def test_a_revoked_token_says_to_sign_in_again(town: Town) -> None:
    settings = signed_in(town)
    assert settings.access_token
    town.server.revoke(settings.access_token.get_secret_value())

    (check,) = await integration.check(settings, town.kit)

    assert not check.ok
    assert "mutuals connect x" in check.next_step


async def test_no_sign_in_at_all_is_said(town: Town) -> None:
    (check,) = await integration.check(town.settings(), town.kit)

    assert "not signed in" in check.said


async def test_a_used_up_credit_is_said_where_it_bites(town: Town) -> None:
    town.server.set_usage_capped(True)

    checks = await integration.check(signed_in(town), town.kit)

    (bad,) = [check for check in checks if not check.ok]
    assert (bad.title, "monthly cap" in bad.said) == ("Reading mentions", True)


async def test_missing_rights_are_named(town: Town) -> None:
    network = town.network()
    await network.me()
    town.vault.secrets["x.tokens"] = {
        "access_token": town.server.issue_tokens(town.brand.id)[0],
        "scopes": ["tweet.read", "users.read"],
    }

    checks = await integration.check(town.settings(), town.kit)

    (bad,) = [check for check in checks if not check.ok]
    assert "follows.read, tweet.write, offline.access" in bad.said


async def test_the_enterprise_setting_and_the_owned_price_are_spoken_of(town: Town) -> None:
    checks = await integration.check(signed_in(town, enterprise=True, owned_app=True), town.kit)

    said = " ".join(check.said for check in checks)
    assert "your X plan is Enterprise" in said
    assert "MUTUALS_X_OWNED_APP" in said
    assert "$0.001" in said
