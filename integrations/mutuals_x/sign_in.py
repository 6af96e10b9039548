"""`mutuals connect x`: the brand agrees on X's page, X sends the browser back to this machine.

OAuth 2.0 authorization code with PKCE (RFC 7636, S256). The verifier and the state lie sealed
in the vault until the try is over (`sign_in_attempt`); the server listens on loopback only and only while it waits.
"""

import asyncio
import base64
import hashlib
import hmac
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from html import escape
from urllib.parse import urlencode, urlsplit

import structlog
from aiohttp import web
from pydantic import SecretStr

from mutuals.domain.errors import MutualsError, NotAuthorized, Refused, TryAgain
from mutuals.domain.model import Account
from mutuals.ports.integration import NetworkKit
from mutuals_x import sign_in_attempt
from mutuals_x.api_response import Purpose
from mutuals_x.errors import words
from mutuals_x.http_client import HttpClient
from mutuals_x.network import XNetwork
from mutuals_x.settings import XSettings
from mutuals_x.tokens import NAME, TokenPair, fingerprint, granted

SCOPES = ("tweet.read", "users.read", "follows.read", "tweet.write", "offline.access")
ENTERPRISE_SCOPES = ("follows.write",)
PATIENCE = 600.0  # seconds a person has for X's page

log = structlog.get_logger(__name__)

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>{title} – Mutuals</title>
<meta name="viewport" content="width=device-width"><style>
body {{ font: 1.1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 20vh auto; padding: 0 1rem;
color-scheme: light dark; }}</style><h1>{title}</h1><p>{text}</p></html>"""


@dataclass
class Attempt:
    """One try to sign in."""

    settings: XSettings
    state: str
    verifier: str
    redirect: str = ""

    @property
    def scopes(self) -> tuple[str, ...]:
        """What we ask for."""
        return SCOPES + (ENTERPRISE_SCOPES if self.settings.enterprise else ())

    def page(self) -> str:
        """X's page where the brand agrees."""
        digest = hashlib.sha256(self.verifier.encode()).digest()
        asked = {
            "response_type": "code",
            "client_id": self.settings.client_id or "",
            "redirect_uri": self.redirect,
            "scope": " ".join(self.scopes),
            "state": self.state,
            "code_challenge": base64.urlsafe_b64encode(digest).decode().rstrip("="),
            "code_challenge_method": "S256",
        }
        return f"{self.settings.web_url}/i/oauth2/authorize?{urlencode(asked)}"


async def sign_in(
    settings: XSettings, kit: NetworkKit, show: Callable[[str], None], *, patience: float = PATIENCE
) -> Account:
    """Sign the brand in; `show` gets the page to open. Tokens are in the vault when this returns.

    Raises NotAuthorized (not agreed, not in time, app not accepted), Refused (the callback's port
    is taken, the client id is missing), TryAgain (X can't be reached).
    """
    if settings.client_id is None:
        raise Refused("MUTUALS_X_CLIENT_ID is missing. Copy it from your app in X's developer console.")
    kept = await sign_in_attempt.begun(settings, kit, timedelta(seconds=PATIENCE))
    attempt = Attempt(settings, kept.state, kept.verifier)
    try:
        code = await _wait_for_code(attempt, show, patience)
        tokens = await _exchange(attempt, code, kit)
    except MutualsError:
        await kit.vault.forget(sign_in_attempt.NAME)  # this try is over; one that was cut off goes on
        raise
    await kit.vault.forget(sign_in_attempt.NAME)
    return await _keep(settings, kit, tokens)


async def adopt(settings: XSettings, kit: NetworkKit, tokens: Mapping[str, str]) -> Account:
    """Take tokens that somebody got elsewhere, e.g. a backup or another tool of theirs.

    Raises Refused when there is no access token among them, NotAuthorized when X does not accept them.
    """
    access, refresh = tokens.get("access_token"), tokens.get("refresh_token")
    if not access:
        raise Refused("There is no access_token in what was given, so nobody was signed in.")
    pair = TokenPair(SecretStr(access), SecretStr(refresh) if refresh else None, lineage=secrets.token_hex(8))
    return await _keep(settings, kit, pair)


