"""The sign-in outlives hours, restarts and crashes, and says so when it does not."""

import asyncio
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs

import pytest

from mutuals.domain.errors import NotAuthorized, Paused, Refused, TryAgain
from mutuals.domain.model import Post
from mutuals_x.identity import NAME
from mutuals_x.tokens import fingerprint
from tests.integrations.x.scripted_x import ME, House, Reply, ScriptedX

TOKEN = "POST /2/oauth2/token"
POST = Post("5", "77", "hi", datetime(2026, 11, 23, tzinfo=UTC), "5")
ME_ROUTE = "GET /2/users/me"
UNAUTHORIZED = Reply({"title": "Unauthorized", "status": 401, "detail": "Unauthorized"}, status=401)
BRAND = {"data": {"id": ME, "username": "brand", "name": "Brand"}}


def pair(number: int, **more: Any) -> dict[str, Any]:
    names = {"access_token": f"rotated-access-{number}", "refresh_token": f"rotated-refresh-{number}"}
    return {**names, "token_type": "bearer", "expires_in": 7200, "scope": "tweet.read users.read", **more}


def bearers(x: ScriptedX, route: str = ME_ROUTE) -> list[str]:
    return [call.headers["Authorization"].removeprefix("Bearer ") for call in x.calls(route)]


async def test_after_a_401_the_token_is_renewed_once_and_the_call_repeated(house: House) -> None:
    house.x.on(ME_ROUTE, UNAUTHORIZED, BRAND)
    house.x.on(TOKEN, pair(1))

    account = await house.build().me()

    assert account.handle == "brand"
    assert bearers(house.x) == ["access-secret-1", "rotated-access-1"]
    form = parse_qs(house.x.calls(TOKEN)[0].text)
    assert form == {
        "grant_type": ["refresh_token"],
        "refresh_token": ["refresh-secret-1"],
        "client_id": ["client-1"],
    }


async def test_a_second_401_means_signing_in_again(house: House) -> None:
    house.x.on(ME_ROUTE, UNAUTHORIZED)
    house.x.on(TOKEN, pair(1))

    with pytest.raises(NotAuthorized, match="mutuals connect x"):
        await house.build().me()

    assert len(house.x.calls(ME_ROUTE)) == 2


async def test_a_confidential_app_signs_its_renewal_instead_of_naming_itself(house: House) -> None:
    house.x.on(ME_ROUTE, UNAUTHORIZED, BRAND)
    house.x.on(TOKEN, pair(1))

    await house.build(client_secret="client-secret-1").me()

    call = house.x.calls(TOKEN)[0]
    assert call.headers["Authorization"] == "Basic Y2xpZW50LTE6Y2xpZW50LXNlY3JldC0x"
    assert "client_id" not in call.text


async def test_a_new_process_goes_on_with_the_renewed_tokens(house: House) -> None:
    house.x.on(ME_ROUTE, UNAUTHORIZED, BRAND)
    house.x.on(TOKEN, pair(1), Reply({"error": "invalid_request"}, status=400))
    await house.build().me()
    house.vault.secrets.pop("x.account")

    assert (await house.build().me()).id == ME
    assert bearers(house.x)[-1] == "rotated-access-1"
    assert len(house.x.calls(TOKEN)) == 1


async def test_a_crash_between_renewal_and_use_loses_nothing(house: House) -> None:
    house.x.on(ME_ROUTE, UNAUTHORIZED, Reply(drop=True), Reply(drop=True), BRAND)  # aiohttp repeats a GET
    house.x.on(TOKEN, pair(1), Reply({"error": "invalid_request"}, status=400))
    with pytest.raises(TryAgain):
        await house.build().me()

    stored = house.vault.secrets["x.tokens"]
    assert stored["refresh_token"] == "rotated-refresh-1"
    assert (await house.build().me()).id == ME


