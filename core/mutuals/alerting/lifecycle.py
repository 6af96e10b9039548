"""How alerts are opened, changed and settled; every change raises the version that chats should show."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from mutuals.alerting import (
    alert_history,
    bundle_lifecycle,
    escalations,
    quiet,
    redrawing,
    routes,
    worsened_alerts,
)
from mutuals.cards import notices
from mutuals.context import BrandContext
from mutuals.domain import cases as case_rules
from mutuals.domain import handling, loyalty
from mutuals.domain.history import LogKind
from mutuals.domain.ids import alert_id, alert_subject
from mutuals.domain.ledger import Decision, EntryKind
from mutuals.domain.loyalty import FanDecision
from mutuals.domain.model import (
    Actor,
    Alert,
    AlertKind,
    AlertState,
    Case,
    CaseState,
    Category,
    Delivery,
    Flag,
)
from mutuals.ports.unit_of_work import UnitOfWork

_PRIORITY = {Category.WANTS_FOLLOW: 1, Category.COMPLAINT: 1, Category.QUESTION: 2, Category.CONCERN: 3}
FAN_PRIORITY = 5
AWAKE = timedelta(days=1)  # in which somebody can deal with what has slept


def priority(lead: Case | None) -> int:
    """Smaller is shown first: urgent, then by class, fans last."""
    if lead is None:
        return FAN_PRIORITY
    return 0 if Flag.URGENT in lead.flags else _PRIORITY.get(lead.category, 4)


async def open_case_alert(
    tx: UnitOfWork,
    watched: BrandContext,
    cases: Sequence[Case],
    now: datetime,
    bundle_id: str | None = None,
) -> Alert:
    """Tell a person's waiting cases: a new alert (in a bundle, if given), or the person's open one, upgraded."""
    person_id = cases[0].person_id
    existing = (await tx.alerts.open_of([person_id])).get(person_id)
    ids = tuple(dict.fromkeys((*(existing.case_ids if existing else ()), *(case.id for case in cases))))
    lead = case_rules.order(cases)[0]
    if existing is None:
        alert = await _new_alert(tx, watched, person_id, AlertKind.CARE, now)
        return await _open(tx, watched, replace(alert, case_ids=ids, bundle_id=bundle_id), lead)
    others = (
        await tx.cases.by_ids([one for one in existing.case_ids if one not in {case.id for case in cases}])
    ).values()
    await alert_history.request(tx, replace(existing, case_ids=ids))
    again = any(case.episode > 1 for case in cases)
    slept = existing.state is AlertState.SNOOZED
    loud = existing.kind is AlertKind.FAN or slept or again or case_rules.outranks(lead, others)
    return await _tell_more(
        tx, watched, replace(existing, case_ids=ids), cases, lead.post_ids, now, loud=loud, again=again
    )


async def heard_more(
    tx: UnitOfWork,
    watched: BrandContext,
    alert: Alert,
    old: Case | None,
    case: Case,
    post_ids: Collection[str],
    now: datetime,
) -> Alert:
    """A case that is told already has changed by these posts: drawn anew, and said where it has become worse."""
    others = (await tx.cases.by_ids([one for one in alert.case_ids if one != case.id])).values()
    if post_ids:
        await alert_history.request(tx, alert)
    if case.told and worsened_alerts.is_worse(case, old, list(others)):
        return await _tell_more(tx, watched, alert, [case], post_ids, now, loud=True)
    if case.told and alert.bundle_id and stands_alone([case]):
        return await _tell_more(tx, watched, alert, [case], post_ids, now, loud=False)
    return await redraw(tx, alert)


async def _tell_more(
    tx: UnitOfWork,
    watched: BrandContext,
    alert: Alert,
    cases: Sequence[Case],
    post_ids: Collection[str],
    now: datetime,
    *,
    loud: bool,
    again: bool = False,
) -> Alert:
    """Show what is new in an open alert: awake, and by a message of its own if it is worse than what its bundle is
    about."""
    leaves = alert.bundle_id is not None and (loud or stands_alone(cases))
    if leaves:
        await bundle_lifecycle.take_out(tx, alert)
    open_alert = replace(
        handling.awake(alert), kind=AlertKind.CARE, bundle_id=None if leaves else alert.bundle_id
    )
    changed = await update(tx, alert, open_alert)
    if alert.state is AlertState.SNOOZED:
        await call_after_sleep(tx, changed, now)
    if changed.bundle_id is None:
        lead = case_rules.order(cases)[0]
        order = priority(lead)
        if order <= quiet.URGENT:
            await quiet.break_through(tx, changed)
        waits = quiet.waits_until(watched, order, now)
        where = await routes.home(tx, watched, changed, lead, moves=alert.kind is AlertKind.FAN)
        await worsened_alerts.say(
            tx, where, changed, lead, post_ids, loud=loud or leaves, again=again, order=order, waits=waits
        )
    return changed


def stands_alone(cases: Sequence[Case]) -> bool:
    """Is one of these urgent, or does it ask to be followed? Such a person is never told among others."""
    return any(
        case.category is Category.WANTS_FOLLOW or {Flag.URGENT, Flag.WANTS_FOLLOW} & case.flags
        for case in cases
    )


async def open_fan_alert(
    tx: UnitOfWork,
    watched: BrandContext,
    person_id: str,
    decision: FanDecision,
    evidence: Sequence[str],
    now: datetime,
) -> Alert:
    """Tell a loyal fan who is not followed back; a person with an open alert gets it added there."""
    existing = (await tx.alerts.open_of([person_id])).get(person_id)
    if existing is not None:
        fan_too = replace(existing, is_fan=True, why=decision.why, evidence=tuple(evidence))
        return await update(tx, existing, fan_too)
    alert = await _new_alert(tx, watched, person_id, AlertKind.FAN, now)
    alert = replace(alert, is_fan=True, why=decision.why, evidence=tuple(evidence))
    return await _open(tx, watched, alert, None)


async def _new_alert(
    tx: UnitOfWork, watched: BrandContext, person_id: str, kind: AlertKind, now: datetime
) -> Alert:
    episode = await tx.alerts.last_episode(person_id) + 1
    brand_id = watched.brand.id
    return Alert(alert_id(brand_id, person_id, episode), brand_id, person_id, episode, kind, opened_at=now)


async def _open(tx: UnitOfWork, watched: BrandContext, alert: Alert, lead: Case | None) -> Alert:
    await tx.alerts.put(alert, was=None)
    if alert.bundle_id is not None:
        return alert  # its bundle tells it
    order = priority(lead)
    waits = quiet.waits_until(watched, order, alert.opened_at)
    for name, channel in await routes.targets(tx, watched, alert, lead):
        subject = alert_subject(alert.id)
        await tx.deliveries.request(
            Delivery(alert.brand_id, subject, name, channel, wanted=1, priority=order, next_at=waits)
        )
    return alert


async def redraw(tx: UnitOfWork, alert: Alert) -> Alert:
    """Something that an alert tells of has changed; every chat that has it is to be redrawn."""
    return await update(tx, alert, alert)


async def update(tx: UnitOfWork, alert: Alert, changed: Alert) -> Alert:
    """Store what an alert has become; every chat that has it is to be redrawn. Gives what is stored."""
    changed = replace(changed, version=alert.version + 1)
    if not await tx.alerts.put(changed, was=alert.version):
        return alert  # somebody was first; the sweep comes again with fresh eyes
    over = changed.state is AlertState.SETTLED
    await redrawing.request(tx, alert_subject(alert.id), changed.version, over=over)
    if changed.log != alert.log:
        await alert_history.request(tx, changed)
    await escalations.withdraw(tx, changed)
    if changed.bundle_id is not None:
        await bundle_lifecycle.follow(tx, changed)
    return changed


async def call_after_sleep(tx: UnitOfWork, alert: Alert, now: datetime) -> bool:
    """Let the clock call for cases that fell due while the alert slept, once; says whether it will."""
    missed = []
    for case in case_rules.order(list((await tx.cases.by_ids(alert.case_ids)).values())):
        late = now >= (
            case.promised_at if case.state is CaseState.ACKNOWLEDGED and case.promised_at else case.due_at
        )
        if late and not await tx.deliveries.of(notices.escalation_subject(case)):
            missed.append(replace(case, escalated=False))
    await tx.cases.put(missed)
    return bool(missed)


async def resolve(
    tx: UnitOfWork,
    watched: BrandContext,
    alert: Alert,
    closed_by: str,
    text: str,
    now: datetime,
    by: str | None = None,
    reason: str | None = None,
    kind: LogKind = LogKind.OTHER,
) -> Alert:
    """Close an alert; what was decided about a fan keeps the person from being suggested again soon."""
    quiet = loyalty.quiet_after(
        is_fan=alert.is_fan, closed_by=closed_by, reason=reason, now=now, policy=watched.policy
    )
    if quiet is not None:
        fans = await tx.fans.by_ids([alert.person_id])
        await tx.fans.put(
            [replace(fan, quiet_until=max(filter(None, (fan.quiet_until, quiet)))) for fan in fans.values()]
        )
    told = handling.with_line(alert, text, now, by, kind)
    settled = handling.nobody_writing(handling.settled(told, now))
    return await update(tx, alert, replace(settled, closed_by=closed_by))


async def reopen(tx: UnitOfWork, alert: Alert, text: str, now: datetime, by: str) -> Alert:
    """An alert that was over waits again, in its own message. Where the person has another one that waits, what was
    reopened is told there."""
    told = handling.with_line(alert, text, now, by)
    if (await tx.alerts.open_of([alert.person_id])).get(alert.person_id) is not None:
        cases = (await tx.cases.by_ids(alert.case_ids)).values()
        await tx.cases.put([replace(case, told=False) for case in cases if case.state in case_rules.WAITING])
        return await update(tx, alert, told)
    return await update(tx, alert, handling.reopened(told))


async def keep_asleep(tx: UnitOfWork, case_ids: Sequence[str], until: datetime) -> None:
    """What somebody has put aside until then does not run out before, and not in the moment it wakes."""
    cases = [one for one in (await tx.cases.by_ids(case_ids)).values() if one.state in case_rules.WAITING]
    longer = [replace(one, expires_at=max(one.expires_at, until + AWAKE)) for one in cases]
    await tx.cases.put(longer)


async def dismiss(
    tx: UnitOfWork, watched: BrandContext, alert: Alert, reason: str, text: str, now: datetime, by: Actor
) -> Alert:
    """Close an alert and what waits in it, for a reason that a person gave."""
    cases = (await tx.cases.by_ids(alert.case_ids)).values()
    waiting = [case for case in cases if case.state in case_rules.WAITING]
    await tx.cases.put([case_rules.close(case, CaseState.DISMISSED, reason, now) for case in waiting])
    said = Decision(EntryKind.DISMISSED, by, "dismiss", f"{text}.", alert.id, alert.person_id)
    await tx.ledger.record(said)
    return await resolve(tx, watched, alert, "dismissed", text, now, by.name, reason)


async def after_cases(
    tx: UnitOfWork,
    watched: BrandContext,
    alert: Alert,
    closed_by: str,
    text: str,
    now: datetime,
    by: str | None = None,
    kind: LogKind = LogKind.OTHER,
) -> Alert:
    """The alert after some of its cases changed: settled when none waits, else redrawn with the next in front."""
    cases = await tx.cases.by_ids(alert.case_ids)
    if not case_rules.order(list(cases.values())):
        return await resolve(tx, watched, alert, closed_by, text, now, by, kind=kind)
    return await update(tx, alert, handling.with_line(alert, text, now, by, kind))
