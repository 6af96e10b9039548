"""Bundles: one message for many alerts of one kind."""

from datetime import datetime
from typing import Protocol

from mutuals.domain.bundle import Bundle


class BundleRepository(Protocol):
    """Bundles: one message for many alerts of one kind. Times are aware UTC."""

    async def get(self, bundle_id: str) -> Bundle | None: ...

    async def open(self, since: datetime) -> list[Bundle]:
        """Bundles that are not settled and whose newest post is not older, oldest first."""

    async def due(self, now: datetime) -> list[Bundle]:
        """Bundles whose snooze, claim or growth has come to its end."""

    async def put(self, bundle: Bundle, *, was: int | None) -> bool:
        """Insert (`was` None) or replace where the stored version is `was`; False when somebody was first."""
