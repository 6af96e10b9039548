"""Who may use a page on this machine: whoever has its address with the key, from this machine, and no other site."""

import hmac
import logging
from urllib.parse import urlsplit

import structlog
from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from mutuals.ports.outbound import is_loopback

log = structlog.get_logger(__name__)

BODY_LIMIT = 64 * 1024  # bytes; forms of ours hold a few lines
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # the address holds the key; with no-referrer browsers hide the origin of our forms too
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
NOT_OURS = "This page belongs to the one who started it. Open the whole address that the terminal shows, with the long key in it."
BROKE = (
    "Something went wrong on our side; the terminal says what. Go back and try again; if it happens again, please tell "
    "us what the terminal shows.\n"
)
FORMS = frozenset({"application/x-www-form-urlencoded", "multipart/form-data"})

# aiohttp would write the stranger's bytes, and with them a key, into the log.
quiet = logging.getLogger("mutuals.pages.server")
quiet.setLevel(logging.CRITICAL)


def guard(key: str, open_paths: frozenset[str] = frozenset()) -> Middleware:
    """A middleware: loopback only, our own origin only, and the key as the first part of the path but for `open_paths`."""

    @web.middleware
    async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
        refused = _refusal(request, key, open_paths)
        if refused:
            response: web.StreamResponse = web.Response(status=403, text=refused + "\n")
        else:
            try:
                response = await handler(request)
            except web.HTTPException as error:
                failed = error.status >= 400
                response = web.Response(status=error.status, text=f"{error.reason}\n") if failed else error
            except Exception:
                log.exception("page.broke", page=request.match_info.route.name or request.method)
                response = web.Response(status=500, text=BROKE)
        if not response.prepared:
            response.headers.update(HEADERS)
        return response

    return guarded


def _refusal(request: web.Request, key: str, open_paths: frozenset[str]) -> str:
    """Why the request is not taken; "" when it is."""
    if not _is_this_machine(request.host):
        return "This page answers only at 127.0.0.1 or localhost."
    if request.path not in open_paths:
        given = request.path.split("/", 2)[1]
        if not hmac.compare_digest(given.encode("utf-8", "replace"), key.encode()):
            return NOT_OURS
    if request.method in ("GET", "HEAD"):
        return ""
    if not _same_origin(request):
        return "Another site tried to use this page. Nothing was done."
    return "" if request.content_type in FORMS else "The page sends forms only."


def _is_this_machine(host: str) -> bool:
    """Whether a Host header names this machine; a foreign name means DNS rebinding."""
    try:
        return is_loopback(urlsplit(f"//{host}").hostname or "")
    except ValueError:
        return False


def _same_origin(request: web.Request) -> bool:
    """Whether a request that changes something comes from our own page, or from no page at all."""
    origin = request.headers.get("Origin")
    if origin is not None and origin != f"http://{request.host}":
        return False
    return request.headers.get("Sec-Fetch-Site", "none") in {"same-origin", "none"}
