"""Which posts the chats quote, and when each was last looked at again."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from mutuals.domain.model import Alert, AlertState
from mutuals.storage.repositories.rechecks import AGAIN, FORGOTTEN
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
        self._table: Table[str, datetime] = Table(journal)
        self._posts, self._cases, self._alerts = posts, cases, alerts

    async def quoted(self, closed_since: datetime) -> set[str]:
        """See RecheckRepository.quoted."""
        found: set[str] = set()
        for alert in self._alerts.rows.values():
            if _shown(alert, closed_since):
                found.update(alert.evidence)
                for case in (await self._cases.by_ids(alert.case_ids)).values():
                    found.update(case.post_ids)
        return found

    async def unchecked(self, ids: Iterable[str], now: datetime, limit: int) -> list[str]:
        """See RecheckRepository.unchecked."""
        never = datetime.fromtimestamp(0, UTC)
        posts = await self._posts.by_ids(list(ids))
        looked_at = {post_id: self._table.rows.get(post_id, never) for post_id in posts}
        due = [post_id for post_id, at in looked_at.items() if not posts[post_id].gone and _stale(at, now)]
        return sorted(due, key=lambda post_id: (looked_at[post_id], post_id))[:limit]

    async def mark(self, ids: Sequence[str], now: datetime) -> None:
        """See RecheckRepository.mark."""
        for post_id in ids:
            self._table.put(post_id, now)
        for post_id in [post_id for post_id, at in self._table.rows.items() if at < now - FORGOTTEN]:
            self._table.put(post_id, None)


def _shown(alert: Alert, closed_since: datetime) -> bool:
    is_open = alert.state is not AlertState.SETTLED
    return is_open or (alert.closed_at is not None and alert.closed_at >= closed_since)


def _stale(at: datetime, now: datetime) -> bool:
    # What was looked at in the future was so by a clock that went wrong: it counts as not looked at.
    today = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return at > now or (at < today and at <= now - AGAIN)
