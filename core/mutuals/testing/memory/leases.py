"""Leases in memory, as `mutuals.storage.leases` keeps them: named ones, and rows of work with a time of their next turn."""

from datetime import datetime, timedelta
from typing import NamedTuple

from mutuals.domain import leases as terms
from mutuals.domain.leases import LeaseTerm
from mutuals.domain.model import PeriodicTask
from mutuals.testing.memory.unit_of_work import MemoryUnitOfWork

_DAILY = (PeriodicTask.DIGEST, PeriodicTask.RETENTION)


class Lease(NamedTuple):
    """Who has one of the leases of a name, and its end."""

    holder: str
    until: datetime


class MemoryLeases:
    """Leases by name and number, and names that are remembered for a while."""

    def __init__(self) -> None:
        self._leases: dict[str, dict[int, Lease]] = {}
        self._remembered: dict[str, datetime] = {}

    def acquire(self, name: str, holder: str, *, among: int, now: datetime, until: datetime) -> int | None:
        """See Store.acquire_lease."""
        if until <= now:
            return None
        term, leases = LeaseTerm(until - now), self._leases.setdefault(name, {})
        held = {
            number: lease.holder
            for number, lease in leases.items()
            if term.is_held(lease.until, now) and number < among
        }
        number = next((number for number, of in held.items() if of == holder), None)
        if number is None:
            number = next((number for number in range(among) if number not in held), None)
        if number is not None:
            leases[number] = Lease(holder, until)
        return number

    def release(self, name: str, holder: str) -> None:
        """See Store.release_lease."""
        leases = self._leases.get(name, {})
        self._leases[name] = {number: lease for number, lease in leases.items() if lease.holder != holder}

    def remember(self, name: str, *, now: datetime, until: datetime) -> bool:
        """See Store.remember. Names whose time is over are forgotten on the way."""
        self._remembered = {known: end for known, end in self._remembered.items() if end > now}
        if name in self._remembered:
            return False
        self._remembered[name] = until
        return True


def any_too_far(rows: MemoryUnitOfWork, now: datetime, interval: timedelta) -> bool:
    """Is any row of work put off for longer than a right clock ever does? `interval`: the longest between two polls."""
    return bool(
        any(at > _latest(kind, now, interval) for kind, at in rows.tasks.table.rows.items())
        or any(at > now + terms.ACTION_WAITS for _, at in rows.actions.live())
        or any(at > now + terms.DELIVERY_WAITS for _, at in rows.deliveries.waiting())
    )


def make_due(rows: MemoryUnitOfWork, now: datetime, interval: timedelta) -> None:
    """All of these are due now; in a transaction."""
    for kind, at in list(rows.tasks.table.rows.items()):
        if at > _latest(kind, now, interval):
            rows.tasks.table.put(kind, now)
    for action, at in rows.actions.live():
        if at > now + terms.ACTION_WAITS:
            rows.actions.postpone(action, now)
    for delivery, at in rows.deliveries.waiting():
        if at > now + terms.DELIVERY_WAITS:
            rows.deliveries.postpone(delivery, now)


def set_back(rows: MemoryUnitOfWork, now: datetime, by: timedelta) -> None:
    """What was put off is put off no longer than was meant, and leases keep their length; in a transaction."""
    latest_lease = now + terms.TASK.length
    for kind, at in list(rows.tasks.table.rows.items()):
        if kind is PeriodicTask.DIGEST:
            rows.tasks.table.put(kind, now)
        elif at > latest_lease:
            rows.tasks.table.put(kind, at - by)
    for action, at in rows.actions.live():
        if at > latest_lease:
            rows.actions.postpone(action, at - by)
    for delivery, at in rows.deliveries.waiting():
        if at > latest_lease:
            rows.deliveries.postpone(delivery, at - by)


def _latest(kind: PeriodicTask, now: datetime, interval: timedelta) -> datetime:
    return now + terms.CLOCK_SLACK + (terms.DIGEST_WAITS if kind in _DAILY else interval)
