"""OAuth: Slack's question whether a workspace takes the app in, oauth.v2.access, and taking it out again."""

import base64
import html
import secrets
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from aiohttp import web

from mutuals_sandbox.slack.refusal import Args, Refused
from mutuals_sandbox.slack.service import Service
from mutuals_sandbox.slack.tokens import Tokens

CODE_SECONDS = 600.0
METHODS = ("oauth.v2.access", "auth.revoke", "apps.uninstall")


@dataclass
class App:
    """The app's credentials; `token_seconds` turns token rotation on."""

    client_id: str = "1111.2222"
    client_secret: str = "client-secret"  # noqa: S105  # of a stand-in
    redirect_urls: set[str] = field(default_factory=set)
    token_seconds: float | None = None


@dataclass
class _Code:
    service: Service
    user: str
    redirect_uri: str
    scopes: str
    born: float
    org_wide: bool = False


class Installs:
    """What becomes of requests to install the app in one of the workspaces."""

    def __init__(self, app: App, tokens: Tokens) -> None:
        self.app = app
        self._tokens = tokens
        self._codes: dict[str, _Code] = {}
        self.workspaces: list[Service] = []

    def allow(self, query: dict[str, str], service: Service, user: str, *, org_wide: bool = False) -> str:
        """Somebody presses Allow; returns where their browser goes next."""
        code = secrets.token_hex(10)
        where = query.get("redirect_uri") or next(iter(self.app.redirect_urls))
        self._codes[code] = _Code(
            service, user, where, query.get("scope", ""), service.space.clock(), org_wide
        )
        return f"{where}?{urlencode({'code': code, 'state': query.get('state', '')})}"

    def deny(self, query: dict[str, str]) -> str:
        """Somebody presses Cancel."""
        where = query.get("redirect_uri") or next(iter(self.app.redirect_urls))
        return f"{where}?{urlencode({'error': 'access_denied', 'state': query.get('state', '')})}"

    async def page(self, request: web.Request) -> web.Response:
        """/oauth/v2/authorize: the question, with a link for each workspace, and Cancel."""
        query = dict(request.query)
        if query.get("client_id") != self.app.client_id:
            return web.Response(text="Invalid client_id parameter", status=400)
        if query.get("redirect_uri") and query["redirect_uri"] not in self.app.redirect_urls:
            return web.Response(text="redirect_uri did not match any configured URIs", status=400)
        if "choose" in query:
            raise web.HTTPFound(self._chosen(query))
        links = [(one.space.team_id, f"Allow in {one.space.team_name}") for one in self.workspaces]
        shown = "".join(
            f'<p><a href="?{html.escape(urlencode({**query, "choose": where}))}">{html.escape(says)}</a></p>'
            for where, says in [*links, ("", "Cancel")]
        )
        page = f"<!doctype html><title>Slack</title><h1>Mutuals asks for access</h1>{shown}"
        return web.Response(text=page, content_type="text/html")

    def _chosen(self, query: dict[str, str]) -> str:
        chosen = next((one for one in self.workspaces if one.space.team_id == query["choose"]), None)
        if chosen is None:
            return self.deny(query)
        people = [one.id for one in chosen.space.users.values() if not one.bot]
        return self.allow(query, chosen, people[0] if people else chosen.space.bot_user)

    def call(self, name: str, header: str, args: Args) -> dict[str, Any]:
        """One of METHODS. Raises Refused."""
        if name == "auth.revoke":
            token = _bearer(header, args)
            self._tokens.of(token)
            self._tokens.revoked.add(token)
            return {"revoked": True}
        if name == "apps.uninstall":
            self._check(args.text("client_id"), args.text("client_secret"))
            self._tokens.end(self._tokens.of(_bearer(header, args)).service)
            return {}
        self._check(*_basic(header, args))
        if args.text("grant_type") == "refresh_token":
            service = self._tokens.renewed(args.need("refresh_token"))
            return self._answer(service, None)
        return self._exchange(args)

    def _check(self, client_id: str | None, client_secret: str | None) -> None:
        if client_id != self.app.client_id:
            raise Refused("invalid_client_id")
        if client_secret != self.app.client_secret:
            raise Refused("bad_client_secret")

    def _exchange(self, args: Args) -> dict[str, Any]:
        code = self._codes.pop(args.text("code") or "", None)
        if code is None or code.service.space.clock() - code.born > CODE_SECONDS:
            raise Refused("invalid_code")
        if (args.text("redirect_uri") or code.redirect_uri) != code.redirect_uri:
            raise Refused("bad_redirect_uri")
        return self._answer(code.service, code)

    def _answer(self, service: Service, code: _Code | None) -> dict[str, Any]:
        space = service.space
        token, refresh = self._tokens.bot(service, self.app.token_seconds)
        rotates = (
            {"refresh_token": refresh, "expires_in": int(self.app.token_seconds or 0)} if refresh else {}
        )
        org_wide = code is not None and code.org_wide
        return {
            "app_id": space.app_id,
            "token_type": "bot",
            "access_token": token,
            "bot_user_id": space.bot_user,
            "scope": code.scopes if code else "",
            "team": None if org_wide else {"id": space.team_id, "name": space.team_name},
            "enterprise": {"id": "E0SANDBOX", "name": "Sandbox Inc"} if org_wide else None,
            "is_enterprise_install": org_wide,
            **({"authed_user": {"id": code.user}} if code else {}),
            **rotates,
        }


def _bearer(header: str, args: Args) -> str:
    return header.removeprefix("Bearer ").strip() or str(args.values.get("token") or "")


def _basic(header: str, args: Args) -> tuple[str | None, str | None]:
    if not header.startswith("Basic "):
        return args.text("client_id"), args.text("client_secret")
    client_id, _, client_secret = base64.b64decode(header.removeprefix("Basic ")).decode().partition(":")
    return client_id, client_secret
