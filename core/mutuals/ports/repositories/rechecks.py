"""Posts that alerts quote and when they were last read again, so that deletions are noticed."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol


class RecheckRepository(Protocol):
    """Posts that alerts quote and when they were last read again, so that deletions are noticed. Times are aware UTC."""

    async def quoted(self, closed_since: datetime) -> set[str]:
        """The posts that alerts show which are open or were settled since then."""

    async def unchecked(self, ids: Iterable[str], now: datetime, limit: int) -> list[str]:
        """Those of them that are not gone and were not looked at again this UTC day, the longest ago first."""

    async def mark(self, ids: Sequence[str], now: datetime) -> None:
        """These posts have been looked at again now."""
