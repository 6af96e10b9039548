"""Bringing a database to the present shape; alembic runs in a process of its own."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

from sqlalchemy import Connection, create_engine, text
from sqlalchemy.exc import SQLAlchemyError

from mutuals.domain.errors import MutualsError, at_the_end
from mutuals.storage.database_url import VARIABLE, guard_sqlite, make_file, parse, sqlite_file
from mutuals.storage.error_translation import sorted_error
from mutuals.storage.schema.creation import LOCK, create_if_empty
from mutuals.storage.schema.revision import is_current


def upgrade(url: str, revision: str = "head") -> None:
    """Run all missing migrations in one transaction: a kill at any moment leaves the old shape.

    Loads alembic; the service calls `ensure_current`. Raises MutualsError or SettingsError.
    """
    parsed = parse(url)
    file = sqlite_file(parsed)
    if file is not None:
        make_file(file)
        parsed = parsed.set(drivername="sqlite+pysqlite")
    engine = create_engine(parsed, hide_parameters=True)
    if file is not None:
        guard_sqlite(engine)
    try:
        with engine.begin() as connection:
            if file is None:
                connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))
            _run(connection, revision)
    except (SQLAlchemyError, OSError) as error:
        raise sorted_error(error, engine.url) from error
    finally:
        engine.dispose()


def _run(connection: Connection, revision: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


async def ensure_current(url: str) -> None:
    """Upgrade the database if it is behind, in a process of its own: alembic stays out of our memory.

    A new database needs no upgrade.

    Raises MutualsError with what the upgrade said when it failed, and when a newer Mutuals wrote the database.
    """
    if await is_current(url) or await create_if_empty(url):
        return
    # By the environment, not by an argument: the URL may hold a password, and everyone sees arguments.
    environment = os.environ | {VARIABLE: url}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", __name__, env=environment, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL
    )  # fmt: skip
    try:
        _, said = await process.communicate()
    except asyncio.CancelledError:
        process.kill()
        await process.wait()
        raise
    if process.returncode != 0:
        reason = said.decode(errors="replace").strip() or f"it ended with status {process.returncode}."
        raise MutualsError(f"The database could not be upgraded and is as it was before: {reason}")


def main() -> int:
    """`python -m mutuals.storage.schema.migrate`: upgrade the database that the environment names."""
    try:
        upgrade(os.environ[VARIABLE])
    except MutualsError as error:
        sys.stderr.write(f"{at_the_end(error)}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
