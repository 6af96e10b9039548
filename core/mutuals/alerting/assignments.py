"""What a colleague is told who was given an alert: once, in private, as long as they have it."""

from datetime import datetime

from mutuals.alerting import alert_view, ephemeral_results
from mutuals.cards import assignment
from mutuals.cards.markup import Card
from mutuals.context import BrandContext
from mutuals.domain.ids import SubjectKind, parse_subject, subject
from mutuals.domain.model import Actor, Alert, AlertState, Delivery
from mutuals.ports.unit_of_work import UnitOfWork


async def tell(tx: UnitOfWork, alert: Alert, to: Actor, by: Actor, word: str) -> bool:
    """Have them told, with a word of whoever gave it to them. False where their chat does not show the alert."""
    number = str(alert.version)
    await tx.key_values.put(_memo(alert.id), {"by": by.name, "word": word, "number": number, "key": to.key})
    return await ephemeral_results.notify(
        tx, alert, to.own_key, lambda who: subject(SubjectKind.ASSIGNED, alert.id, number, who)
    )


async def card(tx: UnitOfWork, watched: BrandContext, row: Delivery, now: datetime) -> Card | None:
    """What they are told; None once they do not have it any more, or by another assignment."""
    found = parse_subject(row.subject)
    alert, memo = await tx.alerts.get(found.of), await tx.key_values.get(_memo(found.of))
    if alert is None or not memo or memo.get("number") != found.part(1) or alert.claimed_until is None:
        return None
    if alert.state is AlertState.SETTLED or alert.claimed_key != memo["key"]:
        return None
    facts = await alert_view.facts(tx, watched, alert, now)
    return assignment.told(facts, row.subject, str(memo["by"]), str(memo["word"]), alert.claimed_until)


def _memo(alert_id: str) -> str:
    return f"assigned/{alert_id}"
