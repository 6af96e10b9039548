"""SQLite in one trip a statement, or in none: SQLAlchemy's adapter of aiosqlite goes to the connection's thread four times
for each.

Opening the cursor, running, fetching and closing are a trip there and back each, and every trip wakes two threads,
which costs more than SQLite's own work, and waits up to 5 ms for the interpreter's lock while the event loop is busy.
So a statement that has always been quick runs right here (see docs/decisions/0030-statements-in-the-loop.md).
`make bench-statements` compares all three.
"""

import collections
import sqlite3
import time
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


QUICK = 0.0005  # seconds of processor time in the thread: a look-up or a write by key takes a tenth of that
SLOW = 0.005  # seconds in the loop: as long as an event loop may wait for a thread anyway
PROVEN = 8  # runs in the thread, each of them quick, before a statement runs in the loop
IN_A_ROW = 25  # statements in the loop, after which one goes to the thread: meanwhile others get a turn
FEW = 4  # rows of one statement that writes
MOST = 5_000  # statements to know about; the texts of ours are far fewer
_INSIDE = (
    "SAVEPOINT ",
    "RELEASE ",
)  # of a transaction that is open: no lock is waited for, nothing goes to the disk
_WORK = (
    "SELECT",
    "INSERT",
    "UPDATE",
    "DELETE",
)  # not BEGIN, which waits for the write lock, nor what makes tables


class QuickStatements:
    """Which statements may run in the event loop: those that were quick in the thread, each time.

    One that was slow once in the thread stays there; one that has held the loop up must prove itself again. Safe only
    where SQLite itself takes care of threads (`sqlite3.threadsafety` 3); elsewhere nothing runs in the loop.
    """

    def __init__(self, *, safe: bool = sqlite3.threadsafety == 3) -> None:
        self._safe = safe
        self._runs: dict[str, int] = {}  # text -> runs that were quick; -1: it was slow
        self._in_a_row = 0

    def here(self, text: str) -> bool:
        """May this one run in the loop now?"""
        if not self._safe:
            return False
        if self._runs.get(text, 0) < PROVEN and not text.startswith(_INSIDE):
            return False
        self._in_a_row += 1
        if self._in_a_row <= IN_A_ROW:
            return True
        self._in_a_row = 0
        return False

    def ran_in_thread(self, text: str, seconds: float) -> None:
        """It has taken so much processor time there."""
        known = self._runs.get(text, 0)
        if known < 0 or not text.startswith(_WORK):
            return
        if len(self._runs) >= MOST:
            self._runs.clear()
        self._runs[text] = -1 if seconds > QUICK else known + 1

    def ran_here(self, text: str, seconds: float) -> None:
        """It has held the loop up for so long."""
        if seconds > SLOW:
            self._runs[text] = 0


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
        await self._run(operation, lambda cursor: cursor.execute(operation, given))

    async def _executemany_async(self, operation: Any, seq_of_parameters: Any) -> None:
        rows = list(seq_of_parameters)
        await self._run(operation, lambda cursor: cursor.executemany(operation, rows), many=len(rows) > FEW)

    async def _run(self, text: str, work: Callable[[sqlite3.Cursor], Any], *, many: bool = False) -> None:
        quick: QuickStatements = self._adapt_connection.dbapi.quick
        busy: Any = self._adapt_connection._execute_mutex  # noqa: SLF001
        if not many and not busy.locked() and quick.here(text):
            began = time.perf_counter()
            self._outcome = _run(self._connection._conn, work)  # noqa: SLF001
            quick.ran_here(text, time.perf_counter() - began)
        else:
            self._outcome, seconds = await self._in_thread(work)
            if not many:
                quick.ran_in_thread(text, seconds)
        self._rows = self._outcome.rows

    async def _in_thread(self, work: Callable[[sqlite3.Cursor], Any]) -> tuple[_Outcome, float]:
        connection: Any = self._connection

        def timed() -> tuple[_Outcome, float]:
            began = time.thread_time()
            return _run(connection._conn, work), time.thread_time() - began  # noqa: SLF001

        async with self._adapt_connection._execute_mutex:  # noqa: SLF001
            # `_execute` is how each method of aiosqlite's own goes to its thread; there is no public way.
            found: tuple[_Outcome, float] = await connection._execute(timed)  # noqa: SLF001
            return found

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
        self.quick = QuickStatements()

    def connect(self, *arg: Any, **kw: Any) -> OneTripConnection:
        """A connection whose thread ends with the process, also where nobody has closed it."""
        connection: Any = aiosqlite.connect(*arg, **kw)
        connection._thread.daemon = True  # noqa: SLF001 - as SQLAlchemy's own does
        return OneTripConnection(self, await_(connection))
