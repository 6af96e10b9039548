"""How quickly messages go to one place of a chat."""

import asyncio


class RateLimiter:
    """At most about one message a second to a place, with a short burst (Slack's chat.postMessage)."""

    def __init__(self, per_second: float = 0.95, burst: int = 2) -> None:
        self._rate = per_second
        self._burst = float(burst)
        self._left: dict[str, tuple[float, float]] = {}

    def wait_for(self, lane: str) -> float:
        """Seconds until this lane has a turn; 0 when it has one now."""
        return max(0.0, 1 - self._turns(lane)) / self._rate

    def take(self, lane: str) -> None:
        """Use a turn of this lane."""
        self._left[lane] = (self._turns(lane) - 1, asyncio.get_running_loop().time())

    def _turns(self, lane: str) -> float:
        now = asyncio.get_running_loop().time()
        left, at = self._left.get(lane, (self._burst, now))
        return min(self._burst, left + (now - at) * self._rate)
