"""From `MUTUALS_DATABASE_URL` to a database engine that loses nothing."""

import errno
import os
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, Connection, Engine, event, make_url
from sqlalchemy.exc import ArgumentError

from mutuals.domain.errors import MutualsError, SettingsError
from mutuals.storage.postgresql import PATIENCE

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

VARIABLE = "MUTUALS_DATABASE_URL"
READ_ONLY = "mutuals_read_only"  # execution option: this transaction only reads

_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    # FULL, not NORMAL: with WAL, NORMAL may lose the last commits in a power cut, and with them the
    # intent that keeps us from replying twice. One fsync per commit is little next to a call to X.
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    # KiB in memory. SQLite's usual 2 MB is less than one busy look changes: it would write pages twice.
    "PRAGMA cache_size = -8192",
)
_BUSY_MS = 10_000  # how long one process waits for another's write


def parse(url: str) -> URL:
    """The driver's URL for `sqlite:///PATH` or `postgresql://…`. Raises SettingsError, without the URL in it."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:  # the second for a port that is no number
        raise SettingsError([_usage("is not a database URL")]) from error
    kind = parsed.get_backend_name()
    if kind == "sqlite":
        if parsed.database in (None, "", ":memory:"):
            raise SettingsError([_usage("names no file, and a database in memory would forget everything")])
        return parsed.set(drivername="sqlite+aiosqlite")
    if kind in ("postgresql", "postgres"):
        return parsed.set(drivername="postgresql+psycopg")
    raise SettingsError([_usage(f"names {kind}, which Mutuals can't use")])


def _usage(what: str) -> str:
    return f"{VARIABLE} {what}. Write sqlite:///PATH or postgresql://USER:PASSWORD@HOST/NAME."


def sqlite_file(url: URL) -> Path | None:
    """The database's file; None when it is not SQLite."""
    return Path(str(url.database)) if url.get_backend_name() == "sqlite" else None


def make_file(file: Path) -> None:
    """Create the data directory and the file, readable by their owner only. Raises SettingsError."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not file.exists():
            os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
        elif not os.access(file, os.R_OK | os.W_OK):
            # Asked, not opened: closing a file drops every lock that this process holds on it, SQLite's too
            # (sqlite.org/howtocorrupt.html, 2.2).
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as error:
        mistake = (
            f"The database file {file} can't be opened: {error.strerror}. "
            f"Give this user write access to it, or set {VARIABLE} to another place."
        )
        raise SettingsError([mistake]) from error


def identity(file: Path) -> tuple[int, int] | None:
    """Which file this is, whatever its name; None when there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def must_exist(url: str) -> None:
    """For commands about what is there: opening a SQLite database that is not there makes an empty one.

    Raises MutualsError when there is none, SettingsError for an unusable URL.
    """
    file = sqlite_file(parse(url))
    if file is not None and not file.exists():
        raise MutualsError(
            f"There is no database at {file.absolute()}. Nothing was made or changed. "
            f"Set {VARIABLE} to where yours is, as the service has it, and run the command again."
        )


class _Tidy(sqlite3.Connection):
    """Rolls back when closed. SQLite by itself keeps the write lock of a closed connection for as long as somebody
    still holds a cursor with rows in it, as the traceback of a cancelled query does: nobody could write.
    """

    def close(self) -> None:
        if self.in_transaction:
            self.rollback()
        super().close()


def open_engine(url: str) -> "AsyncEngine":
    """An engine with few pooled connections; its errors never show parameters. Raises SettingsError."""
    # Here, because it loads the whole ORM: an upgrade in its own process needs no async engine.
    from sqlalchemy.ext.asyncio import create_async_engine

    from mutuals.storage.sqlite_cursor import OneTripDriver

    parsed = parse(url)
    options: dict[str, Any] = {"hide_parameters": True, "pool_size": 8, "max_overflow": 0}
    file = sqlite_file(parsed)
    if file is None:
        patience = {name: value for name, value in PATIENCE.items() if name not in parsed.query}
        return create_async_engine(parsed, connect_args=patience, pool_pre_ping=True, **options)
    make_file(file)
    engine = create_async_engine(
        parsed,
        connect_args={"timeout": _BUSY_MS / 1000, "factory": _Tidy, "check_same_thread": False},
        module=OneTripDriver(),
        **options,
    )
    guard_sqlite(engine.sync_engine)
    return engine


def guard_sqlite(engine: Engine) -> None:
    """Make every transaction a real one: the driver begins late by itself and loses updates."""

    @event.listens_for(engine, "connect")
    def _on_connect(connection: Any, record: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in _PRAGMAS:
            cursor.execute(pragma)
        cursor.close()

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        reads = connection.get_execution_options().get(READ_ONLY, False)
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")
