"""Deliveries: what each chat shows of an alert, and what it ought to show."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from mutuals.domain.model import (
    Delivery,
)


class DeliveryRepository(Protocol):
    """Deliveries: what each chat shows of an alert, and what it ought to show. Times are aware UTC.

    One that is under way is a lease: `next_at` is its end, `attempt` its fencing token (`mutuals.domain.leases.acquired`).
    """

    async def request(self, delivery: Delivery) -> None:
        """Insert the delivery, or raise `wanted` (and set `priority`) of the one with the same
        (subject, chat, channel); `shown`, `ref` and `state` of an existing row stay."""

    async def request_all(self, these: Sequence[Delivery]) -> None:
        """The same for several at once."""

    async def of(self, subject: str) -> list[Delivery]: ...

    async def below(self, prefix: str) -> list[Delivery]:
        """All whose subject begins with this, e.g. with `news/<alert id>/`."""

    async def due(self, chat: str, now: datetime, limit: int = 50) -> list[Delivery]:
        """What shows less than wanted and may be tried now, by priority, then age, but the newest first of those
        whose priority is below 0, as people have just acted there; also rows left
        SENDING whose holder's lease is over."""

    async def wake(self, chat: str, channel: str | None = None) -> int:
        """Make due at once whatever waits in a chat, or in one channel of it; how many are messages not there yet."""

    async def put(self, delivery: Delivery, *, was_attempt: int) -> bool:
        """Acquire a delivery, or write what came of it: changes its row while `attempt` is still `was_attempt`; never
        lowers `wanted` (a wish made meanwhile stays). False when somebody else has acquired it since."""
