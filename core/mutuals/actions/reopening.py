"""The way back: an alert that is over waits again."""

from dataclasses import replace
from datetime import datetime

from mutuals.alerting import alert_view, lifecycle
from mutuals.cards.buttons import may_reopen
from mutuals.cards.markup import EphemeralReply
from mutuals.context import BrandContext
from mutuals.domain import reopening
from mutuals.domain.ids import fan_feedback_key
from mutuals.domain.ledger import Decision, EntryKind
from mutuals.domain.model import Alert, AlertState
from mutuals.ports.interactions import Click
from mutuals.ports.unit_of_work import UnitOfWork

TOLD_ELSEWHERE = "They have another alert that is open: what waits is told there."


async def reopen(
    tx: UnitOfWork, watched: BrandContext, alert: Alert, click: Click, now: datetime
) -> EphemeralReply | None:
    """Open again what ended with this alert; who had judged it by closing it takes that back. What went out stays out."""
    if alert.state is not AlertState.SETTLED:
        return EphemeralReply(lines=(("This alert is open already.",),), ok=False)
    found = await alert_view.facts(tx, watched, alert, now)
    if not may_reopen(found):
        return EphemeralReply(lines=(("There is nothing left to open again here.",),), ok=False)
    cases = reopening.last_closed(found.cases)
    await tx.cases.put([reopening.reopened(case, now, watched.policy) for case in cases])
    for post_id in [case.id for case in cases] or [fan_feedback_key(alert.person_id)]:
        await tx.feedback.take_back(post_id, click.actor.key)
    if alert.is_fan:
        fans = await tx.fans.by_ids([alert.person_id])
        await tx.fans.put([replace(fan, quiet_until=None) for fan in fans.values()])
    said = Decision(EntryKind.REOPENED, click.actor, "reopen", "Reopened.", alert.id, alert.person_id)
    await tx.ledger.record(said)
    opened = await lifecycle.reopen(tx, alert, "Reopened", now, click.actor.name)
    if opened.state is AlertState.SETTLED:
        return EphemeralReply(lines=((TOLD_ELSEWHERE,),))
    return None