async def _keep(settings: XSettings, kit: NetworkKit, tokens: TokenPair) -> Account:
    await kit.vault.write(NAME, tokens.sealed())
    network = XNetwork(settings, kit)
    try:
        account = await network.me()
    finally:
        await network.close()
    log.info("x.signed_in", account_id=account.id)
    return account


async def _wait_for_code(attempt: Attempt, show: Callable[[str], None], patience: float) -> str:
    """Listen at the callback until X sends the browser there."""
    answered: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    address = urlsplit(attempt.settings.callback)

    async def answer(request: web.Request) -> web.Response:
        return _answer(request, attempt, answered)

    app = web.Application()
    app.router.add_get(address.path, answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        await _listen(runner, address.hostname or "", address.port or 0)
        port = runner.addresses[0][1]
        attempt.redirect = address._replace(netloc=address.netloc.rpartition(":")[0] + f":{port}").geturl()
        show(attempt.page())
        return await asyncio.wait_for(answered, patience)
    except TimeoutError:
        raise NotAuthorized(
            "Nobody agreed on X's page in time, so nothing has changed. Run the command again."
        ) from None
    finally:
        await runner.cleanup()


async def _listen(runner: web.AppRunner, host: str, port: int) -> None:
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError:
        raise Refused(
            f"Port {port} of this machine is taken by another program. Close it, or set MUTUALS_X_CALLBACK to "
            "another port (and add that address to your app's callback URLs)."
        ) from None


def _answer(request: web.Request, attempt: Attempt, answered: asyncio.Future[str]) -> web.Response:
    """Take X's answer once. A request without our state is somebody else's and changes nothing."""
    if not hmac.compare_digest(request.query.get("state", "").encode(), attempt.state.encode()):
        return _page(
            "This is not the answer we wait for", "Open the page that Mutuals showed you again.", 400
        )
    code, error = request.query.get("code"), request.query.get("error")
    if answered.done():
        return _page("Already done", "You can close this window.")
    if code:
        answered.set_result(code)
        return _page("You are signed in", "Mutuals has what it needs. You can close this window.")
    if error == "access_denied":
        answered.set_exception(
            NotAuthorized("You did not agree on X's page, so nothing has changed. Run the command again.")
        )
        return _page("Not signed in", "You did not agree, so nothing has changed. You can close this window.")
    answered.set_exception(NotAuthorized("X refused to sign the brand in. Check the app's settings at X."))
    return _page("Not signed in", "X refused. Look at the window where Mutuals runs; you can close this one.")


def _page(title: str, text: str, status: int = 200) -> web.Response:
    headers = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
    body = PAGE.format(title=escape(title), text=escape(text))
    return web.Response(text=body, content_type="text/html", status=status, headers=headers)


async def _exchange(attempt: Attempt, code: str, kit: NetworkKit) -> TokenPair:
    """The code for tokens; X's codes live half a minute."""
    settings, wire = attempt.settings, HttpClient(attempt.settings)
    fields = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": attempt.redirect,
        "code_verifier": attempt.verifier,
    }
    secret = settings.client_secret.get_secret_value() if settings.client_secret else None
    try:
        answer = await wire.form(fields, (settings.client_id or "", secret), Purpose.READ)
    finally:
        await wire.close()
    blank = TokenPair(None, None, None, fingerprint(settings), secrets.token_hex(16))
    tokens = granted(answer, blank, kit.clock.now())
    if tokens is not None:
        return _complete(tokens, attempt)
    if answer.status == 429 or answer.status >= 500:
        raise TryAgain("X has trouble at the moment. Run the command again in a few minutes.")
    if "client" in words(answer.body or {}, "error"):
        raise NotAuthorized(
            "X does not accept the app. Check MUTUALS_X_CLIENT_ID and MUTUALS_X_CLIENT_SECRET."
        )
    raise NotAuthorized("X did not complete the sign-in. Run the command again.")


def _complete(tokens: TokenPair, attempt: Attempt) -> TokenPair:
    """Refuse tokens that lack a right we asked for; X names the scopes it gave."""
    lacking = set(attempt.scopes) - set(tokens.scopes) if tokens.scopes else set()
    if lacking:
        raise NotAuthorized(
            f"X gave fewer rights than asked for (missing: {', '.join(sorted(lacking))}). Allow them in the "
            "app's settings in X's developer console (read and write), then run the command again."
        )
    return tokens
