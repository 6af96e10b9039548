"""Drafts: what a person typed and has not sent."""

from datetime import datetime

from sqlalchemy import ColumnElement, delete, select

from mutuals.storage.repositories.repository import Repository
from mutuals.storage.schema.tables import draft
from mutuals.storage.scope import Scope


def _draft(scope: Scope, alert_id: str, actor_key: str) -> tuple[ColumnElement[bool], ...]:
    return (
        draft.c.brand_id == scope.brand_id,
        draft.c.alert_id == alert_id,
        draft.c.actor_key == actor_key,
    )


class SqlDraftRepository(Repository):
    """The promises are those of `mutuals.ports.repositories.drafts`."""

    async def get(self, alert_id: str, actor_key: str) -> str | None:
        """What a person typed for an alert and did not send."""
        row = await self.scope.first(select(draft.c.text).where(*_draft(self.scope, alert_id, actor_key)))
        return None if row is None else str(row["text"])

    async def put(self, alert_id: str, actor_key: str, text: str | None, at: datetime) -> None:
        """Keep what a person typed; None forgets it."""
        scope = self.scope
        if text is None:
            await scope.conn.execute(delete(draft).where(*_draft(scope, alert_id, actor_key)))
            return
        key = {"brand_id": scope.brand_id, "alert_id": alert_id, "actor_key": actor_key}
        await scope.upsert(draft, [key | {"text": text, "at": at}])
