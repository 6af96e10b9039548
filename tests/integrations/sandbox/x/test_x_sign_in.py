"""Signing in on the sandbox's X: consent, codes with PKCE, refresh tokens that rotate, scopes."""

import asyncio
import base64
import hashlib
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import tweepy

from tests.integrations.sandbox.x.conftest import Stage

VERIFIER = "v" * 64
CHALLENGE = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).decode().rstrip("=")
BACK = "http://127.0.0.1:9/callback"
ASKED = {
    "response_type": "code",
    "client_id": "sandbox-client",
    "redirect_uri": BACK,
    "scope": "tweet.read users.read offline.access",
    "state": "s1",
    "code_challenge": CHALLENGE,
    "code_challenge_method": "S256",
}


async def consent(x: Stage, decision: str = "authorize", **changes: str) -> dict[str, str]:
    """Press a button of the consent page; gives what came back in the redirect."""
    form = ASKED | {"as": x.brand.id, "decision": decision} | changes
    url = x.server.web_url + "/i/oauth2/authorize"
    async with x.session.post(url, data=form, allow_redirects=False) as answer:
        assert answer.status == 302
        return {
            name: value[0] for name, value in parse_qs(urlsplit(answer.headers["Location"]).query).items()
        }


async def token(x: Stage, signed: str = "", **form: str) -> tuple[int, dict[str, Any]]:
    url = x.server.api_url + "/2/oauth2/token"
    headers = {"Authorization": "Basic " + base64.b64encode(signed.encode()).decode()} if signed else {}
    async with x.session.post(url, data=form, headers=headers) as answer:
        return answer.status, await answer.json()


def exchange(given: str, **changes: str) -> dict[str, str]:
    form = {
        "grant_type": "authorization_code",
        "code": given,
        "client_id": "sandbox-client",
        "redirect_uri": BACK,
        "code_verifier": VERIFIER,
    }
    return form | changes


async def test_the_consent_page_names_the_scopes_and_the_accounts(x: Stage):
    async with x.session.get(x.server.web_url + "/i/oauth2/authorize", params=ASKED) as answer:
        text = await answer.text()

    assert answer.status == 200
    assert "offline.access" in text
    assert "@tarnhats" in text


@pytest.mark.parametrize(
    "change",
    [
        {"client_id": "other"},
        {"redirect_uri": "https://evil.example/"},
        {"scope": "everything"},
        {"response_type": "token"},
        {"state": ""},
        {"code_challenge": ""},
    ],
)
async def test_a_wrong_request_to_sign_in_is_not_shown_a_button(x: Stage, change: dict[str, str]):
    async with x.session.get(x.server.web_url + "/i/oauth2/authorize", params=ASKED | change) as answer:
        text = await answer.text()

    assert answer.status == 400
    assert "<button" not in text


async def test_a_code_and_its_verifier_give_tokens_for_the_account_chosen(x: Stage):
    back = await consent(x)

    status, body = await token(x, **exchange(back["code"]))
    _, me, _ = await x.call("GET", "/2/users/me", token=body["access_token"])

    assert back["state"] == "s1"
    assert status == 200
    assert (body["token_type"], body["expires_in"]) == ("bearer", 7200)
    assert body["scope"] == ASKED["scope"]
    assert me["data"]["id"] == x.brand.id


async def test_cancelling_comes_back_as_access_denied(x: Stage):
    assert (await consent(x, "cancel")) == {"state": "s1", "error": "access_denied"}


@pytest.mark.parametrize(
    "change",
    [
        {"code_verifier": "wrong"},
        {"redirect_uri": "http://127.0.0.1:9/else"},
        {"code": "x"},
        {"client_id": "y"},
    ],
)
async def test_a_code_without_its_verifier_redirect_or_client_is_refused(x: Stage, change: dict[str, str]):
    back = await consent(x)

    status, body = await token(x, **exchange(back["code"], **change))

    assert status == 400
    assert body["error"] == "invalid_request"


async def test_a_code_serves_once_and_not_for_long(x: Stage):
    first, late = await consent(x), await consent(x)
    assert (await token(x, **exchange(first["code"])))[0] == 200
    assert (await token(x, **exchange(first["code"])))[0] == 400

    x.clock.forward(seconds=31)

    assert (await token(x, **exchange(late["code"])))[0] == 400


