"""Forwards what was handed off: one attempt for each call, until it has arrived or a person has to look."""

from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from mutuals.alerting import alert_view, ephemeral_results, lifecycle
from mutuals.cards import hand_off as words
from mutuals.context import BrandContext, Context
from mutuals.domain import hand_offs, handed_off_cases, handling, leases
from mutuals.domain.errors import MutualsError, TryAgain
from mutuals.domain.hand_offs import LIVE, HandOff, HandOffState, Way
from mutuals.domain.ids import SubjectKind, subject
from mutuals.domain.ledger import Decision, EntryKind
from mutuals.domain.model import Actor, AlertState
from mutuals.ports.hand_off import Forwarded
from mutuals.ports.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

TOLD_AT = 4  # attempts that failed: then whoever looks at the alert should know


async def continue_hand_off(ctx: Context, watched: BrandContext, hand_off_id: str) -> None:
    """One attempt, if its turn has come. Whether an attempt whose process died has arrived nobody can say: it is sent
    again under the same id, by which a mail server or a webhook can tell."""
    async with ctx.store.transaction(watched.brand.id) as tx:
        now = ctx.clock.now()
        one = await tx.hand_offs.get(hand_off_id)
        if one is None or one.state not in LIVE or one.next_at is None or one.next_at > now:
            return
        begun = hand_offs.begun(one, leases.HAND_OFF.until(now))
        message = await _message(tx, watched, begun, now)
        if message is None:  # the alert is gone, or was answered meanwhile
            await tx.hand_offs.put(hand_offs.arrived(begun), was_attempt=one.attempt)
            return
        if not await tx.hand_offs.put(begun, was_attempt=one.attempt):
            return
    try:
        await ctx.hand_off.send(one.way, message)
        after = hand_offs.arrived(begun)
    except TryAgain as error:
        wait = timedelta(seconds=error.retry_after)
        after = hand_offs.missed(begun, ctx.clock.now(), str(error), wait)
    except MutualsError as error:
        after = hand_offs.refused(begun, str(error))
    log.info("hand_off.tried", case=one.number, way=one.way, state=after.state, attempt=after.attempt)
    await _settle(ctx, watched, begun, after)


async def _message(tx: UnitOfWork, watched: BrandContext, one: HandOff, now: datetime) -> Forwarded | None:
    alert = await tx.alerts.get(one.alert_id)
    if alert is None or alert.state is AlertState.SETTLED:
        return None
    facts = await alert_view.facts(tx, watched, alert, now)
    policy = watched.policy.hand_off
    to = policy.mail if one.way is Way.MAIL else policy.webhook
    return Forwarded(
        one.id, to, words.subject(facts, one.number), words.mail(facts, one), words.doc(facts, one)
    )


async def _settle(ctx: Context, watched: BrandContext, begun: HandOff, after: HandOff) -> None:
    now = ctx.clock.now()
    async with ctx.store.transaction(watched.brand.id) as tx:
        if not await tx.hand_offs.put(after, was_attempt=begun.attempt):
            return
        if after.state is HandOffState.FAILED:
            await _come_back(tx, watched, after, begun, now)
        elif after.state is HandOffState.WAITING and after.attempt == TOLD_AT:
            await _say(tx, after, f"{after.number} has not reached {after.to} yet; Mutuals tries again", now)
    await ctx.deliver(watched.brand.id)


async def _come_back(
    tx: UnitOfWork, watched: BrandContext, one: HandOff, was: HandOff, now: datetime
) -> None:
    """It waits for the team again, by the clocks that it had; whoever handed it off is told in private."""
    alert = await tx.alerts.get(one.alert_id)
    if alert is None or alert.handed_off is None or alert.handed_off.id != one.id:
        return
    cases = await tx.cases.by_ids(list(was.before))
    back = [handed_off_cases.taken_back(case, was.before[case.id]) for case in cases.values()]
    await tx.cases.put(back)
    text = f"{one.number} did not reach {one.to}, so it waits here again"
    changed = replace(handling.with_line(alert, text, now), handed_off=None)
    await lifecycle.update(tx, alert, changed)
    chat, _, person = one.by_key.partition("/")
    by = Actor(chat, person, one.by)
    said = Decision(EntryKind.HAND_OFF_FAILED, by, "hand off", f"{text}.", alert.id, alert.person_id)
    await tx.ledger.record(said)
    await ephemeral_results.notify(
        tx, changed, one.by_key, lambda who: subject(SubjectKind.HANDED_OFF, one.id, one.state, who)
    )


async def _say(tx: UnitOfWork, one: HandOff, text: str, now: datetime) -> None:
    alert = await tx.alerts.get(one.alert_id)
    if alert is not None and alert.handed_off is not None and alert.handed_off.id == one.id:
        await lifecycle.update(tx, alert, handling.with_line(alert, text, now))
