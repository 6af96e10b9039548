"""Hand-offs: cases on their way to others."""

from typing import Any

from sqlalchemy import RowMapping, select

from mutuals.domain.hand_offs import HandOff, HandOffState, Way
from mutuals.storage.leases import HAND_OFFS
from mutuals.storage.repositories.repository import Repository
from mutuals.storage.schema.hand_off_table import hand_off

_COLUMNS = ("brand_id", "id", "alert_id", "state", "attempt", "at", "next_at")
_WORDS = ("number", "way", "to", "by", "by_key", "note", "url", "error")


def _row(one: HandOff) -> dict[str, Any]:
    doc = {name: getattr(one, name) for name in _WORDS} | {"before": dict(one.before)}
    return {name: getattr(one, name) for name in _COLUMNS} | {"doc": doc}


def _from(row: RowMapping) -> HandOff:
    values = {name: row[name] for name in _COLUMNS} | {name: row["doc"][name] for name in _WORDS}
    kept = {"state": HandOffState(values["state"]), "way": Way(values["way"]), "before": row["doc"]["before"]}
    return HandOff(**values | kept)


class SqlHandOffRepository(Repository):
    """The promises are those of `mutuals.ports.repositories.hand_offs`."""

    async def add(self, one: HandOff) -> None:
        """Keep a new one."""
        self.ensure_own(one.brand_id)
        await self.scope.add(hand_off, _row(one))

    async def get(self, hand_off_id: str) -> HandOff | None:
        """The one of this id."""
        query = select(hand_off).where(
            hand_off.c.brand_id == self.scope.brand_id, hand_off.c.id == hand_off_id
        )
        row = await self.scope.first(query)
        return None if row is None else _from(row)

    async def put(self, one: HandOff, *, was_attempt: int) -> bool:
        """Change one that is still at that attempt."""
        self.ensure_own(one.brand_id)
        row = _row(one)
        statement, fence = HAND_OFFS.fenced(row, {"attempt": was_attempt})
        return await self.scope.changed(statement, {**row, **fence})
