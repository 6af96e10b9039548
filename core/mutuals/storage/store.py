"""The port `Store` over a database: short transactions, one writer at a time."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Self

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from mutuals.domain.errors import TryAgain
from mutuals.domain.ledger import INSTALLATION, Decision, LedgerEntry, LedgerHead
from mutuals.domain.model import Brand
from mutuals.ports.clock import Clock
from mutuals.ports.store import BrandChange, LedgerTrouble
from mutuals.ports.unit_of_work import UnitOfWork
from mutuals.storage import leases
from mutuals.storage.advisory_lock import SerialTransactions
from mutuals.storage.database_url import READ_ONLY, identity, open_engine, sqlite_file
from mutuals.storage.disk_space import Disk
from mutuals.storage.due_jobs import due_jobs
from mutuals.storage.error_translation import disk_is_full, sorted_error
from mutuals.storage.group_commit import GroupCommit
from mutuals.storage.ledger_anchor import Anchor, AnchorFile, place
from mutuals.storage.repositories import counters, ledger, queue_places
from mutuals.storage.repositories import secrets as secret_rows
from mutuals.storage.repositories.brands import change_brand, read_brand, read_brands, write_brand
from mutuals.storage.repositories.key_values import read_value, write_value
from mutuals.storage.repositories.operator_stats import Overview, newest_look, overview, troubles
from mutuals.storage.schema.columns import to_micros
from mutuals.storage.schema.migrate import ensure_current
from mutuals.storage.schema.revision import stored_revision, while_running
from mutuals.storage.schema.tables import secret
from mutuals.storage.scope import Scope, upsert
from mutuals.storage.unit_of_work import SqlUnitOfWork

_NO_BRAND = ""  # the brand_id of what belongs to no brand
_SECRETS = "secrets"  # all of them are written one after another, so that a new key misses none


class SqlStore:
    """SQLite or PostgreSQL behind the port `Store`. Open one with `SqlStore.open`, end it with `close`."""

    def __init__(self, engine: AsyncEngine, clock: Clock, anchor: AnchorFile | None = None) -> None:
        self._engine = engine
        self._clock = clock
        self._last_stamp = 0
        self._file = sqlite_file(engine.url)
        self._opened = None if self._file is None else identity(self._file)
        self.disk = Disk.of(self._file)
        self._group = GroupCommit(engine) if engine.dialect.name == "sqlite" else None
        self._serial = SerialTransactions(engine)
        self._writers: set[tuple[str, asyncio.Task[Any] | None]] = set()
        self.anchor = Anchor(anchor, self._reading)

    @classmethod
    async def open(cls, url: str, *, clock: Clock, anchor: str | None = None) -> Self:
        """Open the database, in the present shape. `anchor`: the file for the ledger's anchor; None: beside a SQLite file.

        Raises SettingsError for an unusable URL, TryAgain or MutualsError when it can't be opened.
        """
        await ensure_current(url)
        file = place(url, anchor)
        return cls(open_engine(url), clock, None if file is None else AnchorFile(file))

    @property
    def engine(self) -> AsyncEngine:
        """For what a vendor's library keeps in tables of its own."""
        return self._engine

    def lost_file(self) -> str | None:
        """What is wrong when the opened SQLite file is no longer the one at its path; None while it is."""
        if self._file is None or identity(self._file) == self._opened:
            return None
        return (
            f"The database file {self._file} was deleted or replaced while Mutuals ran: what it writes now would be lost. "
            "It ends, so that it starts anew on the file that is there then. Put the file back, or restore a backup."
        )

    async def prove(self) -> None:
        """Write and commit a row: reading works on a full disk, too, and what is rolled back never reaches it.

        Raises TryAgain also when another write has lately found no room: this small one may still have found some.
        """
        await self.put("probe", self._clock.now().isoformat())
        if self.disk.full:
            raise TryAgain("The database's disk is full. Free some space on that disk.", retry_after=60.0)

    async def close(self) -> None:
        """Let go of all connections."""
        await self.anchor.settled()
        if self._group is not None:
            await self._group.finished()
        await self._engine.dispose()

    async def shape_trouble(self) -> str | None:
        """What is wrong with the database's shape while this one runs; None while nothing is."""
        async with self._reading() as connection:
            return while_running(await connection.run_sync(stored_revision))

    # --- one brand ---

    def transaction(self, brand_id: str, *, urgent: bool = False) -> AbstractAsyncContextManager[UnitOfWork]:
        """A write transaction of one brand: all or nothing, serial with others of the same brand."""
        return self._transaction(brand_id, urgent)

    @asynccontextmanager
    async def _transaction(self, brand_id: str, urgent: bool) -> AsyncIterator[UnitOfWork]:
        async with self._writing(brand_id, urgent=urgent) as connection:
            scope = Scope(connection, brand_id, self._stamp)
            yield SqlUnitOfWork(scope)
            await queue_places.flush(scope)
            if scope.tallies:
                await counters.flush(scope)
        if scope.chains:
            self.anchor.moved(*scope.chains)

    @asynccontextmanager
    async def reading(self, brand_id: str) -> AsyncIterator[UnitOfWork]:
        """One brand as it stands now, to read only: it waits for no writer, and none waits for it."""
        async with self._reading() as connection:
            yield SqlUnitOfWork(Scope(connection, brand_id, self._stamp))

    def _stamp(self) -> int:
        self._last_stamp = max(self._last_stamp + 1, to_micros(self._clock.now()))
        return self._last_stamp

    # --- all brands ---

    async def brands(self) -> list[Brand]:
        """Every brand, by its id."""
        async with self._reading() as connection:
            return await read_brands(connection)

    async def put_brand(self, one: Brand, decision: Decision | None = None) -> None:
        """Keep a brand, or change it; a `decision` that led to it goes into its ledger."""
        async with self._writing(one.id) as connection:
            await write_brand(scope := Scope(connection, one.id, self._stamp), one, decision)
        self.anchor.moved(*scope.chains)

    async def change_brand(self, brand_id: str, change: BrandChange) -> Brand | None:
        """Change a brand as it stands now, and record the decision; None: there is no such brand."""
        async with self._writing(brand_id) as connection:
            changed = await change_brand(scope := Scope(connection, brand_id, self._stamp), change)
        self.anchor.moved(*scope.chains)
        return changed

    async def brand(self, brand_id: str) -> Brand | None:
        """One brand."""
        async with self._reading() as connection:
            return await read_brand(connection, brand_id)

    async def acquire_lease(self, name: str, holder: str, *, among: int, until: datetime) -> int | None:
        """Acquire or renew one of `among` leases of this name; its number, or None when others hold them all."""
        length = until - self._clock.now()  # before we wait for our turn: others' leases are judged by it
        async with self._writing(leases.lock_name(name)) as connection:
            now = self._clock.now()
            return await leases.acquire(
                connection, name, holder, among=among, length=length, now=now, until=until
            )

    async def release_lease(self, name: str, holder: str) -> None:
        """Give a lease back; another holder's stays."""
        async with self._writing(leases.lock_name(name)) as connection:
            await leases.release(connection, name, holder)

    async def remember(self, name: str, *, until: datetime) -> bool:
        """Remember a name until then, for all processes; False when it is remembered already."""
        async with self._writing(_NO_BRAND, lasting=False) as connection:
            return await leases.remember(connection, name, now=self._clock.now(), until=until)

    async def due(self, now: datetime) -> list[str]:
        """Keys of the jobs that are due now."""
        async with self._reading() as connection:
            return await due_jobs(connection, now)

    async def clock_stepped_back(self, now: datetime, interval: timedelta) -> bool:
        """Make due now what was planned by a clock that was ahead; gives whether there was anything. `interval`: the
        longest time between two looks."""
        async with self._reading() as connection:
            if not await leases.any_too_far(connection, now, interval):
                return False
        async with self._writing("clock") as connection:
            await leases.make_due(connection, now, interval)
        return True

    async def clock_set_back(self, now: datetime, by: timedelta) -> None:
        """The clock went back just now: nothing waits longer than was meant."""
        async with self._writing("clock") as connection:
            await leases.set_back(connection, now, by)

    async def troubles(self) -> list[tuple[str, str]]:
        """(network, kind) of every trouble that goes on at some brand."""
        async with self._reading() as connection:
            return await troubles(connection)

    async def newest_look(self) -> datetime | None:
        """When a brand was looked at last; in the future, a wrong clock has noted it."""
        async with self._reading() as connection:
            return await newest_look(connection)

    async def overview(self, day: str) -> Overview:
        """The state of all brands in a few numbers; `day` is the UTC day whose spending is asked."""
        async with self._reading() as connection:
            return await overview(connection, day)

    async def get(self, key: str) -> Any:
        """A small JSON value that belongs to no brand; None if unset."""
        async with self._reading() as connection:
            return await read_value(connection, _NO_BRAND, key)

    async def put(self, key: str, value: Any) -> None:
        """Keep a small JSON value; None forgets it."""
        async with self._writing(f"memo/{key}") as connection:
            await write_value(connection, _NO_BRAND, key, value)

    async def read_secret(self, name: str) -> bytes | None:
        """The sealed secret of this name, or None."""
        async with self._reading() as connection:
            return await secret_rows.read_secret(connection, name)

    async def write_secret(self, name: str, seal: Callable[[], bytes]) -> None:
        """Keep a secret; durable when this returns. `seal` is called while nobody else can write one."""
        async with self._writing(_SECRETS) as connection:
            await upsert(connection, secret, [{"name": name, "sealed": seal()}])

    async def secrets(self) -> dict[str, bytes]:
        """Every sealed secret by its name."""
        async with self._reading() as connection:
            return await secret_rows.read_secrets(connection)

    async def forget_secret(self, name: str) -> None:
        """Forget the secret of this name."""
        async with self._writing(_SECRETS) as connection:
            await secret_rows.forget_secrets(connection, name, owner=False)

    async def forget_secrets(self, owner: str) -> None:
        """Forget every secret whose name begins with this."""
        async with self._writing(_SECRETS) as connection:
            await secret_rows.forget_secrets(connection, owner, owner=True)

    async def replace_secret(self, name: str, *, was: bytes, sealed: bytes) -> bool:
        """Change a secret that is still what it `was`; False when somebody has written it since."""
        async with self._writing(_SECRETS) as connection:
            return await secret_rows.replace_secret(connection, name, was=was, sealed=sealed)

    @asynccontextmanager
    async def secrets_held(self) -> AsyncIterator[dict[str, bytes]]:
        """Every sealed secret; while this is open nobody, in no process, writes one."""
        async with self._writing(_SECRETS) as connection:
            yield await secret_rows.read_secrets(connection)

    # --- the ledger ---

    async def ledger_brands(self) -> list[str]:
        """The ids of the brands that have a ledger, also of those that are watched no more."""
        async with self._reading() as connection:
            return await ledger.brands(connection)

    async def ledger_count(self, brand_id: str, since: datetime | None = None) -> int:
        """How many entries a brand's ledger has."""
        async with self._reading() as connection:
            return await ledger.count(connection, brand_id, since)

    async def ledger(self, brand_id: str, since: datetime | None = None) -> AsyncIterator[LedgerEntry]:
        """A brand's ledger in its order, as it stands now; `since` leaves out what was before."""
        async with self._reading() as connection:
            async for one in ledger.read(connection, brand_id, since):
                yield one

    async def ledger_trouble(self, brand_id: str, *, look: bool = False) -> tuple[LedgerTrouble, str] | None:
        """What is wrong with the anchors; while something is, and on `look`, they are looked at again first."""
        chains = (brand_id, INSTALLATION)
        if look or self.anchor.trouble(*chains):
            self.anchor.moved(*chains)
            await self.anchor.settled()
        return self.anchor.trouble(*chains)

    @property
    def anchor_file(self) -> Path | None:
        """The file of the ledger's anchor; None where there is none."""
        return None if self.anchor.file is None else self.anchor.file.path

    def anchored(self) -> dict[str, LedgerHead]:
        """Where each chain of the ledger was, by its anchor. Raises MutualsError when that can't be read."""
        return {} if self.anchor.file is None else self.anchor.file.read()

    async def accept_ledger(self, chain: str, decision: Decision) -> None:
        """Take a chain as it is for the true one: an entry says so, and the anchor follows. Raises MutualsError."""
        brand_id = _NO_BRAND if chain == INSTALLATION else chain
        async with self._writing(brand_id) as connection:
            await ledger.record_decision(Scope(connection, brand_id, self._stamp), decision)
            head = await ledger.head(connection, chain)
        await self.anchor.replace({chain: head})

    async def ledger_head(self, brand_id: str) -> LedgerHead:
        """Where a brand's ledger ends now."""
        async with self._reading() as connection:
            return await ledger.head(connection, brand_id)

    @asynccontextmanager
    async def ledger_snapshot(self) -> AsyncIterator[AsyncConnection]:
        """A connection that sees the ledger and the acts as they stood at one moment."""
        async with self._reading(snapshot=True) as connection:
            yield connection

    # --- connections ---

    @asynccontextmanager
    async def _reading(self, *, snapshot: bool = False) -> AsyncIterator[AsyncConnection]:
        try:
            async with self._engine.connect() as connection:
                if snapshot and connection.dialect.name == "postgresql":  # SQLite always reads so
                    await connection.execution_options(isolation_level="REPEATABLE READ")
                yield await connection.execution_options(**{READ_ONLY: True})
        except (SQLAlchemyError, OSError) as error:
            raise self._sorted(error) from error

    def _sorted(self, error: Exception, *, committing: bool = False) -> Exception:
        if disk_is_full(error):
            self.disk.found_full()
        return sorted_error(error, self._engine.url, committing=committing)

    @asynccontextmanager
    async def _writing(
        self, what: str, *, urgent: bool = False, lasting: bool = True
    ) -> AsyncIterator[AsyncConnection]:
        """A write transaction, serial with others about the same thing: a brand, or e.g. one lease, never all of them."""
        writer = ("" if self._group else what, asyncio.current_task())  # SQLite has one writer for everything
        if writer in self._writers:
            raise RuntimeError("a transaction inside another of the same task would wait for itself for ever")
        self._writers.add(writer)
        committing = False
        try:
            if self._group is None:
                transaction = self._serial.transaction(what, urgent=urgent)
            else:
                transaction = self._group.transaction(urgent=urgent, lasting=lasting)
            async with transaction as connection:
                yield connection
                committing = True
        except (SQLAlchemyError, OSError) as error:
            raise self._sorted(error, committing=committing) from error
        finally:
            self._writers.discard(writer)
