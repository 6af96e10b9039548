"""Fans: what people did towards the brand, and how the two follow each other."""

from collections.abc import Sequence
from datetime import datetime

from mutuals.domain.fan_segments import FanSegment
from mutuals.domain.loyalty import Amount, added
from mutuals.domain.model import Credit, Fan
from mutuals.storage.repositories.bulk_insert import (
    Lookup,
    Values,
    find_by,
    insert_new,
    look_up,
    plain,
    replace_all,
    run_for_each,
)
from mutuals.storage.repositories.bulk_mappers import fan_from, fan_values
from mutuals.storage.repositories.counters import FANS, STRANGER, Bond, moved
from mutuals.storage.repositories.fan_ranking import top_fans
from mutuals.storage.repositories.repository import Repository
from mutuals.storage.schema.columns import all_storable, to_micros
from mutuals.storage.schema.segments import IGNORED, QUIET, RETURNED, TALKED, UNANSWERED
from mutuals.storage.schema.tables import fan

_PLAIN = plain(fan)
_HELD = Lookup("fan", "person_id", ("person_id", "log_score", "interactions", "first_at", "last_at"))
_NEW = (0, *[None] * 6)  # whom nobody has answered or looked up yet
_CREDITED = "UPDATE fan SET log_score = ?, interactions = ?, first_at = ?, last_at = ? WHERE brand_id = ? AND person_id = ?"
_ANSWERED = (
    "UPDATE fan SET two_way = two_way + 1, answered_at = CASE WHEN answered_at > ? THEN answered_at ELSE ? END "
    "WHERE brand_id = ? AND person_id = ?"
)

_SEGMENTS = {
    FanSegment.TALKED: TALKED,
    FanSegment.UNANSWERED: UNANSWERED,
    FanSegment.QUIET: QUIET,
    FanSegment.RETURNED: RETURNED,
    FanSegment.IGNORED: IGNORED,
}
_NEWEST = (fan.c.last_at.desc(), fan.c.person_id)
_ORDERS = {
    FanSegment.TALKED: (fan.c.two_way.desc(), fan.c.first_at, fan.c.person_id),
    FanSegment.UNANSWERED: (fan.c.first_at, fan.c.person_id),
    FanSegment.QUIET: _NEWEST,
    FanSegment.RETURNED: _NEWEST,
    FanSegment.IGNORED: _NEWEST,
}


class SqlFanRepository(Repository):
    """The promises are those of `mutuals.ports.repositories.fans`."""

    async def by_ids(self, person_ids: Sequence[str]) -> dict[str, Fan]:
        """The fan rows of these people."""
        scope = self.scope
        if not person_ids:
            return {}
        rows = await find_by(scope.conn, scope.brand_id, _PLAIN, fan.c.person_id, person_ids)
        found = {one.person_id: one for one in map(fan_from, rows.all())}
        scope.bonds.update(dict.fromkeys(all_storable(person_ids)))
        scope.bonds.update((one.person_id, (one.follows_us, one.we_follow)) for one in found.values())
        return found

    async def put(self, these: Sequence[Fan]) -> None:
        """Store fan rows whole, and count them."""
        for row in these:
            self.ensure_own(row.brand_id)
        scope = self.scope
        latest = {one.person_id: one for one in these}
        ids = all_storable(latest)
        await self.read_bonds(ids)
        await replace_all(scope.conn, fan, [fan_values(one) for one in latest.values()])
        for person_id, one in zip(ids, latest.values(), strict=True):
            self.record_bond(person_id, (one.follows_us, one.we_follow))

    async def credit(self, earned: Sequence[Credit]) -> None:
        """Add interactions to the rows of who has one, and make the others'."""
        scope = self.scope
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

    async def record_answers(self, answers: Sequence[tuple[str, datetime]]) -> None:
        """Count our answers to those who have a row."""
        ids, times = all_storable(one for one, _ in answers), [to_micros(at) for _, at in answers]
        rows = [(at, at, self.scope.brand_id, one) for one, at in zip(ids, times, strict=True)]
        await run_for_each(self.scope.conn, _ANSWERED, rows)

    async def top(self, limit: int, *, active_since: datetime, at_least: int) -> list[Fan]:
        """People we do not follow, best score first."""
        return await top_fans(self.scope, limit, active_since=active_since, at_least=at_least)

    async def segment(self, which: FanSegment, limit: int, *, since: datetime, until: datetime) -> list[Fan]:
        """The first fans of a group, in its order: each group has an index that holds it so."""
        within = fan.c.last_at.between(since, until)
        query = _PLAIN.where(fan.c.brand_id == self.scope.brand_id, _SEGMENTS[which], within)
        rows = await self.scope.conn.execute(query.order_by(*_ORDERS[which]).limit(limit))
        return list(map(fan_from, rows.all()))

    async def read_bonds(self, person_ids: Sequence[str]) -> None:
        """Learn how we stand to those of them whom this transaction has not read yet."""
        await self.by_ids([person_id for person_id in person_ids if person_id not in self.scope.bonds])

    def record_bond(self, person_id: str, bond: Bond) -> None:
        """How we stand to a fan is this now: count the difference."""
        before = self.scope.bonds[person_id]
        if bond != before:
            moved(self.scope, before, bond)
            self.scope.bonds[person_id] = bond
