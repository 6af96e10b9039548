"""A fan's post was reposted by the brand: that is as good as a word to them."""

from datetime import datetime

from mutuals.alerting import lifecycle
from mutuals.context import BrandContext
from mutuals.domain import handling
from mutuals.domain.model import Alert, AlertKind, AlertState
from mutuals.ports.unit_of_work import UnitOfWork


async def seen(
    tx: UnitOfWork, watched: BrandContext, alert: Alert, text: str, now: datetime, by: str | None
) -> None:
    """Count it as an answer to the person. It settles a fan's alert as a reply does, and never a case."""
    await tx.fans.record_answers([(alert.person_id, now)])
    if alert.state is AlertState.SETTLED or alert.kind is not AlertKind.FAN:
        await lifecycle.update(tx, alert, handling.with_line(alert, text, now, by))
        return
    await lifecycle.resolve(tx, watched, alert, "answered", text, now, by)
