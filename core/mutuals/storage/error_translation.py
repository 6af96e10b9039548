"""What a database says when it can't, in words for the person who runs Mutuals."""

import re
import sqlite3
from dataclasses import dataclass

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection

from mutuals.domain.errors import MutualsError, TryAgain
from mutuals.ports.outbound import shown


@dataclass(frozen=True, slots=True)
class _Saying:
    """What a database says (patterns), what that means, what to do; the seconds after which it may work again (None: never)."""

    signs: tuple[str, ...]
    means: str
    cure: str
    wait: float | None = None

    def error(self, **names: str) -> MutualsError:
        """Our error."""
        means, cure = self.means.format(**names), self.cure.format(**names)
        if self.wait is None:
            return MutualsError(f"{means} {cure}")
        return TryAgain(
            f"{means} Mutuals tries again by itself. {cure}",
            retry_after=self.wait,
            once=f"{means} {cure} Then run the command again.",
        )


_LACKING = (
    "The database lacks a part that Mutuals needs.",
    "Run `mutuals db upgrade`, and check that MUTUALS_DATABASE_URL names the right database.",
)
_NOT_OURS = (
    "The database already holds tables of another program under the names that Mutuals uses. Nothing was changed.",
    "Give Mutuals a database of its own in MUTUALS_DATABASE_URL.",
)
_FULL = ("disk is full", "disk full", "no space left")
_EITHER = (
    _Saying(
        _FULL,
        "The database's disk is full. Nothing was half-written.",
        "Free some space on that disk.",
        60.0,
    ),
    _Saying(
        ("database is locked", "lock timeout", "deadlock detected"),
        "Another program holds the database. Nothing was half-written.",
        "Look for a second Mutuals or a backup tool that keeps the database open.",
        2.0,
    ),
    _Saying(
        ("disk i/o error", "could not read block", "could not write"),
        "The database's disk answers with errors. Nothing was half-written.",
        "Check the disk.",
        60.0,
    ),
)
_SQLITE = (
    *_EITHER,
    _Saying(
        ("readonly database", "read-only"),
        "The database can't be written: it is read-only for this user. Nothing was changed.",
        "Give this user write access to the database file and its folder, then start Mutuals again.",
    ),
    _Saying(
        ("malformed", "not a database"),
        "The database file is damaged or is no database. Nothing was changed.",
        "Stop Mutuals and restore the file from a backup.",
    ),
    _Saying(("no such table", "no such column"), *_LACKING),
    _Saying(
        ("unable to open database file",),
        "The database file can't be opened.",
        "Check that its folder exists and that this user may write there.",
    ),
    _Saying(("already exists",), *_NOT_OURS),
)
_POSTGRESQL = (
    *_EITHER,
    _Saying(
        ("idle-in-transaction",),
        "Mutuals stood still in the middle of a change, so the database undid it.",
        "Check whether its machine is suspended or overloaded.",
        2.0,
    ),
    _Saying(
        ("authentication failed", "no password supplied"),
        "PostgreSQL at {host} does not accept the user or the password.",
        "Correct MUTUALS_DATABASE_URL.",
    ),
    _Saying(
        ("no pg_hba.conf entry", "pg_hba.conf rejects"),
        "PostgreSQL at {host} lets nobody in as {user} to {database} from this machine.",
        "Let an administrator of the server allow it in pg_hba.conf, or correct MUTUALS_DATABASE_URL.",
    ),
    _Saying(
        ('role "[^"]*" does not exist',),
        "PostgreSQL at {host} has no user {user}.",
        "Make it as an administrator (CREATE ROLE {user} LOGIN PASSWORD '...';), or correct MUTUALS_DATABASE_URL.",
    ),
    _Saying(
        ('database "[^"]*" does not exist',),
        "PostgreSQL at {host} has no database {database}.",
        "Make it as an administrator (CREATE DATABASE {database} OWNER {user};), or correct MUTUALS_DATABASE_URL.",
    ),
    _Saying(
        ("permission denied for schema",),
        "The user {user} may not make tables in the database {database}. Nothing was changed.",
        "As an administrator: ALTER DATABASE {database} OWNER TO {user}; then start Mutuals again.",
    ),
    _Saying(
        ("permission denied",),
        "The tables in the database {database} belong to another user than {user}. Nothing was changed.",
        "Take the user that made them in MUTUALS_DATABASE_URL, or give Mutuals a database of its own.",
    ),
    _Saying(
        ("read-only transaction",),
        "PostgreSQL at {host} takes no changes: it is a copy that only reads. Nothing was changed.",
        "Name the server that takes changes in MUTUALS_DATABASE_URL.",
    ),
    _Saying(("does not exist",), *_LACKING),
    _Saying(("already exists",), *_NOT_OURS),
)


def disk_is_full(error: Exception) -> bool:
    """Does the database say that it had no room?"""
    said = str(getattr(error, "orig", None) or error).lower()
    return any(sign in said for sign in _FULL)


def sorted_error(error: Exception, url: URL, *, committing: bool = False) -> Exception:
    """Our error for a database's; a broken rule (IntegrityError) is a bug and stays what it is.

    With `committing`, a lost connection is ambiguous: the commit may have arrived.
    """
    if isinstance(error, IntegrityError):
        return error
    said = str(getattr(error, "orig", None) or error).lower()
    for saying in _SQLITE if url.get_backend_name() == "sqlite" else _POSTGRESQL:
        if any(re.search(sign, said) for sign in saying.signs):
            return saying.error(host=_host(url), user=_name(url.username), database=_name(url.database))
    if isinstance(getattr(error, "orig", None), sqlite3.Error):
        return error  # a file does not fall silent: this one is our mistake
    if isinstance(error, OperationalError | InterfaceError | NoConnection | OSError):
        return _silent(url, ambiguous=committing and isinstance(error, DBAPIError))
    return error


def _silent(url: URL, *, ambiguous: bool) -> TryAgain:
    means = f"The database at {_host(url)} does not answer."
    return TryAgain(
        f"{means} Mutuals tries again by itself; check that the database runs and can be reached.",
        retry_after=5.0,
        ambiguous=ambiguous,
        once=f"{means} Start it, or correct MUTUALS_DATABASE_URL, then run the command again.",
    )


def _host(url: URL) -> str:
    """Where the server is, without the password; a SQLite database is in its file."""
    named = url.query.get("host", url.host) or url.database or ""
    host = named if isinstance(named, str) else ", ".join(named)
    return shown(host, url.port) if url.port else host


def _name(name: str | None) -> str:
    """As SQL writes it."""
    return name if name and re.fullmatch(r"[a-z_][a-z0-9_]*", name) else '"{}"'.format(name or "")
