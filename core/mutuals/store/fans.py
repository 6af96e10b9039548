"""People, and fans: what they did towards the brand."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, bindparam, literal_column, select, update

from mutuals.model import Fan, Person
from mutuals.store.bulk import among, replace_all
from mutuals.store.columns import all_storable, storable
from mutuals.store.rows import person_of, person_row
from mutuals.store.scope import Scope
from mutuals.store.tables import fan, person
from mutuals.store.tallies import Bond, moved
from mutuals.store.tuples import fan_from, fan_values


async def people(scope: Scope, ids: Sequence[str]) -> dict[str, Person]:
    """The stored people of these ids."""
    if not ids:
        return {}
    query = select(person).where(person.c.brand_id == scope.brand_id, among(scope.conn, person.c.id, ids))
    return {row["id"]: person_of(row) for row in await scope.all(query)}


async def put_people(scope: Scope, these: Sequence[Person]) -> None:
    """Store people; a relationship that was looked up is copied into the fan rows."""
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
    await _meet(scope, [one["whose"] for one in looked_up])
    statement = update(fan).where(fan.c.brand_id == scope.brand_id, fan.c.person_id == bindparam("whose"))
    await scope.conn.execute(statement, looked_up)
    for one in looked_up:
        if scope.bonds[one["whose"]] is not None:
            _note(scope, one["whose"], (one["follows_us"], one["we_follow"]))


# As they are stored: `fan_from` reads them faster than a column's type does, and a flood reads many.
_COLUMNS: list[ColumnElement[Any]] = [literal_column(column.name) for column in fan.columns]
_PLAIN = select(*_COLUMNS).select_from(fan)


async def fans(scope: Scope, person_ids: Sequence[str]) -> dict[str, Fan]:
    """The fan rows of these people."""
    if not person_ids:
        return {}
    theirs = among(scope.conn, fan.c.person_id, person_ids)
    rows = await scope.conn.execute(_PLAIN.where(fan.c.brand_id == scope.brand_id, theirs))
    found = {one.person_id: one for one in map(fan_from, rows)}
    scope.bonds.update(dict.fromkeys(all_storable(person_ids)))
    scope.bonds.update((one.person_id, (one.follows_us, one.we_follow)) for one in found.values())
    return found


async def put_fans(scope: Scope, these: Sequence[Fan]) -> None:
    """Store fan rows whole, and count them."""
    latest = {one.person_id: one for one in these}
    ids = all_storable(latest)
    await _meet(scope, ids)
    await replace_all(scope.conn, fan, [fan_values(one) for one in latest.values()])
    for person_id, one in zip(ids, latest.values(), strict=True):
        _note(scope, person_id, (one.follows_us, one.we_follow))


async def _meet(scope: Scope, person_ids: Sequence[str]) -> None:
    """Learn how we stand to those of them whom this transaction has not read yet."""
    await fans(scope, [one for one in person_ids if one not in scope.bonds])


def _note(scope: Scope, person_id: str, bond: Bond) -> None:
    before = scope.bonds[person_id]
    if bond != before:
        moved(scope, before, bond)
        scope.bonds[person_id] = bond
