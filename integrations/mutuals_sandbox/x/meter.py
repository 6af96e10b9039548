"""What X would charge: dollars per resource, once per UTC day, failed requests free."""

from collections.abc import Callable
from datetime import UTC, datetime

# Dollars; docs.x.com getting-started/pricing, read 2026-08.
PRICES = {
    "post_read": 0.005,
    "user_read": 0.010,
    "owned_read": 0.001,  # the app's owner reads own timelines and lists
    "summoned_reply": 0.010,
    "post_create": 0.015,
    "post_create_with_url": 0.200,
    "follow": 0.015,
    "unfollow": 0.010,
    "post_event": 0.005,  # "billed as a Post"; that a read of the same post is free that day is not promised
    "follow_event": 0.010,
}


class PriceMeter:
    """Dollars spent by kind (the keys of PRICES); the same resource is charged once per UTC day."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._seen: set[tuple[str, str]] = set()
        self._day = ""
        self._told: set[str] = set()
        self._listed: set[str] = set()
        self.twice: set[str] = set()  # posts that were bought as an event and in a list
        self.spent: dict[str, float] = {}
        self.units: dict[str, int] = {}

    @property
    def total(self) -> float:
        """Dollars spent in all."""
        return round(sum(self.spent.values()), 6)

    def read(self, resource: str, resource_id: str, *, owned: bool = False) -> None:
        """Charge for a post or user in an answer (`resource` is "post" or "user")."""
        today = self._clock().astimezone(UTC).date().isoformat()
        if today != self._day:
            self._day = today
            self._seen.clear()
        if (resource, resource_id) in self._seen:
            return
        self._seen.add((resource, resource_id))
        self.charge("owned_read" if owned else f"{resource}_read")

    def told(self, post_id: str) -> None:
        """Charge for a post that an event carries, once."""
        if post_id in self._told:
            return
        self._told.add(post_id)
        if post_id in self._listed:
            self.twice.add(post_id)
        self.charge("post_event")

    def listed(self, post_id: str) -> None:
        """A post is in an answer that lists posts by something else than their ids."""
        self._listed.add(post_id)
        if post_id in self._told:
            self.twice.add(post_id)

    def charge(self, kind: str) -> None:
        """Charge for one unit of a kind."""
        self.units[kind] = self.units.get(kind, 0) + 1
        self.spent[kind] = round(self.units[kind] * PRICES[kind], 6)
