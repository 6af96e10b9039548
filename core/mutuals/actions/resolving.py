"""Resolved: those who took a case over are done with it."""

from datetime import datetime

from mutuals.actions import responses
from mutuals.alerting import lifecycle
from mutuals.cards.markup import EphemeralReply
from mutuals.context import BrandContext
from mutuals.domain import cases as case_rules
from mutuals.domain.ledger import Decision, EntryKind
from mutuals.domain.model import Alert, CaseState
from mutuals.ports.interactions import Click
from mutuals.ports.unit_of_work import UnitOfWork


async def resolve(
    tx: UnitOfWork, watched: BrandContext, alert: Alert, click: Click, now: datetime
) -> EphemeralReply | None:
    """Close the alert and what waits in it."""
    one = alert.handed_off
    if one is None:
        return responses.reply_lines("This was not handed off, so there is nothing to resolve.", ok=False)
    cases = (await tx.cases.by_ids(alert.case_ids)).values()
    waiting = [case for case in cases if case.state in case_rules.WAITING]
    await tx.cases.put([case_rules.close(case, CaseState.DISMISSED, "resolved", now) for case in waiting])
    text = f"Resolved by {one.to} ({one.number})"
    said = Decision(EntryKind.RESOLVED, click.actor, "resolve", f"{text}.", alert.id, alert.person_id)
    await tx.ledger.record(said)
    await lifecycle.resolve(tx, watched, alert, "resolved", text, now, click.actor.name)
    return None
