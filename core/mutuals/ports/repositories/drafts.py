"""Drafts: what a person typed and has not sent."""

from datetime import datetime
from typing import Protocol


class DraftRepository(Protocol):
    """Drafts: what a person typed and has not sent. Times are aware UTC."""

    async def get(self, alert_id: str, actor_key: str) -> str | None: ...

    async def put(self, alert_id: str, actor_key: str, text: str | None, at: datetime) -> None:
        """Keep what a person typed; None forgets it."""
