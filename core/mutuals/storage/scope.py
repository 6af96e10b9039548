"""One open transaction of one brand, and the few ways in which the queries use it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sqlalchemy import Executable, RowMapping, Table
from sqlalchemy.ext.asyncio import AsyncConnection

from mutuals.domain.model import Alert, Case, Delivery
from mutuals.storage.repositories.mappers import Row


def insert(dialect: str, table: Table) -> Any:
    """The database's own INSERT, the one that knows ON CONFLICT (same methods in both dialects)."""
    if dialect == "postgresql":
        from sqlalchemy.dialects import postgresql

        return postgresql.insert(table)
    from sqlalchemy.dialects import sqlite

    return sqlite.insert(table)


async def upsert(conn: AsyncConnection, table: Table, rows: Sequence[Row]) -> None:
    """Insert the rows, or replace those with the same key."""
    if rows:
        await conn.execute(_upserting(conn.dialect.name, table, tuple(rows[0])), rows)


@cache  # to make a statement and its key costs more than to run it
def _upserting(dialect: str, table: Table, names: tuple[str, ...]) -> Executable:
    statement = insert(dialect, table)
    keys = [column.name for column in table.primary_key]
    changes = {name: statement.excluded[name] for name in names if name not in keys}
    made: Executable = statement.on_conflict_do_update(index_elements=keys, set_=changes)
    return made


@dataclass(frozen=True, slots=True)
class Scope:
    """`stamp` gives strictly increasing microseconds: the age of deliveries, even in one instant.

    `bonds` holds, for people whose fan row was read or written whole here, (follows us, we follow), None where there
    is no row: nobody else writes this brand meanwhile, so that the counters need no second reading. `alerts`, `cases` and
    `deliveries` (by subject) hold for the same reason what was read or written here, so that nothing is read twice.
    """

    conn: AsyncConnection
    brand_id: str
    stamp: Callable[[], int]
    tallies: dict[str, int] = field(default_factory=dict)  # changes of counters, written at the end
    bonds: dict[str, tuple[bool | None, bool | None] | None] = field(default_factory=dict)  # fans seen so far
    moved: set[str] = field(default_factory=set)  # people whose alert may have got another place in the queue
    chains: set[str] = field(default_factory=set)  # of the ledger, that got an entry
    alerts: dict[str, Alert] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)
    deliveries: dict[str, list[Delivery]] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)  # small values that were read at once

    def tally(self, name: str, change: int) -> None:
        """Remember that a counter changes."""
        self.tallies[name] = self.tallies.get(name, 0) + change

    async def all(self, statement: Executable, values: Row | None = None) -> list[RowMapping]:
        """The rows that a query finds; `values` are those of its named parameters."""
        return list((await self.conn.execute(statement, values)).mappings())

    async def first(self, statement: Executable, values: Row | None = None) -> RowMapping | None:
        """The first row that a query finds."""
        return (await self.conn.execute(statement, values)).mappings().first()

    async def number(self, statement: Executable) -> int:
        """The one number that a query gives."""
        return int((await self.conn.execute(statement)).scalar_one() or 0)

    async def changed(self, statement: Executable, values: Row | None = None) -> bool:
        """Run an UPDATE or DELETE: did it touch a row?"""
        return bool((await self.conn.execute(statement, values)).rowcount)

    async def add(self, table: Table, row: Row) -> bool:
        """Insert a row unless any unique index speaks against it: was it inserted?"""
        statement = insert(self.conn.dialect.name, table).values(row).on_conflict_do_nothing()
        return (await self.first(statement.returning(table.c.brand_id))) is not None

    async def upsert(self, table: Table, rows: Sequence[Row]) -> None:
        """Insert the rows, or replace those with the same key."""
        await upsert(self.conn, table, rows)
