"""What a clock that was ahead has planned: nothing may wait longer than its own interval from now.

A machine that woke with a wrong clock, or whose clock was set forward by mistake and back, would else not look
at the network until the right clock has caught up.
"""

from datetime import datetime, timedelta

from sqlalchemy import BigInteger, ColumnElement, Table, and_, exists, or_, select, type_coerce, update
from sqlalchemy.ext.asyncio import AsyncConnection

from mutuals.domain.model import PeriodicTask
from mutuals.storage.schema.tables import LIVE, PENDING, action, chore, delivery

# The longest that each is ever put off; a network may name the end of its day.
_ACT_WAITS, _DELIVERY_WAITS, _SLACK = timedelta(hours=25), timedelta(hours=2), timedelta(minutes=2)
_DIGEST_WAITS = timedelta(hours=25)  # a day, and the hour of a summer time's end
# What is planned nearer may be a lease of another process whose clock was right all the time.
_LEASES = timedelta(seconds=45)


def _too_far(now: datetime, interval: timedelta) -> list[tuple[Table, ColumnElement[bool]]]:
    looks = chore.c.kind.in_([PeriodicTask.POLL, PeriodicTask.RECHECK])
    return [
        (chore, and_(looks, chore.c.next_at > now + interval + _SLACK)),
        (chore, and_(chore.c.kind == PeriodicTask.DIGEST, chore.c.next_at > now + _DIGEST_WAITS + _SLACK)),
        (action, and_(LIVE, action.c.next_at > now + _ACT_WAITS)),
        (delivery, and_(PENDING, delivery.c.next_at > now + _DELIVERY_WAITS)),
    ]


async def ahead(conn: AsyncConnection, now: datetime, interval: timedelta) -> bool:
    """Is anything planned further away than it is ever put off?"""
    found = [exists(select(table).where(which)) for table, which in _too_far(now, interval)]
    return bool(await conn.scalar(select(or_(*found))))


async def bring_back(conn: AsyncConnection, now: datetime, interval: timedelta) -> None:
    """All of it is due now."""
    for table, which in _too_far(now, interval):
        await conn.execute(update(table).where(which).values(next_at=now))


async def set_back(conn: AsyncConnection, now: datetime, by: timedelta) -> None:
    """The clock went back by so much just now: what was put off is put off no longer than was meant. Leases keep their
    length. Whether a digest is due is for the digest to say."""
    for table, which in ((chore, chore.c.kind != PeriodicTask.DIGEST), (action, LIVE), (delivery, PENDING)):
        earlier = type_coerce(table.c.next_at, BigInteger) - by // timedelta(microseconds=1)
        later = table.c.next_at > now + _LEASES
        await conn.execute(update(table).where(which, later).values(next_at=earlier))
    await conn.execute(update(chore).where(chore.c.kind == PeriodicTask.DIGEST).values(next_at=now))