async def test_a_renewed_pair_that_cannot_be_stored_is_not_used_until_it_is(house: House) -> None:
    house.x.on(ME_ROUTE, UNAUTHORIZED, BRAND)
    house.x.on(TOKEN, pair(1), Reply({"error": "invalid_request"}, status=400))
    house.vault.fail = OSError("the disk is full")
    network = house.build()

    with pytest.raises(OSError, match="full"):
        await network.me()
    with pytest.raises(OSError, match="full"):
        await network.me()
    assert bearers(house.x) == ["access-secret-1"]

    house.vault.fail = None
    assert (await network.me()).id == ME
    assert len(house.x.calls(TOKEN)) == 1


async def test_the_token_is_renewed_five_minutes_before_its_end(house: House) -> None:
    house.x.on(ME_ROUTE, UNAUTHORIZED, BRAND)
    house.x.on(TOKEN, pair(1), pair(2))
    network = house.build()
    await network.me()
    house.x.on(f"GET /2/users/{ME}/mentions", {"meta": {"result_count": 0}})

    house.clock.move(7200 - 301)
    await network.mentions(None)
    house.clock.move(2)
    await network.mentions(None)

    assert bearers(house.x, f"GET /2/users/{ME}/mentions") == ["rotated-access-1", "rotated-access-2"]


async def test_a_renewal_that_fails_early_leaves_the_old_token_in_use(house: House) -> None:
    house.x.on(ME_ROUTE, UNAUTHORIZED, BRAND)
    house.x.on(TOKEN, pair(1), Reply({}, status=503))
    network = house.build()
    await network.me()
    house.x.on(f"GET /2/users/{ME}/mentions", {"meta": {"result_count": 0}})

    house.clock.move(7200 - 100)
    await network.mentions(None)
    house.clock.move(200)
    with pytest.raises(TryAgain):
        await network.mentions(None)

    assert bearers(house.x, f"GET /2/users/{ME}/mentions") == ["rotated-access-1"]


async def test_nothing_that_acts_leaves_after_a_renewal_when_it_may_no_longer(house: House) -> None:
    async def stopped_while_the_token_was_renewed() -> None:
        if house.x.calls(TOKEN):
            raise Refused("All acts are stopped.")

    house.x.on("POST /2/tweets", UNAUTHORIZED, {"data": {"id": "1"}})
    house.x.on(TOKEN, pair(1))
    with pytest.raises(Refused, match="stopped"):
        await house.build().reply(POST, "Sorry!", stopped_while_the_token_was_renewed)

    assert bearers(house.x, "POST /2/tweets") == ["access-secret-1"]


async def test_many_calls_at_once_renew_once(house: House) -> None:
    house.x.on(f"GET /2/users/{ME}/mentions", *[UNAUTHORIZED] * 5, {"meta": {"result_count": 0}})
    house.x.on(TOKEN, Reply(pair(1), after=0.05))
    network = house.build()
    await network.me()

    await asyncio.gather(*(network.mentions(None) for _ in range(5)))

    assert len(house.x.calls(TOKEN)) == 1


async def test_a_caller_that_gives_up_does_not_lose_the_renewed_pair(house: House) -> None:
    house.x.on(ME_ROUTE, UNAUTHORIZED)
    house.x.on(TOKEN, Reply(pair(1), after=0.2))
    network = house.build()
    call = asyncio.create_task(network.me())
    async with asyncio.timeout(20):
        while not house.x.calls(TOKEN):  # noqa: ASYNC110  # the scripted X has no events
            await asyncio.sleep(0.01)

    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    await network.close()

    assert house.vault.secrets["x.tokens"]["refresh_token"] == "rotated-refresh-1"


async def test_tokens_changed_in_the_environment_win_over_the_stored_ones(house: House) -> None:
    house.x.on(ME_ROUTE, UNAUTHORIZED, BRAND)
    house.x.on(TOKEN, pair(1))
    await house.build().me()

    await house.build(access_token="access-secret-2").me()
    assert bearers(house.x)[-1] == "access-secret-2"

    house.vault.secrets.pop("x.account")
    await house.build().me()
    assert bearers(house.x)[-1] == "rotated-access-1"


