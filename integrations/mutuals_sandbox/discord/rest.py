"""The REST application: who may call, what is recorded, faults and limits, and the guild's endpoints."""

import json
import mimetypes
import re
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import BodyPartReader, web

from mutuals_sandbox.faults import Faults
from mutuals_sandbox.recorder import Recorder

from . import errors as e
from .errors import ApiError, Json, invalid
from .guild import Guild
from .limits import Limits, refusal, reply
from .messages import File
from .objects import application_json, channel_json, guild_json, member_json, role_json, user_json

PREFIX = "/api/v10"
BODY: web.RequestKey[Any] = web.RequestKey("body", object)
FILES: web.RequestKey[tuple[File, ...]] = web.RequestKey("files", tuple)
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_UNSAFE = re.compile(r"[^A-Za-z0-9_.-]")  # Discord cleans file names likewise
MAX_REQUEST_BYTES = 26 * 1024 * 1024
BY_TOKEN = ("/interactions/", "/webhooks/")  # the token in the address is the key


def api(
    routes: list[web.RouteDef],
    *,
    token_is_good: Callable[[Any], bool],
    faults: Faults,
    recorder: Recorder,
    limits: Limits,
) -> web.Application:
    """The application under /api/v10. The order of the middlewares is the order of Discord's edge."""
    strike: Any = faults.middleware(
        lambda fault: refusal(fault.seconds),
        lambda fault: reply({"message": f"{fault.status}: Internal Server Error", "code": 0}, fault.status),
    )
    app = web.Application(
        middlewares=[_word_errors, _reader(recorder), strike, _doorkeeper(token_is_good), _limiter(limits)],
        client_max_size=MAX_REQUEST_BYTES,
    )
    app.add_routes(routes)
    return app


def body(request: web.Request) -> Json:
    """The request's JSON object; raises 50035 when it is something else."""
    found = request[BODY]
    if not isinstance(found, dict):
        raise invalid((), "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")
    return found


def snowflake(request: web.Request, name: str) -> str:
    """An id from the address; raises 50035 when it is not a number."""
    value = request.match_info[name]
    if not (value.isascii() and value.isdigit()):
        raise invalid((name,), "NUMBER_TYPE_COERCE", f'Value "{value}" is not snowflake.')
    return value


@web.middleware
async def _word_errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    try:
        return await handler(request)
    except ApiError as error:
        return reply(error.body(), error.status)
    except web.HTTPNotFound:
        return reply(ApiError(*e.NOT_FOUND).body(), 404)
    except web.HTTPMethodNotAllowed:
        return reply(ApiError(*e.METHOD_NOT_ALLOWED).body(), 405)
    except web.HTTPRequestEntityTooLarge:
        return reply(ApiError(*e.TOO_LARGE).body(), 413)


def _reader(recorder: Recorder) -> Any:
    @web.middleware
    async def read(request: web.Request, handler: Handler) -> web.StreamResponse:
        content: Any = None
        files: tuple[File, ...] = ()
        if request.content_type.startswith("multipart/"):
            content, files = await _read_form(request)
        elif raw := await request.read():
            content = _parse(raw)
        recorder.write("discord", request.method, request.path.removeprefix(PREFIX), content)
        request[BODY], request[FILES] = {} if content is None else content, files
        return await handler(request)

    return read


