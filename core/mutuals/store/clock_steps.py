"""What a clock that was ahead has planned: nothing may wait longer than its own interval from now.

A machine that woke with a wrong clock, or whose clock was set forward by mistake and back, would else not look
at the network until the right clock has caught up.
"""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Table, and_, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from mutuals.model import Chore
from mutuals.store.tables import LIVE, PENDING, action, chore, delivery

# The longest that each is ever put off; a network may name the end of its day.
_ACT_WAITS, _DELIVERY_WAITS, _SLACK = timedelta(hours=25), timedelta(hours=2), timedelta(minutes=2)


def _too_far(now: datetime, interval: timedelta) -> list[tuple[Table, ColumnElement[bool]]]:
    looks = chore.c.kind.in_([Chore.POLL, Chore.RECHECK])
    return [
        (chore, and_(looks, chore.c.next_at > now + interval + _SLACK)),
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
