"""Quiet hours: what is not urgent is told when they end. It waits in the lists until then."""

from dataclasses import replace
from datetime import datetime

from mutuals.context import BrandContext
from mutuals.domain import quiet_hours
from mutuals.domain.ids import alert_subject
from mutuals.domain.model import Alert
from mutuals.ports.unit_of_work import UnitOfWork

URGENT = 0  # the priority of what breaks through


def waits_until(watched: BrandContext, order: int, now: datetime) -> datetime | None:
    """When a message of this priority may go; None: now."""
    return None if order <= URGENT else quiet_hours.until(now, watched.policy.quiet_hours)


async def break_through(tx: UnitOfWork, alert: Alert) -> None:
    """An alert that waits for the end of the quiet hours has become urgent: it goes out now."""
    for row in await tx.deliveries.of(alert_subject(alert.id)):
        if row.ref is None and row.next_at is not None and row.error is None:
            await tx.deliveries.request(replace(row, priority=URGENT, next_at=None))
