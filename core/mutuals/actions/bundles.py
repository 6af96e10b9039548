"""Buttons of a bundle: claim, release, snooze, wake, dismiss all, and the private list of its members.

Nothing here sends anything to anybody: a reply goes out for one member at a time, from the list.
"""

from datetime import datetime
from statistics import median

from mutuals.actions import feedback, undoing_bundles
from mutuals.alerting import alert_view, bundle_lifecycle, lifecycle
from mutuals.cards import bundle as words
from mutuals.cards.buttons import REASONS
from mutuals.cards.markup import EphemeralReply, Intent
from mutuals.context import BrandContext
from mutuals.domain import handling
from mutuals.domain.bundle import Bundle
from mutuals.domain.model import AlertState, Category
from mutuals.ports.interactions import Click
from mutuals.ports.unit_of_work import UnitOfWork

MIXED = "mixed"  # the class of a bundle of different things: its verdicts say nothing about the line


async def handle(
    tx: UnitOfWork, watched: BrandContext, bundle: Bundle, click: Click, now: datetime
) -> EphemeralReply | None:
    """Do what the button says. Raises AlreadyHandled when somebody was first."""
    if click.do is Intent.MEMBERS:
        start = int(click.value) if click.value.isdecimal() and len(click.value) < 6 else 0
        return EphemeralReply(card=words.members(await alert_view.bundle(tx, watched, bundle, now), start))
    if click.do is Intent.WORDS:
        return EphemeralReply(card=words.words(await alert_view.bundle(tx, watched, bundle, now)))
    if click.do is Intent.UNDO:
        return await undoing_bundles.undo(tx, bundle, click, now)
    if click.do not in undoing_bundles.UNDOABLE:
        return await _do(tx, watched, bundle, click, now)
    before = await undoing_bundles.before(tx, bundle, click)
    said = await _do(tx, watched, bundle, click, now)
    await undoing_bundles.offer(tx, bundle, before, click, now)
    return said


async def _do(
    tx: UnitOfWork, watched: BrandContext, bundle: Bundle, click: Click, now: datetime
) -> EphemeralReply | None:
    if click.do is Intent.FEEDBACK:
        return await _judge(tx, watched, bundle, click, now)
    if bundle.state is AlertState.SETTLED:
        return _no(f"This bundle is closed already{_last(bundle)}.")
    match click.do:
        case Intent.CLAIM:
            until = now + watched.policy.claim_for
            await bundle_lifecycle.update(tx, bundle, handling.claimed(bundle, click.actor, until))
        case Intent.RELEASE:
            await bundle_lifecycle.update(tx, bundle, handling.released(bundle, now, click.actor.name))
        case Intent.SNOOZE:
            awake_at = handling.snooze_until(click.value, now, watched.policy.time_zone)
            if awake_at is None:
                return _no("Choose one of the snooze times in the menu.")
            members = await tx.alerts.by_ids(bundle.alert_ids)
            case_ids = [case_id for alert in members.values() for case_id in alert.case_ids]
            await lifecycle.keep_asleep(tx, case_ids, awake_at)
            asleep = handling.snoozed(bundle, awake_at, now, click.actor.name)
            await bundle_lifecycle.update(tx, bundle, asleep)
        case Intent.WAKE:
            await bundle_lifecycle.update(tx, bundle, handling.woken(bundle, now, click.actor.name))
        case Intent.DISMISS:
            return await _dismiss_all(tx, watched, bundle, click, now)
        case _:
            return _no("Press Show each one, and answer people one by one.")
    return None


async def _dismiss_all(
    tx: UnitOfWork, watched: BrandContext, bundle: Bundle, click: Click, now: datetime
) -> EphemeralReply | None:
    """Close every member that still waits; who was answered stays answered."""
    reason = REASONS.get(click.value)
    if reason is None:
        return _no("Choose one of the reasons in the menu.")
    text = f"Dismissed ({reason})"
    told = handling.with_line(bundle, f"Dismissed all ({reason})", now, click.actor.name)
    await bundle_lifecycle.resolve(tx, bundle, told, now)
    for alert in (await tx.alerts.by_ids(bundle.alert_ids)).values():
        if alert.state is not AlertState.SETTLED:
            await lifecycle.dismiss(tx, watched, alert, click.value, text, now, click.actor)
    return None


async def _judge(
    tx: UnitOfWork, watched: BrandContext, bundle: Bundle, click: Click, now: datetime
) -> EphemeralReply | None:
    """One verdict on the whole burst, which counts once; one that says "wrong" also closes its members."""
    if click.value not in feedback.LABELS:
        return _no("Choose one of the entries in the menu.")
    found = await alert_view.bundle(tx, watched, bundle, now)
    scores = [
        feedback.raw_score(watched, post) for one in found.members if (post := one.target()) is not None
    ]
    category = MIXED if bundle.category is Category.OTHER else bundle.category
    score = median(scores) if scores else 0.0
    moved = await feedback.keep(tx, watched, bundle.id, category, score, click, now)
    if click.value in feedback.CLOSING and bundle.state is not AlertState.SETTLED:
        await _dismiss_all(tx, watched, bundle, click, now)
    noted = f"Noted for all of them: {feedback.LABELS[click.value].lower()}."
    return EphemeralReply(lines=((noted,), (feedback.said(moved),)) if moved else ((noted,),))


def _last(bundle: Bundle) -> str:
    if not bundle.log:
        return ": nobody in it waits any more"
    last = bundle.log[-1]
    return f": {last.text}{f' by {last.by}' if last.by else ''}"


def _no(text: str) -> EphemeralReply:
    return EphemeralReply(lines=((text,),), ok=False)
