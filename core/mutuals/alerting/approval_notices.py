"""Texts that wait for approval: told in private to those who may approve, and to their writer when they come back."""

from datetime import datetime
from hashlib import sha256

from mutuals.alerting import alert_view, ephemeral_results
from mutuals.cards import approval
from mutuals.cards.markup import Card, Intent
from mutuals.context import BrandContext
from mutuals.domain import rota
from mutuals.domain.ids import SubjectKind, parse_subject, subject
from mutuals.domain.model import Actor, Alert, AlertState, Delivery, Role
from mutuals.ports.unit_of_work import UnitOfWork

ROLES = "roles"  # Actor.own_key -> the role's name, of everybody who has acted for the brand
MOST = 10  # people who are told of one text


def value_of(do: Intent, text: str) -> str:
    """What a button carries of the text that it is about: enough to tell it from a changed one."""
    return f"{do}.{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


async def tell(
    tx: UnitOfWork,
    watched: BrandContext,
    alert: Alert,
    by: Actor,
    do: Intent,
    text: str,
    now: datetime,
    least: Role,
) -> int:
    """Tell those who may approve: who of them is on duty, else all who have worked with Mutuals. Gives how many."""
    value = value_of(do, text)
    await tx.key_values.put(_memo(alert.id, value), {"by": by.name, "key": by.key, "text": text})
    roles = await tx.key_values.get(ROLES) or {}
    able = [
        key
        for key, name in roles.items()
        if Role[str(name).upper()] >= least and key not in (by.key, by.own_key)
    ]
    duty = {
        f"{chat}/{one}" for shift in rota.on_duty(watched.policy.rota, now) for chat, one in shift.ids.items()
    }
    told = 0
    for key in ([one for one in able if one in duty] or able)[:MOST]:
        told += await ephemeral_results.notify(
            tx, alert, key, lambda who: subject(SubjectKind.OFFERED, alert.id, value, who)
        )
    return told


async def forget(tx: UnitOfWork, alert_id: str, do: Intent, text: str) -> None:
    """This text waits for nobody any more."""
    await tx.key_values.put(_memo(alert_id, value_of(do, text)), None)


async def send_back(tx: UnitOfWork, alert: Alert, value: str, by: Actor, word: str) -> str | None:
    """Tell the writer that it came back; gives their name, None where nobody knows the text any more."""
    memo = await tx.key_values.get(_memo(alert.id, value))
    if not memo:
        return None
    await tx.key_values.put(_memo(alert.id, value), {**memo, "back": by.name, "word": word})
    await ephemeral_results.notify(
        tx, alert, str(memo["key"]), lambda who: subject(SubjectKind.SENT_BACK, alert.id, value, who)
    )
    return str(memo["by"])


async def text_of(tx: UnitOfWork, alert_id: str, value: str) -> dict[str, str] | None:
    """What is kept of the text that a button is about, while it waits."""
    memo = await tx.key_values.get(_memo(alert_id, value))
    return memo if memo and "back" not in memo else None


async def card(tx: UnitOfWork, watched: BrandContext, row: Delivery, now: datetime) -> Card | None:
    """What one person is told; None once it does not wait any more."""
    found = parse_subject(row.subject)
    alert = await tx.alerts.get(found.of)
    memo = await tx.key_values.get(_memo(found.of, found.part(1)))
    if alert is None or not memo or alert.state is AlertState.SETTLED:
        return None
    facts = await alert_view.facts(tx, watched, alert, now)
    do = Intent(found.part(1).partition(".")[0])
    if found.kind == SubjectKind.SENT_BACK:
        return approval.returned(
            facts, row.subject, str(memo["back"]), str(memo["word"]), str(memo["text"]), do
        )
    if "back" in memo:
        return None
    return approval.waits(facts, row.subject, str(memo["by"]), str(memo["text"]), do, found.part(1))


def _memo(alert_id: str, value: str) -> str:
    return f"offered/{alert_id}/{value}"
