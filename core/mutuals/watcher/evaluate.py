"""Tells what is due: looks people up first, then opens, warns, escalates, expires and wakes in one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from mutuals.alerting import (
    bundling,
    escalations,
    incidents,
    lifecycle,
    monthly_budget,
    overload,
    own_accounts,
    quiet,
    rotation,
    routes,
)
from mutuals.alerting.contacts import remember
from mutuals.alerting.redaction import redact_people
from mutuals.cards import notices
from mutuals.context import BrandContext, Context
from mutuals.domain import cases as case_rules
from mutuals.domain import handling, late_cases, sla, undo
from mutuals.domain.budgets import BudgetStage
from mutuals.domain.errors import MutualsError, NotAuthorized, Paused
from mutuals.domain.ids import SubjectKind, alert_subject
from mutuals.domain.ids import subject as subject_of
from mutuals.domain.late_cases import LateCalls
from mutuals.domain.model import Alert, AlertKind, AlertState, Case, CaseState, Delivery, Person
from mutuals.ports.unit_of_work import UnitOfWork
from mutuals.watcher import fans as fans_now
from mutuals.watcher.fans import Candidates, older

log = structlog.get_logger(__name__)

RELATED = 5  # told fans a day whose follow is looked up again: those first who were looked up longest ago
LOOKUPS = 100  # people in one call (X's limit for a users look-up)
WATCHED_SINCE = "watched_since"  # in the brand's values: when its posts were read for the first time
ASK_AGAIN = timedelta(minutes=5)  # after a look-up that gave nothing, while it still matters who it is


async def evaluate(ctx: Context, watched: BrandContext, *, fans: bool) -> None:
    """Bring alerts up to the moment. `fans` also considers loyal fans (after a look, not at every tick)."""
    async with ctx.store.transaction(watched.brand.id) as tx:
        begun = await begin(ctx, tx, watched, fans=fans)
    await finish(ctx, watched, begun, fans=fans)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What the first transaction has found: people to look up before anything is told, or that all of it is told."""

    wanted: Sequence[str]
    changed: bool


async def begin(ctx: Context, tx: UnitOfWork, watched: BrandContext, *, fans: bool) -> Evaluation:
    """Tell what is due, unless somebody has to be looked up first."""
    now = ctx.clock.now()
    candidates = await fans_now.candidates_of(tx, watched, now) if fans else None
    wanted = await _to_look_up(tx, watched, now, candidates)
    if wanted:
        return Evaluation(wanted, False)
    changed = await _tell(tx, watched, now, candidates)
    return Evaluation((), changed | await overload.look(ctx, tx, watched, now))


async def finish(ctx: Context, watched: BrandContext, begun: Evaluation, *, fans: bool) -> None:
    """Look up who is not known freshly, tell what is due then, and have it delivered."""
    changed = begun.changed
    if begun.wanted:
        now = ctx.clock.now()
        people = await _look_up(ctx, watched, begun.wanted)
        async with ctx.store.transaction(watched.brand.id) as tx:
            changed = await remember(tx, watched, people.values(), now)
            candidates = await fans_now.candidates_of(tx, watched, now) if fans else None
            changed |= await _tell(tx, watched, now, candidates, asked=frozenset(begun.wanted))
            changed |= await overload.look(ctx, tx, watched, now)
        await redact_people(ctx, watched, people)
    if changed:
        await ctx.deliver(watched.brand.id)


async def _tell(
    tx: UnitOfWork,
    watched: BrandContext,
    now: datetime,
    candidates: Candidates | None,
    *,
    asked: frozenset[str] = frozenset(),
) -> bool:
    changed = await _cases(tx, watched, now, asked=asked)
    changed |= await _alerts(tx, watched, now)
    changed |= await bundling.run_clocks(tx, now)
    if candidates is not None:
        changed |= await own_accounts.ask(tx, watched, now)
        changed |= await fans_now.suggest(tx, watched, now, candidates)
    return changed


async def _told_fans(tx: UnitOfWork) -> list[Alert]:
    """All fans whom the team was told about and nobody has followed by a click."""
    found = await tx.alerts.open(AlertKind.FAN)
    return [one for one, _ in found if one.is_fan and one.state is AlertState.OPEN]


