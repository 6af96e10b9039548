"""Feedback: what the team said of our classification of a post."""

from collections.abc import Sequence
from datetime import datetime

from mutuals.domain.feedback import Feedback
from mutuals.testing.memory.repository import MemoryRepository
from mutuals.testing.memory.tables import Journal, Table


class MemoryFeedbackRepository(MemoryRepository):
    """The promises are those of `mutuals.ports.repositories.feedback`."""

    def __init__(self, brand_id: str, journal: Journal) -> None:
        super().__init__(brand_id, journal)
        self._table: Table[tuple[str, str], Feedback] = Table(journal)  # by post and person

    async def put(self, verdict: Feedback) -> None:
        """See FeedbackRepository.put."""
        self.ensure_own(verdict.brand_id)
        self._table.put((verdict.post_id, verdict.actor_key), verdict)

    async def take_back(self, post_id: str, actor_key: str) -> None:
        """See FeedbackRepository.take_back."""
        self._table.put((post_id, actor_key), None)

    async def newest(self, *, since: datetime | None = None, limit: int | None = None) -> list[Feedback]:
        """See FeedbackRepository.newest."""
        found = self._after(since)
        return found if limit is None else found[max(0, len(found) - limit) :]

    async def on(self, post_ids: Sequence[str]) -> list[Feedback]:
        """See FeedbackRepository.on."""
        return [verdict for verdict in self._after(None) if verdict.post_id in post_ids]

    async def count(self, since: datetime | None = None) -> int:
        """See FeedbackRepository.count."""
        return len(self._after(since))

    def _after(self, since: datetime | None) -> list[Feedback]:
        fit = (verdict for verdict in self._table.rows.values() if since is None or verdict.at > since)
        return sorted(fit, key=lambda verdict: (verdict.at, verdict.post_id))
