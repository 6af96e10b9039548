"""Many rows at once, as plain tuples in the order of the table's columns, past SQLAlchemy's work for each row.

The few statements that a flood of posts needs are written here and beside their tables, in words that both databases
read. Binding and typing each value by Core would cost more than the insert itself (`make bench-store` shows both).
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import (
    ARRAY,
    Column,
    ColumnElement,
    CursorResult,
    Select,
    Table,
    Text,
    TextClause,
    any_,
    bindparam,
    column,
    func,
    literal_column,
    select,
    text,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from mutuals.storage.schema.columns import all_storable

Values = tuple[Any, ...]


class Lookup(NamedTuple):
    """What to look up: columns of a table, by its key beside the brand."""

    table: str
    key: str
    columns: tuple[str, ...]


def among(conn: AsyncConnection, of: ColumnElement[str], values: Sequence[str]) -> ColumnElement[bool]:
    """`of IN (values)` with one parameter, however many there are: one statement to compile, plan and keep."""
    if conn.dialect.name == "postgresql":
        return of == any_(bindparam(None, given(conn, values), type_=ARRAY(Text)))
    return of.in_(select(listed(conn, values)))


async def find_by(
    conn: AsyncConnection, brand_id: str, query: Select[Any], key: Column[str], values: Sequence[str]
) -> CursorResult[Any]:
    """The rows of a brand, of a query that is made once and kept, whose key is one of these values."""
    keyed = _keyed(conn.dialect.name, query, key)
    found: CursorResult[Any] = await conn.execute(keyed, {"of_brand": brand_id, "given": given(conn, values)})
    return found


@cache  # to make a statement and its key costs more than to run it
def _keyed(dialect: str, query: Select[Any], key: Column[str]) -> Select[Any]:
    if dialect == "postgresql":
        given: ColumnElement[bool] = key == any_(bindparam("given", type_=ARRAY(Text)))
    else:
        each = func.json_each(bindparam("given", type_=Text)).table_valued(column("value", Text))
        given = key.in_(select(each.c.value))
    return query.where(key.table.c.brand_id == bindparam("of_brand"), given)


async def look_up(
    conn: AsyncConnection, brand_id: str, wanted: Sequence[Lookup], values: Sequence[str]
) -> Sequence[Sequence[Any]]:
    """Rows of a brand whose key is among thousands of values, each found by a step in its index. For `among` SQLite
    would sort the values first.
    """
    query = _look_up(tuple(wanted), sqlite=conn.dialect.name == "sqlite")
    return (await conn.execute(query, {"brand_id": brand_id, "given": given(conn, values)})).all()


@cache
def _look_up(wanted: tuple[Lookup, ...], *, sqlite: bool) -> TextClause:
    # SQLite takes the tables of a CROSS JOIN in their order; else it might go through all rows of the brand.
    return text(
        " UNION ALL ".join(
            f"SELECT {', '.join(f'{table}.{name}' for name in columns)} "
            + (
                f"FROM json_each(:given) AS given CROSS JOIN {table} ON {table}.{key} = given.value "
                f"WHERE {table}.brand_id = :brand_id"
                if sqlite
                else f"FROM {table} WHERE {table}.brand_id = :brand_id AND {table}.{key} = ANY(:given)"
            )
            for table, key, columns in wanted
        )
    )


def listed(conn: AsyncConnection, values: Sequence[str]) -> ColumnElement[str]:
    """The distinct values as the one column of a table to select from, again with one parameter."""
    if conn.dialect.name == "postgresql":
        rows = func.unnest(bindparam(None, given(conn, values), type_=ARRAY(Text)))
        return rows.table_valued(column("value", Text)).render_derived().c.value
    each = func.json_each(bindparam(None, given(conn, values), type_=Text))
    return each.table_valued(column("value", Text)).c.value


def given(conn: AsyncConnection, values: Sequence[str]) -> str | list[str]:
    """The distinct values as one parameter: an array for PostgreSQL, JSON for SQLite."""
    distinct = all_storable(dict.fromkeys(values))
    return distinct if conn.dialect.name == "postgresql" else msgspec.json.encode(distinct).decode()


def plain(table: Table) -> Select[Any]:
    """SELECT of all columns as they are stored, past their types: `tuples` reads them faster."""
    columns: list[ColumnElement[Any]] = [literal_column(one.name).label(one.name) for one in table.columns]
    return select(*columns).select_from(table)


async def insert_new(conn: AsyncConnection, table: Table, rows: Sequence[Values]) -> None:
    """Insert rows of which none is stored yet. PostgreSQL takes them by COPY, twice as fast as by INSERT."""
    if not rows:
        return
    if conn.dialect.name == "postgresql":
        await _copy(conn, table, rows)
    else:
        await run_for_each(conn, _insert(table), rows)


async def replace_all(conn: AsyncConnection, table: Table, rows: Sequence[Values]) -> None:
    """Insert the rows, or replace those with the same key."""
    await run_for_each(conn, _insert(table) + _or_replace(table), rows)


async def run_for_each(conn: AsyncConnection, statement: str, rows: Sequence[Values]) -> None:
    """Run a statement of our own for each row; `?` stands for its values, storable ones, in their order."""
    if rows:
        mine = statement.replace("?", "%s") if conn.dialect.name == "postgresql" else statement
        await conn.exec_driver_sql(mine, list(rows))


@cache
def _insert(table: Table) -> str:
    marks = ", ".join("?" for _ in table.columns)
    return f"INSERT INTO {table.name} ({_names(table)}) VALUES ({marks})"  # noqa: S608 - names of our own


@cache
def _or_replace(table: Table) -> str:
    keys = [column.name for column in table.primary_key]
    rest = [column.name for column in table.columns if column.name not in keys]
    changes = ", ".join(f"{name} = excluded.{name}" for name in rest)
    return f" ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {changes}"


def _names(table: Table) -> str:
    return ", ".join(column.name for column in table.columns)


async def _copy(conn: AsyncConnection, table: Table, rows: Sequence[Values]) -> None:
    from psycopg import AsyncConnection as Driver
    from psycopg import Error

    driver = (await conn.get_raw_connection()).driver_connection
    assert isinstance(driver, Driver)
    statement = f"COPY {table.name} ({_names(table)}) FROM STDIN"
    try:
        async with driver.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                await copy.write_row(row)
    except Error as error:  # sorted like every other error, and without the rows in it
        raise DBAPIError.instance(statement, None, error, Error, hide_parameters=True) from error
