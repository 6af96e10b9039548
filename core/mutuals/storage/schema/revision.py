"""Which shape the database has, told without loading alembic: it would cost the service 15 MB."""

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import SQLAlchemyError

from mutuals.domain.errors import MutualsError
from mutuals.storage.database_url import READ_ONLY, open_engine
from mutuals.storage.error_translation import sorted_error

# Every revision there ever was, oldest first; a test compares it with the migrations.
REVISIONS = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0005",
    "0006",
    "0007",
    "0008",
    "0009",
    "0010",
    "0011",
    "0012",
    "0013",
    "0014",
    "0015",
    "0016",
)
HEAD = REVISIONS[-1]


def stored_revision(connection: Connection) -> str | None:
    """The shape that a database says it has; None when it says none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


async def is_current(url: str) -> bool:
    """Has the database the shape that this version of Mutuals needs?

    Raises MutualsError when a newer Mutuals has written it, TryAgain when it can't be read now.
    """
    revision = await revision_of(url)
    if revision is not None:
        understood(revision)
    return revision == HEAD


async def revision_of(url: str) -> str | None:
    """The shape of a database, whatever it is; None when it holds none of ours. A SQLite file that is missing is made.

    Raises TryAgain or MutualsError when it can't be read now.
    """
    engine = open_engine(url)
    try:
        async with engine.connect() as connection:
            reading = await connection.execution_options(**{READ_ONLY: True})
            return await reading.run_sync(stored_revision)
    except (SQLAlchemyError, OSError) as error:
        raise sorted_error(error, engine.url) from error
    finally:
        await engine.dispose()


def while_running(revision: str | None) -> str | None:
    """What it means that the database of a running service has another shape than it needs; None: it has not."""
    if revision == HEAD:
        return None
    if revision is None or revision in REVISIONS:
        return (
            f"The database has an older shape ({revision or 'none'}; this Mutuals needs {HEAD}): it was replaced while Mutuals "
            "ran. Whoever runs Mutuals should start it again; the start brings the shape up."
        )
    return (
        f"A newer version of Mutuals has changed the database (its shape is {revision}, this one knows {HEAD}). This one "
        "goes on, but does not start again on it. Whoever runs Mutuals should update it everywhere: docs/updating.md."
    )


def understood(revision: str) -> None:
    """Raises MutualsError when a newer Mutuals has written the database."""
    if revision not in REVISIONS:
        raise MutualsError(
            f"The database was written by a newer version of Mutuals (its shape is {revision}, this version "
            f"knows {HEAD}). Nothing was changed. Start the newer version, or restore an older backup."
        )
