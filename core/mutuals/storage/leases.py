"""Leases in SQL: named ones have a table of their own, a row of work is a lease on itself. See `mutuals.domain.leases`.

A named lease has a holder and an end, and its holder renews it. A row of work (a periodic task, an action, a delivery) has
in `next_at` the time of its next turn; who acquires it moves that on, to the end of the lease, and changes the fencing
token. The clocks of the machines must agree to a second or two, as any network time service makes them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    Table,
    TextClause,
    Update,
    and_,
    bindparam,
    delete,
    exists,
    false,
    or_,
    select,
    true,
    type_coerce,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from mutuals.domain import leases as terms
from mutuals.domain.leases import LeaseTerm
from mutuals.domain.model import DeliveryState, PeriodicTask
from mutuals.storage.schema.hand_off_table import HANDING_OFF, hand_off
from mutuals.storage.schema.tables import LIVE, PENDING, action, delivery, named_lease, periodic_task
from mutuals.storage.scope import insert, upsert

# --- named leases ---

_ONCE, _PAST_ONCE = "once/", "once0"  # "0" is the letter after "/"


async def acquire(
    conn: AsyncConnection,
    name: str,
    holder: str,
    *,
    among: int,
    length: timedelta,
    now: datetime,
    until: datetime,
) -> int | None:
    """Acquire or renew one of `among` leases of this name; its number, or None when others hold them all.

    Inside a write transaction that is serial with others about this name.
    """
    if until <= now:  # over before it began: the database has kept us waiting
        return None
    term = LeaseTerm(length)
    rows = (await conn.execute(select(named_lease).where(named_lease.c.name == name))).mappings().all()
    held = {
        row["number"]: row["holder"]
        for row in rows
        if term.is_held(row["until"], now) and row["number"] < among
    }
    number = next((number for number, of in held.items() if of == holder), None)
    if number is None:
        number = next((number for number in range(among) if number not in held), None)
    if number is not None:
        await upsert(conn, named_lease, [{"name": name, "number": number, "holder": holder, "until": until}])
    return number


async def release(conn: AsyncConnection, name: str, holder: str) -> None:
    """Give a lease back, so that nobody need wait for its end. Another holder's stays."""
    await conn.execute(delete(named_lease).where(named_lease.c.name == name, named_lease.c.holder == holder))


async def remember(conn: AsyncConnection, name: str, *, now: datetime, until: datetime) -> bool:
    """Acquire a lease that nobody renews or releases; False when somebody has it. However far its end is, it holds.

    Names whose time is over are forgotten on the way, so there are never more than came within that time.
    """
    old = named_lease.c.name >= _ONCE, named_lease.c.name < _PAST_ONCE, named_lease.c.until <= now
    await conn.execute(delete(named_lease).where(*old))
    row = {"name": f"{_ONCE}{name}", "number": 0, "holder": "", "until": until}
    statement = insert(conn.dialect.name, named_lease).values(row).on_conflict_do_nothing()
    return (await conn.execute(statement.returning(named_lease.c.name))).first() is not None


# --- rows of work ---


@dataclass(frozen=True, slots=True)
class LeasedRows:
    """Rows of one kind, each of which one process at a time works on. `unfinished`: there is something to do; `untimed`:
    at once, since no time is set."""

    table: Table
    unfinished: ColumnElement[bool] | TextClause
    untimed: ColumnElement[bool]

    def due(self, now: datetime | BindParameter[datetime]) -> ColumnElement[bool]:
        """May be acquired at this moment: its turn has come, or the lease of who had it is over."""
        return and_(self.unfinished, or_(self.untimed, self.table.c.next_at <= now))

    def fenced(self, row: Mapping[str, Any], token: Mapping[str, Any]) -> tuple[Update, dict[str, Any]]:
        """Change this row, unless somebody has acquired it since its token was read: so writes a holder, and whoever
        wants to be the next. Gives the statement, and the values of its condition."""
        keys = [column.name for column in self.table.primary_key]
        values = {f"is_{name}": row[name] for name in keys} | {
            f"was_{name}": value for name, value in token.items()
        }
        return _fenced(self.table, tuple(token)), values


@cache  # to make a statement and its key costs more than to run it
def _fenced(table: Table, token: tuple[str, ...]) -> Update:
    same_row = [column == bindparam(f"is_{column.name}") for column in table.primary_key]
    same_token = [table.c[name] == bindparam(f"was_{name}") for name in token]
    return update(table).where(*same_row, *same_token)


TASKS = LeasedRows(periodic_task, true(), false())
ACTIONS = LeasedRows(action, LIVE, false())
DELIVERIES = LeasedRows(
    delivery, PENDING, and_(delivery.c.state == DeliveryState.IDLE, delivery.c.next_at.is_(None))
)

HAND_OFFS = LeasedRows(hand_off, HANDING_OFF, false())

# --- a clock that was ahead ---


def _too_far(now: datetime, interval: timedelta) -> list[tuple[LeasedRows, ColumnElement[bool]]]:
    reads = periodic_task.c.kind.in_([PeriodicTask.POLL, PeriodicTask.RECHECK])
    daily = periodic_task.c.kind.in_([PeriodicTask.DIGEST, PeriodicTask.RETENTION])
    return [
        (TASKS, and_(reads, periodic_task.c.next_at > now + interval + terms.CLOCK_SLACK)),
        (TASKS, and_(daily, periodic_task.c.next_at > now + terms.DIGEST_WAITS + terms.CLOCK_SLACK)),
        (ACTIONS, and_(LIVE, action.c.next_at > now + terms.ACTION_WAITS)),
        (HAND_OFFS, and_(HANDING_OFF, hand_off.c.next_at > now + terms.HAND_OFF_WAITS)),
        (DELIVERIES, and_(PENDING, delivery.c.next_at > now + terms.DELIVERY_WAITS)),
    ]


async def any_too_far(conn: AsyncConnection, now: datetime, interval: timedelta) -> bool:
    """Is any row of work put off for longer than a right clock ever does? `interval`: the longest between two polls."""
    found = [exists(select(rows.table).where(which)) for rows, which in _too_far(now, interval)]
    return bool(await conn.scalar(select(or_(*found))))


async def make_due(conn: AsyncConnection, now: datetime, interval: timedelta) -> None:
    """All of these are due now."""
    for rows, which in _too_far(now, interval):
        await conn.execute(update(rows.table).where(which).values(next_at=now))


async def set_back(conn: AsyncConnection, now: datetime, by: timedelta) -> None:
    """The clock went back by so much just now: what was put off is put off no longer than was meant, and leases keep
    their length. What ends within the longest lease may be the lease of another process, whose clock was right all the
    time. Whether a digest is due is for the digest to say."""
    digests = periodic_task.c.kind == PeriodicTask.DIGEST
    for rows, which in ((TASKS, ~digests), (ACTIONS, true()), (DELIVERIES, true()), (HAND_OFFS, true())):
        table = rows.table
        earlier = type_coerce(table.c.next_at, BigInteger) - by // timedelta(microseconds=1)
        later = table.c.next_at > now + terms.TASK.length
        await conn.execute(update(table).where(rows.unfinished, which, later).values(next_at=earlier))
    await conn.execute(update(periodic_task).where(digests).values(next_at=now))


def lock_name(name: str) -> str:
    """What is locked while a named lease changes hands. Nodes of an older version call it so, too."""
    return f"seat/{name}"
