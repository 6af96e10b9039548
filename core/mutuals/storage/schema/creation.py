"""A new database gets the present shape at once, without alembic: it would cost the first start two seconds.

A test compares this shape with what all migrations give.
"""

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import SQLAlchemyError

from mutuals.storage.database_url import open_engine
from mutuals.storage.error_translation import sorted_error
from mutuals.storage.schema.revision import HEAD
from mutuals.storage.schema.tables import metadata

LOCK = 6_884_872_576  # any fixed number: two processes that shape one PostgreSQL database wait for each other


def create(connection: Connection) -> bool:
    """The same within somebody's transaction; False when there are tables already."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))
    if inspect(connection).get_table_names():
        return False
    metadata.create_all(connection, checkfirst=False)
    connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
    connection.execute(text("INSERT INTO alembic_version (version_num) VALUES (:head)"), {"head": HEAD})
    return True


async def create_if_empty(url: str) -> bool:
    """Give an empty database the present shape, in one transaction; False when it has tables already.

    Raises TryAgain or MutualsError when it can't be written.
    """
    engine = open_engine(url)
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(create)
    except (SQLAlchemyError, OSError) as error:
        raise sorted_error(error, engine.url) from error
    finally:
        await engine.dispose()
