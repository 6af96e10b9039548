"""The port to the database as a whole: transactions of one brand, and what belongs to no brand."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Protocol

from mutuals.domain.ledger import Decision, LedgerEntry, LedgerHead
from mutuals.domain.model import Brand
from mutuals.ports.unit_of_work import UnitOfWork

BrandChange = Callable[
    [Brand], tuple[Brand, Decision]
]  # what a brand becomes, and the decision that led to it


class LedgerTrouble(StrEnum):
    """What can be wrong with the ledger's anchor: the ledger is another than it says, or it can't be written."""

    DIFFERS = "ledger-differs"
    UNWRITTEN = "ledger-anchor"


class Store(Protocol):
    """Where everything is remembered. Work of one brand never touches another's rows."""

    def transaction(self, brand_id: str, *, urgent: bool = False) -> AbstractAsyncContextManager[UnitOfWork]:
        """A write transaction: all or nothing, serial with others of the same brand; "": of what belongs to no brand.
        `urgent`: before all others that wait; for a person before whom something must open now."""

    def reading(self, brand_id: str) -> AbstractAsyncContextManager[UnitOfWork]:
        """One brand as it stands now, to read only: it waits for no writer, and none waits for it."""

    async def brands(self) -> list[Brand]: ...

    async def brand(self, brand_id: str) -> Brand | None: ...

    async def put_brand(self, brand: Brand, decision: Decision | None = None) -> None:
        """Keep a brand, or change it; a `decision` that led to it goes into its ledger."""

    async def change_brand(self, brand_id: str, change: BrandChange) -> Brand | None:
        """Change a brand as it stands now: `change` is called within the transaction, so that nobody's change is lost.
        Its decision goes into the brand's ledger. What it raises leaves all as it was. None: there is no such brand."""

    async def due(self, now: datetime) -> list[str]:
        """Keys of the jobs that are due now, all brands: `<periodic task>/<brand>`, `clock/<brand>`,
        `act/<brand>/<action id>`, `handoff/<brand>/<hand-off id>`, `deliver/<brand>/<chat>`."""

    async def clock_stepped_back(self, now: datetime, interval: timedelta) -> bool:
        """Make due now what was planned by a clock that was ahead; gives whether there was anything."""

    async def clock_set_back(self, now: datetime, by: timedelta) -> None:
        """The machine's clock went back by so much just now: what was put off is put off no longer than was meant."""

    async def acquire_lease(self, name: str, holder: str, *, among: int, until: datetime) -> int | None:
        """Acquire or renew one of `among` leases of this name; its number, or None when others hold them all. It is held
        `until` then, or until released. An end three times further away than ours is that of a clock that was ahead."""

    async def release_lease(self, name: str, holder: str) -> None:
        """Give a lease back, so that nobody need wait for its end; another holder's stays."""

    async def remember(self, name: str, *, until: datetime) -> bool:
        """Remember a name until then, for all processes; False when it is remembered already."""

    async def get(self, key: str) -> Any:
        """A small JSON value that belongs to no brand; None if unset."""

    async def put(self, key: str, value: Any) -> None: ...

    def ledger(self, brand_id: str, since: datetime | None = None) -> AsyncIterator[LedgerEntry]:
        """A brand's ledger in its order, as it stands now; `since` leaves out what was before."""

    async def ledger_head(self, brand_id: str) -> LedgerHead: ...

    async def ledger_trouble(self, brand_id: str, *, look: bool = False) -> tuple[LedgerTrouble, str] | None:
        """What is wrong with the anchor of a brand's ledger, with a sentence; `look` there again first."""

    async def shape_trouble(self) -> str | None:
        """A sentence when the database has a newer or an older shape than this version of Mutuals needs: somebody has
        changed it while the service runs. None: it is as it should be."""

    async def read_secret(self, name: str) -> bytes | None: ...

    async def forget_secret(self, name: str) -> None: ...

    async def write_secret(self, name: str, seal: Callable[[], bytes]) -> None:
        """Keep a sealed secret. `seal` is called within the transaction, so that the key can be changed meanwhile."""
