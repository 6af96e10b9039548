"""SQLite in one trip a statement: SQLAlchemy's adapter of aiosqlite goes to the connection's thread four times for each.

Opening the cursor, running, fetching and closing are a trip there and back each, and every trip wakes two threads,
which costs more than SQLite's own work. `make bench-statements` compares the two.
"""

import collections
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import aiosqlite
from sqlalchemy.connectors.asyncio import AsyncAdapt_dbapi_connection
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    AsyncAdapt_aiosqlite_dbapi,
)
from sqlalchemy.util import await_


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a statement gave, taken from its cursor in the thread that it belongs to."""

    rows: collections.deque[Any]
    description: Any
    rowcount: int
    lastrowid: Any


_NOTHING = _Outcome(collections.deque(), None, -1, None)


def _run(connection: sqlite3.Connection, work: Callable[[sqlite3.Cursor], Any]) -> _Outcome:
    cursor = connection.cursor()
    try:
        work(cursor)
        rows = collections.deque(cursor.fetchall() if cursor.description else ())
        return _Outcome(rows, cursor.description, cursor.rowcount, cursor.lastrowid)
    finally:
        cursor.close()  # with rows left in it, it would hold the write lock


class OneTripCursor(AsyncAdapt_aiosqlite_cursor):
    """A cursor of PEP 249 for SQLAlchemy. The driver's own is opened and closed within each statement."""

    __slots__ = ("_outcome",)

    def __init__(self, adapt_connection: AsyncAdapt_dbapi_connection) -> None:
        self._adapt_connection = adapt_connection
        self._connection = adapt_connection._connection  # noqa: SLF001
        self._outcome = _NOTHING
        self._rows = collections.deque()

    @property
    def description(self) -> Any:
        """The columns of the last statement's rows; None where it gave none."""
        return self._outcome.description

    @property
    def rowcount(self) -> int:
        """How many rows the last statement has changed; -1 where that means nothing."""
        return self._outcome.rowcount

    @property
    def lastrowid(self) -> Any:
        """The last row that was inserted."""
        return self._outcome.lastrowid

    async def _execute_async(self, operation: Any, parameters: Any) -> None:
        given = () if parameters is None else parameters
        await self._in_thread(lambda cursor: cursor.execute(operation, given))

    async def _executemany_async(self, operation: Any, seq_of_parameters: Any) -> None:
        await self._in_thread(lambda cursor: cursor.executemany(operation, seq_of_parameters))

    async def _in_thread(self, work: Callable[[sqlite3.Cursor], Any]) -> None:
        connection: Any = self._connection
        async with self._adapt_connection._execute_mutex:  # noqa: SLF001
            # `_execute` is how each method of aiosqlite's own goes to its thread; there is no public way.
            self._outcome = await connection._execute(lambda: _run(connection._conn, work))  # noqa: SLF001
        self._rows = self._outcome.rows

    async def _async_soft_close(self) -> None:
        """Nothing is open."""

    def close(self) -> None:
        """Forget the rows that were not read."""
        self._rows = collections.deque()


class OneTripConnection(AsyncAdapt_aiosqlite_connection):
    """aiosqlite's connection with cursors of one trip; a result that is streamed has a cursor as before."""

    __slots__ = ()
    _cursor_cls = OneTripCursor


class OneTripDriver(AsyncAdapt_aiosqlite_dbapi):
    """The driver for `create_async_engine(..., module=OneTripDriver())`."""

    def __init__(self, driver: ModuleType = aiosqlite) -> None:
        super().__init__(driver, sqlite3)

    def connect(self, *arg: Any, **kw: Any) -> OneTripConnection:
        """A connection whose thread ends with the process, also where nobody has closed it."""
        connection: Any = aiosqlite.connect(*arg, **kw)
        connection._thread.daemon = True  # noqa: SLF001 - as SQLAlchemy's own does
        return OneTripConnection(self, await_(connection))
