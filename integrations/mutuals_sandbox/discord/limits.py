"""Discord's rate limits: a bucket per route and channel, and 50 requests a second overall.

The figures of a bucket are not published; those below are what bots commonly see in the headers.
"""

import hashlib
import json
import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import web

GLOBAL_LIMIT, GLOBAL_SECONDS = 50, 1.0
OTHERS = (50, 1.0)
KEPT_WINDOWS = 1000  # every interaction token has its own
BUCKETS = {
    ("POST", "/channels/{channel_id}/messages"): (5, 5.0),
    ("PATCH", "/channels/{channel_id}/messages/{message_id}"): (5, 5.0),
    ("DELETE", "/channels/{channel_id}/messages/{message_id}"): (5, 1.0),
    ("POST", "/webhooks/{application_id}/{token}"): (5, 2.0),
}


@dataclass(frozen=True)
class LimitDecision:
    """The headers of the answer, and how long to wait when the request is refused (0: go on)."""

    headers: dict[str, str]
    wait: float
    everywhere: bool


class _Window:
    def __init__(self, limit: int, seconds: float) -> None:
        self.limit, self.seconds = limit, seconds
        self._hits: deque[float] = deque()

    def hit(self, now: float) -> float:
        """Count a request; the seconds to wait when it is one too many."""
        while self._hits and now - self._hits[0] >= self.seconds:
            self._hits.popleft()
        if len(self._hits) >= self.limit:
            return self._hits[0] + self.seconds - now
        self._hits.append(now)
        return 0.0

    def busy(self, now: float) -> bool:
        return bool(self._hits) and now - self._hits[-1] < self.seconds

    def remaining(self) -> int:
        return self.limit - len(self._hits)

    def reset_after(self, now: float) -> float:
        return self._hits[0] + self.seconds - now if self._hits else 0.0


class Limits:
    """Counts requests per bucket; `seconds` gives the time, `refused` is how many 429s there were."""

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self.refused = 0
        self._windows: dict[tuple[str, str, str], _Window] = {}
        self._everything = _Window(GLOBAL_LIMIT, GLOBAL_SECONDS)

    def check(self, method: str, template: str, major: str, *, counts_globally: bool) -> LimitDecision:
        """Count one request to a route template, for one major parameter (channel, guild or token)."""
        now = self._seconds()
        if len(self._windows) > KEPT_WINDOWS:
            self._windows = {key: window for key, window in self._windows.items() if window.busy(now)}
        limit, seconds = BUCKETS.get((method, template), OTHERS)
        window = self._windows.setdefault((method, template, major), _Window(limit, seconds))
        if counts_globally and (wait := self._everything.hit(now)):
            self.refused += 1
            headers = {"X-RateLimit-Global": "true", "X-RateLimit-Scope": "global"}
            return LimitDecision(headers, wait, everywhere=True)
        wait = window.hit(now)
        reset = window.reset_after(now)
        name = hashlib.sha256(f"{method} {template}".encode()).hexdigest()[:32]
        headers = {
            "X-RateLimit-Limit": str(limit),
            "X-RateLimit-Remaining": str(window.remaining()),
            "X-RateLimit-Reset": f"{time.time() + reset:.3f}",
            "X-RateLimit-Reset-After": f"{reset:.3f}",
            "X-RateLimit-Bucket": name,
        }
        if wait:
            self.refused += 1
            headers["X-RateLimit-Scope"] = "user"
        return LimitDecision(headers, wait, everywhere=False)


def refusal(wait: float, *, everywhere: bool = False, headers: dict[str, str] | None = None) -> web.Response:
    """The 429 answer: JSON, Retry-After in whole seconds, and the Via header of Discord's edge."""
    body = {
        "message": "You are being rate limited.",
        "retry_after": round(wait, 3),
        "global": everywhere,
    }
    all_headers = {**(headers or {}), "Retry-After": str(math.ceil(wait)), "Via": "1.1 google"}
    return reply(body, 429, all_headers)


def reply(body: object, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """A JSON answer whose content type is exactly application/json, as Discord's is."""
    if body is None:
        return web.Response(status=204, headers=headers)
    text = json.dumps(body, ensure_ascii=False).encode()
    return web.Response(body=text, status=status, headers=headers, content_type="application/json")
