"""What a database says when it can't, in words for the person who runs Mutuals."""

import sqlite3

from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection

from mutuals.errors import MutualsError, TryAgain

_NO_SPACE = (
    "The database's disk is full. Nothing was half-written; Mutuals goes on when there is space again. "
    "Free some space on that disk."
)
_HELD = (
    "Another program holds the database. Nothing was half-written and Mutuals tries again. "
    "If this stays, look for a second Mutuals or a backup tool that keeps the database open."
)
_FROZEN = (
    "Mutuals stood still in the middle of a change, so the database undid it. Mutuals tries again. "
    "If this stays, check whether its machine is suspended or overloaded."
)
_DISK = (
    "The database's disk answers with errors. Nothing was half-written and Mutuals tries again. "
    "Check the disk."
)
_READ_ONLY = (
    "The database can't be written: it is read-only for this user. Nothing was changed. "
    "Give this user write access to the database file and its folder, then start Mutuals again."
)
_DAMAGED = (
    "The database file is damaged or is no database. Nothing was changed. "
    "Stop Mutuals and restore the file from a backup."
)
_STRANGER = "PostgreSQL does not accept the user or the password. Correct MUTUALS_DATABASE_URL."
_LACKING = (
    "The database lacks a part that Mutuals needs. Run `mutuals db upgrade`, and check that "
    "MUTUALS_DATABASE_URL names the right database."
)
_NO_FILE = (
    "The database file can't be opened. Check that its folder exists and that this user may write there."
)
_NOT_OURS = (
    "The database already holds tables of another program under the names that Mutuals uses. "
    "Nothing was changed. Give Mutuals a database of its own in MUTUALS_DATABASE_URL."
)
_SILENT = (
    "The database does not answer. Mutuals tries again by itself; "
    "check that the database runs and can be reached."
)

# What SQLite and PostgreSQL say, what we say, and the seconds after which it may work again (None: never).
_SAYINGS: tuple[tuple[tuple[str, ...], str, float | None], ...] = (
    (("disk is full", "disk full", "no space left"), _NO_SPACE, 60.0),
    (("database is locked", "lock timeout", "deadlock detected"), _HELD, 2.0),
    (("idle-in-transaction",), _FROZEN, 2.0),
    (("disk i/o error", "could not read block", "could not write"), _DISK, 60.0),
    (("readonly database", "read-only", "permission denied"), _READ_ONLY, None),
    (("malformed", "not a database"), _DAMAGED, None),
    (("authentication failed", "no password supplied"), _STRANGER, None),
    (("does not exist", "no such table", "no such column"), _LACKING, None),
    (("unable to open database file",), _NO_FILE, None),
    (("already exists",), _NOT_OURS, None),
)


def sorted_error(error: Exception, *, committing: bool = False) -> Exception:
    """Our error for a database's; a broken rule (IntegrityError) is a bug and stays what it is.

    With `committing`, a lost connection is ambiguous: the commit may have arrived.
    """
    if isinstance(error, IntegrityError):
        return error
    said = str(getattr(error, "orig", None) or error).lower()
    for signs, sentence, wait in _SAYINGS:
        if any(sign in said for sign in signs):
            return MutualsError(sentence) if wait is None else TryAgain(sentence, retry_after=wait)
    if isinstance(getattr(error, "orig", None), sqlite3.Error):
        return error  # a file does not fall silent: this one is our mistake
    if isinstance(error, OperationalError | InterfaceError | NoConnection | OSError):
        lost = committing and isinstance(error, DBAPIError)
        return TryAgain(_SILENT, retry_after=5.0, ambiguous=lost)
    return error
