"""The way back for a whole bundle: whoever closed, judged, snoozed or claimed all of it puts all of it back as it was."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from mutuals.actions import responses, undoing
from mutuals.actions.undoing import Doc
from mutuals.alerting import bundle_lifecycle
from mutuals.cards import undo as words
from mutuals.cards.markup import EphemeralReply, Intent
from mutuals.cards.phrases import counted
from mutuals.domain import handling
from mutuals.domain.bundle import Bundle
from mutuals.domain.model import Alert, AlertState
from mutuals.domain.undo import UNDO_FOR, Undo
from mutuals.ports.interactions import Click
from mutuals.ports.unit_of_work import UnitOfWork

CLOSING = frozenset({Intent.DISMISS, Intent.FEEDBACK})
UNDOABLE = CLOSING | {Intent.SNOOZE, Intent.CLAIM}


async def before(tx: UnitOfWork, bundle: Bundle, click: Click) -> Doc:
    """How the bundle is, and for what closes it each member that waits, as JSON."""
    doc: dict[str, Any] = undoing.handled_doc(bundle) | {"growing": bundle.growing}
    if click.do not in CLOSING:
        return doc
    members = (await tx.alerts.by_ids(bundle.alert_ids)).values()
    waiting = [one for one in members if one.state is not AlertState.SETTLED]
    cases = await tx.cases.by_ids([case_id for one in waiting for case_id in one.case_ids])
    fans = await tx.fans.by_ids([one.person_id for one in waiting])
    doc["members"] = {
        one.id: undoing.handled_doc(one)
        | undoing.alert_doc(
            {key: cases[key] for key in one.case_ids if key in cases}, fans.get(one.person_id)
        )
        for one in waiting
    }
    if click.do is Intent.FEEDBACK:
        doc |= await undoing.verdict_doc(tx, [bundle.id], click.actor.key)
    return doc


async def offer(tx: UnitOfWork, was: Bundle, kept: Doc, click: Click, now: datetime) -> None:
    """Let the click be taken back, if it has changed the bundle."""
    bundle = await tx.bundles.get(was.id)
    closed_nothing = click.do in CLOSING and bundle is not None and bundle.state is was.state
    if bundle is None or bundle.version == was.version or closed_nothing:
        return
    undo = Undo(click.do.value, click.actor.name, click.actor.key, now + UNDO_FOR, kept)
    await bundle_lifecycle.update(tx, bundle, replace(bundle, undo=undo))


async def undo(tx: UnitOfWork, bundle: Bundle, click: Click, now: datetime) -> EphemeralReply | None:
    """Undo was pressed under the bundle: put it back, or say why not and what still works."""
    kept = bundle.undo
    if kept is None or not words.is_offered(bundle, now):
        return responses.reply_lines(words.too_late(bundle, click.value), ok=False)
    if kept.key != click.actor.key:
        return responses.reply_lines(words.not_yours(bundle, kept), ok=False)
    text = words.undone(bundle, kept)
    back = undoing.as_before(replace(bundle, undo=None, growing=_grows(bundle, kept, now)), kept.before)
    opened = await bundle_lifecycle.update(tx, bundle, handling.with_line(back, text, now, kept.by))
    if kept.what == Intent.FEEDBACK:
        await undoing.take_back_verdict(tx, [bundle.id], kept)
    elsewhere = 0
    for alert in (await tx.alerts.by_ids(kept.before.get("members", ()))).values():
        if _closed_by_it(alert, kept):
            doc = kept.before["members"][alert.id]
            elsewhere += not await undoing.open_again(tx, alert, doc, click.actor, text, now)
    if not opened.growing and await bundle_lifecycle.all_over(tx, opened):
        again = await tx.bundles.get(bundle.id) or opened
        await bundle_lifecycle.resolve(tx, again, again, now)
    return _told_elsewhere(elsewhere) if elsewhere else None


def _grows(bundle: Bundle, kept: Undo, now: datetime) -> bool:
    """Does it take new members again: only while its burst lasts."""
    return bool(kept.before["growing"]) and bundle.closes_at is not None and now < bundle.closes_at


def _closed_by_it(alert: Alert, kept: Undo) -> bool:
    """Is this one still closed by that very press, and by nothing that came later?"""
    at = kept.until - UNDO_FOR
    return alert.state is AlertState.SETTLED and alert.closed_by == "dismissed" and alert.closed_at == at


def _told_elsewhere(count: int) -> EphemeralReply:
    have = f"{counted(count, 'person', 'people')} {'has' if count == 1 else 'have'} a newer alert that waits"
    return EphemeralReply(lines=((f"The others wait again. {have}: what was closed is told there.",),))
