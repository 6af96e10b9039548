"""What is said to a brand, hour by hour: counts that stay when the posts are deleted."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from mutuals.domain.hour_counts import HourCount


class HourCountRepository(Protocol):
    """Counts by clock hour. Hours are aware UTC moments without minutes (`mutuals.domain.hour_counts.hour_of`)."""

    async def add(self, counts: Mapping[datetime, HourCount]) -> None:
        """Add these to what is counted for their hours."""

    async def since(self, hour: datetime) -> dict[datetime, HourCount]:
        """All hours from this one on in which anything was counted."""
