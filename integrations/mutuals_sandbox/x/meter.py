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
}


class PriceMeter:
    """Dollars spent by kind (the keys of PRICES); the same resource is charged once per UTC day."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._seen: set[tuple[str, str]] = set()
        self._day = ""
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

    def charge(self, kind: str) -> None:
        """Charge for one unit of a kind."""
        self.units[kind] = self.units.get(kind, 0) + 1
        self.spent[kind] = round(self.units[kind] * PRICES[kind], 6)
