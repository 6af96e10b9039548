"""Alerts; a person has at most one that is not settled."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime

from mutuals.domain.model import Alert, AlertKind, AlertState, Case
from mutuals.domain.queue_order import QueueFilter, fits, place, sleeps
from mutuals.ports.repositories.alerts import QueuePage
from mutuals.storage.repositories.mappers import wake_moment
from mutuals.testing.memory.cases import MemoryCaseRepository
from mutuals.testing.memory.moments import DueIndex
from mutuals.testing.memory.repository import MemoryRepository
from mutuals.testing.memory.tables import Journal, Table


class MemoryAlertRepository(MemoryRepository):
    """The promises are those of `mutuals.ports.repositories.alerts`."""

    def __init__(self, brand_id: str, journal: Journal, cases: MemoryCaseRepository) -> None:
        super().__init__(brand_id, journal)
        self._table: Table[str, Alert] = Table(journal, self._index)
        self.rows = self._table.rows
        self.moments = DueIndex()
        self._cases = cases
        self.deleted_episodes: Callable[[Sequence[str]], list[int]]  # set by the unit of work
        self._open_of: dict[str, str] = {}
        self._of: defaultdict[str, dict[str, None]] = defaultdict(dict)  # by person: ids
        self._opened: defaultdict[AlertKind, list[tuple[datetime, str]]] = defaultdict(list)

    def _index(self, old: Alert | None, new: Alert | None) -> None:
        before, after = old and (old.kind, old.opened_at), new and (new.kind, new.opened_at)
        if old is not None and before != after:
            opened = self._opened[old.kind]
            del opened[bisect_left(opened, (old.opened_at, old.id))]
        if new is not None and before != after:
            insort(self._opened[new.kind], (new.opened_at, new.id))
        if old is not None and self._open_of.get(old.person_id) == old.id:
            del self._open_of[old.person_id]
        if new is not None:
            self._of[new.person_id][new.id] = None
            if new.state is not AlertState.SETTLED:
                self._open_of[new.person_id] = new.id
            self.moments.put(new.id, wake_moment(new))
        elif old is not None:
            del self._of[old.person_id][old.id]
            self.moments.put(old.id, None)

    async def get(self, alert_id: str) -> Alert | None:
        """See AlertRepository.get."""
        return self.rows.get(alert_id)

    async def by_ids(self, ids: Sequence[str]) -> dict[str, Alert]:
        """See AlertRepository.by_ids."""
        return {alert_id: self.rows[alert_id] for alert_id in ids if alert_id in self.rows}

    async def open_of(self, person_ids: Sequence[str]) -> dict[str, Alert]:
        """See AlertRepository.open_of."""
        return {
            person_id: self.rows[self._open_of[person_id]]
            for person_id in person_ids
            if person_id in self._open_of
        }

    async def of(self, person_ids: Sequence[str]) -> list[Alert]:
        """See AlertRepository.of."""
        ids = {alert_id for person_id in person_ids for alert_id in self._of.get(person_id, ())}
        return _oldest_first([self.rows[alert_id] for alert_id in ids])

    async def open(self, kind: AlertKind | None = None) -> list[tuple[Alert, list[Case]]]:
        """See AlertRepository.open."""
        alerts = [self.rows[alert_id] for alert_id in self._open_of.values()]
        fit = _oldest_first([alert for alert in alerts if kind in {None, alert.kind}])
        return [(alert, list((await self._cases.by_ids(alert.case_ids)).values())) for alert in fit]

    async def queue(self, wanted: QueueFilter, *, after: str = "", skip: int = 0, limit: int) -> QueuePage:
        """See AlertRepository.queue."""
        part = [
            (where.key, alert)
            for alert, cases in await self.open()
            if fits(alert, where := place(alert, cases), wanted)
        ]
        part.sort(key=lambda one: one[0])
        start = sum(key <= after for key, _ in part) if after else min(skip, len(part))
        snoozed = sum(sleeps(key) for key, _ in part)
        return QueuePage(part[start : start + limit], start, len(part), snoozed)

    async def last_episode(self, person_id: str) -> int:
        """See AlertRepository.last_episode."""
        kept = [self.rows[alert_id].episode for alert_id in self._of.get(person_id, ())]
        return max([*kept, *self.deleted_episodes([person_id])], default=0)

    async def newest(
        self, *, kind: AlertKind | None = None, state: AlertState | None = None, limit: int = 50
    ) -> list[Alert]:
        """See AlertRepository.newest."""
        alerts = self.rows.values()
        fit = [alert for alert in alerts if kind in (None, alert.kind) and state in (None, alert.state)]
        return _oldest_first(fit)[::-1][:limit]

    async def count_opened(self, kind: AlertKind, since: datetime) -> int:
        """See AlertRepository.count_opened."""
        opened = self._opened[kind]
        return len(opened) - bisect_left(opened, (since, ""))

    async def due(self, now: datetime, limit: int = 200) -> list[Alert]:
        """See AlertRepository.due."""
        return [self.rows[alert_id] for alert_id in self.moments.until(now, limit)]

    async def put(self, alert: Alert, *, was: int | None) -> bool:
        """See AlertRepository.put."""
        self.ensure_own(alert.brand_id)
        old, other = self.rows.get(alert.id), self._open_of.get(alert.person_id)
        clash = alert.state is not AlertState.SETTLED and other not in (None, alert.id)
        if clash or (old.version if old else None) != was:
            return False
        self._table.put(alert.id, alert)
        return True

    def delete(self, alert_id: str) -> None:
        """Forget an alert whole."""
        self._table.put(alert_id, None)

    async def closed_since(self, since: datetime) -> list[Alert]:
        """See AlertRepository.closed_since."""
        closed = [
            (one.closed_at, one.id) for one in self.rows.values() if one.closed_at and one.closed_at >= since
        ]
        return [self.rows[alert_id] for _, alert_id in sorted(closed)]

    async def open_since(self, kind: AlertKind, since: datetime) -> list[Alert]:
        """See AlertRepository.open_since."""
        alerts = [self.rows[alert_id] for alert_id in self._open_of.values()]
        return _oldest_first([alert for alert in alerts if alert.kind is kind and alert.opened_at >= since])


def _oldest_first(alerts: list[Alert]) -> list[Alert]:
    return sorted(alerts, key=lambda alert: (alert.opened_at, alert.id))
