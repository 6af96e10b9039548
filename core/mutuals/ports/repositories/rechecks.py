"""Posts that alerts quote and when they were last read again, so that deletions are noticed."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from mutuals.domain.rechecks import QuotedPost


class RecheckRepository(Protocol):
    """Posts that alerts quote and when they were last read again, so that deletions are noticed. Times are aware UTC."""

    async def quoted(self, closed_since: datetime, also: Iterable[str] = ()) -> list[QuotedPost]:
        """The posts that are not gone and stand in alerts which are open or were settled since then, each once, by id;
        `also`: posts that something else shows, which count as settled."""

    async def mark(self, ids: Sequence[str], now: datetime) -> None:
        """These posts were seen now, by whatever reading. Looks of long ago are forgotten."""
