"""X's webhook, if the app has one: a hint that there is something to read, and never a source.

docs.x.com, webhooks and the X Activity API: X proves itself by an HMAC-SHA256 of the raw body with the app's consumer
secret, and asks us to prove ourselves by the HMAC of a token it sends (the challenge-response check, CRC). Whoever may
choose such a token freely could have a body signed that way, so only tokens of letters and digits are answered: no
JSON object is one.
"""

import base64
import hashlib
import hmac
import json
import re
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from aiohttp import web

from mutuals.domain.errors import MutualsError
from mutuals.ports.clock import Clock
from mutuals.ports.integration import ChangeHint
from mutuals_x import parse
from mutuals_x.parse import Json

PATH = "/x/webhook"
SIGNATURE = "x-twitter-webhooks-signature"
MOST_BYTES = 256 * 1024  # an event holds one post and its people, a few kilobytes
TOKEN = re.compile(r"[A-Za-z0-9_=+/.~-]{1,255}")
STALE = timedelta(minutes=10)  # the regular look has found what is older

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class WebhookEvent:
    """What a delivery says, as far as we care: whom it is about, what it is called, and of which post it tells."""

    account_id: str
    name: str
    at: datetime | None
    post_id: str | None = None

    @property
    def post(self) -> tuple[str, datetime] | None:
        """The post's id and when it was written."""
        return (self.post_id, self.at) if self.post_id and self.at else None


class Webhook:
    """Answers X. A hint goes on only for a delivery that is signed and fresh; who gets it looks whether it is new."""

    def __init__(self, secret: str, clock: Clock, hint: ChangeHint) -> None:
        self._secret = secret.encode()
        self._clock = clock
        self._hint = hint

    def mount(self, app: web.Application) -> None:
        """Add our two routes. HEAD is not one of them."""
        app.router.add_get(PATH, self._challenged, allow_head=False)
        app.router.add_post(PATH, self._delivered)

    async def _challenged(self, request: web.Request) -> web.Response:
        token = request.query.get("crc_token", "")
        if not TOKEN.fullmatch(token):
            return web.json_response({"error": "no crc_token that can be answered"}, status=400)
        return web.json_response({"response_token": sign(self._secret, token.encode())})

    async def _delivered(self, request: web.Request) -> web.Response:
        """401: not X. 413 and 400: not what X sends. 503: later, please. Everything else is 200, also what is old,
        came before or is about nobody we watch: X would deliver it again and again, and nothing would change."""
        raw = await _body(request)
        if raw is None:
            return web.json_response({"error": "too large"}, status=413)
        given = request.headers.get(SIGNATURE, "").encode(errors="replace")
        if not hmac.compare_digest(given, sign(self._secret, raw).encode()):
            return web.json_response({"error": "invalid signature"}, status=401)
        event = read(raw)
        if event is None:
            return web.json_response({"error": "unreadable"}, status=400)
        now = self._clock.now()
        if event.at is not None and abs(now - event.at) > STALE:
            log.info("x.push_stale", account=event.account_id)
        elif event.account_id:
            try:
                await self._hint(event.account_id, event.name, event.post)
            except MutualsError as error:
                log.warning("x.push_not_taken", why=str(error))
                return web.json_response({"error": "try again later"}, status=503)
        return web.json_response({})


async def _body(request: web.Request) -> bytes | None:
    """The raw body; None when it is larger than X's ever are."""
    if (request.content_length or 0) > MOST_BYTES:
        return None
    raw = await request.read()  # not its stream: whoever limits the time has read that before us
    return raw if len(raw) <= MOST_BYTES else None


def sign(secret: bytes, data: bytes) -> str:
    """`sha256=` and the HMAC in Base64, as X writes it."""
    return "sha256=" + base64.b64encode(hmac.new(secret, data, hashlib.sha256).digest()).decode()


def read(raw: bytes) -> WebhookEvent | None:
    """What a delivery says; None for what is no JSON object. Never raises."""
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict):
        return None
    data = parse.mapping(value.get("data"))
    account = parse.identifier(parse.mapping(data.get("filter")).get("user_id"))
    uuid = data.get("event_uuid")
    named = isinstance(uuid, str) and 0 < len(uuid) <= 100 and uuid.isascii() and uuid.isprintable()
    name = str(uuid) if named else hashlib.sha256(raw).hexdigest()
    payload = parse.mapping(data.get("payload"))
    return WebhookEvent(account or "", name, _at(payload), parse.identifier(payload.get("id")))


def _at(payload: Json) -> datetime | None:
    """When a post was written; other events tell no time of their own."""
    if payload.get("author_id") is None and payload.get("text") is None:
        return None  # a user object's created_at is when the person joined
    post_id = parse.identifier(payload.get("id"))
    return parse.moment(payload.get("created_at")) or (parse.moment_of(post_id) if post_id else None)
