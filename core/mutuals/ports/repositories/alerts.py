"""Alerts: what the team is told about one person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from mutuals.domain.model import (
    Alert,
    AlertKind,
    AlertState,
    Case,
)
from mutuals.domain.queue_order import QueueFilter


@dataclass(frozen=True, slots=True)
class QueuePage:
    """Some alerts of a part of the queue, each with the key of its place, and what is true of the whole part."""

    alerts: Sequence[tuple[str, Alert]]
    start: int  # how many of the part stand before them
    total: int
    snoozed: int


class AlertRepository(Protocol):
    """Alerts: what the team is told about one person. Times are aware UTC."""

    async def get(self, alert_id: str) -> Alert | None: ...

    async def by_ids(self, ids: Sequence[str]) -> dict[str, Alert]: ...

    async def open_of(self, person_ids: Sequence[str]) -> dict[str, Alert]:
        """The alert of each person that is not settled."""

    async def of(self, person_ids: Sequence[str]) -> list[Alert]:
        """All alerts of these people in any state and of any age, oldest first."""

    async def open(self, kind: AlertKind | None = None) -> list[tuple[Alert, list[Case]]]:
        """Every alert that is not settled, with the cases it tells of; there is no limit, so the number is true."""

    async def queue(self, wanted: QueueFilter, *, after: str = "", skip: int = 0, limit: int) -> QueuePage:
        """A page of a part of the queue in its order (`mutuals.domain.queue_order`): what stands behind the place `after`,
        or else behind the first `skip`. An alert's cases are those of its person.

        Neither the number of alerts nor that of the pages before costs more than a walk over an index.
        """

    async def last_episode(self, person_id: str) -> int:
        """The number of the person's latest alert; 0 when there was none."""

    async def newest(
        self, *, kind: AlertKind | None = None, state: AlertState | None = None, limit: int = 50
    ) -> list[Alert]:
        """Alerts, newest first."""

    async def count_opened(self, kind: AlertKind, since: datetime) -> int: ...

    async def due(self, now: datetime, limit: int = 200) -> list[Alert]:
        """Alerts whose snooze, claim or writing time has run out."""

    async def put(self, alert: Alert, *, was: int | None) -> bool:
        """Insert (`was` None) or replace where the stored version is `was`; False when somebody was first."""

    async def closed_since(self, since: datetime) -> list[Alert]:
        """The alerts that were settled since then, the first that was settled first."""

    async def open_since(self, kind: AlertKind, since: datetime) -> list[Alert]:
        """The alerts of a kind that were opened since then and are not settled, oldest first."""
