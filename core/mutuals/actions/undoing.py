"""The way back for five minutes: whoever did something under an alert puts it back as it was."""

from collections.abc import Mapping
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
from mutuals.domain.feedback import Feedback
from mutuals.domain.ids import fan_feedback_key
from mutuals.domain.ledger import Decision, EntryKind
from mutuals.domain.model import Alert, AlertState, Case, CaseState
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
    doc: dict[str, Any] = {
        "state": alert.state,
        "claim": [alert.claimed_by, alert.claimed_key, _iso(alert.claimed_until)],
        "snoozed_until": _iso(alert.snoozed_until),
        "cases": {
            one.id: [one.state, _iso(one.expires_at)]
            for one in cases.values()
            if one.state in case_rules.WAITING
        },
        "quiet_until": _iso(fan.quiet_until) if fan else None,
    }
    if click.do is Intent.PREFER:
        doc["preference"] = await contacts.preference_doc(tx, alert.person_id)
    if click.do is Intent.FEEDBACK:
        doc["calibration"] = await calibration.state(tx)
        mine = [one for one in await tx.feedback.on(_judged(alert)) if one.actor_key == click.actor.key]
        doc["feedback"] = [asdict(one) | {"at": one.at.isoformat()} for one in mine]
    return doc


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
        return responses.reply_lines(words.not_yours(kept), ok=False)
    text = words.undone(alert, kept)
    match kept.what:
        case Intent.CLAIM | Intent.SNOOZE:
            await _put_cases_back(tx, alert, kept.before)
            back = _as_before(replace(alert, undo=None), kept.before)
            await lifecycle.update(tx, alert, handling.with_line(back, text, now, kept.by))
        case Intent.PREFER:
            await contacts.put_preference_doc(tx, alert.person_id, kept.before.get("preference"))
            told = handling.with_line(replace(alert, undo=None), text, now, kept.by)
            await lifecycle.update(tx, alert, told)
        case _:
            return await _open_again(tx, alert, kept, click, text, now)
    return None


def _as_before(alert: Alert, doc: Doc) -> Alert:
    """Who had it, and until when it slept."""
    by, key, until = doc["claim"]
    claimed = replace(alert, claimed_by=by, claimed_key=key, claimed_until=_at(until))
    return replace(
        claimed,
        state=AlertState(doc["state"]),
        snoozed_until=_at(doc["snoozed_until"]),
        closed_by=None,
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
    await _put_cases_back(tx, alert, kept.before)
    if kept.what == Intent.FEEDBACK:
        await _take_back_verdict(tx, alert, kept)
    fans = await tx.fans.by_ids([alert.person_id])
    quiet = _at(kept.before["quiet_until"])
    await tx.fans.put([replace(fan, quiet_until=quiet) for fan in fans.values()])
    said = Decision(EntryKind.REOPENED, click.actor, "undo", f"{text}.", alert.id, alert.person_id)
    await tx.ledger.record(said)
    cleared = replace(alert, undo=None)
    opened = await lifecycle.reopen(tx, cleared, text, now, kept.by)
    if opened.state is AlertState.SETTLED:
        return EphemeralReply(lines=((TOLD_ELSEWHERE,),))
    await lifecycle.update(tx, opened, _as_before(opened, kept.before))
    return None


async def _take_back_verdict(tx: UnitOfWork, alert: Alert, kept: Undo) -> None:
    for post_id in _judged(alert):
        await tx.feedback.take_back(post_id, kept.key)
    for doc in kept.before.get("feedback", ()):
        await tx.feedback.put(Feedback(**doc | {"at": datetime.fromisoformat(doc["at"])}))
    moved_at = (kept.until - UNDO_FOR).isoformat()
    await calibration.take_back(tx, kept.before.get("calibration", {}), moved_at)
