"""HTTP mode: a request is checked before anything looks into it, and whatever it holds, it gets a status.

Bolt reads a body before it checks the signature, so a stranger's body could reach its code. Here the order is: size (the
web server's limit), age and signature, then Bolt, which checks both once more.
"""

import hmac
from collections.abc import Awaitable, Callable

import structlog
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.signature import SignatureVerifier

LONGEST_STAMP = 15  # digits; seconds since 1970 have ten
FRESH_SECONDS = 300  # either way (docs.slack.dev, verifying requests from Slack)

log = structlog.get_logger(__name__)
Dispatch = Callable[[AsyncBoltRequest], Awaitable[BoltResponse]]


async def answer(request: web.Request, signing_secret: str, dispatch: Dispatch) -> web.Response:
    """The answer to one request: 401 when it is forged or older than five minutes, 400 when it can't be read."""
    raw = await request.read()
    if not genuine(request.headers.get, raw, signing_secret):
        return web.json_response({"error": "invalid request"}, status=401)
    try:
        asked = AsyncBoltRequest(body=raw.decode(), query=request.query_string, headers=dict(request.headers))
        return await to_aiohttp_response(await dispatch(asked))
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError) as error:
        log.warning("slack.request_unreadable", kind=type(error).__name__)
        return web.json_response({"error": "unreadable request"}, status=400)


def genuine(header: Callable[[str], str | None], raw: bytes, signing_secret: str) -> bool:
    """Is it signed by Slack, within the last five minutes? (docs.slack.dev, verifying requests from Slack)"""
    stamp, signature = header("X-Slack-Request-Timestamp") or "", header("X-Slack-Signature") or ""
    readable = stamp.isascii() and stamp.isdecimal() and len(stamp) <= LONGEST_STAMP and signature.isascii()
    if not (readable and signing_secret):
        return False
    verifier = SignatureVerifier(signing_secret)
    try:
        body = raw.decode()
        genuine = verifier.generate_signature(timestamp=stamp, body=body) or ""
        if not hmac.compare_digest(genuine, signature):
            return False
    except UnicodeDecodeError:
        return False
    off = verifier.clock.now() - int(stamp)
    if abs(off) <= FRESH_SECONDS:
        return True
    # Slack's own, so it is an old one that somebody sends again, or this machine's clock is wrong.
    log.warning(
        "slack.request_of_another_time", seconds=round(off), what="mutuals doctor compares the clocks"
    )
    return False
