"""Seats: which process holds what only so many may hold at a time, e.g. a chat's connection.

A seat is held until a time and has to be renewed before; who does not renew has lost it. The clocks
of the machines must agree to a few seconds, as any network time service makes them.
"""

from datetime import datetime
from secrets import token_hex

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from mutuals.storage.schema.tables import seat
from mutuals.storage.scope import upsert

_ONCE, _PAST_ONCE = "once/", "once0"  # "0" is the letter after "/"


async def take(
    conn: AsyncConnection, name: str, holder: str, *, seats: int, now: datetime, until: datetime
) -> int | None:
    """Take or renew one of `seats` seats; its number, or None when others hold them all.

    Inside a write transaction that is serial with others of its kind.
    """
    rows = (await conn.execute(select(seat).where(seat.c.name == name))).mappings().all()
    # One that is held far longer than anybody takes it was taken by a clock that was ahead.
    latest = None if name.startswith(_ONCE) else now + 3 * (until - now)
    held = {
        row["number"]: row["holder"]
        for row in rows
        if now < row["until"] and (latest is None or row["until"] <= latest) and row["number"] < seats
    }
    number = next((one for one, who in held.items() if who == holder), None)
    if number is None:
        number = next((one for one in range(seats) if one not in held), None)
    if number is None:
        return None
    await upsert(conn, seat, [{"name": name, "number": number, "holder": holder, "until": until}])
    return number


async def leave(conn: AsyncConnection, name: str, holder: str) -> None:
    """Give the seat back, so that somebody else need not wait for its end."""
    await conn.execute(delete(seat).where(seat.c.name == name, seat.c.holder == holder))


async def once(conn: AsyncConnection, name: str, *, now: datetime, until: datetime) -> bool:
    """Take the one seat of a name for good, until its time is over; False when it is taken.

    Names whose time is over are forgotten on the way, so there are never more than came within that time.
    """
    old = seat.c.name >= _ONCE, seat.c.name < _PAST_ONCE, seat.c.until <= now
    await conn.execute(delete(seat).where(*old))
    return await take(conn, f"{_ONCE}{name}", token_hex(8), seats=1, now=now, until=until) is not None
