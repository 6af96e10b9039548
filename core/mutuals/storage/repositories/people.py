"""People as they were looked up."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import and_, bindparam, func, select, update

from mutuals.domain.model import Person
from mutuals.storage.repositories.bulk_insert import find_by
from mutuals.storage.repositories.fans import SqlFanRepository
from mutuals.storage.repositories.mappers import person_of, person_row
from mutuals.storage.repositories.repository import Repository
from mutuals.storage.schema.columns import storable
from mutuals.storage.schema.tables import UNSETTLED, alert, fan, person

_ALL = select(person)
_LAST = "\U0010ffff"  # sorts behind every name that begins with what stands before it


class SqlPersonRepository(Repository):
    """The promises are those of `mutuals.ports.repositories.people`."""

    async def by_ids(self, ids: Sequence[str]) -> dict[str, Person]:
        """The stored people of these ids."""
        scope = self.scope
        if not ids:
            return {}
        rows = await find_by(scope.conn, scope.brand_id, _ALL, person.c.id, ids)
        return {row["id"]: person_of(row) for row in rows.mappings()}

    async def called(self, handle: str) -> list[Person]:
        """The stored people of this handle, by id."""
        same = func.lower(person.c.handle) == storable(handle.lower())
        query = select(person).where(person.c.brand_id == self.scope.brand_id, same).order_by(person.c.id)
        return [person_of(row) for row in await self.scope.all(query)]

    async def names_like(self, beginning: str, limit: int) -> list[str]:
        """Handles that begin so, in small letters: a range of the index."""
        name, start = func.lower(person.c.handle), storable(beginning.lower())
        query = select(name.label("name")).where(
            person.c.brand_id == self.scope.brand_id,
            name >= start,
            name < start + _LAST,
            person.c.gone.is_(None),
        )
        return [row["name"] for row in await self.scope.all(query.order_by(name).limit(limit))]

    async def suggested(self, begun: str, limit: int) -> list[str]:
        """Handles that begin so: of whom somebody waits first, then of others by name."""
        begun, name = storable(begun.lower()), func.lower(person.c.handle)
        mine = (person.c.brand_id == self.scope.brand_id, person.c.gone.is_(None), person.c.handle != "")
        same = (name >= begun, name < begun + chr(0x10FFFF)) if begun else ()
        waiting = alert.c.brand_id == person.c.brand_id, alert.c.person_id == person.c.id, UNSETTLED
        first = select(person.c.handle).join(alert, and_(*waiting)).where(*mine, *same)
        found = [
            row["handle"] for row in await self.scope.all(first.order_by(alert.c.queue_key).limit(limit))
        ]
        others = select(person.c.handle).where(*mine, *same).order_by(name, person.c.id).limit(limit)
        found += [row["handle"] for row in await self.scope.all(others)] if len(found) < limit else []
        return list(dict.fromkeys(found))[:limit]

    async def put(self, these: Sequence[Person]) -> None:
        """Store people; a relationship that was looked up is copied into the fan rows."""
        scope = self.scope
        latest = {one.account.id: one for one in these}
        await scope.upsert(person, [person_row(scope.brand_id, one) for one in latest.values()])
        looked_up: list[dict[str, Any]] = [
            {
                "whose": storable(one.account.id),
                "follows_us": one.relationship.follows_us,
                "we_follow": one.relationship.we_follow,
                "checked_at": one.checked_at,
            }
            for one in latest.values()
            if one.checked_at is not None
        ]
        if not looked_up:
            return
        fans = SqlFanRepository(scope)
        await fans.read_bonds([one["whose"] for one in looked_up])
        statement = update(fan).where(fan.c.brand_id == scope.brand_id, fan.c.person_id == bindparam("whose"))
        await scope.conn.execute(statement, looked_up)
        for one in looked_up:
            if scope.bonds[one["whose"]] is not None:
                fans.record_bond(one["whose"], (one["follows_us"], one["we_follow"]))