def _parse(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except ValueError:
        raise ApiError(*e.INVALID_JSON) from None


async def _read_form(request: web.Request) -> tuple[Any, tuple[File, ...]]:
    """The payload_json part and the files[n] parts of a multipart request."""
    parsed: Any = {}
    files = []
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            continue
        name, content = part.name or "", bytes(await part.read(decode=True))
        if name == "payload_json":
            parsed = _parse(content)
        elif name.startswith("files["):
            filename = _UNSAFE.sub("_", part.filename or "file")
            files.append(File(name[6:-1], filename, content, _kind_of(filename)))
    return parsed, tuple(files)


def _kind_of(filename: str) -> str:
    return mimetypes.guess_type(filename)[0] or "application/octet-stream"


def _doorkeeper(token_is_good: Callable[[Any], bool]) -> Any:
    @web.middleware
    async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
        path = request.path.removeprefix(PREFIX)
        if path.startswith(BY_TOKEN) or path == "/gateway":
            return await handler(request)
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme != "Bot" or not token_is_good(token):
            raise ApiError(*e.UNAUTHORIZED)
        return await handler(request)

    return check


def _limiter(limits: Limits) -> Any:
    @web.middleware
    async def limit(request: web.Request, handler: Handler) -> web.StreamResponse:
        resource = request.match_info.route.resource
        template = resource.canonical.removeprefix(PREFIX) if resource else ""
        info = request.match_info
        major = info.get("channel_id") or info.get("guild_id") or info.get("token") or ""
        free = request.path.removeprefix(PREFIX).startswith(BY_TOKEN)
        verdict = limits.check(request.method, template, major, counts_globally=not free)
        if verdict.wait:
            return refusal(verdict.wait, everywhere=verdict.everywhere, headers=verdict.headers)
        try:
            response = await handler(request)
        except ApiError as error:
            response = reply(error.body(), error.status)
        response.headers.update(verdict.headers)
        return response

    return limit


class GuildEndpoints:
    """Who am I, where is the gateway, what does the guild look like."""

    def __init__(self, guild: Guild, gateway_url: Callable[[], str]) -> None:
        self._guild = guild
        self._gateway_url = gateway_url

    def routes(self) -> list[web.RouteDef]:
        """The routes, without the prefix."""
        return [
            web.get("/users/@me", self.me),
            web.get("/users/@me/guilds", self.my_guilds),
            web.get("/oauth2/applications/@me", self.application),
            web.get("/applications/@me", self.application),
            web.get("/gateway", self.gateway),
            web.get("/gateway/bot", self.gateway_bot),
            web.get("/guilds/{guild_id}", self.guild),
            web.get("/guilds/{guild_id}/roles", self.roles),
            web.get("/guilds/{guild_id}/channels", self.channels),
            web.get("/guilds/{guild_id}/members/{user_id}", self.member),
        ]

    async def me(self, request: web.Request) -> web.Response:
        extra = {"verified": True, "email": None, "mfa_enabled": False, "locale": "en-US", "flags": 0}
        return reply(user_json(self._guild.bot) | extra)

    async def my_guilds(self, request: web.Request) -> web.Response:
        if not self._guild.bot_is_in:
            return reply([])
        guild, mine = self._guild, self._guild.base_permissions(self._guild.bot)
        partial: Json = {"id": guild.id, "name": guild.name, "icon": None, "banner": None, "features": []}
        return reply([partial | {"owner": False, "permissions": str(mine)}])

    async def application(self, request: web.Request) -> web.Response:
        return reply(application_json(self._guild))

    async def gateway(self, request: web.Request) -> web.Response:
        return reply({"url": self._gateway_url()})

    async def gateway_bot(self, request: web.Request) -> web.Response:
        starts = {"total": 1000, "remaining": 1000, "reset_after": 86_400_000, "max_concurrency": 1}
        return reply({"url": self._gateway_url(), "shards": 1, "session_start_limit": starts})

    def _check(self, request: web.Request) -> None:
        if snowflake(request, "guild_id") != self._guild.id or not self._guild.bot_is_in:
            raise ApiError(*e.UNKNOWN_GUILD)

    async def guild(self, request: web.Request) -> web.Response:
        self._check(request)
        return reply(guild_json(self._guild))

    async def roles(self, request: web.Request) -> web.Response:
        self._check(request)
        return reply([role_json(role) for role in self._guild.roles.values()])

    async def channels(self, request: web.Request) -> web.Response:
        self._check(request)
        tops = [channel for channel in self._guild.channels.values() if channel.parent_id is None]
        return reply([channel_json(self._guild, channel) for channel in tops])

    async def member(self, request: web.Request) -> web.Response:
        self._check(request)
        found = self._guild.members.get(snowflake(request, "user_id"))
        if found is None:
            raise ApiError(*e.UNKNOWN_MEMBER)
        return reply(member_json(found))
