"""Saved replies: the texts that a team keeps to answer with."""

from typing import Any

from sqlalchemy import ColumnElement, RowMapping, delete, select

from mutuals.domain.saved_replies import ReplyKind, SavedReply
from mutuals.storage.repositories.repository import Repository
from mutuals.storage.schema.tables import saved_reply


def _from(row: RowMapping) -> SavedReply:
    doc = row["doc"]
    return SavedReply(
        id=row["id"],
        name=doc["name"],
        language=doc["language"],
        text=doc["text"],
        kinds=frozenset(map(ReplyKind, doc["kinds"])),
        by=doc["by"],
        at=row["at"],
        removed=doc["removed"],
    )


def _doc(reply: SavedReply) -> dict[str, Any]:
    return {
        "name": reply.name,
        "language": reply.language,
        "text": reply.text,
        "kinds": sorted(reply.kinds),
        "by": reply.by,
        "removed": reply.removed,
    }


class SqlSavedReplyRepository(Repository):
    """The promises are those of `mutuals.ports.repositories.saved_replies`."""

    async def all(self) -> list[SavedReply]:
        """Every row of the brand, in the order of their ids."""
        query = select(saved_reply).where(saved_reply.c.brand_id == self.scope.brand_id)
        return [_from(row) for row in await self.scope.all(query.order_by(saved_reply.c.id))]

    async def get(self, reply_id: str) -> SavedReply | None:
        """The row of this id."""
        row = await self.scope.first(select(saved_reply).where(*self._row(reply_id)))
        return None if row is None else _from(row)

    async def put(self, reply: SavedReply) -> None:
        """Keep a reply; one of the same id is replaced."""
        if reply.at is None:
            raise ValueError("a starter that nobody has changed is no row")
        row = {"brand_id": self.scope.brand_id, "id": reply.id, "at": reply.at, "doc": _doc(reply)}
        await self.scope.upsert(saved_reply, [row])

    async def remove(self, reply_id: str) -> None:
        """Forget a row."""
        await self.scope.conn.execute(delete(saved_reply).where(*self._row(reply_id)))

    def _row(self, reply_id: str) -> tuple[ColumnElement[bool], ...]:
        return saved_reply.c.brand_id == self.scope.brand_id, saved_reply.c.id == reply_id