async def test_stored_tokens_serve_an_environment_that_has_none(house: House) -> None:
    house.x.on(ME_ROUTE, UNAUTHORIZED, BRAND)
    house.x.on(TOKEN, pair(1))
    await house.build().me()
    house.vault.secrets.pop("x.account")

    await house.build(access_token=None, refresh_token=None).me()

    assert bearers(house.x)[-1] == "rotated-access-1"


async def test_a_sign_in_made_elsewhere_is_taken_up_instead_of_a_renewal(house: House) -> None:
    network = house.build()
    await network.me()
    house.vault.secrets["x.tokens"] = {
        "lineage": "another",
        "expires_at": None,
        "scopes": [],
        "environment": fingerprint(house.configured()),
        "access_token": "access-secret-9",
        "refresh_token": "refresh-secret-9",
    }
    house.x.on(f"GET /2/users/{ME}/mentions", UNAUTHORIZED, {"meta": {"result_count": 0}})

    await network.mentions(None)

    assert bearers(house.x, f"GET /2/users/{ME}/mentions") == ["access-secret-1", "access-secret-9"]
    assert house.x.calls(TOKEN) == []


async def test_a_revoked_sign_in_asks_to_sign_in_again_and_does_not_hammer(house: House) -> None:
    house.x.on(ME_ROUTE, UNAUTHORIZED)
    house.x.on(TOKEN, Reply({"error": "invalid_request", "error_description": "invalid token"}, status=400))
    network = house.build()

    for _ in range(3):
        with pytest.raises(NotAuthorized, match="mutuals connect x"):
            await network.me()

    assert len(house.x.calls(TOKEN)) == 1


async def test_a_renewal_whose_answer_was_lost_says_so_when_the_old_pair_is_void(house: House) -> None:
    house.x.on(ME_ROUTE, UNAUTHORIZED)
    house.x.on(TOKEN, Reply(drop=True), Reply({"error": "invalid_request"}, status=400))
    network = house.build()

    with pytest.raises(TryAgain):
        await network.me()
    with pytest.raises(NotAuthorized, match=r"got lost on the way.*mutuals connect x"):
        await network.me()


async def test_an_app_that_x_does_not_know_is_named_as_the_cause(house: House) -> None:
    house.x.on(ME_ROUTE, UNAUTHORIZED)
    house.x.on(TOKEN, Reply({"error": "unauthorized_client"}, status=401))

    with pytest.raises(NotAuthorized, match="MUTUALS_X_CLIENT_SECRET"):
        await house.build().me()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"access_token": None, "refresh_token": None}, "not signed in"),
        ({"client_id": None}, "MUTUALS_X_CLIENT_ID"),
        ({"refresh_token": None}, "mutuals connect x"),
    ],
)
async def test_what_is_missing_for_a_sign_in_is_said(
    house: House, changes: dict[str, None], sentence: str
) -> None:
    house.x.on(ME_ROUTE, UNAUTHORIZED)

    with pytest.raises(NotAuthorized, match=sentence):
        await house.build(**changes).me()


async def test_a_refresh_token_alone_is_enough_to_begin(house: House) -> None:
    house.x.on(TOKEN, pair(1))

    await house.build(access_token=None).me()

    assert bearers(house.x) == ["rotated-access-1"]


async def test_a_restart_asks_neither_x_nor_the_purse_who_we_are(house: House) -> None:
    first = await house.build().me()

    again = await house.build().me()

    assert again == first
    assert len(house.x.calls(ME_ROUTE)) == 1
    assert house.limiter.total == 10_000


async def test_the_limit_of_spending_comes_before_the_call(house: House) -> None:
    house.limiter.limit = 0

    with pytest.raises(Paused):
        await house.build().me()

    assert house.x.seen == []


async def test_an_account_that_an_older_version_has_kept_without_its_link_is_asked_for_anew(
    house: House,
) -> None:
    await house.build().me()
    kept = await house.vault.read(NAME)
    assert kept is not None
    del kept["account"]["link"]
    await house.vault.write(NAME, kept)

    await house.build().me()
    await house.build().me()

    assert len(house.x.calls(ME_ROUTE)) == 2