async def _to_check_again(tx: UnitOfWork, fresh: timedelta, now: datetime) -> list[str]:
    """Told fans to look up again, in turn, so that however many there are each comes, and a day costs the same."""
    earlier = [one.person_id for one in await _told_fans(tx) if now - one.opened_at > fresh]
    known = await tx.people.by_ids(earlier)
    checked = {one: known[one].checked_at if one in known else None for one in earlier}
    stale = [one for one in earlier if older(checked[one], now, fresh)]
    left = max(0, RELATED - (len(earlier) - len(stale)))
    return sorted(stale, key=lambda one: (checked[one] is not None, checked[one] or now))[:left]


async def _to_look_up(
    tx: UnitOfWork, watched: BrandContext, now: datetime, candidates: Candidates | None
) -> list[str]:
    """People whose profile and relationship we need and do not have fresh; each look-up costs money."""
    due = [case.person_id for case in await tx.cases.due(now) if not case.told]
    if candidates is not None and await monthly_budget.stage(tx, watched, now) < BudgetStage.NO_FANS:
        most = 2 * watched.policy.fans_per_hour
        due += await fans_now.to_look_up(tx, watched, now, most, candidates)
        due += await _to_check_again(tx, watched.policy.relation_fresh, now)
    ids = list(dict.fromkeys(due))
    known = await tx.people.by_ids(ids)
    fresh = watched.policy.relation_fresh
    return [one for one in ids if one not in known or older(known[one].checked_at, now, fresh)]


async def _look_up(ctx: Context, watched: BrandContext, ids: Sequence[str]) -> Mapping[str, Person]:
    """A complaint is told even when nobody can be looked up; the alert then says so."""
    found: dict[str, Person] = {}
    try:
        for start in range(0, len(ids), LOOKUPS):
            found |= await watched.network.people(ids[start : start + LOOKUPS])
    except (Paused, NotAuthorized) as error:
        kind = "paused" if isinstance(error, Paused) else "sign_in"
        await incidents.report_open(
            ctx, watched, kind, f"Mutuals can't look people up on {watched.network.title} now", str(error)
        )
    except MutualsError as error:
        log.info("tell.people_not_looked_up", brand=watched.brand.id, people=len(ids), why=str(error))
    return found


async def _cases(tx: UnitOfWork, watched: BrandContext, now: datetime, *, asked: frozenset[str]) -> bool:
    due = await tx.cases.due(now)
    untold: dict[str, list[Case]] = {}
    for case in due:
        if now >= case.expires_at:
            await _expire(tx, watched, case, now)
        elif not case.told:
            untold.setdefault(case.person_id, []).append(case)
        else:
            await _run_clock(tx, watched, case, now)
    people = await tx.people.by_ids(sorted(untold))
    # In a flood others may have become due since we looked people up: the next round asks who they are.
    untold = {one: cases for one, cases in untold.items() if one in people or one in asked}
    calls = await _late_calls(tx, [case for cases in untold.values() for case in cases], now)
    known = [[_known(case, people, watched, now, calls) for case in cases] for cases in untold.values()]
    await tx.cases.put([case for cases in known for case in cases])
    told = [some for cases in known if (some := [case for case in cases if case.told])]
    if told:
        await bundling.tell_cases(tx, watched, told, now)
    return bool(due)


async def _late_calls(tx: UnitOfWork, untold: Sequence[Case], now: datetime) -> LateCalls:
    """Who is called for what was overdue before anybody could be told of it; the call for many counts the others."""
    if not any(late_cases.is_late(case, now) for case in untold):
        return LateCalls()
    since = await tx.key_values.get(WATCHED_SINCE)
    calls = late_cases.calls(untold, now, datetime.fromisoformat(since) if since else None)
    if calls.others:
        worst = next(case for case in untold if case.id == calls.called[0])
        await escalations.count_others(tx, notices.escalation_subject(worst), calls.others)
    return calls


