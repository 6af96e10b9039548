"""Signing in by OAuth 2.0: the consent page, the token endpoint, revocation."""

import base64
import binascii
import hmac
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote, urlsplit

from aiohttp import web
from multidict import MultiMapping
from yarl import URL

from mutuals_sandbox.x import html
from mutuals_sandbox.x.state import State
from mutuals_sandbox.x.tokens import ALL_SCOPES, TokenError

LOOPBACK = ("127.0.0.1", "localhost", "::1")
ASKED = (
    "response_type", "client_id", "redirect_uri", "scope", "state", "code_challenge", "code_challenge_method",
)  # fmt: skip


class OAuth:
    """The handlers of sign-in."""

    def __init__(self, state: State) -> None:
        self._state = state

    def routes(self) -> list[web.RouteDef]:
        """Where they are served."""
        return [
            web.get("/i/oauth2/authorize", self.ask),
            web.post("/i/oauth2/authorize", self.consent),
            web.post("/2/oauth2/token", self.token),
            web.post("/2/oauth2/revoke", self.revoke),
        ]

    # The page

    def _mistake(self, asked: Mapping[str, str]) -> str | None:
        """What is wrong with a request to sign in, in a sentence."""
        scopes = asked.get("scope", "").split()
        redirect = urlsplit(asked.get("redirect_uri", ""))
        checks = {
            "response_type must be code.": asked.get("response_type") == "code",
            "The client_id is not known.": asked.get("client_id") == self._state.client_id,
            "The redirect_uri is not one of this app's (loopback only here).": redirect.hostname in LOOPBACK,
            "The scope is missing or not known.": bool(scopes) and set(scopes) <= set(ALL_SCOPES),
            "The state is missing.": bool(asked.get("state")),
            "The code_challenge is missing.": bool(asked.get("code_challenge")),
            "code_challenge_method must be S256 or plain.": asked.get("code_challenge_method", "plain")
            in ("S256", "plain"),
        }
        return next((sentence for sentence, holds in checks.items() if not holds), None)

    async def ask(self, request: web.Request) -> web.Response:
        """GET: show who asks for what, and let the visitor choose as whom to agree."""
        mistake = self._mistake(request.query)
        if mistake:
            return html.page("Something went wrong", html.paragraph(mistake), status=400)
        hidden = {name: request.query.get(name, "") for name in ASKED if name in request.query}
        body = html.consent_form(self._state.world, request.query["scope"].split(), hidden)
        return html.page("Authorize app", body)

    async def consent(self, request: web.Request) -> web.Response:
        """POST: go back to the app with a code, or with access_denied."""
        form = await _form(request)
        mistake = self._mistake(form)
        account = form.get("as", "")
        if mistake or account not in self._state.world.team_ids:
            return html.page(
                "Something went wrong", html.paragraph(mistake or "Unknown account."), status=400
            )
        back = {"state": form["state"]}
        if form.get("decision") == "authorize":
            pkce = (form["code_challenge"], form.get("code_challenge_method", "plain"))
            scopes = tuple(form["scope"].split())
            back["code"] = self._state.tokens.remember(
                account, scopes, form["client_id"], form["redirect_uri"], pkce
            )
        else:
            back["error"] = "access_denied"
        location = str(URL(form["redirect_uri"]).update_query(back))
        return web.Response(status=302, headers={"Location": location})

    # The endpoints

    def _check_client(self, request: web.Request, form: Mapping[str, str]) -> None:
        """Confidential clients sign by Basic; public ones name themselves. Raises TokenError."""
        if self._state.client_secret is None:
            if form.get("client_id") != self._state.client_id:
                raise TokenError("invalid_request", "Missing required parameter [client_id].")
            return
        expected = f"{self._state.client_id}:{self._state.client_secret}"
        if not hmac.compare_digest(_basic(request).encode(), expected.encode()):
            raise TokenError("unauthorized_client", "Missing valid authorization header")

    async def token(self, request: web.Request) -> web.Response:
        """POST /2/oauth2/token: a code or a refresh token for new tokens."""
        form = await _form(request)
        try:
            self._check_client(request, form)
            return self._granted(form)
        except TokenError as error:
            return _refusal(error)

    def _granted(self, form: Mapping[str, str]) -> web.Response:
        if form.get("grant_type") == "authorization_code":
            return self._exchange(form)
        if form.get("grant_type") == "refresh_token":
            access, refresh, grant = self._state.tokens.rotate(form.get("refresh_token", ""))
            return self._tokens(access, refresh, grant.scopes)
        raise TokenError("unsupported_grant_type", "Value passed for the grant type was invalid.")

    def _exchange(self, form: Mapping[str, str]) -> web.Response:
        consent = self._state.tokens.exchange(
            form.get("code", ""), self._state.client_id, form.get("redirect_uri", ""),
            form.get("code_verifier", ""),
        )  # fmt: skip
        access, refresh = self._state.tokens.issue(consent.user_id, consent.scopes)
        return self._tokens(access, refresh, consent.scopes)

    def _tokens(self, access: str, refresh: str | None, scopes: tuple[str, ...]) -> web.Response:
        body: dict[str, Any] = {
            "token_type": "bearer",
            "expires_in": self._state.tokens.seconds,
            "access_token": access,
            "scope": " ".join(scopes),
        }
        if refresh:
            body["refresh_token"] = refresh
        return web.json_response(body)

    async def revoke(self, request: web.Request) -> web.Response:
        """POST /2/oauth2/revoke: end a token."""
        form = await _form(request)
        try:
            self._check_client(request, form)
        except TokenError as error:
            return _refusal(error)
        return web.json_response({"revoked": self._state.tokens.revoke(form.get("token", ""))})


def _refusal(error: TokenError) -> web.Response:
    status = 401 if error.error == "unauthorized_client" else 400
    return web.json_response({"error": error.error, "error_description": str(error)}, status=status)


def _basic(request: web.Request) -> str:
    scheme, _, value = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return ""
    try:
        return unquote(base64.b64decode(value).decode())
    except (binascii.Error, UnicodeDecodeError):
        return ""


async def _form(request: web.Request) -> dict[str, str]:
    """The fields of a form, files left out."""
    posted: MultiMapping[Any] = await request.post()
    return {name: value for name, value in posted.items() if isinstance(value, str)}
