"""Hand off: a case goes to a mail address, a webhook or a ticket page, and has a clock of its own until it is resolved."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from mutuals.actions import queue, responses
from mutuals.actions.open_alerts import still_open
from mutuals.alerting import alert_view, lifecycle
from mutuals.cards import hand_off as words
from mutuals.cards.alert_view import AlertView
from mutuals.cards.fields import FieldsForm
from mutuals.cards.markup import EphemeralReply, Timestamp
from mutuals.context import BrandContext, Context
from mutuals.domain import cases as case_rules
from mutuals.domain import handed_off_cases, handling, sla
from mutuals.domain.hand_offs import HandedOff, HandOff, HandOffState, Way, case_number, ticket_url
from mutuals.domain.ids import HAND_OFF, job_key
from mutuals.domain.ledger import Decision, EntryKind
from mutuals.domain.model import Alert, AlertKind
from mutuals.ports.interactions import Click
from mutuals.ports.unit_of_work import UnitOfWork

NO_CASE = "Nothing waits here that could be handed off."
COUNT = "hand_offs"  # of the brand, for the numbers of its cases


async def open_form(ctx: Context, watched: BrandContext, click: Click) -> FieldsForm | EphemeralReply:
    """The form, or why there is none."""
    now = ctx.clock.now()
    async with ctx.store.reading(watched.brand.id) as tx:
        alert = _may_go(watched, await tx.alerts.get(click.alert_id), now)
        if isinstance(alert, EphemeralReply):
            return alert
        return words.form(await alert_view.facts(tx, watched, alert, now), watched.policy.hand_off.ways())


async def submit(
    ctx: Context, watched: BrandContext, click: Click, typed: Mapping[str, str]
) -> FieldsForm | EphemeralReply:
    """Hand it off. It is on its way once this returns, and arrives even if the process dies."""
    now, ways = ctx.clock.now(), watched.policy.hand_off.ways()
    async with ctx.store.transaction(watched.brand.id) as tx:
        alert = _may_go(watched, await tx.alerts.get(click.alert_id), now)
        if isinstance(alert, EphemeralReply):
            return alert
        facts = await alert_view.facts(tx, watched, alert, now)
        way = next((one for one in ways if one == typed.get(words.WAY)), None)
        if way is None:
            notes = typed.get(words.NOTES, "")
            return words.form(facts, ways, notes=notes, error="Choose where it goes.")
        one = await _begun(ctx, tx, watched, facts, click, way, typed.get(words.NOTES, "").strip(), now)
        due_at = await _put(tx, watched, alert, one, click, now)
    page = _page(facts, one, watched.policy.hand_off.link) if way is Way.LINK else ""
    if not page:
        await ctx.submit(job_key(HAND_OFF, watched.brand.id, one.id))
    await ctx.deliver(watched.brand.id)
    return words.begun(one, Timestamp(due_at), page)


async def _begun(
    ctx: Context,
    tx: UnitOfWork,
    watched: BrandContext,
    facts: AlertView,
    click: Click,
    way: Way,
    note: str,
    now: datetime,
) -> HandOff:
    count = int(await tx.key_values.get(COUNT) or 0) + 1
    await tx.key_values.put(COUNT, count)
    waits = way is not Way.LINK
    return HandOff(
        id=uuid4().hex,
        brand_id=watched.brand.id,
        alert_id=facts.alert.id,
        number=case_number(watched.brand.account.handle, count),
        way=way,
        to=watched.policy.hand_off.ways()[way],
        by=click.actor.name,
        by_key=click.actor.own_key,
        at=now,
        note=note if waits else "",
        url=await queue.message_url(ctx, tx, facts.alert, click.actor.chat) or "",
        state=HandOffState.WAITING if waits else HandOffState.SENT,
        next_at=now if waits else None,
        before={
            case.id: handed_off_cases.clocks(case) for case in facts.cases if case.state in case_rules.WAITING
        },
    )


async def _put(
    tx: UnitOfWork, watched: BrandContext, alert: Alert, one: HandOff, click: Click, now: datetime
) -> datetime:
    """The case waits for others now; gives until when."""
    due_at = sla.after(now, watched.policy.hand_off.due, watched.policy)
    cases = (await tx.cases.by_ids(alert.case_ids)).values()
    await tx.cases.put(
        [handed_off_cases.handed_off(case, due_at) for case in cases if case.state in case_rules.WAITING]
    )
    await tx.hand_offs.add(one)
    shown = HandedOff(one.id, one.number, one.to, one.by, now, due_at)
    text = f"Handed off to {one.to} as {one.number}"
    told = handling.with_line(handling.awake(alert), text, now, click.actor.name)
    await lifecycle.update(tx, alert, replace(handling.unclaimed(told), handed_off=shown))
    said = Decision(EntryKind.HANDED_OFF, click.actor, "hand off", f"{text}.", alert.id, alert.person_id)
    await tx.ledger.record(said)
    return due_at


def _may_go(watched: BrandContext, found: Alert | None, now: datetime) -> Alert | EphemeralReply:
    """The alert, or why it can't be handed off."""
    alert = still_open(found, now)
    if isinstance(alert, EphemeralReply):
        return alert
    if alert.handed_off is not None:
        was = alert.handed_off
        return responses.reply_lines(f"{was.by} has handed it off already, as {was.number}.", ok=False)
    if alert.kind is not AlertKind.CARE:
        return responses.reply_lines(NO_CASE, ok=False)
    return alert if watched.policy.hand_off.ways() else responses.reply_lines(words.NOWHERE, ok=False)


def _page(facts: AlertView, one: HandOff, pattern: str) -> str:
    post = facts.target()
    person = facts.handle or "" if facts.person is not None and facts.person.gone is None else ""
    return ticket_url(pattern, case=one.number, person=person, post=facts.post_url(post) if post else "")
