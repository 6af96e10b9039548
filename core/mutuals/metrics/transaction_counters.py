"""What a transaction changed, counted once it is committed."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from time import perf_counter
from typing import Any, Generic, TypeVar, cast

from mutuals.domain.ids import SubjectKind, parse_subject
from mutuals.domain.model import (
    CAME_TO_NOTHING,
    Action,
    ActState,
    Alert,
    AlertState,
    Case,
    Delivery,
    DeliveryState,
)
from mutuals.metrics.series import Series
from mutuals.ports.clock import Clock
from mutuals.ports.repositories.actions import ActionRepository
from mutuals.ports.repositories.alerts import AlertRepository
from mutuals.ports.repositories.deliveries import DeliveryRepository
from mutuals.ports.store import Store
from mutuals.ports.unit_of_work import UnitOfWork

OVER = CAME_TO_NOTHING | {ActState.DONE, ActState.UNVERIFIED}
Counted = Callable[[], None]
Part = TypeVar("Part")


class _Passthrough(Generic[Part]):
    """Stands before a part: what a subclass does not count goes to the part itself."""

    def __init__(self, inner: Part) -> None:
        self._inner = inner

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)


class CountedStore(_Passthrough[Store]):
    """The store with its transactions timed, and their changes counted."""

    def __init__(self, inner: Store, series: Series, clock: Clock) -> None:
        super().__init__(inner)
        self._series = series
        self._clock = clock

    def transaction(self, brand_id: str, *, urgent: bool = False) -> AbstractAsyncContextManager[UnitOfWork]:
        """See Store.transaction."""
        return self._transaction(brand_id, urgent)

    @asynccontextmanager
    async def _transaction(self, brand_id: str, urgent: bool) -> AsyncIterator[UnitOfWork]:
        start = perf_counter()
        try:
            async with self._inner.transaction(brand_id, urgent=urgent) as tx:
                seen = CountedUnitOfWork(tx, self._series, self._clock)
                yield cast("UnitOfWork", seen)
        except BaseException:
            self._series.transactions_failed.inc()
            raise
        self._series.transaction_seconds.observe(perf_counter() - start)
        for count in seen.changes:
            count()


class CountedUnitOfWork(_Passthrough[UnitOfWork]):
    """A transaction that notes what it changes; everything else passes straight through."""

    def __init__(self, inner: UnitOfWork, series: Series, clock: Clock) -> None:
        super().__init__(inner)
        self.changes: list[Counted] = []
        self.alerts = _CountedAlerts(inner, series, self.changes)
        self.deliveries = _CountedDeliveries(inner, series, self.changes, clock)
        self.actions = _CountedActions(inner, series, self.changes)


class _CountedAlerts(_Passthrough[AlertRepository]):
    def __init__(self, tx: UnitOfWork, series: Series, changes: list[Counted]) -> None:
        super().__init__(tx.alerts)
        self._series, self._changes = series, changes

    async def put(self, alert: Alert, *, was: int | None) -> bool:
        """See AlertRepository.put."""
        closes = alert.state is AlertState.SETTLED and was is not None
        before = await self._inner.get(alert.id) if closes else None
        written = await self._inner.put(alert, was=was)
        if written and was is None:
            self._changes.append(self._series.opened.labels(alert.kind).inc)
        elif written and before is not None and before.state is not AlertState.SETTLED:
            self._changes.append(self._series.settled.labels(alert.kind, alert.closed_by or "unknown").inc)
        return written


class _CountedDeliveries(_Passthrough[DeliveryRepository]):
    def __init__(self, tx: UnitOfWork, series: Series, changes: list[Counted], clock: Clock) -> None:
        super().__init__(tx.deliveries)
        self._tx, self._series, self._changes, self._clock = tx, series, changes, clock

    async def put(self, delivery: Delivery, *, was_attempt: int) -> bool:
        """See DeliveryRepository.put."""
        sent = delivery.state is DeliveryState.IDLE and delivery.ref is not None and delivery.error is None
        before = await self._row(delivery) if sent else None
        written = await self._inner.put(delivery, was_attempt=was_attempt)
        if written and delivery.error is not None:
            self._changes.append(self._series.deliveries.labels(delivery.chat, "failed").inc)
        elif written and before is not None:
            word = "posted" if before.ref is None else "redrawn"
            self._changes.append(self._series.deliveries.labels(delivery.chat, word).inc)
            if before.ref is None:
                await self._told(delivery)
        return written

    async def _told(self, delivery: Delivery) -> None:
        """A chat shows an alert or a bundle for the first time: how old is the post?"""
        shown = parse_subject(delivery.subject)
        if shown.kind == SubjectKind.BUNDLE and (bundle := await self._tx.bundles.get(shown.of)) is not None:
            category, at = bundle.category, bundle.first_at
        elif shown.kind == SubjectKind.ALERT and (lead := await self._lead(shown.of)) is not None:
            category, at = lead.category, lead.last_at if lead.episode > 1 else lead.opened_at
        else:
            return  # a fan's alert answers no post, and a reminder is not the first word
        seconds = max(0.0, (self._clock.now() - at).total_seconds())
        told = self._series.told.labels(delivery.chat, category)
        self._changes.append(lambda: told.observe(seconds))

    async def _lead(self, alert_id: str) -> Case | None:
        alert = await self._tx.alerts.get(alert_id)
        if alert is None or not alert.case_ids:
            return None
        return (await self._tx.cases.by_ids(alert.case_ids[:1])).get(alert.case_ids[0])

    async def _row(self, delivery: Delivery) -> Delivery | None:
        for one in await self._inner.of(delivery.subject):
            if (one.chat, one.channel) == (delivery.chat, delivery.channel):
                return one
        return None


class _CountedActions(_Passthrough[ActionRepository]):
    def __init__(self, tx: UnitOfWork, series: Series, changes: list[Counted]) -> None:
        super().__init__(tx.actions)
        self._series, self._changes = series, changes

    async def begin(self, action: Action) -> Action | None:
        """See ActionRepository.begin."""
        other = await self._inner.begin(action)
        if other is None:
            self._changes.append(self._series.acts.labels(action.kind, action.path, "begun").inc)
        return other

    async def put(self, action: Action, *, was: ActState, was_attempt: int) -> bool:
        """See ActionRepository.put."""
        written = await self._inner.put(action, was=was, was_attempt=was_attempt)
        if written and action.state in OVER and action.state is not was:
            self._changes.append(self._series.acts.labels(action.kind, action.path, action.state).inc)
        return written
