"""The ledger as a file for a spreadsheet."""

import csv
import os
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TextIO

from mutuals.domain.errors import MutualsError
from mutuals.domain.ledger import COLUMNS, LedgerEntry, moment
from mutuals.ports.store import Store

# A spreadsheet takes a cell that begins so for a formula, and a formula can send the sheet to a stranger
# (OWASP, CSV injection). The apostrophe is in the list so that taking one off always gives the text back.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "'")  # full-width ones, too


def cells(one: LedgerEntry) -> list[str]:
    """One entry as a line of the file; what a spreadsheet would take for a formula gets an apostrophe in front."""
    values = [moment(one.at) if name == "at" else getattr(one, name) for name in COLUMNS]
    return [_inert("" if value is None else str(value)) for value in values]


def _inert(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


async def write(
    store: Store, brands: Sequence[str], out: TextIO, since: datetime | None, tick: Callable[[], None]
) -> int:
    """Write the entries as CSV with a header, and call `tick` after each; how many it were."""
    # All in quotes: where a spreadsheet expects semicolons, one inside a text would begin a cell of its own.
    table = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    table.writerow(COLUMNS)
    count = 0
    async for one in _all(store, brands, since):
        table.writerow(cells(one))
        count += 1
        tick()
    return count


async def _all(store: Store, brands: Sequence[str], since: datetime | None) -> AsyncIterator[LedgerEntry]:
    for brand_id in brands:
        async for one in store.ledger(brand_id, since):
            yield one


class Draft:
    """A file that appears under its name only when it is whole, readable by its owner only."""

    def __init__(self, file: Path) -> None:
        self._file, self._draft = file, file.with_name(f"{file.name}.partial")

    def __enter__(self) -> TextIO:
        """Raises MutualsError when it can't be written."""
        try:
            self._draft.unlink(missing_ok=True)  # what was left there may be readable by others, or a link
            handle = os.open(self._draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except OSError as error:
            raise MutualsError(f"{self._file} can't be written: {error.strerror}.") from error
        self._out = os.fdopen(handle, "w", encoding="utf-8", newline="")
        return self._out

    def __exit__(self, kind: object, _error: object, _trace: object) -> None:
        self._out.close()
        if kind is None:
            self._draft.replace(self._file)
        else:
            with suppress(OSError):
                self._draft.unlink()
