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
    engine = open_engine(url)
    try:
        async with engine.connect() as connection:
            reading = await connection.execution_options(**{READ_ONLY: True})
            revision = await reading.run_sync(stored_revision)
    except (SQLAlchemyError, OSError) as error:
        raise sorted_error(error, engine.url) from error
    finally:
        await engine.dispose()
    if revision is not None:
        understood(revision)
    return revision == HEAD


def understood(revision: str) -> None:
    """Raises MutualsError when a newer Mutuals has written the database."""
    if revision not in REVISIONS:
        raise MutualsError(
            f"The database was written by a newer version of Mutuals (its shape is {revision}, this version "
            f"knows {HEAD}). Nothing was changed. Start the newer version, or restore an older backup."
        )
