"""Feedback: what the team said of our classification of a post."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import RowMapping, delete, func, select

from mutuals.domain.feedback import Feedback
from mutuals.storage.repositories.bulk_insert import among
from mutuals.storage.repositories.repository import Repository
from mutuals.storage.schema.tables import verdict

_COLUMNS = {  # by the field that it holds
    **{name: name for name in ("brand_id", "post_id", "actor_key", "actor_name", "value", "score", "at")},
    "category": "klass",
}


def _feedback_of(row: RowMapping) -> Feedback:
    return Feedback(**{field: row[column] for field, column in _COLUMNS.items()})


class SqlFeedbackRepository(Repository):
    """The promises are those of `mutuals.ports.repositories.feedback`."""

    async def put(self, one: Feedback) -> None:
        """Keep a verdict; a person's later one on the same post replaces the earlier."""
        self.ensure_own(one.brand_id)
        await self.scope.upsert(
            verdict, [{column: getattr(one, field) for field, column in _COLUMNS.items()}]
        )

    async def take_back(self, post_id: str, actor_key: str) -> None:
        """Forget a person's verdict on a post."""
        theirs = (
            verdict.c.brand_id == self.scope.brand_id,
            verdict.c.post_id == post_id,
            verdict.c.actor_key == actor_key,
        )
        await self.scope.conn.execute(delete(verdict).where(*theirs))

    async def newest(self, *, since: datetime | None = None, limit: int | None = None) -> list[Feedback]:
        """The verdicts after a moment, oldest first; with a limit the newest of them."""
        query = select(verdict).where(verdict.c.brand_id == self.scope.brand_id)
        if since is not None:
            query = query.where(verdict.c.at > since)
        rows = await self.scope.all(
            query.order_by(verdict.c.at.desc(), verdict.c.post_id.desc()).limit(limit)
        )
        return [_feedback_of(row) for row in reversed(rows)]

    async def on(self, post_ids: Sequence[str]) -> list[Feedback]:
        """The verdicts on these posts, oldest first."""
        scope = self.scope
        if not post_ids:
            return []
        these = among(scope.conn, verdict.c.post_id, post_ids)
        rows = await scope.all(select(verdict).where(verdict.c.brand_id == scope.brand_id, these))
        found = [_feedback_of(row) for row in rows]
        return sorted(found, key=lambda one: (one.at, one.post_id))

    async def count(self, since: datetime | None = None) -> int:
        """How many verdicts there are after a moment."""
        query = select(func.count()).select_from(verdict).where(verdict.c.brand_id == self.scope.brand_id)
        return await self.scope.number(query if since is None else query.where(verdict.c.at > since))
