"""All that Mutuals keeps, counted and then deleted: the tables, and beside a SQLite database its key and its anchor."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select, text
from sqlalchemy.exc import SQLAlchemyError

from mutuals.domain.errors import MutualsError
from mutuals.domain.ledger import LedgerHead
from mutuals.storage.database_url import open_engine, parse, sqlite_file
from mutuals.storage.error_translation import sorted_error
from mutuals.storage.ledger_anchor import place
from mutuals.storage.repositories import ledger
from mutuals.storage.schema.tables import metadata
from mutuals.storage.secrets.keyring import key_file

# The engine's tables lie in a schema of their own (`mutuals.jobs.procrastinate_connection`).
_ENGINE = "procrastinate"


@dataclass(frozen=True, slots=True)
class Holdings:
    """What there is: rows by table, and where each chain of the ledger ends."""

    rows: Mapping[str, int]
    chains: Mapping[str, LedgerHead]


async def holdings(url: str) -> Holdings:
    """Count what a database holds. Raises TryAgain or MutualsError."""
    engine = open_engine(url)
    try:
        async with engine.connect() as connection:
            rows = {}
            for table in metadata.sorted_tables:
                query = select(func.count()).select_from(table)
                rows[table.name] = int((await connection.execute(query)).scalar_one())
            chains = {one: await ledger.head(connection, one) for one in await ledger.brands(connection)}
            return Holdings(rows, chains)
    except (SQLAlchemyError, OSError) as error:
        raise sorted_error(error, engine.url) from error
    finally:
        await engine.dispose()


async def purge(url: str, anchor: str | None) -> list[str]:
    """Delete all of it, which nothing may use meanwhile; `anchor` is the ledger anchor's file, if the settings name one.
    Gives what was deleted. Raises TryAgain or MutualsError.
    """
    file, named = sqlite_file(parse(url)), place(url, anchor)
    gone = [] if file is not None else [await _drop(url)]
    # The database last: until it is gone the command can be run again.
    files = [named] if named else []
    files += [] if file is None else [key_file(file), *_beside(file, ".lock", "-wal", "-shm"), file]
    try:
        for one in files:
            if one.exists():
                one.unlink()
                gone.append(str(one))
    except OSError as error:
        raise MutualsError(
            f"{error.filename} can't be deleted: {error.strerror}. Give this user access to that folder, and run the command "
            "again."
        ) from error
    return gone


def _beside(file: Path, *endings: str) -> list[Path]:
    return [file.with_name(file.name + ending) for ending in endings]


async def _drop(url: str) -> str:
    """Every table of ours in one transaction; the database itself is its administrator's."""
    engine = open_engine(url)
    names = ", ".join([*sorted(metadata.tables), "alembic_version"])
    try:
        async with engine.begin() as connection:
            await connection.execute(text(f"DROP TABLE {names}"))
            await connection.execute(text("DROP FUNCTION IF EXISTS ledger_guard()"))
            await connection.execute(text(f"DROP SCHEMA IF EXISTS {_ENGINE} CASCADE"))
    except (SQLAlchemyError, OSError) as error:
        raise sorted_error(error, engine.url) from error
    finally:
        await engine.dispose()
    return f"every table of Mutuals in the database {engine.url.database}"
