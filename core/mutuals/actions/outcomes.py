"""What an act's outcome means for the case, the fan and the alert, written in the act's own transaction."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple, Self

from mutuals.actions import approvals
from mutuals.alerting import alert_view, ephemeral_results, lifecycle, reposts
from mutuals.cards.buttons import ACT_BUTTONS
from mutuals.cards.notices import NOT_DONE, WITHDRAWN
from mutuals.context import BrandContext
from mutuals.domain import bonds, handling
from mutuals.domain import cases as case_rules
from mutuals.domain.history import LogKind
from mutuals.domain.language.follow_ups import said_by_us
from mutuals.domain.model import (
    Action,
    ActKind,
    Actor,
    ActState,
    Alert,
    AlertKind,
    AlertState,
    CaseState,
    Category,
    Path,
    Turn,
)
from mutuals.ports.interactions import Click
from mutuals.ports.unit_of_work import UnitOfWork

DID = {ActKind.FOLLOW: "Followed", ActKind.REPLY: "Replied", ActKind.ACKNOWLEDGE: "Acknowledged",
       ActKind.LIKE: "Liked", ActKind.REPOST: "Reposted"}  # fmt: skip
_NAMED = {ActKind.FOLLOW: "The follow", ActKind.REPOST: "The repost"}
FIRST_LOOK = timedelta(seconds=4)  # after a link was given out


class ByLink(NamedTuple):
    """How an act by link begins: waiting to be seen, or over at once where no network tells of it."""

    state: ActState
    next_at: datetime | None
    expires_at: datetime | None

    @classmethod
    def of(cls, kind: ActKind, now: datetime, wait: timedelta) -> Self:
        """For an act of this kind, for which is looked so long."""
        if kind is ActKind.LIKE:
            return cls(ActState.UNVERIFIED, None, None)
        return cls(ActState.WAITING, now + FIRST_LOOK, now + wait)


async def begun(tx: UnitOfWork, watched: BrandContext, alert: Alert, act: Action) -> None:
    """An act has its way now: it is shown while it is under way, and told where nothing more will be heard of it."""
    if act.state is not ActState.UNVERIFIED:
        await lifecycle.redraw(tx, alert)
        return
    text = f"Like begun on {watched.network.title}"
    await lifecycle.update(tx, alert, handling.with_line(alert, text, act.created_at, act.actor.name))


async def done(tx: UnitOfWork, watched: BrandContext, act: Action, now: datetime) -> None:
    """The act is on the network: settle what it settles, forget the draft, say who did it."""
    offer = None
    if act.kind.writes:
        do = ACT_BUTTONS[act.kind]
        await tx.drafts.put(act.alert_id, Click(act.alert_id, do, act.actor).draft_key, None, now)
        offer = await approvals.used(tx, act.alert_id, do, act.text, now)
    alert = await tx.alerts.get(act.alert_id)
    if alert is None:
        return
    text = DID[act.kind] + (f" with {offer.by}'s draft" if offer else "")
    text += f", seen on {watched.network.title}" if act.path is Path.LINK else ""
    if act.kind is ActKind.FOLLOW:
        await _followed(tx, watched, alert, act, text, now)
    elif act.kind is ActKind.REPOST:
        await reposts.seen(tx, watched, alert, text, now, act.actor.name)
    elif act.kind is ActKind.LIKE:  # a sign of warmth, and no answer
        await lifecycle.update(tx, alert, handling.with_line(alert, text, now, act.actor.name))
    elif act.kind is ActKind.ACKNOWLEDGE:
        await _acknowledged(tx, watched, alert, act, text, now)
    else:
        await _replied(tx, watched, alert, act, text, now)


async def went_by_link(
    tx: UnitOfWork, watched: BrandContext, waiting: Action, *, for_good: bool, late: bool
) -> bool:
    """The API refused the act, which waits now for a person to do it by link. False: somebody else has acquired it.

    `for_good`: the API will refuse all of this kind, which is remembered. `late`: its person has had their answer.
    """
    if for_good:
        closed = await alert_view.closed_paths(tx)
        await tx.key_values.put(
            alert_view.CLOSED_PATHS, sorted(str(kind) for kind in closed | {waiting.kind})
        )
    if not await tx.actions.put(waiting, was=ActState.CALLING, was_attempt=waiting.attempt):
        return False
    if late:
        await ephemeral_results.notify_actor(tx, waiting)
    for_all = for_good and waiting.kind is ActKind.FOLLOW
    shown = [fan_alert for fan_alert, _ in await tx.alerts.open(AlertKind.FAN)] if for_all else []
    alert = await tx.alerts.get(waiting.alert_id)
    for redrawn in [one for one in shown if one.id != waiting.alert_id]:
        await lifecycle.redraw(tx, redrawn)
    if alert is not None:
        await begun(tx, watched, alert, waiting)
    return True


async def _followed(
    tx: UnitOfWork, watched: BrandContext, alert: Alert, act: Action, text: str, now: datetime
) -> None:
    people = await tx.people.by_ids([act.person_id])
    for person in people.values():
        bond = replace(
            person.relationship, we_follow=not person.account.protected, requested=person.account.protected
        )
        followed = replace(person, relationship=bond, checked_at=now)
        await tx.people.put([followed])
        await tx.bonds.add(bonds.changes(person, followed))
    await _close_cases(tx, alert, act, only=Category.WANTS_FOLLOW)
    if alert.state is AlertState.SETTLED:
        # Something else was first. What was done meanwhile is said all the same, for whoever reads it later.
        await lifecycle.update(tx, alert, handling.with_line(alert, text, now, act.actor.name))
        return
    alert = await lifecycle.update(tx, alert, replace(alert, is_fan=False))
    await lifecycle.after_cases(tx, watched, alert, "followed", text, now, act.actor.name)


async def _replied(
    tx: UnitOfWork, watched: BrandContext, alert: Alert, act: Action, text: str, now: datetime
) -> None:
    await _close_cases(tx, alert, act)
    if alert.state is not AlertState.SETTLED:
        await lifecycle.after_cases(
            tx, watched, alert, "answered", text, now, act.actor.name, LogKind.ANSWERED
        )
    elif alert.closed_by == "followed":  # it was written to go with the follow
        told = handling.with_line(alert, text, now, act.actor.name, LogKind.ANSWERED)
        await lifecycle.update(tx, alert, told)


async def _acknowledged(
    tx: UnitOfWork, watched: BrandContext, alert: Alert, act: Action, text: str, now: datetime
) -> None:
    cases = await tx.cases.by_ids(alert.case_ids)
    held = [
        case_rules.acknowledge(case, now, act.external_id, watched.policy)
        for case in cases.values()
        if case.state is CaseState.OPEN and act.post_id in case.post_ids
    ]
    if alert.handed_off is not None:  # what is promised is what others are to do by then
        held = [replace(case, promised_at=alert.handed_off.due_at) for case in held]
    await tx.cases.put(held)
    if alert.state is AlertState.SETTLED:
        return
    if alert.case_ids:
        nobody = handling.nobody_writing(alert)
        told = handling.with_line(nobody, text, now, act.actor.name, LogKind.ANSWERED)
        await lifecycle.update(tx, alert, told)
    else:
        by = act.actor.name
        await lifecycle.resolve(tx, watched, alert, "answered", text, now, by, kind=LogKind.ANSWERED)


async def _close_cases(tx: UnitOfWork, alert: Alert, act: Action, only: Category | None = None) -> None:
    """Closed as of when somebody pressed: what the person wrote since then was not seen by whoever answered."""
    cases = await tx.cases.by_ids(alert.case_ids)
    by = "answered" if only is None else "followed"
    turn = Turn.ASKED if only is None and act.text and said_by_us(act.text) else None
    closed = [
        replace(
            case_rules.close(case, CaseState.ANSWERED, by, act.created_at, answer_id=act.external_id),
            turn=turn,
        )
        for case in cases.values()
        if case.state in case_rules.WAITING
        and (case.category is only if only else act.post_id in case.post_ids)
    ]
    await tx.cases.put(closed)


async def failed(tx: UnitOfWork, act: Action, now: datetime, why: str, *, late: bool) -> None:
    """The act did not happen: the alert says why, and if nobody has closed it, it is open for it again.

    `late`: whoever pressed has had an answer before, so they are told in private.
    """
    alert = await tx.alerts.get(act.alert_id)
    if late:
        await _keep_text(tx, act, now)
        await ephemeral_results.notify_actor(tx, act)
    if alert is not None:
        text = f"{NOT_DONE[act.kind]}: {why}"
        await lifecycle.update(tx, alert, handling.with_line(alert, text, now, act.actor.name))


async def withdrawn(tx: UnitOfWork, act: Action, by: Actor, now: datetime) -> None:
    """Somebody took the text back before it went out: it is kept for whoever wrote it, who is told."""
    await _keep_text(tx, act, now)
    if by.key != act.actor.key:
        await ephemeral_results.notify_actor(tx, act, but=by.key)
    alert = await tx.alerts.get(act.alert_id)
    if alert is not None:
        left = handling.nobody_writing(alert) if alert.writing_key == act.actor.key else alert
        told = handling.with_line(left, WITHDRAWN[act.kind], now, by.name)
        await lifecycle.update(tx, alert, told)


async def lapsed(tx: UnitOfWork, watched: BrandContext, act: Action, now: datetime) -> None:
    """An act by link was not seen in time; whoever began it is told in private."""
    minutes = int(watched.policy.link_wait.total_seconds() // 60)
    await _keep_text(tx, act, now)
    alert = await tx.alerts.get(act.alert_id)
    if alert is not None and alert.state is AlertState.SETTLED and act.kind is ActKind.FOLLOW:
        await ephemeral_results.notify_actor(tx, act)  # a text went with it and has closed the alert
    if alert is not None and alert.state is not AlertState.SETTLED:
        what, open_again = (
            _NAMED.get(act.kind, "The reply"),
            "" if act.kind.is_small else ", so this is open again",
        )
        text = f"{what} was not seen on {watched.network.title} within {minutes} minutes{open_again}. Begun"
        await lifecycle.update(tx, alert, handling.with_line(alert, text, now, act.actor.name))
        await ephemeral_results.notify_actor(tx, act)


async def _keep_text(tx: UnitOfWork, act: Action, now: datetime) -> None:
    """What did not go out stands in the form of whoever wrote it, unless they have begun another text."""
    if not act.kind.writes or not act.text:
        return
    key = Click(act.alert_id, ACT_BUTTONS[act.kind], act.actor).draft_key
    if await tx.drafts.get(act.alert_id, key) is None:
        await tx.drafts.put(act.alert_id, key, act.text, now)
