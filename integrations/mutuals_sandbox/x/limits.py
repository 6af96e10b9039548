"""X's rate limits: requests per 15 minutes, per endpoint, for each user and for the app."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

WINDOW = 15 * 60  # seconds

# Requests per 15 minutes as (app, user), None: not offered; docs.x.com fundamentals/rate-limits, 2026-08.
TABLE: dict[str, tuple[int | None, int | None]] = {
    "users/me": (None, 75),
    "users": (300, 900),
    "users/by": (300, 900),
    "users/:id": (300, 900),
    "users/by/username/:username": (300, 900),
    "users/:id/mentions": (450, 300),
    "users/:id/tweets": (10_000, 900),
    "users/:id/followers": (300, 300),
    "users/:id/following": (300, 300),
    "tweets": (3_500, 5_000),
    "tweets/:id": (450, 900),
    "tweets/search/recent": (450, 300),
    "POST tweets": (None, 100),
    "DELETE tweets/:id": (None, 50),
    "POST users/:id/following": (None, 50),
    "DELETE users/:id/following": (None, 50),
    "activity/stream": (450, None),
    "activity/subscriptions": (500, 500),
    "webhooks": (450, 450),
    "webhooks/replay": (100, 100),
}


@dataclass(frozen=True)
class Allowance:
    """What is left of one window; `reset` is in seconds since 1970."""

    limit: int
    remaining: int
    reset: int
    exceeded: bool

    def headers(self) -> dict[str, str]:
        """The three headers that every answer of X carries."""
        return {
            "x-rate-limit-limit": str(self.limit),
            "x-rate-limit-remaining": str(self.remaining),
            "x-rate-limit-reset": str(self.reset),
        }


class Limits:
    """Counts requests in windows that begin with the first request."""

    def __init__(self, clock: Callable[[], datetime], scale: float) -> None:
        self._clock = clock
        self._scale = scale
        self._windows: dict[tuple[str, str], tuple[float, int]] = {}

    def count(self, endpoint: str, user_id: str | None) -> Allowance:
        """Count one request by a user (None: by the app alone)."""
        app, user = TABLE[endpoint]
        base = app if user_id is None else user
        limit = max(1, int((base or 1) * self._scale))
        now = self._clock().astimezone(UTC).timestamp()
        key = (endpoint, user_id or "app")
        began, used = self._windows.get(key, (now, 0))
        if now >= began + WINDOW:
            began, used = now, 0
        exceeded = used >= limit
        used = min(used + 1, limit)
        self._windows[key] = (began, used)
        return Allowance(limit, limit - used, int(began) + WINDOW, exceeded)
