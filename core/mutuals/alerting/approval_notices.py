"""Texts that wait for approval: told in private to those who may approve, and to their writer when they come back."""

from datetime import datetime

from mutuals.alerting import alert_view, ephemeral_results, offers
from mutuals.alerting.offers import Offer
from mutuals.cards import approval
from mutuals.cards.markup import Card, Intent
from mutuals.context import BrandContext
from mutuals.domain import rota
from mutuals.domain.ids import SubjectKind, parse_subject, subject
from mutuals.domain.model import Actor, Alert, AlertState, Delivery, Role
from mutuals.ports.interactions import draft_key
from mutuals.ports.unit_of_work import UnitOfWork

ROLES = "roles"  # Actor.own_key -> the role's name, of everybody who has acted for the brand
MOST = 10  # people who are told of one text


async def tell(
    tx: UnitOfWork, watched: BrandContext, alert: Alert, by: Actor, do: Intent, offer: Offer, least: Role
) -> int:
    """Tell those who may approve: who of them is on duty, else all who have worked with Mutuals. Gives how many."""
    value = offers.value_of(do, offer.text)
    roles = await tx.key_values.get(ROLES) or {}
    able = [
        key
        for key, name in roles.items()
        if Role[str(name).upper()] >= least and key not in (by.key, by.own_key)
    ]
    duty = {
        f"{chat}/{one}"
        for shift in rota.on_duty(watched.policy.rota, offer.at)
        for chat, one in shift.ids.items()
    }
    told = 0
    for key in ([one for one in able if one in duty] or able)[:MOST]:
        told += await ephemeral_results.notify(
            tx, alert, key, lambda who: subject(SubjectKind.OFFERED, alert.id, value, who)
        )
    return told


async def send_back(tx: UnitOfWork, alert: Alert, value: str, offer: Offer, by: Actor, word: str) -> None:
    """Tell the writer that it came back, with a word."""
    await tx.key_values.put(_memo(alert.id, value), {"key": offer.key, "back": by.name, "word": word})
    await ephemeral_results.notify(
        tx, alert, offer.key, lambda who: subject(SubjectKind.SENT_BACK, alert.id, value, who)
    )


async def card(tx: UnitOfWork, watched: BrandContext, row: Delivery, now: datetime) -> Card | None:
    """What one person is told; None once it does not wait any more."""
    found = parse_subject(row.subject)
    alert = await tx.alerts.get(found.of)
    if alert is None or alert.state is AlertState.SETTLED:
        return None
    value = found.part(1)
    do = offers.intent_of(value)
    if found.kind == SubjectKind.SENT_BACK:
        return await _returned(tx, watched, alert, row, now)
    offer = await offers.find(tx, alert.id, value)
    if offer is None:
        return None
    facts = await alert_view.facts(tx, watched, alert, now)
    return approval.waits(facts, row.subject, offer.by, offer.text, do, value, offer.why)


async def _returned(
    tx: UnitOfWork, watched: BrandContext, alert: Alert, row: Delivery, now: datetime
) -> Card | None:
    """To the writer, with their draft as it is now."""
    value = parse_subject(row.subject).part(1)
    memo = await tx.key_values.get(_memo(alert.id, value))
    if not memo or "back" not in memo:
        return None
    do = offers.intent_of(value)
    draft = await tx.drafts.get(alert.id, draft_key(str(memo["key"]), do)) or ""
    facts = await alert_view.facts(tx, watched, alert, now)
    return approval.returned(facts, row.subject, str(memo["back"]), str(memo["word"]), draft, do)


def _memo(alert_id: str, value: str) -> str:
    return f"offered/{alert_id}/{value}"
