"""People, and fans: what they did towards the brand."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update

from mutuals.domain.loyalty import Amount, added
from mutuals.domain.model import Credit, Fan, Person
from mutuals.storage.repositories.bulk_insert import (
    Values,
    Wanted,
    among,
    insert_new,
    look_up,
    plain,
    replace_all,
    run_for_each,
)
from mutuals.storage.repositories.bulk_mappers import fan_from, fan_values
from mutuals.storage.repositories.counters import FANS, STRANGER, Bond, moved
from mutuals.storage.repositories.mappers import person_of, person_row
from mutuals.storage.schema.columns import all_storable, storable, to_micros
from mutuals.storage.schema.tables import fan, person
from mutuals.storage.scope import Scope


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


_PLAIN = plain(fan)


async def fans(scope: Scope, person_ids: Sequence[str]) -> dict[str, Fan]:
    """The fan rows of these people."""
    if not person_ids:
        return {}
    theirs = among(scope.conn, fan.c.person_id, person_ids)
    rows = await scope.conn.execute(_PLAIN.where(fan.c.brand_id == scope.brand_id, theirs))
    found = {one.person_id: one for one in map(fan_from, rows.all())}
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


_HELD = Wanted("fan", "person_id", ("person_id", "log_score", "interactions", "first_at", "last_at"))
_NEW = (0, *[None] * 6)  # whom nobody has answered or looked up yet
_CREDITED = "UPDATE fan SET log_score = ?, interactions = ?, first_at = ?, last_at = ? WHERE brand_id = ? AND person_id = ?"


async def credit(scope: Scope, earned: Sequence[Credit]) -> None:
    """Add interactions to the rows of who has one, and make the others'."""
    if not earned:
        return
    ids = all_storable(one.person_id for one in earned)
    rows = await look_up(scope.conn, scope.brand_id, [_HELD], ids)
    held: dict[str, Amount[int]] = {row[0]: (row[1], row[2], row[3], row[4]) for row in rows}
    new: list[Values] = []
    more: list[Values] = []
    for person_id, (_, score, times, first_at, last_at) in zip(ids, earned, strict=True):
        first = to_micros(first_at)
        last = first if last_at is first_at else to_micros(last_at)
        amount, before = (score, times, first, last), held.get(person_id)
        if before is None:
            new.append((scope.brand_id, person_id, *amount, *_NEW))
        else:
            amount = added(before, amount)
            more.append((*amount, scope.brand_id, person_id))
        held[person_id] = amount
    await insert_new(scope.conn, fan, new)
    await run_for_each(scope.conn, _CREDITED, more)
    scope.tally(FANS, len(new))
    scope.bonds.update((values[1], STRANGER) for values in new)


_ANSWERED = (
    "UPDATE fan SET two_way = two_way + 1, answered_at = CASE WHEN answered_at > ? THEN answered_at ELSE ? END "
    "WHERE brand_id = ? AND person_id = ?"
)


async def note_answers(scope: Scope, answers: Sequence[tuple[str, datetime]]) -> None:
    """Count our answers to those who have a row."""
    ids, times = all_storable(one for one, _ in answers), [to_micros(at) for _, at in answers]
    rows = [(at, at, scope.brand_id, one) for one, at in zip(ids, times, strict=True)]
    await run_for_each(scope.conn, _ANSWERED, rows)


async def _meet(scope: Scope, person_ids: Sequence[str]) -> None:
    """Learn how we stand to those of them whom this transaction has not read yet."""
    await fans(scope, [one for one in person_ids if one not in scope.bonds])


def _note(scope: Scope, person_id: str, bond: Bond) -> None:
    before = scope.bonds[person_id]
    if bond != before:
        moved(scope, before, bond)
        scope.bonds[person_id] = bond
