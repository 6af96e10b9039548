"""Procrastinate's own tables: made at the first start, brought up to date at later ones, by one node at a time.

Procrastinate keeps no record of what was applied (procrastinate#1040), so we do (`mutuals_migrations`). One index is
ours: to take a job it asks for each waiting one whether another of its key comes first, and has no index on the key
alone (procrastinate#1242). Everything lies in
a schema of its own, apart from Mutuals' tables, and may be dropped while no node runs: it holds nothing but keys.
"""

from pathlib import Path
from typing import Any, LiteralString

import psycopg
import structlog
from procrastinate.schema import SchemaManager

from mutuals.domain.errors import MutualsError, TryAgain
from mutuals.jobs.procrastinate_connection import PROGRAM, SCHEMA, own_version
from mutuals.jobs.procrastinate_migrations import plan

log = structlog.get_logger(__name__)

LOCK = 6_884_872_577  # any fixed number: nodes that start at once wait for each other
LOCK_SECONDS = 60
Connection = psycopg.AsyncConnection[Any]

_OUR_INDEX = "CREATE INDEX IF NOT EXISTS mutuals_jobs_lock ON procrastinate_jobs (lock) WHERE status IN ('todo', 'doing')"
_RECORD = "INSERT INTO mutuals_migrations (name) SELECT unnest(%s::text[])"


async def prepare(connect: dict[str, Any]) -> None:
    """Make the tables or apply what is missing, each step in one transaction.

    Raises TryAgain when the database can't be reached, MutualsError with what to do otherwise.
    """
    try:
        async with await psycopg.AsyncConnection.connect(**connect, autocommit=True) as connection:
            await connection.execute(f"SET lock_timeout = '{LOCK_SECONDS}s'")
            await connection.execute("SELECT pg_advisory_lock(%s)", [LOCK])
            await _bring_up(connection)
    except psycopg.errors.InsufficientPrivilege as error:
        raise MutualsError(
            f'The engine keeps its tables in a schema "{SCHEMA}" and this database user may not make it. As an '
            f"administrator of the database run: CREATE SCHEMA {SCHEMA} AUTHORIZATION <the user of MUTUALS_DATABASE_URL>"
        ) from error
    except psycopg.OperationalError as error:
        raise TryAgain(f"PostgreSQL can't be reached by the engine: {error}".strip()) from error
    except psycopg.Error as error:
        raise MutualsError(
            f"The engine's tables could not be made or changed, and are as before: {error}".strip()
        ) from error


async def _bring_up(connection: Connection) -> None:
    if not await _one(connection, f"SELECT to_regclass('{SCHEMA}.mutuals_migrations')"):
        await _make(connection)
    else:
        await _migrate(connection)
    await connection.execute(f"SET search_path TO {SCHEMA}")
    await connection.execute(_OUR_INDEX)


async def _migrate(connection: Connection) -> None:
    """What is missing, as far as no older node runs that needs what it takes away."""
    await connection.execute(f"SET search_path TO {SCHEMA}")
    applied = await _column(connection, "SELECT name FROM mutuals_migrations")
    known = migrations()
    wanted = plan(applied, list(known), await _other_versions(connection))
    for name in wanted.now:
        async with connection.transaction():
            await connection.execute(known[name].read_text(encoding="utf-8"))
            await connection.execute(_RECORD, [[name]])
        log.info("engine.migrated", migration=name)
    if wanted.later:
        log.info("engine.migrations_wait", count=len(wanted.later), until="no node runs an older version")


async def _make(connection: Connection) -> None:
    """All tables at once, in the present shape."""
    if await _one(connection, f"SELECT to_regclass('{SCHEMA}.procrastinate_jobs')"):
        raise MutualsError(
            f'The schema "{SCHEMA}" of this database has tables that Mutuals did not make. If no other program '
            f"uses them, run: DROP SCHEMA {SCHEMA} CASCADE"
        )
    async with connection.transaction():
        if not await _one(connection, f"SELECT to_regnamespace('{SCHEMA}')"):
            await connection.execute(f"CREATE SCHEMA {SCHEMA}")
        await connection.execute(f"SET LOCAL search_path TO {SCHEMA}")
        await connection.execute(SchemaManager.get_schema())
        await connection.execute(
            "CREATE TABLE mutuals_migrations (name text PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())"
        )
        await connection.execute(_RECORD, [list(migrations())])
    log.info("engine.tables_made", schema=SCHEMA)


def migrations() -> dict[str, Path]:
    """The files of all migrations that the installed Procrastinate brings, by name, in their order."""
    folder = Path(SchemaManager.get_migrations_path())
    return {file.name: file for file in sorted(folder.glob("*.sql"))}


async def _other_versions(connection: Connection) -> set[str]:
    """Versions of Procrastinate, other than ours, whose nodes are connected to this database now."""
    names = await _column(
        connection,
        "SELECT application_name FROM pg_stat_activity WHERE datname = current_database()",
    )
    ours = [name for name in names if name.startswith(f"{PROGRAM}/")]
    return {name.partition("/")[2].partition(" ")[0] for name in ours} - {own_version()}


async def _column(connection: Connection, query: LiteralString) -> list[str]:
    return [row[0] or "" for row in await (await connection.execute(query)).fetchall()]


async def _one(connection: Connection, query: LiteralString) -> Any:
    row = await (await connection.execute(query)).fetchone()
    return row and row[0]
