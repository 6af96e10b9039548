"""Deliveries: what each chat shows of an alert, and what it ought to show."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from mutuals.domain.ids import notice_subject
from mutuals.domain.model import Delivery, DeliveryState
from mutuals.testing.memory.repository import MemoryRepository
from mutuals.testing.memory.tables import Journal, Table


class DeliveryRow(NamedTuple):
    """A delivery, and since when it shows less than wanted."""

    delivery: Delivery
    since: int


def _key(delivery: Delivery) -> tuple[str, str, str]:
    return delivery.subject, delivery.chat, delivery.channel


def _sending(delivery: Delivery) -> bool:
    return delivery.state is DeliveryState.SENDING


def pending(delivery: Delivery) -> bool:
    """Does it show less than wanted, or is it being sent?"""
    return delivery.shown < delivery.wanted or _sending(delivery)


def ready(delivery: Delivery, now: datetime) -> bool:
    """May it be tried at this moment? Idle ones that wait for nothing, and leases that ran out."""
    return not _sending(delivery) if delivery.next_at is None else delivery.next_at <= now


class MemoryDeliveryRepository(MemoryRepository):
    """The promises are those of `mutuals.ports.repositories.deliveries`. `stamp` gives strictly increasing microseconds."""

    def __init__(self, brand_id: str, journal: Journal, stamp: Callable[[], int]) -> None:
        super().__init__(brand_id, journal)
        self.table: Table[tuple[str, str, str], DeliveryRow] = Table(journal)
        self._stamp = stamp

    async def request_all(self, these: Sequence[Delivery]) -> None:
        """See DeliveryRepository.request_all."""
        for one in these:
            await self.request(one)

    async def request(self, delivery: Delivery) -> None:
        """See DeliveryRepository.request."""
        self.ensure_own(delivery.brand_id)
        since, kept = self._stamp(), self.table.rows.get(_key(delivery))
        if kept is None:
            self.table.put(_key(delivery), DeliveryRow(delivery, since))
            return
        old = kept.delivery
        # A time is kept where it means something: a lease of who is sending, or a back-off after an error.
        waits = _sending(old) or old.error is not None
        changed = replace(
            old,
            wanted=max(old.wanted, delivery.wanted),
            priority=delivery.priority,
            next_at=old.next_at if waits else delivery.next_at,
        )
        keeps = old.shown < old.wanted and delivery.priority >= 0
        self.table.put(_key(old), DeliveryRow(changed, kept.since if keeps else since))

    async def of(self, subject: str) -> list[Delivery]:
        """See DeliveryRepository.of."""
        return sorted((one for one in self._all() if one.subject == subject), key=_key)

    async def below(self, prefix: str) -> list[Delivery]:
        """See DeliveryRepository.below."""
        return sorted((one for one in self._all() if one.subject.startswith(prefix)), key=_key)

    async def due(self, chat: str, now: datetime, limit: int = 50) -> list[Delivery]:
        """See DeliveryRepository.due."""
        rows = [row for row in self.table.rows.values() if row.delivery.chat == chat]
        fit = [row for row in rows if pending(row.delivery) and ready(row.delivery, now)]
        fit.sort(
            key=lambda row: (row.delivery.priority, -row.since if row.delivery.priority < 0 else row.since)
        )
        return [row.delivery for row in fit[:limit]]

    async def wake(self, chat: str, channel: str | None = None) -> int:
        """See DeliveryRepository.wake."""
        here = [one for one in self._all() if one.chat == chat and channel in (None, one.channel)]
        waiting = [one for one in here if pending(one) and not _sending(one) and one.next_at is not None]
        for delivery in waiting:
            self._change(delivery, replace(delivery, next_at=None))
        own_notices = notice_subject("")
        return sum(one.shown == 0 and not one.subject.startswith(own_notices) for one in waiting)

    async def put(self, delivery: Delivery, *, was_attempt: int) -> bool:
        """See DeliveryRepository.put."""
        self.ensure_own(delivery.brand_id)
        kept = self.table.rows.get(_key(delivery))
        if kept is None or kept.delivery.attempt != was_attempt:
            return False
        self._change(kept.delivery, replace(delivery, wanted=max(kept.delivery.wanted, delivery.wanted)))
        return True

    def chats_due(self, now: datetime) -> list[str]:
        """The chats for which something may be sent now."""
        return list(dict.fromkeys(one.chat for one in self._all() if pending(one) and ready(one, now)))

    def postpone(self, delivery: Delivery, next_at: datetime) -> None:
        """Set when it may be tried again, and nothing else."""
        self._change(delivery, replace(delivery, next_at=next_at))

    def waiting(self) -> list[tuple[Delivery, datetime]]:
        """What shows less than wanted and is put off, with the moment until when."""
        return [(one, one.next_at) for one in self._all() if pending(one) and one.next_at is not None]

    def _all(self) -> Iterator[Delivery]:
        return (row.delivery for row in self.table.rows.values())

    def _change(self, old: Delivery, new: Delivery) -> None:
        self.table.put(_key(old), self.table.rows[_key(old)]._replace(delivery=new))
