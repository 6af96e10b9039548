"""The whole store in memory, for tests of integrations and for replays: everything that a database keeps, until the process ends.

    store = MemoryStore(clock)
    await store.put_brand(brand)
    async with store.transaction(brand.id) as tx:
        await tx.posts.add([post])
    async with store.reading(brand.id) as tx:
        await tx.posts.by_ids([post.id])

It keeps the promises of `mutuals.ports.store` and of every repository in `mutuals.ports.repositories`: one suite,
`tests/contracts/store`, runs over it, SQLite and PostgreSQL. A transaction is all or nothing, and serial with others of
the same brand; a reader sees what was committed and waits for nobody. What two processes share is what two parts of one
program share here: give both the same `MemoryStore`. Nothing outlives it, and text that no database could hold stays as
it is. A whole service works on it, too: `tests/acceptance/test_all_in_memory.py` stops and starts one.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from mutuals.alerting.incidents import TROUBLES
from mutuals.alerting.restore_guard import LOOKED_AT
from mutuals.domain.ledger import INSTALLATION, Decision, LedgerEntry, LedgerHead
from mutuals.domain.model import Brand
from mutuals.ports.clock import Clock
from mutuals.ports.store import BrandChange, LedgerTrouble
from mutuals.ports.unit_of_work import UnitOfWork
from mutuals.storage.disk_space import Disk
from mutuals.storage.schema.columns import to_micros
from mutuals.testing.memory.due_jobs import due_jobs
from mutuals.testing.memory.leases import MemoryLeases, any_too_far, make_due, set_back
from mutuals.testing.memory.ledger import MemoryLedgerRepository
from mutuals.testing.memory.transactions import BrandTransactions

_NO_BRAND = ""  # the rows of what belongs to no brand


class MemoryStore:
    """Implements `mutuals.ports.store.Store`. `clock` stamps the ledger and says when a lease is over."""

    engine = None  # there are no tables that a vendor's library could fill

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last_stamp = 0
        self._rows: dict[str, BrandTransactions] = {}
        self._writers: set[asyncio.Task[Any] | None] = set()
        self._brands: dict[str, Brand] = {}
        self._secrets: dict[str, bytes] = {}
        self._leases = MemoryLeases()
        self.disk = Disk.of(None)

    def _stamp(self) -> int:
        self._last_stamp = max(self._last_stamp + 1, to_micros(self._clock.now()))
        return self._last_stamp

    def _of(self, brand_id: str) -> BrandTransactions:
        found = self._rows.get(brand_id)
        if found is None:
            found = self._rows[brand_id] = BrandTransactions(brand_id, self._stamp, self._writers)
        return found

    # --- one brand -----------------------------------------------------------------------

    def transaction(self, brand_id: str, *, urgent: bool = False) -> AbstractAsyncContextManager[UnitOfWork]:
        """A write transaction of one brand: all or nothing, serial with others of the same brand."""
        return self._of(brand_id)

    def reading(self, brand_id: str) -> AbstractAsyncContextManager[UnitOfWork]:
        """One brand as it stands now, to read only: it waits for no writer, and none waits for it."""
        return self._of(brand_id).reading()

    # --- all brands ----------------------------------------------------------------------

    async def brands(self) -> list[Brand]:
        """All brands, by id."""
        return [self._brands[brand_id] for brand_id in sorted(self._brands)]

    async def brand(self, brand_id: str) -> Brand | None:
        """One brand."""
        return self._brands.get(brand_id)

    async def put_brand(self, brand: Brand, decision: Decision | None = None) -> None:
        """Keep a brand, or change it; a `decision` that led to it goes into its ledger."""
        async with self._of(brand.id) as tx:
            if decision is not None:
                await tx.ledger.record(decision)
            self._brands[brand.id] = replace(brand, settings=dict(brand.settings))

    async def change_brand(self, brand_id: str, change: BrandChange) -> Brand | None:
        """Change a brand as it stands now; the decision that led to it goes into its ledger. None: there is none."""
        async with self._of(brand_id) as tx:
            known = self._brands.get(brand_id)
            if known is None:
                return None
            changed, decision = change(known)
            await tx.ledger.record(decision)
            self._brands[brand_id] = replace(changed, settings=dict(changed.settings))
        return changed

    async def due(self, now: datetime) -> list[str]:
        """Keys of the jobs that are due now."""
        paused = {brand.id for brand in self._brands.values() if brand.paused}
        return due_jobs({brand_id: one.committed() for brand_id, one in self._rows.items()}, paused, now)

    async def clock_stepped_back(self, now: datetime, interval: timedelta) -> bool:
        """Make due now what was planned by a clock that was ahead; gives whether there was anything."""
        wrong = [brand for brand in self._rows.values() if any_too_far(brand.committed(), now, interval)]
        for brand in wrong:
            async with brand:
                make_due(brand.rows, now, interval)
        return bool(wrong)

    async def clock_set_back(self, now: datetime, by: timedelta) -> None:
        """The clock went back just now: nothing waits longer than was meant."""
        for brand in list(self._rows.values()):
            async with brand:
                set_back(brand.rows, now, by)

    async def acquire_lease(self, name: str, holder: str, *, among: int, until: datetime) -> int | None:
        """Acquire or renew one of `among` leases of this name; its number, or None when others hold them all."""
        return self._leases.acquire(name, holder, among=among, now=self._clock.now(), until=until)

    async def release_lease(self, name: str, holder: str) -> None:
        """Give a lease back; another holder's stays."""
        self._leases.release(name, holder)

    async def remember(self, name: str, *, until: datetime) -> bool:
        """Remember a name until then; False when it is remembered already."""
        return self._leases.remember(name, now=self._clock.now(), until=until)

    async def get(self, key: str) -> Any:
        """A small JSON value that belongs to no brand; None if unset."""
        async with self.reading(_NO_BRAND) as tx:
            return await tx.key_values.get(key)

    async def put(self, key: str, value: Any) -> None:
        """Keep a small JSON value; None forgets it."""
        async with self.transaction(_NO_BRAND) as tx:
            await tx.key_values.put(key, value)

    async def read_secret(self, name: str) -> bytes | None:
        """The sealed secret of this name, or None."""
        return self._secrets.get(name)

    async def write_secret(self, name: str, seal: Callable[[], bytes]) -> None:
        """Keep a sealed secret."""
        self._secrets[name] = seal()

    async def forget_secret(self, name: str) -> None:
        """Forget one."""
        self._secrets.pop(name, None)

    # --- the ledger ----------------------------------------------------------------------

    async def ledger(self, brand_id: str, since: datetime | None = None) -> AsyncIterator[LedgerEntry]:
        """A brand's ledger in its order, as it stands now; `since` leaves out what was before."""
        for entry in self._chain(brand_id).entries(since):
            yield entry

    async def ledger_head(self, brand_id: str) -> LedgerHead:
        """Where a brand's ledger ends now."""
        return self._chain(brand_id).head()

    def _chain(self, name: str) -> MemoryLedgerRepository:
        return self._of(_NO_BRAND if name == INSTALLATION else name).committed().ledger

    async def ledger_trouble(self, brand_id: str, *, look: bool = False) -> tuple[LedgerTrouble, str] | None:
        """Nothing: there is no anchor beside it that could differ."""
        return None

    async def shape_trouble(self) -> None:
        """Nothing: memory has no shape that another version could have changed."""

    # --- what a whole service asks beside the port ---------------------------------------

    def lost_file(self) -> None:
        """There is no file that could be lost."""

    async def prove(self) -> None:
        """There is always room."""

    async def troubles(self) -> list[tuple[str, str]]:
        """(network, kind) of every trouble that goes on at a brand that is not paused."""
        found = await self._values_of_watched(TROUBLES)
        return [(network, kind) for network, kinds in found for kind in kinds]

    async def newest_look(self) -> datetime | None:
        """When a brand was looked at last."""
        looks = [datetime.fromisoformat(at) for _, at in await self._values_of_watched(LOOKED_AT)]
        return max(looks, default=None)

    async def _values_of_watched(self, key: str) -> list[tuple[str, Any]]:
        """(network, value) of each brand that is not paused and has a small value under this key."""
        watched = [brand for brand in self._brands.values() if not brand.paused]
        found = [(one.network, await self._of(one.id).committed().key_values.get(key)) for one in watched]
        return [(network, value) for network, value in found if value is not None]

    async def forget_secrets(self, owner: str) -> None:
        """Forget every secret whose name begins with this."""
        self._secrets = {name: kept for name, kept in self._secrets.items() if not name.startswith(owner)}

    async def close(self) -> None:
        """Nothing to let go of: who opens it again finds everything."""
