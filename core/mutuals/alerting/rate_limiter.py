"""How quickly messages go to one channel of a chat."""

import asyncio


class RateLimiter:
    """At most about one message a second to a place, with a short burst (Slack's chat.postMessage)."""

    def __init__(self, per_second: float = 0.95, burst: int = 2) -> None:
        self._rate = per_second
        self._burst = float(burst)
        self._left: dict[str, tuple[float, float]] = {}

    def wait_for(self, key: str) -> float:
        """Seconds until this key has a turn; 0 when it has one now."""
        return max(0.0, 1 - self._turns(key)) / self._rate

    def take(self, key: str) -> None:
        """Use a turn of this key."""
        self._left[key] = (self._turns(key) - 1, asyncio.get_running_loop().time())

    def _turns(self, key: str) -> float:
        now = asyncio.get_running_loop().time()
        left, at = self._left.get(key, (self._burst, now))
        return min(self._burst, left + (now - at) * self._rate)
