"""Deliveries: what each chat should show, and what it does show."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Executable, Integer, and_, bindparam, case, func, or_, select, update

from mutuals.domain.ids import notice_subject
from mutuals.domain.model import Delivery, DeliveryState
from mutuals.storage.leases import DELIVERIES
from mutuals.storage.repositories.mappers import delivery_of, delivery_row
from mutuals.storage.repositories.repository import Repository
from mutuals.storage.schema.tables import PENDING, delivery
from mutuals.storage.scope import insert


def _higher(one: ColumnElement[int], other: Any) -> ColumnElement[int]:
    # The greater of two is `max` in one database and `greatest` in the other.
    return case((one < other, other), else_=one)


@cache
def _requesting(dialect: str) -> Executable:
    statement = insert(dialect, delivery)
    new = statement.excluded
    # A time is kept where it means something: a lease of who is sending, or a back-off after an error.
    waits = or_(delivery.c.state == DeliveryState.SENDING, delivery.c.error.is_not(None))
    changes = {
        "wanted": _higher(delivery.c.wanted, new.wanted),
        "priority": new.priority,
        "next_at": case((waits, delivery.c.next_at), else_=new.next_at),
        "since": case(
            (and_(delivery.c.shown < delivery.c.wanted, new.priority >= 0), delivery.c.since), else_=new.since
        ),
    }
    keys = [column.name for column in delivery.primary_key]
    made: Executable = statement.on_conflict_do_update(index_elements=keys, set_=changes)
    return made


_AT_LEAST = _higher(delivery.c.wanted, bindparam("at_least", type_=Integer))
_OF_SUBJECT = (
    select(delivery)
    .where(delivery.c.brand_id == bindparam("of_brand"), delivery.c.subject == bindparam("of_subject"))
    .order_by(delivery.c.channel, delivery.c.place)
)


class SqlDeliveryRepository(Repository):
    """The promises are those of `mutuals.ports.repositories.deliveries`."""

    async def request(self, one: Delivery) -> None:
        """Insert the delivery, or raise `wanted` of the one with the same subject, chat and channel."""
        await self.request_all([one])

    async def request_all(self, these: Sequence[Delivery]) -> None:
        """The same for several, in one statement."""
        for one in these:
            self.ensure_own(one.brand_id)
        scope = self.scope
        rows = [delivery_row(one) | {"since": scope.stamp()} for one in these]
        if rows:
            await scope.conn.execute(_requesting(scope.conn.dialect.name), rows)
        for one in these:
            scope.deliveries.pop(one.subject, None)

    async def of(self, subject: str) -> list[Delivery]:
        """All deliveries of a subject, by chat and channel."""
        scope = self.scope
        if subject not in scope.deliveries:
            rows = await scope.all(_OF_SUBJECT, {"of_brand": scope.brand_id, "of_subject": subject})
            scope.deliveries[subject] = [delivery_of(row) for row in rows]
        return list(scope.deliveries[subject])

    async def below(self, prefix: str) -> list[Delivery]:
        """All deliveries whose subject begins so, by subject."""
        after = prefix[:-1] + chr(ord(prefix[-1]) + 1)
        query = (
            select(delivery)
            .where(
                delivery.c.brand_id == self.scope.brand_id,
                delivery.c.subject >= prefix,
                delivery.c.subject < after,
            )
            .order_by(delivery.c.subject, delivery.c.channel, delivery.c.place)
        )
        return [delivery_of(row) for row in await self.scope.all(query)]

    async def due(self, chat: str, now: datetime, limit: int = 50) -> list[Delivery]:
        """What shows less than wanted and may be tried now, by priority, then age; the newest first below priority 0."""
        mine = (delivery.c.brand_id == self.scope.brand_id, delivery.c.channel == chat, DELIVERIES.due(now))
        acted = select(delivery).where(*mine, delivery.c.priority < 0)
        rows = await self.scope.all(acted.order_by(delivery.c.priority, delivery.c.since.desc()).limit(limit))
        if len(rows) < limit:
            rest = select(delivery).where(*mine, delivery.c.priority >= 0)
            by_age = rest.order_by(delivery.c.priority, delivery.c.since).limit(limit - len(rows))
            rows += await self.scope.all(by_age)
        return [delivery_of(row) for row in rows]

    async def wake(self, chat: str, channel: str | None = None) -> int:
        """Make everything due at once that waits in a chat, or in one channel of it; gives how many messages are not there
        yet, notices about Mutuals itself aside. What is being sent keeps its lease."""
        scope = self.scope
        here = and_(delivery.c.brand_id == scope.brand_id, delivery.c.channel == chat, PENDING)
        if channel is not None:
            here = and_(here, delivery.c.place == channel)
        waits = (delivery.c.state == DeliveryState.IDLE, delivery.c.next_at.is_not(None))
        unseen = (
            select(func.count())
            .select_from(delivery)
            .where(here, *waits, delivery.c.shown == 0, delivery.c.subject.not_like(f"{notice_subject('')}%"))
        )
        count = int((await scope.conn.execute(unseen)).scalar_one())
        await scope.conn.execute(update(delivery).where(here, *waits).values(next_at=None))
        scope.deliveries.clear()
        return count

    async def put(self, one: Delivery, *, was_attempt: int) -> bool:
        """Write the outcome of an attempt unless somebody else has taken over; never lowers `wanted`."""
        self.ensure_own(one.brand_id)
        row = delivery_row(one)
        statement, fence = DELIVERIES.fenced(row, {"attempt": was_attempt})
        self.scope.deliveries.pop(one.subject, None)
        values = {"at_least": row.pop("wanted"), **row, **fence}
        return await self.scope.changed(statement.values(wanted=_AT_LEAST), values)
