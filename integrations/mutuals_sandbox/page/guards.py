"""Keeps the page on this machine: loopback hosts only, no request from another site, small JSON bodies."""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
BODY_LIMIT = 64 * 1024  # bytes: a modal's text is at most 4,000 characters a field

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "frame-src http://127.0.0.1:* http://localhost:*; "  # the sandbox's X pages in the overlay
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def host_is_loopback(host: str) -> bool:
    """Whether a Host header names this machine; a foreign name means DNS rebinding."""
    try:
        return urlsplit(f"//{host}").hostname in LOOPBACK
    except ValueError:
        return False


def same_origin(request: web.Request) -> bool:
    """Whether a request that changes something comes from our own page, or from no page at all."""
    origin = request.headers.get("Origin")
    if origin is not None and origin != f"http://{request.host}":
        return False
    return request.headers.get("Sec-Fetch-Site", "none") in {"same-origin", "none"}


def _refused(status: int, sentence: str) -> web.Response:
    return web.json_response({"error": sentence}, status=status, headers=HEADERS)


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuses what is not from this machine's own page, and puts the security headers on each answer."""
    if not host_is_loopback(request.host):
        return _refused(403, "This page answers only at 127.0.0.1 or localhost.")
    if request.method == "POST":
        if not same_origin(request):
            return _refused(403, "Another site tried to use this page. Nothing was done.")
        if request.content_type != "application/json":
            return _refused(415, "The page sends JSON only.")
    try:
        response = await handler(request)
    except web.HTTPException as refusal:
        return _refused(refusal.status, refusal.reason or "The request was refused.")
    if not response.prepared:
        response.headers.update(HEADERS)
    return response
