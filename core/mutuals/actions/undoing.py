"""The way back for five minutes: whoever did something under an alert puts it back as it was."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from mutuals.actions import responses
from mutuals.actions.reopening import TOLD_ELSEWHERE
from mutuals.alerting import calibration, contacts, lifecycle
from mutuals.cards import undo as words
from mutuals.cards.markup import EphemeralReply, Intent
from mutuals.domain import cases as case_rules
from mutuals.domain import handling
from mutuals.domain.bundle import Bundle
from mutuals.domain.feedback import Feedback
from mutuals.domain.handling import Handled
from mutuals.domain.ids import fan_feedback_key
from mutuals.domain.ledger import Decision, EntryKind
from mutuals.domain.model import Actor, Alert, AlertState, Case, CaseState, Fan
from mutuals.domain.undo import UNDO_FOR, Undo
from mutuals.ports.interactions import Click
from mutuals.ports.unit_of_work import UnitOfWork

UNDOABLE = frozenset({Intent.DISMISS, Intent.FEEDBACK, Intent.SNOOZE, Intent.CLAIM, Intent.PREFER})
_CLOSES = frozenset({Intent.DISMISS, Intent.FEEDBACK})
Doc = Mapping[str, Any]


async def before(tx: UnitOfWork, alert: Alert, click: Click) -> Doc:
    """How everything is that this click may change, as JSON."""
    cases = await tx.cases.by_ids(alert.case_ids)
    fan = (await tx.fans.by_ids([alert.person_id])).get(alert.person_id)
    doc: dict[str, Any] = handled_doc(alert) | alert_doc(cases, fan)
    if click.do is Intent.PREFER:
        doc["preference"] = await contacts.preference_doc(tx, alert.person_id)
    if click.do is Intent.FEEDBACK:
        doc |= await verdict_doc(tx, _judged(alert), click.actor.key)
    return doc


def handled_doc(handled: Alert | Bundle) -> dict[str, Any]:
    """Who has it, and whether it sleeps."""
    return {
        "state": handled.state,
        "claim": [handled.claimed_by, handled.claimed_key, _iso(handled.claimed_until)],
        "snoozed_until": _iso(handled.snoozed_until),
    }


def alert_doc(cases: Mapping[str, Case], fan: Fan | None) -> dict[str, Any]:
    """The cases of an alert that wait, and until when its person is not suggested."""
    waiting = [one for one in cases.values() if one.state in case_rules.WAITING]
    return {
        "cases": {one.id: [one.state, _iso(one.expires_at)] for one in waiting},
        "quiet_until": _iso(fan.quiet_until) if fan else None,
    }


async def verdict_doc(tx: UnitOfWork, judged: Sequence[str], key: str) -> dict[str, Any]:
    """What this person (Actor.key) has said about our judgement of these, and where the line stands."""
    mine = [one for one in await tx.feedback.on(judged) if one.actor_key == key]
    return {
        "calibration": await calibration.state(tx),
        "feedback": [asdict(one) | {"at": one.at.isoformat()} for one in mine],
    }


def _judged(alert: Alert) -> list[str]:
    return [*alert.case_ids, fan_feedback_key(alert.person_id)]


def _iso(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def _at(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


async def offer(tx: UnitOfWork, was: Alert, kept: Doc, click: Click, now: datetime) -> None:
    """Let the click be taken back, if it has changed the alert: shown with that change, in the same version."""
    alert = await tx.alerts.get(was.id)
    if alert is None or alert.version == was.version or (click.do in _CLOSES and alert.state is was.state):
        return
    by = click.actor
    undo_of = Undo(click.do.value, by.name, by.key, now + UNDO_FOR, kept)
    await tx.alerts.put(replace(alert, undo=undo_of), was=alert.version)


async def undo(tx: UnitOfWork, alert: Alert, click: Click, now: datetime) -> EphemeralReply | None:
    """Undo was pressed: put it back, or say why not and what still works."""
    kept = alert.undo
    if kept is None or not words.is_offered(alert, now):
        return responses.reply_lines(words.too_late(alert, click.value), ok=False)
    if kept.key != click.actor.key:
        return responses.reply_lines(words.not_yours(alert, kept), ok=False)
    text = words.undone(alert, kept)
    match kept.what:
        case Intent.CLAIM | Intent.SNOOZE:
            await _put_cases_back(tx, alert, kept.before)
            back = as_before(replace(alert, undo=None), kept.before)
            await lifecycle.update(tx, alert, handling.with_line(back, text, now, kept.by))
        case Intent.PREFER:
            await contacts.put_preference_doc(tx, alert.person_id, kept.before.get("preference"))
            told = handling.with_line(replace(alert, undo=None), text, now, kept.by)
            await lifecycle.update(tx, alert, told)
        case _:
            return await _open_again(tx, alert, kept, click, text, now)
    return None


def as_before(handled: Handled, doc: Doc) -> Handled:
    """Who had it, and until when it slept."""
    by, key, until = doc["claim"]
    if isinstance(handled, Alert):
        handled = replace(handled, closed_by=None)
    return replace(
        handled,
        claimed_by=by,
        claimed_key=key,
        claimed_until=_at(until),
        state=AlertState(doc["state"]),
        snoozed_until=_at(doc["snoozed_until"]),
        closed_at=None,
    )


async def _put_cases_back(tx: UnitOfWork, alert: Alert, doc: Doc) -> None:
    """What this click has closed or put off; what has changed since by their own words stays as it is."""
    cases = await tx.cases.by_ids(alert.case_ids)
    await tx.cases.put([_case_back(cases[one], *was) for one, was in doc["cases"].items() if one in cases])


def _case_back(case: Case, state: str, expires_at: str) -> Case:
    if case.state is CaseState.DISMISSED:
        case = replace(case, state=CaseState(state), closed_at=None, closed_by=None)
    return (
        replace(case, expires_at=datetime.fromisoformat(expires_at))
        if case.state in case_rules.WAITING
        else case
    )


async def _open_again(
    tx: UnitOfWork, alert: Alert, kept: Undo, click: Click, text: str, now: datetime
) -> EphemeralReply | None:
    """Open what was closed, take back the verdict that closed it and whatever that had moved."""
    if kept.what == Intent.FEEDBACK:
        await take_back_verdict(tx, _judged(alert), kept)
    opened = await open_again(tx, alert, kept.before, click.actor, text, now)
    return None if opened else EphemeralReply(lines=((TOLD_ELSEWHERE,),))


async def open_again(tx: UnitOfWork, alert: Alert, doc: Doc, by: Actor, text: str, now: datetime) -> bool:
    """An alert that was closed, as it was before; False where its person has a newer one that tells it."""
    await _put_cases_back(tx, alert, doc)
    fans = await tx.fans.by_ids([alert.person_id])
    quiet = _at(doc["quiet_until"])
    await tx.fans.put([replace(fan, quiet_until=quiet) for fan in fans.values()])
    said = Decision(EntryKind.REOPENED, by, "undo", f"{text}.", alert.id, alert.person_id)
    await tx.ledger.record(said)
    opened = await lifecycle.reopen(tx, replace(alert, undo=None), text, now, by.name)
    if opened.state is AlertState.SETTLED:
        return False
    await lifecycle.update(tx, opened, as_before(opened, doc))
    return True


async def take_back_verdict(tx: UnitOfWork, judged: Sequence[str], kept: Undo) -> None:
    """What was said about these is as it was before, and so is the line."""
    for post_id in judged:
        await tx.feedback.take_back(post_id, kept.key)
    for doc in kept.before.get("feedback", ()):
        await tx.feedback.put(Feedback(**doc | {"at": datetime.fromisoformat(doc["at"])}))
    moved_at = (kept.until - UNDO_FOR).isoformat()
    await calibration.take_back(tx, kept.before.get("calibration", {}), moved_at)
