"""Keeps within X's rate limits without ever waiting: an exhausted endpoint raises TryAgain instead of calling."""

from dataclasses import dataclass

from mutuals.domain.errors import TryAgain
from mutuals.ports.clock import Clock
from mutuals_x.api_response import ApiResponse
from mutuals_x.errors import FALLBACK_WAIT, LONGEST_WAIT, is_rate_limit, number, wait_for

MOST_DOUBLINGS = 4  # 60 s becomes 16 minutes: longer than X's window of 15


@dataclass
class Window:
    """What is known of one endpoint's allowance; times are seconds since 1970."""

    remaining: float | None = None
    reset: float = 0.0
    closed_until: float = 0.0
    refusals: int = 0
    noted: float = 0.0  # when this was last learnt


class RateLimits:
    """The allowances of one signed-in account, learnt from the x-rate-limit headers."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._windows: dict[str, Window] = {}

    def take(self, endpoint: str) -> None:
        """Count one call. Raises TryAgain with the seconds to wait when there is none left."""
        window = self._windows.setdefault(endpoint, Window())
        now = self._now()
        if now < window.noted:  # our clock was set back: by it these times would last too long
            window = self._windows[endpoint] = Window()
        if window.reset <= now:
            window.remaining = None
        empty = window.remaining is not None and window.remaining <= 0
        until = max(window.closed_until, window.reset if empty else 0.0)
        if until > now:
            raise TryAgain(
                "X's limit for this kind of call is used up for some minutes.",
                retry_after=min(until - now + 1.0, LONGEST_WAIT),
                too_fast=True,
            )
        if window.remaining is not None:
            window.remaining -= 1

    def note(self, endpoint: str, answer: ApiResponse) -> None:
        """Learn from an answer's headers, and from a 429 whether or not it has any."""
        window = self._windows.setdefault(endpoint, Window())
        window.noted = self._now()
        remaining, reset = (number(answer, f"x-rate-limit-{name}") for name in ("remaining", "reset"))
        if remaining is not None and reset is not None:
            fresh = reset > window.reset or window.remaining is None
            window.remaining = remaining if fresh else min(remaining, window.remaining or 0.0)
            window.reset = reset
        if not is_rate_limit(answer):
            window.refusals = 0
            return
        wait = wait_for(answer, self._clock.now())
        if wait == FALLBACK_WAIT:
            wait *= 2 ** min(window.refusals, MOST_DOUBLINGS)
        window.refusals += 1
        window.closed_until = self._now() + wait

    def _now(self) -> float:
        return self._clock.now().timestamp()
