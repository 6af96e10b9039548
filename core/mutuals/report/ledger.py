"""The ledger for people: is it whole, and as a file for a spreadsheet."""

import csv
import os
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO

from mutuals.errors import MutualsError
from mutuals.rules.ledger import COLUMNS, Entry, Walk, moment
from mutuals.store.store import SqlStore

# A spreadsheet takes a cell that begins so for a formula, and a formula can send the sheet to a stranger
# (OWASP, CSV injection). The apostrophe is in the list so that taking one off always gives the text back.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "'")  # full-width ones, too


@dataclass(frozen=True, slots=True)
class Chain:
    """One brand's ledger, walked to its end."""

    brand_id: str
    handle: str
    walk: Walk


async def chosen(store: SqlStore, brand: str | None) -> dict[str, str]:
    """Brand ids with their names: of the brand with this handle or id, or of all that are known.

    Raises MutualsError when there is no such brand.
    """
    known = {one.id: f"@{one.account.handle}" for one in await store.brands()}
    known |= {one: one for one in await store.ledger_brands() if one not in known}
    if brand is None:
        return known
    wanted = brand.strip().removeprefix("@").casefold()
    found = {id_: name for id_, name in known.items() if wanted in {id_, name.removeprefix("@").casefold()}}
    if not found:
        names = ", ".join(known.values()) or "none yet"
        raise MutualsError(f"There is no brand called {brand}. Known: {names}.")
    return found


async def examine(store: SqlStore, brand: str | None, head: str | None) -> list[Chain]:
    """Walk along the chains. `head` is one that somebody wrote down. Raises MutualsError."""
    brands = await chosen(store, brand)
    if head is not None and len(brands) != 1:
        raise MutualsError("A head belongs to one brand. Say which one with: --brand HANDLE")
    chains = []
    for brand_id, handle in brands.items():
        walk = Walk(wanted=head.strip().lower() if head else None)
        async for one in store.ledger(brand_id):
            walk.step(one)
        walk.end()
        chains.append(Chain(brand_id, handle, walk))
    return chains


def sentences(chain: Chain) -> list[str]:
    """What was found, for a person."""
    walk, count = chain.walk, chain.walk.entries
    entries = "1 entry" if count == 1 else f"{count} entries"
    if walk.broken is not None:
        number = walk.broken.number
        sound = "" if number in {None, 1} else f"What stands before entry {number} is as it was written. "
        next_step = "Keep a copy of the database as it is now, and compare it with your backups and exports."
        return [f"{chain.handle}: BROKEN, {entries}. {walk.broken.sentence}", f"  {sound}{next_step}"]
    if count == 0:
        return [f"{chain.handle}: nothing has been done yet, so there is no entry."]
    lines = [f"{chain.handle}: unbroken, {entries}, {walk.under_way} without an outcome yet."]
    if walk.found_at is not None:
        lines.append(
            f"  The head you gave is that of entry {walk.found_at}, {count - walk.found_at} came since."
        )
    return [*lines, f"  head: {walk.head}"]


def plain(chain: Chain) -> dict[str, Any]:
    """What was found, as JSON."""
    walk = chain.walk
    broken = None if walk.broken is None else {"entry": walk.broken.number, "why": walk.broken.sentence}
    return {
        "brand": chain.brand_id,
        "handle": chain.handle,
        "ok": broken is None,
        "entries": walk.entries,
        "without_outcome": walk.under_way,
        "head": walk.head if walk.entries else None,
        "head_found_at": walk.found_at,
        "broken": broken,
    }


def cells(one: Entry) -> list[str]:
    """One entry as a line of the file; what a spreadsheet would take for a formula gets an apostrophe in front."""
    values = [moment(one.at) if name == "at" else getattr(one, name) for name in COLUMNS]
    return [_inert("" if value is None else str(value)) for value in values]


def _inert(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


async def write(
    store: SqlStore, brands: Sequence[str], out: TextIO, since: datetime | None, tick: Callable[[], None]
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


async def _all(store: SqlStore, brands: Sequence[str], since: datetime | None) -> AsyncIterator[Entry]:
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
