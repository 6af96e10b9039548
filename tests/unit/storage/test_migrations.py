"""The database's shape: brought up to date by itself, never left half-way, never taken back."""

import asyncio
import os
import sqlite3
import subprocess
import sys
import time
import warnings
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, inspect, text

from mutuals.domain.errors import MutualsError
from mutuals.storage.database_url import VARIABLE, parse
from mutuals.storage.schema import migrate, tables
from mutuals.storage.schema.revision import HEAD, REVISIONS, is_current
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock
from tests.support.databases import Postgres


@pytest.fixture(params=["sqlite", "postgresql"])
def bare(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database without tables."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/new.db"
    postgres: Postgres = request.getfixturevalue("postgres")
    return postgres.bare()


def _sync(url: str) -> str:
    return url.replace("postgresql://", "postgresql+psycopg://")


async def test_a_new_database_is_made_when_the_store_opens(bare: str) -> None:
    assert not await is_current(bare)

    store = await SqlStore.open(bare, clock=FixedClock())
    await store.put("k", 1)
    await store.close()

    assert await is_current(bare)


def test_the_migrations_make_exactly_the_tables_of_the_code(bare: str) -> None:
    migrate.upgrade(bare)
    migrate.upgrade(bare)  # nothing to do the second time

    engine = create_engine(_sync(bare))
    with engine.connect() as connection:
        opts = {"compare_type": _differ, "include_object": _comparable}
        context = MigrationContext.configure(connection, opts=opts)
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", ".*expression-based index")
            assert compare_metadata(context, tables.metadata) == []
        made = _guards(connection)
        assert _indexes(connection, "made") == _indexes(connection, "meant")
        assert made == _guards(connection) != []
    engine.dispose()


def _differ(context: MigrationContext, _made: object, _meant: object, made: Any, meant: Any) -> bool:
    """Compared as the database reads them, collation included."""
    return str(made.compile(dialect=context.dialect)) != str(meant.compile(dialect=context.dialect))


def _comparable(_object: object, _name: str, kind: str, _reflected: bool, _other: object) -> bool:
    return kind != "index"  # alembic can't compare conditions and expressions; `_indexes` does


def _indexes(connection: Connection, which: str) -> set[str]:
    """Every index as the database words it, with its conditions and expressions."""
    if which == "meant":
        tables.metadata.drop_all(connection)
        tables.metadata.create_all(connection)
    sqlite = "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    postgresql = (
        "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
    )
    found = connection.execute(text(sqlite if connection.dialect.name == "sqlite" else postgresql))
    return set(found.scalars())


def _guards(connection: Connection) -> list[tuple[object, ...]]:
    """What the database itself refuses, word for word."""
    if connection.dialect.name == "sqlite":
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
    else:
        query = (
            "SELECT tgname, pg_get_triggerdef(t.oid), pg_get_functiondef(tgfoid) FROM pg_trigger t "
            "WHERE NOT tgisinternal ORDER BY tgname"
        )
    return [tuple(row) for row in connection.execute(text(query))]


def test_the_known_revisions_are_those_of_the_migrations() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrate.__file__).parent / "migrations"))
    script = ScriptDirectory.from_config(config)

    assert script.get_heads() == [HEAD]
    assert [one.revision for one in script.walk_revisions()][::-1] == list(REVISIONS)


async def test_a_database_of_a_newer_version_is_refused_untouched(url: str) -> None:
    engine = create_engine(_sync(url))
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    try:
        with pytest.raises(MutualsError, match="newer version of Mutuals") as caught:
            await SqlStore.open(url, clock=FixedClock())
        assert "Start the newer version" in str(caught.value)
    finally:
        with engine.begin() as connection:
            connection.execute(text(f"UPDATE alembic_version SET version_num = '{HEAD}'"))
        engine.dispose()


_SLOW_UPGRADE = """
import os, sys, time
from alembic import op
from mutuals.storage.schema import migrate

create, made = op.create_table, []
def slowly(*args, **kwargs):
    made.append(create(*args, **kwargs))
    if len(made) == 5:
        print("halfway", flush=True)
        time.sleep(60)
op.create_table = slowly
migrate.upgrade(os.environ[migrate.VARIABLE])
"""


@pytest.mark.long
def test_a_kill_in_the_middle_of_an_upgrade_leaves_the_old_shape(bare: str) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", _SLOW_UPGRADE],
        env=os.environ | {VARIABLE: bare},
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"halfway\n"
    process.kill()
    process.wait()
    process.stdout.close()

    assert _tables_when_quiet(bare) == []
    migrate.upgrade(bare)
    assert "action" in _tables_when_quiet(bare)


def _tables_when_quiet(url: str, *, wait: bool = True) -> list[str]:
    """PostgreSQL notices a moment later that its client is gone."""
    engine = create_engine(_sync(url))
    try:
        with engine.connect() as connection:
            if wait and connection.dialect.name == "postgresql":
                others = text(
                    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
                    "AND pid <> pg_backend_pid() AND state IS NOT NULL"
                )
                for _ in range(200):
                    if connection.execute(others).scalar() == 0:
                        break
                    connection.rollback()
                    time.sleep(0.02)
            return inspect(connection).get_table_names()
    finally:
        engine.dispose()


@pytest.mark.long
def test_two_upgrades_at_once_make_the_tables_once(bare: str) -> None:
    command = [sys.executable, "-m", "mutuals.storage.schema.migrate"]
    other = subprocess.Popen(command, env=os.environ | {VARIABLE: bare}, stderr=subprocess.PIPE)
    tables_made = 0
    while other.poll() is None:
        migrate.upgrade(bare)
        tables_made = tables_made or len(_tables_when_quiet(bare, wait=False))

    assert (other.communicate()[1], other.returncode) == (b"", 0)
    assert tables_made == len(tables.metadata.tables) + 1


@pytest.mark.long
async def test_a_failed_upgrade_says_why_and_shows_no_password(tmp_path: Path) -> None:
    file = tmp_path / "old.db"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE post (nonsense)")
    connection.close()

    with pytest.raises(MutualsError, match="could not be upgraded and is as it was before") as caught:
        await migrate.ensure_current(f"sqlite:///{file}")
    assert "tables of another program" in str(caught.value)


@pytest.mark.long
async def test_alembic_and_psycopg_stay_out_of_a_service_on_sqlite(tmp_path: Path) -> None:
    code = (
        "import asyncio, sys\n"
        "from mutuals.storage.store import SqlStore\n"
        "from mutuals.testing.clock import FixedClock\n"
        f"store = asyncio.run(SqlStore.open('sqlite:///{tmp_path}/new.db', clock=FixedClock()))\n"
        "asyncio.run(store.close())\n"
        "print([name for name in ('alembic', 'mako', 'psycopg') if name in sys.modules])\n"
    )
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", code, stdout=subprocess.PIPE)
    said, _ = await process.communicate()

    assert said.decode().strip() == "[]"


def test_the_driver_follows_from_the_url() -> None:
    assert parse("sqlite:////tmp/x.db").drivername == "sqlite+aiosqlite"
    assert parse("postgresql://u:p@h/n").drivername == "postgresql+psycopg"
