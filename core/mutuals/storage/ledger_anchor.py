"""The ledger's anchor: how far each chain went and its last hash, in a small file that is not the database.

It is written after the entries are committed, so it may lag behind them, and it never goes backwards by itself: an
entry at its number that is missing or another shows that somebody has changed the ledger, or put back a backup.
"""

import asyncio
import fcntl
import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractAsyncContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection

from mutuals.domain.errors import MutualsError
from mutuals.domain.ledger import LedgerHead
from mutuals.ports.store import LedgerTrouble
from mutuals.storage.database_url import parse, sqlite_file
from mutuals.storage.repositories import ledger

SUFFIX = ".anchor"
VARIABLE = "MUTUALS_LEDGER_ANCHOR_FILE"
PATIENCE = 5.0  # seconds at the end for a write that hangs; the next entry writes it again

log = structlog.get_logger(__name__)


def place(url: str, named: str | None) -> Path | None:
    """Where the anchor is: the file that the settings name, else beside the SQLite database; None with PostgreSQL."""
    if named:
        return Path(named).expanduser().resolve()  # a link would be replaced by the file
    file = sqlite_file(parse(url))
    return None if file is None else file.with_name(file.name + SUFFIX)


@dataclass(frozen=True, slots=True)
class AnchorFile:
    """The file. Everything here blocks for as long as the disk takes."""

    path: Path

    def read(self) -> dict[str, LedgerHead]:
        """Where each chain was; empty while there is no file. Raises MutualsError when it can't be understood."""
        try:
            text = self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            raise self._unreadable(error) from error
        if not text:
            return {}  # made a moment ago by another process that is about to write it
        try:
            chains = json.loads(text)["chains"]
            return {
                str(name): LedgerHead(int(one["entries"]), str(one["head"])) for name, one in chains.items()
            }
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise self._unreadable(error) from error

    def advance(self, heads: Mapping[str, LedgerHead]) -> None:
        """Write how far these chains are, unless somebody has written more meanwhile. Raises MutualsError, OSError."""
        with self._locked():
            known = self.read()
            further = {
                name: one for name, one in heads.items()
                if one.entries > (known[name].entries if name in known else 0)
            }  # fmt: skip
            if further:
                self._write(known | further)

    def replace(self, heads: Mapping[str, LedgerHead]) -> None:
        """Write where these chains are now, also where that is further back. Raises OSError."""
        with self._locked():
            try:
                known = self.read()
            except MutualsError:
                known = {}  # whoever says what is true replaces what can't be read
            self._write(known | dict(heads))

    def _write(self, heads: Mapping[str, LedgerHead]) -> None:
        chains = {name: {"entries": one.entries, "head": one.hash} for name, one in sorted(heads.items())}
        part = self.path.with_name(f"{self.path.name}.part")
        part.unlink(missing_ok=True)
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as out:
            out.write(json.dumps({"chains": chains}, indent=1) + "\n")
            out.flush()
            os.fsync(out.fileno())
        part.replace(self.path)
        folder = os.open(self.path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """One writer at a time, of all processes. Each write makes a new file, so whoever waited looks again."""
        while True:
            descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX)
                mine, there = os.fstat(descriptor), _stat(self.path)
                if there is not None and (mine.st_dev, mine.st_ino) == (there.st_dev, there.st_ino):
                    yield
                    return
            finally:
                os.close(descriptor)

    def _unreadable(self, error: Exception) -> MutualsError:
        why = getattr(error, "strerror", None) or "it holds something else"
        return MutualsError(
            f"The ledger's anchor {self.path} can't be read: {why}. Put it back, or, if you know what happened, "
            "run: mutuals ledger accept"
        )


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def replace(file: AnchorFile, heads: Mapping[str, LedgerHead]) -> None:
    """Write where these chains are now, also where that is further back. Raises MutualsError."""
    try:
        file.replace(heads)
    except OSError as error:
        raise MutualsError(
            f"The ledger's anchor {file.path} can't be written: {error.strerror}. Mend that, then run: mutuals ledger accept"
        ) from error


class Anchor:
    """Brings the file forward after each entry, in the background: a click never waits for it, nor fails with it."""

    def __init__(
        self, file: AnchorFile | None, reading: Callable[[], AbstractAsyncContextManager[AsyncConnection]]
    ) -> None:
        self.file = file
        self._reading = reading
        self._pending: set[str] = set()
        self._task: asyncio.Task[None] | None = None
        self._differ: dict[str, str] = {}  # chain -> what is wrong with it
        self._unwritten: str | None = None
        self._missed: set[str] = set()  # chains whose last write failed: written with the next one

    def trouble(self, *chains: str) -> tuple[LedgerTrouble, str] | None:
        """What is wrong with the anchor of these chains, as far as was seen; None: nothing."""
        for one in chains:
            if one in self._differ:
                return LedgerTrouble.DIFFERS, self._differ[one]
        return (LedgerTrouble.UNWRITTEN, self._unwritten) if self._unwritten else None

    def moved(self, *chains: str) -> None:
        """These chains have new entries."""
        if self.file is None or not chains:
            return
        self._pending |= {*chains, *self._missed}
        self._missed = set()
        if self._task is None or self._task.done():
            self._task = asyncio.ensure_future(self._follow(self.file))

    async def settled(self) -> None:
        """Wait until the file is as far as it will come."""
        if self._task is not None:
            await asyncio.wait([self._task], timeout=PATIENCE)

    async def replace(self, heads: Mapping[str, LedgerHead]) -> None:
        """Write where these chains are now, also where that is further back. Raises MutualsError."""
        if self.file is not None:
            await asyncio.to_thread(replace, self.file, heads)

    async def _follow(self, file: AnchorFile) -> None:
        while self._pending:
            chains, self._pending = sorted(self._pending), set()
            try:
                await self._forward(file, chains)
            except (MutualsError, OSError) as error:
                self._failed(file, error)
                self._missed.update(chains)
            else:
                self._unwritten = None

    async def _forward(self, file: AnchorFile, chains: list[str]) -> None:
        """Bring it forward only along the chain that it holds: another one must not replace it."""
        known, heads = await asyncio.to_thread(file.read), {}
        async with self._reading() as connection:
            for name in chains:
                at = known.get(name)
                if at is not None and await ledger.hash_of(connection, name, at.entries) != at.hash:
                    self._differs(file, name, at)
                    continue
                self._differ.pop(name, None)
                heads[name] = await ledger.head(connection, name)
        further = {name: one for name, one in heads.items() if one != known.get(name) and one.entries}
        if further:
            await asyncio.to_thread(file.advance, further)

    def _differs(self, file: AnchorFile, chain: str, at: LedgerHead) -> None:
        if chain not in self._differ:
            log.error(
                "ledger.not_the_anchored_one", chain=chain, anchored_entry=at.entries, file=str(file.path)
            )
        self._differ[chain] = (
            f"Entry {at.entries} of the ledger is gone or another than its anchor says: somebody has changed the "
            "database past Mutuals, or put back a backup. Whoever runs Mutuals finds out with: mutuals ledger verify"
        )

    def _failed(self, file: AnchorFile, error: Exception) -> None:
        said = getattr(error, "strerror", None) or str(error)
        why = (
            str(error)
            if isinstance(error, MutualsError)
            else f"The ledger's anchor {file.path} can't be written: {said}."
        )
        if self._unwritten is None:
            log.warning("ledger.anchor_not_written", file=str(file.path), why=why)
        self._unwritten = (
            f"{why} Everything goes on; until that is mended, a ledger that somebody cuts at its end is noticed only by "
            "the digest's last line."
        )
