"""The HTTP side: reading calls, checking tokens, calling methods, writing Slack's answers."""

import json
from typing import Any

from aiohttp import web

from mutuals_sandbox.faults import Fault
from mutuals_sandbox.recorder import Recorder
from mutuals_sandbox.slack.hooks import use_hook
from mutuals_sandbox.slack.installs import METHODS as METHODS_OF_INSTALLS
from mutuals_sandbox.slack.installs import Installs
from mutuals_sandbox.slack.methods_chat import CHAT
from mutuals_sandbox.slack.methods_conversations import CONVERSATIONS
from mutuals_sandbox.slack.methods_files import FILES, receive
from mutuals_sandbox.slack.methods_team import TEAM
from mutuals_sandbox.slack.methods_views import VIEWS
from mutuals_sandbox.slack.refusal import Args, RateLimited, Refused
from mutuals_sandbox.slack.service import SCOPES, Method, Service
from mutuals_sandbox.slack.tokens import Token, Tokens

METHODS: dict[str, Method] = {**TEAM, **CHAT, **CONVERSATIONS, **VIEWS, **FILES}
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
OVER = {"expired_url": 404, "used_url": 404}  # a response_url that is used up is gone


class WebApi:
    """The handlers of one server: a token says in which workspace a call is."""

    def __init__(self, service: Service, recorder: Recorder, tokens: Tokens, installs: Installs) -> None:
        self._service = service
        self._recorder = recorder
        self._tokens = tokens
        self._installs = installs

    def routes(self) -> list[web.RouteDef]:
        """Where everything is."""
        return [
            web.post("/api/{method}", self.api),
            web.get("/api/{method}", self.api),
            web.get("/oauth/v2/authorize", self._installs.page),
            web.get("/link/", self._service.sockets.serve),
            web.post("/actions/{key:.+}", self.response_url),
            web.post("/commands/{key:.+}", self.response_url),
            web.post("/upload/v1/{key}", self.upload),
        ]

    async def api(self, request: web.Request) -> web.Response:
        """One Web API call."""
        name = request.match_info["method"]
        try:
            args = Args(await arguments(request))
            if name in METHODS_OF_INSTALLS:
                result, scopes = self._installed(name, request, args), SCOPES
            else:
                token = self._token(name, request, args)
                result, scopes = self._call(token.service, name, args), token.scopes or SCOPES
        except Refused as refused:
            return web.json_response(refused.body(), headers=_headers(SCOPES))
        except RateLimited as limited:
            return too_many(limited.retry_after)
        body = {"ok": True, **result}
        if request.content_type == "application/json" and request.charset is None:
            body["warning"] = "missing_charset"
            body["response_metadata"] = {"warnings": ["missing_charset"], **body.get("response_metadata", {})}
        return web.json_response(body, headers=_headers(scopes))

    def _installed(self, name: str, request: web.Request, args: Args) -> dict[str, Any]:
        """What is asked with the app's own credentials; secrets are not recorded."""
        self._recorder.write("slack", "POST", name, {"grant_type": args.text("grant_type")})
        return self._installs.call(name, request.headers.get("Authorization", ""), args)

    def _call(self, service: Service, name: str, args: Args) -> dict[str, Any]:
        body = args.recorded()
        if body:
            self._recorder.write("slack", "POST", name, body)
        method = METHODS.get(name)
        if method is None:
            raise Refused("unknown_method", req_method=name)
        service.limits.method(name)
        return method(service, args)

    def _token(self, name: str, request: web.Request, args: Args) -> Token:
        """Raises Refused, as `Tokens.of` does, and not_allowed_token_type."""
        if name == "api.test":
            return Token(self._service)
        header = request.headers.get("Authorization", "")
        token = header.removeprefix("Bearer ").strip() or str(args.values.get("token") or "")
        found = self._tokens.of(token)
        if found.bot == (name == "apps.connections.open"):
            raise Refused("not_allowed_token_type")
        return found

    async def response_url(self, request: web.Request) -> web.Response:
        """An answer to a click or a command."""
        try:
            body = await request.json()
        except ValueError:
            body = None
        if not isinstance(body, dict):
            return web.json_response({"ok": False, "error": "invalid_json"}, status=400)
        self._recorder.write("slack", "POST", "response_url", body)
        try:
            key = request.match_info["key"]
            use_hook(self._of_hook(key).space, key, body)
        except Refused as refused:
            return web.json_response(refused.body(), status=OVER.get(refused.code, 200))
        return web.Response(text="ok")

    def _of_hook(self, key: str) -> Service:
        """The workspace of a response_url, whose first part is its id."""
        team = key.partition("/")[0]
        return next((one for one in self._installs.workspaces if one.space.team_id == team), self._service)

    async def upload(self, request: web.Request) -> web.Response:
        """The bytes of a file, bare or as the one part of a form."""
        content = await request.read()
        if request.content_type == "multipart/form-data":
            parts = [part for part in (await request.post()).values() if isinstance(part, web.FileField)]
            content = parts[0].file.read() if parts else b""
        if not receive(self._service, request.match_info["key"], content):
            return web.Response(status=400, text="bad upload")
        return web.Response(text=f"OK - {len(content)}")


async def arguments(request: web.Request) -> dict[str, Any]:
    """The arguments of a call: the query, and a body as JSON or a form. Raises Refused."""
    values: dict[str, Any] = dict(request.query)
    if not request.can_read_body:
        return values
    if request.content_type == "application/json":
        try:
            body = json.loads(await request.text() or "{}")
        except ValueError as error:
            raise Refused("invalid_json") from error
        if not isinstance(body, dict):
            raise Refused("json_not_object")
        return values | body
    if request.content_type in FORMS:
        return values | {k: v for k, v in (await request.post()).items() if isinstance(v, str)}
    if await request.read():
        raise Refused("invalid_post_type")
    return values


def too_many(retry_after: float) -> web.Response:
    """HTTP 429 in Slack's words; Retry-After in whole seconds."""
    seconds = max(1, round(retry_after))
    return web.json_response(
        {"ok": False, "error": "ratelimited"}, status=429, headers={"Retry-After": str(seconds)}
    )


def planned_limit(fault: Fault) -> web.Response:
    """The 429 of a planned fault."""
    return too_many(fault.seconds)


def planned_error(fault: Fault) -> web.Response:
    """The 5xx of a planned fault."""
    code = "service_unavailable" if fault.status == 503 else "internal_error"
    return web.json_response({"ok": False, "error": code}, status=fault.status)


def _headers(scopes: str) -> dict[str, str]:
    return {"x-oauth-scopes": scopes, "Cache-Control": "private, no-cache, no-store, must-revalidate"}
