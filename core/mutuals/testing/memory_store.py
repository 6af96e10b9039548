"""The port `Store` in this process's memory, for replays: nothing is durable and nothing is undone.

A replay asks the store some twenty times a post; a database in between would take most of the time.
Nobody acts in a replay and nothing is delivered, so acts, deliveries and drafts stay empty. That it
finds what the database finds is held by a test that replays streams over both.
"""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from datetime import datetime, timedelta
from typing import Any

from mutuals.domain.cases import WAITING
from mutuals.domain.ids import CLOCK, job_key
from mutuals.domain.ledger import FIRST, Decision, LedgerHead
from mutuals.domain.model import (
    AlertKind,
    AlertState,
    Brand,
)
from mutuals.ports.unit_of_work import UnitOfWork
from mutuals.testing.key_values import MemoryKeyValueStore
from mutuals.testing.memory_tables import (
    MemoryAlertRepository,
    MemoryCaseRepository,
    MemoryFanRepository,
    MemoryPersonRepository,
    MemoryPostRepository,
)
from mutuals.testing.memory_team import (
    MemoryActionRepository,
    MemoryBundleRepository,
    MemoryDeliveryRepository,
    MemoryDraftRepository,
    MemoryFeedbackRepository,
    MemoryLedgerRepository,
    MemoryNoticeRepository,
    MemoryRecheckRepository,
    MemorySpendingRepository,
    MemoryTaskRepository,
)


class MemoryUnitOfWork:
    """One brand's rows: the promises of `mutuals.ports.unit_of_work.UnitOfWork` for a brand without a team."""

    def __init__(self, brand_id: str) -> None:
        self.fans = MemoryFanRepository(brand_id)
        self.people = MemoryPersonRepository(self.fans)
        self.posts = MemoryPostRepository(self.people)
        self.cases = MemoryCaseRepository()
        self.alerts = MemoryAlertRepository(self.cases)
        self.deliveries = MemoryDeliveryRepository()
        self.ledger = MemoryLedgerRepository()
        self.tasks = MemoryTaskRepository()
        self.actions = MemoryActionRepository()
        self.rechecks = MemoryRecheckRepository()
        self.drafts = MemoryDraftRepository()
        self.spending = MemorySpendingRepository()
        self.bundles = MemoryBundleRepository()
        self.feedback = MemoryFeedbackRepository()
        self.notices = MemoryNoticeRepository()
        self.key_values = MemoryKeyValueStore()

    async def counts(self) -> dict[str, int]:
        """See UnitOfWork.counts."""
        alerts, fans = self.alerts.rows.values(), self.fans.rows.values()
        unsettled = [alert.kind for alert in alerts if alert.state is not AlertState.SETTLED]
        return {
            "posts": len(self.posts.rows),
            "fans": len(fans),
            "followers": sum(bool(fan.follows_us) for fan in fans),
            "followed_back": sum(bool(fan.follows_us and fan.we_follow) for fan in fans),
            "open_cases": sum(case.state in WAITING for case in self.cases.rows.values()),
            **{f"open_{kind}": unsettled.count(kind) for kind in AlertKind},
            "settled_alerts": len(alerts) - len(unsettled),
        }

    async def is_due(self, now: datetime) -> bool:
        """Has the moment of a case or an alert come?"""
        return bool(self.cases.moments.until(now, 1) or self.alerts.moments.until(now, 1))


class MemoryStore:
    """Rows of every brand in dictionaries."""

    def __init__(self) -> None:
        self._rows: dict[str, MemoryUnitOfWork] = {}
        self._brands: dict[str, Brand] = {}
        self._values: dict[str, Any] = {}
        self._secrets: dict[str, bytes] = {}

    def transaction(self, brand_id: str) -> AbstractAsyncContextManager[UnitOfWork]:
        """A brand's rows. An exception does not undo what was written: a replay ends with it."""
        if brand_id not in self._rows:
            self._rows[brand_id] = MemoryUnitOfWork(brand_id)
        return nullcontext(self._rows[brand_id])

    def reading(self, brand_id: str) -> AbstractAsyncContextManager[UnitOfWork]:
        """See Store.reading."""
        return self.transaction(brand_id)

    async def brands(self) -> list[Brand]:
        """All brands, by id."""
        return [self._brands[one] for one in sorted(self._brands)]

    async def brand(self, brand_id: str) -> Brand | None:
        """One brand."""
        return self._brands.get(brand_id)

    async def clock_stepped_back(self, now: datetime, interval: timedelta) -> bool:
        """A replay's clock only goes forward."""
        return False

    async def clock_set_back(self, now: datetime, by: timedelta) -> None:
        """A replay's clock only goes forward."""

    async def acquire_lease(self, name: str, holder: str, *, among: int, until: datetime) -> int | None:
        """A replay is alone."""
        return 0

    async def release_lease(self, name: str, holder: str) -> None:
        """There is nobody to make room for."""

    async def remember(self, name: str, *, until: datetime) -> bool:
        """Nothing comes twice in a recording."""
        return True

    async def put_brand(self, brand: Brand, decision: Decision | None = None) -> None:
        """Keep a brand, or change it."""
        self._brands[brand.id] = brand

    async def due(self, now: datetime) -> list[str]:
        """Only clocks can be due: nobody acts and nothing is delivered."""
        return [job_key(CLOCK, brand_id) for brand_id, rows in self._rows.items() if await rows.is_due(now)]

    async def get(self, key: str) -> Any:
        """A small value that belongs to no brand; None if unset."""
        return self._values.get(key)

    async def put(self, key: str, value: Any) -> None:
        """Keep a small value."""
        self._values[key] = value

    async def ledger_head(self, brand_id: str) -> LedgerHead:
        """Nobody acts, so there is no entry."""
        return LedgerHead(0, FIRST)

    async def ledger_trouble(self, brand_id: str, *, look: bool = False) -> None:
        """See Store.ledger_trouble."""

    async def read_secret(self, name: str) -> bytes | None:
        """The secret of this name, or None."""
        return self._secrets.get(name)

    async def write_secret(self, name: str, seal: Callable[[], bytes]) -> None:
        """Keep a secret."""
        self._secrets[name] = seal()

    async def close(self) -> None:
        """Nothing to let go of."""
