"""Which posts the chats quote, and when each was last looked at again."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from mutuals.domain.model import Alert, AlertState
from mutuals.domain.rechecks import QuotedPost
from mutuals.storage.repositories.rechecks import FORGOTTEN
from mutuals.testing.memory.alerts import MemoryAlertRepository
from mutuals.testing.memory.cases import MemoryCaseRepository
from mutuals.testing.memory.posts import MemoryPostRepository
from mutuals.testing.memory.repository import MemoryRepository
from mutuals.testing.memory.tables import Journal, Table


class MemoryRecheckRepository(MemoryRepository):
    """The promises are those of `mutuals.ports.repositories.rechecks`."""

    def __init__(
        self,
        brand_id: str,
        journal: Journal,
        posts: MemoryPostRepository,
        cases: MemoryCaseRepository,
        alerts: MemoryAlertRepository,
    ) -> None:
        super().__init__(brand_id, journal)
        self.table: Table[str, datetime] = Table(journal)
        self._posts, self._cases, self._alerts = posts, cases, alerts

    async def quoted(self, closed_since: datetime, also: Iterable[str] = ()) -> list[QuotedPost]:
        """See RecheckRepository.quoted."""
        shown = dict.fromkeys(also, False)
        for alert in self._alerts.rows.values():
            if not _shown(alert, closed_since):
                continue
            ids = list(alert.evidence)
            for case in (await self._cases.by_ids(alert.case_ids)).values():
                ids.extend(case.post_ids)
            is_open = alert.state is not AlertState.SETTLED
            shown |= {post_id: is_open or shown.get(post_id, False) for post_id in ids}
        posts = await self._posts.by_ids(sorted(shown))
        return [
            QuotedPost(post.id, shown[post.id], post.at, self.table.rows.get(post.id))
            for post in sorted(posts.values(), key=lambda post: post.id)
            if not post.gone
        ]

    async def mark(self, ids: Sequence[str], now: datetime) -> None:
        """See RecheckRepository.mark."""
        for post_id in ids:
            self.table.put(post_id, now)
        for post_id in [post_id for post_id, at in self.table.rows.items() if at < now - FORGOTTEN]:
            self.table.put(post_id, None)


def _shown(alert: Alert, closed_since: datetime) -> bool:
    is_open = alert.state is not AlertState.SETTLED
    return is_open or (alert.closed_at is not None and alert.closed_at >= closed_since)