async def test_a_refresh_token_rotates_and_the_old_pair_is_dead(x: Stage):
    form = {"grant_type": "refresh_token", "refresh_token": x.refresh, "client_id": "sandbox-client"}

    status, new = await token(x, **form)

    assert status == 200
    assert (await token(x, **form))[0] == 400
    assert (await x.call("GET", "/2/users/me"))[0] == 401
    assert (await x.call("GET", "/2/users/me", token=new["access_token"]))[0] == 200
    assert (await token(x, **form | {"refresh_token": new["refresh_token"]}))[0] == 200


async def test_without_offline_access_there_is_no_refresh_token(x: Stage):
    back = await consent(x, scope="tweet.read users.read")

    _, body = await token(x, **exchange(back["code"]))

    assert "refresh_token" not in body


async def test_a_confidential_client_must_sign_by_its_secret(make_stage: Callable[..., Awaitable[Stage]]):
    x = await make_stage(client_secret="s3cret")
    form = {"grant_type": "refresh_token", "refresh_token": x.refresh}

    bare, body = await token(x, **form, client_id="sandbox-client")
    wrong, _ = await token(x, "sandbox-client:no", **form)
    right, _ = await token(x, "sandbox-client:s3cret", **form)

    assert (bare, wrong, right) == (401, 401, 200)
    assert body["error"] == "unauthorized_client"


async def test_an_access_token_expires_after_its_life(make_stage: Callable[..., Awaitable[Stage]]):
    x = await make_stage(token_seconds=60)
    assert (await x.call("GET", "/2/users/me"))[0] == 200

    x.clock.forward(seconds=60)

    status, body, _ = await x.call("GET", "/2/users/me")
    assert (status, body["title"]) == (401, "Unauthorized")


async def test_a_revoked_token_is_refused(x: Stage):
    form = {"token": x.access, "client_id": "sandbox-client"}
    async with x.session.post(x.server.api_url + "/2/oauth2/revoke", data=form) as answer:
        assert await answer.json() == {"revoked": True}

    assert (await x.call("GET", "/2/users/me"))[0] == 401


async def test_a_withdrawn_consent_kills_the_refresh_token_too(x: Stage):
    x.server.revoke(x.access)

    form = {"grant_type": "refresh_token", "refresh_token": x.refresh, "client_id": "sandbox-client"}
    assert (await token(x, **form))[0] == 400


async def test_a_missing_scope_is_forbidden(x: Stage):
    reader, _ = x.server.issue_tokens(x.brand.id, ("tweet.read", "users.read"))

    assert (await x.call("GET", f"/2/users/{x.brand.id}/mentions", token=reader))[0] == 200
    assert (await x.call("GET", f"/2/users/{x.brand.id}/followers", token=reader))[0] == 403
    assert (await x.call("POST", "/2/tweets", token=reader, json={"text": "a"}))[0] == 403


async def test_an_app_only_token_reads_but_is_nobody(x: Stage):
    app = x.server.issue_app_token()

    assert (await x.call("GET", f"/2/users/{x.brand.id}/mentions", token=app))[0] == 200
    for method, path in (("GET", "/2/users/me"), ("POST", "/2/tweets")):
        status, body, _ = await x.call(method, path, token=app)
        assert (status, body["title"]) == (403, "Unsupported Authentication")


async def test_a_bad_or_missing_token_is_unauthorized(x: Stage):
    async with x.session.get(x.server.api_url + "/2/users/me") as answer:
        assert answer.status == 401

    assert (await x.call("GET", "/2/users/me", token="nonsense"))[0] == 401


async def test_tweepys_own_handler_signs_in(x: Stage, monkeypatch: pytest.MonkeyPatch):
    """The real OAuth2UserHandler: its sign-in link answers here once the host is exchanged."""
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")
    handler = tweepy.OAuth2UserHandler(
        client_id="sandbox-client", redirect_uri=BACK, scope=["tweet.read", "users.read", "offline.access"]
    )
    link = handler.get_authorization_url()
    asked = {name: value[0] for name, value in parse_qs(urlsplit(link).query).items()}
    back = await consent(x, **asked)
    answer = f"{BACK}?code={back['code']}&state={back['state']}"

    got = await asyncio.to_thread(
        super(tweepy.OAuth2UserHandler, handler).fetch_token,
        x.server.api_url + "/2/oauth2/token",
        authorization_response=answer,
        code_verifier=handler._client.code_verifier,
        include_client_id=True,
    )

    assert urlsplit(link).path == "/i/oauth2/authorize"
    assert (await x.call("GET", "/2/users/me", token=got["access_token"]))[0] == 200
