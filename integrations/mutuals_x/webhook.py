"""X's webhook, if the app has one: what X calls us with is stored and judged before it is answered.

docs.x.com, webhooks and the X Activity API: X proves itself by an HMAC-SHA256 of the raw body with the app's consumer
secret, and asks us to prove ourselves by the HMAC of a token it sends (the challenge-response check, CRC). Whoever may
choose such a token freely could have a body signed that way, so only tokens of letters and digits are answered: no
JSON object is one.
"""

import asyncio
import base64
import hashlib
import hmac
import re

import structlog
from aiohttp import web

from mutuals.domain.errors import MutualsError
from mutuals.ports.events import EventTaker
from mutuals_x.activity_events import read

PATH = "/x/webhook"
SIGNATURE = "x-twitter-webhooks-signature"
MOST_BYTES = 256 * 1024  # an event holds one post and its people, a few kilobytes
TOKEN = re.compile(r"[A-Za-z0-9_=+/.~-]{1,255}")
PATIENCE = 8.0  # seconds until the events are stored; X waits ten

log = structlog.get_logger(__name__)


class Webhook:
    """Answers X. Only what is signed goes on; the same event again changes nothing, so a replay needs no time limit."""

    def __init__(self, secret: str, take: EventTaker) -> None:
        self._secret = secret.encode()
        self._take = take

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
        """401: not X. 413 and 400: not what X sends. 503: not stored, later, please. Everything else is 200, also what came
        before, is about nobody we watch or of a kind we do not know: X would deliver it again, and nothing would change."""
        raw = await _body(request)
        if raw is None:
            return web.json_response({"error": "too large"}, status=413)
        given = request.headers.get(SIGNATURE, "").encode(errors="replace")
        if not hmac.compare_digest(given, sign(self._secret, raw).encode()):
            return web.json_response({"error": "invalid signature"}, status=401)
        found = read(raw)
        if found is None:
            return web.json_response({"error": "unreadable"}, status=400)
        if found.unread or found.problems:
            log.warning("x.events_skipped", malformed=found.unread + len(found.problems))
        try:
            async with asyncio.timeout(PATIENCE):
                if found.events:
                    await self._take(found.events)
        except (MutualsError, TimeoutError) as error:
            log.warning("x.push_not_taken", why=str(error) or "It took too long.")
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
