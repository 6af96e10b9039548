"""Whether there is room for the database: what writes have found, and what the file system says.

A small write may still succeed on a disk that is all but full, while the next larger one fails: so one success proves
nothing, and a failure is remembered for a while.
"""

import os
import time
from collections.abc import Callable
from pathlib import Path

REMEMBERED = 60.0  # seconds for which a write that found no room counts, whatever succeeds meanwhile
LEAST = 16 << 20  # bytes; with less than this, a disk that was full still counts as full
LOW = 64 << 20  # bytes; SQLite's log of changes alone grows to some MiB in a storm of posts


class Disk:
    """Of one process. `free` gives the bytes that it may still write; None where that can't be known."""

    def __init__(self, free: Callable[[], int | None], seconds: Callable[[], float] = time.monotonic) -> None:
        self._free, self._seconds = free, seconds
        self._found_full: float | None = None

    @classmethod
    def of(cls, file: Path | None) -> "Disk":
        """The disk of a SQLite file; that of a PostgreSQL is known by its errors only (None)."""
        return cls(lambda: None if file is None else _free(file))

    def found_full(self) -> None:
        """A write has found no room."""
        self._found_full = self._seconds()

    @property
    def full(self) -> bool:
        """Must writes be expected to fail?"""
        if self._found_full is None:
            return False
        if self._seconds() - self._found_full < REMEMBERED or self._less_than(LEAST):
            return True
        self._found_full = None
        return False

    @property
    def low(self) -> bool:
        """Is there hardly any room left?"""
        return self._less_than(LOW)

    def _less_than(self, least: int) -> bool:
        free = self._free()
        return free is not None and free < least


def _free(file: Path) -> int | None:
    try:
        found = os.statvfs(file.parent)
    except OSError:
        return None
    blocks = found.f_bfree if os.geteuid() == 0 else found.f_bavail  # some are kept for root
    return blocks * found.f_frsize
