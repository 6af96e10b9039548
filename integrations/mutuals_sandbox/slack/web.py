"""The HTTP side: reading calls, checking tokens, calling methods, writing Slack's answers."""

import json
from typing import Any

from aiohttp import web

from mutuals_sandbox.faults import Fault
from mutuals_sandbox.recorder import Recorder
from mutuals_sandbox.slack.hooks import use_hook
from mutuals_sandbox.slack.methods_chat import CHAT
from mutuals_sandbox.slack.methods_conversations import CONVERSATIONS
from mutuals_sandbox.slack.methods_files import FILES, receive
from mutuals_sandbox.slack.methods_team import TEAM
from mutuals_sandbox.slack.methods_views import VIEWS
from mutuals_sandbox.slack.refusal import Args, RateLimited, Refused
from mutuals_sandbox.slack.service import SCOPES, Method, Service

METHODS: dict[str, Method] = {**TEAM, **CHAT, **CONVERSATIONS, **VIEWS, **FILES}
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
OVER = {"expired_url": 404, "used_url": 404}  # a response_url that is used up is gone


class WebApi:
    """The handlers of one server. `tokens` maps a token to its kind: bot or app."""

    def __init__(self, service: Service, recorder: Recorder, tokens: dict[str, str]) -> None:
        self._service = service
        self._recorder = recorder
        self._tokens = tokens
        self.revoked: set[str] = set()

    def routes(self) -> list[web.RouteDef]:
        """Where everything is."""
        return [
            web.post("/api/{method}", self.api),
            web.get("/api/{method}", self.api),
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
            self._check_token(name, request, args)
            result = self._call(name, args)
        except Refused as refused:
            return web.json_response(refused.body(), headers=_headers())
        except RateLimited as limited:
            return too_many(limited.retry_after)
        body = {"ok": True, **result}
        if request.content_type == "application/json" and request.charset is None:
            body["warning"] = "missing_charset"
            body["response_metadata"] = {"warnings": ["missing_charset"], **body.get("response_metadata", {})}
        return web.json_response(body, headers=_headers())

    def _call(self, name: str, args: Args) -> dict[str, Any]:
        body = args.recorded()
        if body:
            self._recorder.write("slack", "POST", name, body)
        method = METHODS.get(name)
        if method is None:
            raise Refused("unknown_method", req_method=name)
        self._service.limits.method(name)
        return method(self._service, args)

    def _check_token(self, name: str, request: web.Request, args: Args) -> None:
        """Raises Refused: not_authed, invalid_auth, token_revoked, not_allowed_token_type."""
        if name == "api.test":
            return
        header = request.headers.get("Authorization", "")
        token = header.removeprefix("Bearer ").strip() or str(args.values.get("token") or "")
        if not token:
            raise Refused("not_authed")
        if token in self.revoked:
            raise Refused("token_revoked")
        kind = self._tokens.get(token)
        if kind is None:
            raise Refused("invalid_auth")
        if (kind == "app") != (name == "apps.connections.open"):
            raise Refused("not_allowed_token_type")

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
            use_hook(self._service.space, request.match_info["key"], body)
        except Refused as refused:
            return web.json_response(refused.body(), status=OVER.get(refused.code, 200))
        return web.Response(text="ok")

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


def _headers() -> dict[str, str]:
    return {"x-oauth-scopes": SCOPES, "Cache-Control": "private, no-cache, no-store, must-revalidate"}
