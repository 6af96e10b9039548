"""How quickly messages go to one channel of a chat."""

import asyncio


class RateLimiter:
    """At most one message a second to a place, with a short burst (Slack's chat.postMessage). Just as fast as the chat: an
    alert a second is told without a queue, and where the chat has counted otherwise it says so and is waited for."""

    def __init__(self, per_second: float = 1.0, burst: int = 3) -> None:
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
