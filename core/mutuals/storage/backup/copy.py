"""A copy of the whole database while it is in use, and back again; the copy is proven before it gets its name."""

import os
import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import URL

from mutuals.domain.errors import MutualsError
from mutuals.storage.database_url import must_exist, parse, sqlite_file
from mutuals.storage.schema.revision import REVISIONS

_VERSIONS = re.compile(r"server version: (?P<server>[\w.]+).*; pg_\w+ version: (?P<ours>[\w.]+)")
VERSION = "SELECT version_num FROM alembic_version"


def back_up(url: str, target: Path) -> None:
    """Copy the database of `url` into the new file `target`, readable by its owner only.

    SQLite by VACUUM INTO, PostgreSQL by pg_dump. Raises MutualsError, and then no `target` is left.
    """
    parsed = parse(url)
    must_exist(url)
    if target.exists():
        raise MutualsError(f"{target} exists already. Name a new file: a backup never replaces another.")
    part = target.with_name(target.name + ".part")
    try:
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
        file = sqlite_file(parsed)
        if file is not None:
            _copy_sqlite(file, part)
        else:
            _run(parsed, "pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={part}")
            _run(parsed, "pg_restore", "--list", str(part))
        settle(part, target)
    except (OSError, sqlite3.Error) as error:
        raise MutualsError(f"The backup was not made: {error}. The database is as it was.") from error
    finally:
        part.unlink(missing_ok=True)


def _copy_sqlite(file: Path, part: Path) -> None:
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=rw", uri=True, timeout=30)) as source:
        source.execute("VACUUM INTO ?", (str(part),))
    prove_sqlite(part)


def prove_sqlite(file: Path) -> None:
    """Is this a whole database of ours? Raises MutualsError if not. Writes nothing."""
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as copy:
            verdict = copy.execute("PRAGMA integrity_check").fetchone()[0]
            revision = copy.execute(VERSION).fetchone()[0]
    except (sqlite3.Error, TypeError) as error:
        raise MutualsError(f"{file} is not a database of Mutuals, or it is damaged ({error}).") from error
    if verdict != "ok":
        raise MutualsError(f"{file} is damaged: {verdict}.")
    if revision not in REVISIONS:
        raise MutualsError(f"{file} was written by a newer version of Mutuals. Restore it with that version.")


def settle(part: Path, target: Path) -> None:
    """On the disk first, then under its name: half a backup never looks like one."""
    with part.open("rb") as written:
        os.fsync(written.fileno())
    part.rename(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def put_back(url: str, source: Path) -> Path | None:
    """Replace the database of `url` by the backup `source`; nothing may use it meanwhile.

    Gives the place where the SQLite database that was there is kept. Raises MutualsError, and then the
    database is as it was.
    """
    if not source.is_file():
        raise MutualsError(f"There is no backup at {source}.")
    parsed = parse(url)
    file = sqlite_file(parsed)
    if file is None:
        # One transaction: it comes back wholly or not at all.
        _run(
            parsed, "pg_restore", "--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction",
            f"--dbname={parsed.database}", str(source),
        )  # fmt: skip
        return None
    try:
        return _put_back_sqlite(file, source)
    except OSError as error:
        raise MutualsError(f"The backup was not restored: {error}.") from error


def _put_back_sqlite(file: Path, source: Path) -> Path | None:
    prove_sqlite(source)
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = file.with_name(file.name + ".part")
    kept = None
    try:
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
        shutil.copyfile(source, part)
        prove_sqlite(part)
        if file.exists():
            _alone(file)
            kept = file.with_name(f"{file.name}.before-{datetime.now(UTC):%Y%m%dT%H%M%SZ}")
            file.rename(kept)
        for rest in ("-wal", "-shm"):  # of the old database; they would be taken for the new one's
            file.with_name(file.name + rest).unlink(missing_ok=True)
        settle(part, file)
    finally:
        part.unlink(missing_ok=True)
    return kept


def _alone(file: Path) -> None:
    """Take what the log still holds into the file, and make sure that nobody has it open."""
    busy = MutualsError("Another program has the database open. Stop Mutuals first; nothing was changed.")
    try:
        with closing(sqlite3.connect(file, timeout=1, isolation_level=None)) as old:
            # Leaving the log behind needs the database for oneself, and fails while anybody has it open.
            mode = old.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
    except sqlite3.OperationalError as error:
        raise busy from error
    except sqlite3.DatabaseError:
        return  # damaged: that may be why a backup is put back
    if mode != "delete":
        raise busy


def _run(url: URL, program: str, *arguments: str) -> None:
    """One of PostgreSQL's own programs, with the connection in its environment: everybody sees arguments."""
    if shutil.which(program) is None:
        raise MutualsError(
            f"{program} is not installed here. It comes with PostgreSQL's client programs "
            "(on Debian: apt-get install postgresql-client), and must not be older than the server."
        )
    done = subprocess.run(  # noqa: S603 - two fixed programs, no shell
        [program, *arguments], env=os.environ | _connection(url), stdin=subprocess.DEVNULL, capture_output=True,
        check=False,
    )  # fmt: skip
    if done.returncode != 0:
        raise MutualsError(_why(program, done.stderr.decode(errors="replace")))


def _why(program: str, said: str) -> str:
    """What went wrong in one of PostgreSQL's programs, and what to do: they say it in several lines, not all about us."""
    versions = _VERSIONS.search(said)
    if versions:
        server, ours = versions["server"], versions["ours"]
        return (
            f"{program} here is of version {ours} and the server of version {server}; it must not be older. Nothing was "
            f"changed. Install PostgreSQL {server.partition('.')[0]}'s client programs (docs/deploy.md says how), then "
            "run the command again."
        )
    if "unsupported version" in said:
        return (
            f"{program} here is older than the pg_dump that made this backup. Nothing was changed. Install the client "
            "programs of the server's version (docs/deploy.md says how), then run the command again."
        )
    lines = said.strip().splitlines() or ["it did not say why"]
    told = next((line for line in lines if "error: " in line), lines[-1])
    return f"{program} failed: {told.rpartition('error: ')[2].rstrip('.')}. Nothing was changed."


def _connection(url: URL) -> dict[str, str]:
    values = {
        "PGHOST": url.query.get("host", url.host), "PGPORT": url.port and str(url.port),
        "PGUSER": url.username, "PGPASSWORD": url.password and str(url.password), "PGDATABASE": url.database,
        "PGSSLMODE": url.query.get("sslmode"),
    }  # fmt: skip
    return {name: value for name, value in values.items() if isinstance(value, str) and value}