def _known(
    case: Case, people: Mapping[str, Person], watched: BrandContext, now: datetime, calls: LateCalls
) -> Case:
    """The case once we know who it is, or can't know: told, if its moment has come by that.

    Whom we follow gets a quicker answer; often that is known only now, after the look-up. Where it makes the answer
    overdue at once, the clock calls: nobody could know before.
    """
    person = people.get(case.person_id)
    we_follow = person is not None and person.relationship.we_follow
    known = sla.followed(case, watched.policy) if we_follow else case
    if now >= known.tell_at:
        late = now >= case.due_at and case.id not in calls.called
        return _told(replace(known, look_up_at=None), now, called=late)
    return replace(known, look_up_at=None if person else now + ASK_AGAIN)


def _told(case: Case, now: datetime, *, called: bool) -> Case:
    """The case as it is told; the clock calls for it when it is due, unless it counts as `called` already."""
    if case.state is CaseState.ACKNOWLEDGED:
        return replace(case, told=True, escalated=case.promised_at is not None and now >= case.promised_at)
    return replace(case, told=True, warned=now >= case.warn_at, escalated=called)


async def _expire(tx: UnitOfWork, watched: BrandContext, case: Case, now: datetime) -> None:
    await tx.cases.put([case_rules.close(case, CaseState.EXPIRED, "expired", now)])
    alert = (await tx.alerts.open_of([case.person_id])).get(case.person_id)
    if alert is not None and case.id in alert.case_ids:
        text = f"Not answered within {watched.policy.expires_after.days} days"
        await lifecycle.after_cases(tx, watched, alert, "expired", text, now)


async def _run_clock(tx: UnitOfWork, watched: BrandContext, case: Case, now: datetime) -> None:
    """Warn by an edit, escalate by one mention in the thread; a snooze holds both back."""
    alert = (await tx.alerts.open_of([case.person_id])).get(case.person_id)
    late = now >= (
        case.promised_at if case.state is CaseState.ACKNOWLEDGED and case.promised_at else case.due_at
    )
    await tx.cases.put([replace(case, warned=True, escalated=case.escalated or late)])
    if alert is None or case.id not in alert.case_ids:
        return
    await lifecycle.redraw(tx, alert)
    bundle = await tx.bundles.get(alert.bundle_id) if alert.bundle_id else None
    if bundle is not None:
        await bundling.call(tx, bundle)
    elif late and not case.escalated and alert.state is not AlertState.SNOOZED:
        subject = notices.escalation_subject(case)
        await rotation.take(tx, watched, subject, case, now)
        await _in_thread(
            tx, watched, alert, subject, quiet.waits_until(watched, lifecycle.priority(case), now)
        )


async def _in_thread(
    tx: UnitOfWork, watched: BrandContext, alert: Alert, subject: str, waits: datetime | None = None
) -> None:
    """Where the alert stands: in the channel that it was told in, in each chat that is told still."""
    parent = alert_subject(alert.id)
    for one in await routes.standing(tx, watched, alert):
        if watched.channel(one.chat, alert.kind):
            await tx.deliveries.request(
                Delivery(
                    alert.brand_id,
                    subject,
                    one.chat,
                    one.channel,
                    1,
                    # Before the alert stands there, its call has no more right to the channel than the alert itself.
                    priority=0 if one.ref else one.priority,
                    parent=parent,
                    next_at=waits,
                )
            )


async def _alerts(tx: UnitOfWork, watched: BrandContext, now: datetime) -> bool:
    due = await tx.alerts.due(now)
    for alert in due:
        changed, woken = alert, handling.snooze_over(alert, now)
        if handling.claim_over(alert, now):
            changed = handling.claim_expired(changed, now)
        if alert.writing_until and now >= alert.writing_until:
            changed = handling.nobody_writing(changed)
        if woken:
            changed = handling.awake(changed)
        if undo.is_over(alert.undo, now):
            changed = replace(changed, undo=None)
        changed = await lifecycle.update(tx, alert, changed)
        if woken and not await lifecycle.call_after_sleep(tx, changed, now):
            await _in_thread(
                tx, watched, changed, subject_of(SubjectKind.WAKE, alert.id, str(changed.version))
            )
    return bool(due)
