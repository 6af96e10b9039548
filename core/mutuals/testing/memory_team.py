"""What only a team brings about: in a replay nobody acts and nothing is delivered."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import NoReturn

from mutuals.domain.bundle import Bundle
from mutuals.domain.ledger import Decision
from mutuals.domain.model import (
    Action,
    ActState,
    Delivery,
    Feedback,
    Notice,
    PeriodicTask,
)


def _no_team() -> NoReturn:
    raise RuntimeError("Nobody acts in a replay and nothing is delivered.")


class MemoryDeliveryRepository:
    async def request(self, delivery: Delivery) -> None:
        _no_team()

    async def of(self, subject: str) -> list[Delivery]:
        return []

    async def below(self, prefix: str) -> list[Delivery]:
        return []

    async def due(self, chat: str, now: datetime, limit: int = 50) -> list[Delivery]:
        return []

    async def wake(self, chat: str, channel: str | None = None) -> int:
        return 0  # nothing is delivered here

    async def put(self, delivery: Delivery, *, was_attempt: int) -> bool:
        _no_team()


class MemoryLedgerRepository:
    async def record(self, decision: Decision) -> None:
        _no_team()


class MemoryTaskRepository:
    async def plan(self, kind: PeriodicTask, at: datetime) -> None:
        _no_team()

    async def acquire(self, kind: PeriodicTask, now: datetime, until: datetime) -> bool:
        return False

    async def complete(self, kind: PeriodicTask, until: datetime, next_at: datetime) -> None:
        _no_team()


class MemoryActionRepository:
    async def begin(self, action: Action) -> Action | None:
        _no_team()

    async def get(self, action_id: str) -> Action | None:
        return None

    async def of(self, alert_id: str) -> list[Action]:
        return []

    async def put(self, action: Action, *, was: ActState, was_attempt: int) -> bool:
        _no_team()

    async def due(self, now: datetime, limit: int = 50) -> list[Action]:
        return []

    async def since(self, since: datetime) -> list[Action]:
        return []


class MemoryRecheckRepository:
    async def quoted(self, closed_since: datetime) -> set[str]:
        return set()

    async def unchecked(self, ids: Iterable[str], now: datetime, limit: int) -> list[str]:
        return []

    async def mark(self, ids: Sequence[str], now: datetime) -> None:
        """Nothing is looked at again in a replay."""


class MemoryDraftRepository:
    async def get(self, alert_id: str, actor_key: str) -> str | None:
        return None

    async def put(self, alert_id: str, actor_key: str, text: str | None, at: datetime) -> None:
        _no_team()


class MemorySpendingRepository:
    async def spent(self, day: str) -> int:
        return 0

    async def add(self, day: str, what: str, units: int, micros: int) -> None:
        _no_team()

    async def paid(self, day: str, names: Collection[str]) -> set[str]:
        return set()

    async def mark_paid(self, day: str, names: Collection[str]) -> None:
        _no_team()

    async def since(self, since_day: str) -> dict[str, tuple[int, int]]:
        return {}


class MemoryBundleRepository:
    async def open(self, since: datetime) -> list[Bundle]:
        return []

    async def get(self, bundle_id: str) -> Bundle | None:
        return None

    async def due(self, now: datetime) -> list[Bundle]:
        return []

    async def put(self, bundle: Bundle, *, was: int | None) -> bool:
        _no_team()


class MemoryFeedbackRepository:
    async def put(self, verdict: Feedback) -> None:
        _no_team()

    async def newest(self, *, since: datetime | None = None, limit: int | None = None) -> list[Feedback]:
        return []

    async def on(self, post_ids: Sequence[str]) -> list[Feedback]:
        return []

    async def count(self, since: datetime | None = None) -> int:
        return 0


class MemoryNoticeRepository:
    def __init__(self) -> None:
        self._notices: dict[str, Notice] = {}

    async def add(self, notice: Notice) -> bool:
        return self._notices.setdefault(notice.key, notice) is notice

    async def get(self, key: str) -> Notice | None:
        return self._notices.get(key)
