"""One running service on one SQLite file: an operating system's lock, gone by itself when the process ends."""

import fcntl
import os
from pathlib import Path
from typing import Self

from mutuals.domain.errors import SettingsError
from mutuals.storage.database_url import VARIABLE, make_file, parse, sqlite_file

SUFFIX = ".lock"


class ProcessLock:
    """Held while the service runs. Commands that only read or change a row do not take it."""

    def __init__(self, descriptor: int | None) -> None:
        self._descriptor = descriptor

    @classmethod
    def acquire(cls, url: str, networks: str) -> Self:
        """Lock the database of this URL; PostgreSQL needs no lock, since many may share it. `networks` are the titles of
        those that are paid for.

        Raises SettingsError when another service holds it, or the place is not ours to write.
        """
        file = sqlite_file(parse(url))
        if file is None:
            return cls(None)
        make_file(file)
        beside = file.with_name(file.name + SUFFIX)
        try:
            descriptor = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise SettingsError([_no_place(beside, error)]) from error
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            holder = os.pread(descriptor, 32, 0).decode("ascii", "replace").strip()
            os.close(descriptor)
            raise SettingsError([_taken(file, holder, networks)]) from error
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode("ascii"), 0)
        return cls(descriptor)

    def release(self) -> None:
        """Let go; may be called twice. The file stays: to delete it would let two in."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def is_held(lock: Path) -> bool:
    """Does a running service hold this lock file? It is neither made nor changed."""
    try:
        descriptor = os.open(lock, os.O_RDWR | os.O_CLOEXEC)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return False


def _taken(file: Path, holder: str, networks: str) -> str:
    process = f" (process {holder})" if holder.isdigit() else ""
    return (
        f"Another Mutuals{process} already runs on {file}. Two on one SQLite file would both read {networks} and pay for "
        f"it twice, so this one ends. Stop the other first, or give this one its own {VARIABLE}. For several at once "
        "use PostgreSQL: see docs/for-operators.md."
    )


def _no_place(beside: Path, error: OSError) -> str:
    return (
        f"{beside} can't be written: {error.strerror}. Mutuals keeps it beside the database, so that no second one "
        f"starts on it. Give this user write access to that folder, or set {VARIABLE} to another place."
    )
