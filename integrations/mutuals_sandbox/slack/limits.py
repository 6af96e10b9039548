"""How often a method may be called: Slack's tiers, as leaky buckets.

Tiers are per method, workspace and app (docs.slack.dev/apis/web-api/rate-limits): tier 2 allows 20 a
minute, tier 3 allows 50, tier 4 allows 100. chat.postMessage is special: about one a second in each
channel, with short bursts.
"""

import math
from collections.abc import Callable

from mutuals_sandbox.slack.refusal import RateLimited

TIER_2, TIER_3, TIER_4 = 20, 50, 100
GENEROUS = 600  # auth.test and chat.getPermalink: "hundreds a minute"
PER_MINUTE = {
    "api.test": TIER_4,
    "apps.connections.open": TIER_3,
    "auth.test": GENEROUS,
    "bots.info": TIER_3,
    "chat.delete": TIER_3,
    "chat.getPermalink": GENEROUS,
    "chat.postEphemeral": TIER_4,
    "chat.update": TIER_3,
    "conversations.history": TIER_3,
    "conversations.info": TIER_3,
    "conversations.join": TIER_3,
    "conversations.list": TIER_2,
    "conversations.members": TIER_4,
    "conversations.open": TIER_3,
    "conversations.replies": TIER_3,
    "files.completeUploadExternal": TIER_4,
    "files.getUploadURLExternal": TIER_4,
    "usergroups.list": TIER_2,
    "usergroups.users.list": TIER_2,
    "users.info": TIER_4,
    "users.list": TIER_2,
    "views.open": TIER_4,
    "views.publish": TIER_4,
    "views.push": TIER_4,
    "views.update": TIER_4,
}
POST_BURST = 3.0  # "short bursts" of chat.postMessage


class Limits:
    """Buckets that empty with time; `clock` in seconds. A post rate of 0 means no limit on posts.

    `refused` is how many calls were refused so far.
    """

    def __init__(self, per_channel_per_second: float, clock: Callable[[], float]) -> None:
        self._post_rate = per_channel_per_second
        self._clock = clock
        self.refused = 0
        self._levels: dict[str, tuple[float, float]] = {}

    def method(self, name: str) -> None:
        """Count one call of a method; raises RateLimited when its minute is full."""
        limit = PER_MINUTE.get(name)
        if limit is not None:
            self._pour(name, limit / 60, float(limit))

    def post(self, channel: str) -> None:
        """Count one chat.postMessage to a channel; raises RateLimited."""
        if self._post_rate > 0:
            self._pour(f"post:{channel}", self._post_rate, POST_BURST)

    def _pour(self, key: str, per_second: float, size: float) -> None:
        now = self._clock()
        level, at = self._levels.get(key, (0.0, now))
        level = max(0.0, level - max(0.0, now - at) * per_second)
        if level + 1 > size:
            self.refused += 1
            raise RateLimited(max(1, math.ceil((level + 1 - size) / per_second)))
        self._levels[key] = (level + 1, now)
