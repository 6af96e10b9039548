"""The two ends of a copy: the source as it stands at one moment, the target in one transaction; and what is refused."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, text
from sqlalchemy.exc import DataError, SQLAlchemyError

from mutuals.domain.errors import MutualsError, at_the_end
from mutuals.storage.database_url import VARIABLE, guard_sqlite, make_file, parse, sqlite_file
from mutuals.storage.error_translation import sorted_error
from mutuals.storage.postgresql import PATIENCE
from mutuals.storage.process_lock import SUFFIX as LOCK_SUFFIX
from mutuals.storage.process_lock import is_held
from mutuals.storage.schema.revision import HEAD, stored_revision, understood
from mutuals.storage.schema.tables import metadata

_IN_USE = "Stop every Mutuals that uses it first, and the copy command again then. Nothing was changed."
_SESSIONS = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
    "AND backend_type = 'client backend'"
)
# What is there and belongs to no extension: a managed PostgreSQL brings views of its own.
_OBJECTS = text(
    "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
    "WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') "
    "AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e') ORDER BY 1 LIMIT 3"
)


def apart(source_url: str, target_url: str) -> None:
    """Raises MutualsError when both are the same database."""
    source, target = parse(source_url), parse(target_url)
    files = sqlite_file(source), sqlite_file(target)
    same = (
        source == target if None in files else Path(str(files[0])).resolve() == Path(str(files[1])).resolve()
    )
    if same:
        raise MutualsError("The source and the target are the same database. Name another one as the target.")


def _engine(url: str) -> Engine:
    parsed = parse(url)
    file = sqlite_file(parsed)
    if file is None:
        patience = {name: value for name, value in PATIENCE.items() if name not in parsed.query}
        return create_engine(parsed, hide_parameters=True, connect_args=patience)
    make_file(file)
    engine = create_engine(parsed.set(drivername="sqlite+pysqlite"), hide_parameters=True)
    guard_sqlite(engine)
    return engine


@contextmanager
def reading(url: str) -> Iterator[Connection]:
    """The source as it stands at one moment; nobody writes to it, and it is not changed."""
    file, engine = sqlite_file(parse(url)), _engine(url)
    if file is not None and is_held(file.with_name(file.name + LOCK_SUFFIX)):
        raise MutualsError(f"A running Mutuals uses {file}. {_IN_USE}")
    try:
        with engine.connect() as connection:
            if file is None:
                others = connection.execute(_SESSIONS).scalar_one()
                if others:
                    raise MutualsError(f"{others} other session(s) use the source database now. {_IN_USE}")
            _of_this_shape(connection)
            connection.rollback()
            if file is None:
                connection.execution_options(isolation_level="REPEATABLE READ")
                # Before anything is read, so that what is read is what is locked. SQLite has a lock from its BEGIN on.
                names = ", ".join(sorted(metadata.tables))
                connection.execute(text(f"LOCK TABLE {names} IN SHARE MODE NOWAIT"))
            yield connection
            connection.rollback()
    except (SQLAlchemyError, OSError) as error:
        raise sorted_error(error, engine.url) from error
    finally:
        engine.dispose()


def _of_this_shape(connection: Connection) -> None:
    revision = stored_revision(connection)
    if revision is None:
        raise MutualsError(
            "The source holds no database of Mutuals. Check MUTUALS_DATABASE_URL. Nothing was copied."
        )
    understood(revision)
    if revision != HEAD:
        raise MutualsError(
            f"The source has an older shape ({revision}; this version of Mutuals knows {HEAD}). Back it up, run: "
            "mutuals db upgrade. Then copy it. Nothing was changed."
        )


@contextmanager
def writing(url: str) -> Iterator[Connection]:
    """The target, in one transaction that is kept only when nothing was raised."""
    engine = _engine(url)
    try:
        with engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                _takes_everything(connection)
            yield connection
    except DataError as error:
        raise MutualsError(
            f"The target refuses a value of the source: {str(error.orig).strip()}. Nothing was copied."
        ) from error
    except (SQLAlchemyError, OSError) as error:
        # The sentence is about a database of the settings; this one was named on the command line.
        known = sorted_error(error, engine.url)
        said = at_the_end(known) if isinstance(known, MutualsError) else str(known)
        raise MutualsError(said.replace(VARIABLE, "--to")) from error
    finally:
        engine.dispose()


def _takes_everything(connection: Connection) -> None:
    there = connection.execute(_OBJECTS).scalars().all()
    if there:
        raise MutualsError(
            f"The target is not empty: it holds {', '.join(there)}. A copy never mixes with anything. Make a new "
            "database for Mutuals and name that one. Nothing was changed."
        )
    encoding = connection.execute(text("SHOW server_encoding")).scalar_one()
    if encoding != "UTF8":
        raise MutualsError(
            f"The target's encoding is {encoding}, which can't hold every text. Make the database with ENCODING 'UTF8'. "
            "Nothing was changed."
        )
