"""Seats: which process holds what only so many may hold at a time, e.g. a chat's connection.

A seat is held until a time and has to be renewed before; who does not renew has lost it. The clocks
of the machines must agree to a few seconds, as any network time service makes them.
"""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from mutuals.store.scope import upsert
from mutuals.store.tables import seat


async def take(
    conn: AsyncConnection, name: str, holder: str, *, seats: int, now: datetime, until: datetime
) -> int | None:
    """Take or renew one of `seats` seats; its number, or None when others hold them all.

    Inside a write transaction that is serial with others of its kind.
    """
    rows = (await conn.execute(select(seat).where(seat.c.name == name))).mappings().all()
    held = {row["number"]: row["holder"] for row in rows if row["until"] > now and row["number"] < seats}
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


async def holders(conn: AsyncConnection, now: datetime) -> dict[str, list[str]]:
    """Who holds which seats now, by name."""
    query = select(seat).where(seat.c.until > now).order_by(seat.c.name, seat.c.number)
    found: dict[str, list[str]] = {}
    for row in (await conn.execute(query)).mappings():
        found.setdefault(row["name"], []).append(row["holder"])
    return found
