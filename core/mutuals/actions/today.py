"""`/mutuals today`: gathers what could be done now, and takes the few things with the most kindness per minute."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from mutuals.actions import queue
from mutuals.alerting import alert_view, digest
from mutuals.cards import today
from mutuals.cards.markup import EphemeralReply, ListItem
from mutuals.cards.queue import Row
from mutuals.context import BrandContext, Context
from mutuals.domain import kindness
from mutuals.domain.kindness import Deed
from mutuals.domain.model import Actor, Alert, AlertState, Case, Fan, Post
from mutuals.domain.queue_order import QueueFilter, QueuePart
from mutuals.ports.repositories.alerts import QueuePage
from mutuals.ports.unit_of_work import UnitOfWork

LOOKED_AT = 200  # alerts of each part of the queue


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Something that could be done: about an alert, or for a post that has none."""

    deed: Deed
    watched: BrandContext
    what: Alert | Post


async def answer(ctx: Context, brands: Sequence[BrandContext], actor: Actor) -> EphemeralReply:
    """At most five things of all brands that are told here, none that sleeps or that a colleague has."""
    now = ctx.clock.now()
    candidates: list[_Candidate] = []
    alerts = overdue = looked_at = 0
    for watched in brands:
        async with ctx.store.reading(watched.brand.id) as tx:
            everything = await _part(tx, QueuePart.ALL, actor, now)
            waiting = await _looked_at(tx, everything, actor, now)
            candidates += await _of_brand(tx, watched, waiting, actor, now)
            overdue += (await _part(tx, QueuePart.OVERDUE, actor, now, 0)).total
        alerts, looked_at = alerts + everything.total, looked_at + len(waiting)
    candidates.sort(key=lambda one: (-one.deed.rate, one.what.id))
    items = [await _item(ctx, one, actor, now) for one in candidates[: today.MOST]]
    return today.listing(items, today.Waiting(alerts, overdue, looked_at))


async def _part(
    tx: UnitOfWork, part: QueuePart, actor: Actor, now: datetime, limit: int | None = None
) -> QueuePage:
    return await tx.alerts.queue(
        QueueFilter(part, actor.key, now), limit=LOOKED_AT if limit is None else limit
    )


async def _looked_at(
    tx: UnitOfWork, everything: QueuePage, actor: Actor, now: datetime
) -> list[tuple[Alert, list[Case]]]:
    """What is chosen from, with its cases: what presses most, and the first of the questions and of the fans, so that
    thousands of complaints do not hide what is quick."""
    pages = [everything]
    if everything.total > len(everything.alerts):
        pages += [await _part(tx, part, actor, now) for part in (QueuePart.QUESTIONS, QueuePart.FANS)]
    alerts = {alert.id: alert for page in pages for _, alert in page.alerts}
    cases = await tx.cases.by_ids([case_id for alert in alerts.values() for case_id in alert.case_ids])
    return [(alert, [cases[one] for one in alert.case_ids if one in cases]) for alert in alerts.values()]


async def _of_brand(
    tx: UnitOfWork,
    watched: BrandContext,
    waiting: Sequence[tuple[Alert, list[Case]]],
    actor: Actor,
    now: datetime,
) -> list[_Candidate]:
    people = {alert.person_id for alert, _ in waiting}
    fans = await tx.fans.by_ids(sorted(people))
    found: list[_Candidate] = []
    for alert, cases in waiting:
        free = alert.claimed_key in (None, actor.key) and alert.state is AlertState.OPEN
        deed = _deed(alert, cases, fans.get(alert.person_id), now) if free else None
        found += [_Candidate(deed, watched, alert)] if deed else []
    for post in await digest.unanswered_praise(tx, watched):
        if post.author_id not in people:  # who has an alert is thanked there
            deed = kindness.of_warm_words(post.at, now, never_answered=False)
            found.append(_Candidate(deed, watched, post))
    return found


def _deed(alert: Alert, cases: Sequence[Case], fan: Fan | None, now: datetime) -> Deed | None:
    """The best of what an alert asks for; that of a fan without a case is to thank or follow them."""
    owed = [deed for case in cases if (deed := kindness.of_case(case, now))]
    if owed:
        return max(owed, key=lambda one: one.rate)
    if not alert.is_fan:
        return None
    never = fan is not None and not fan.two_way and alert.episode == 1
    return kindness.of_warm_words(alert.opened_at, now, never_answered=never)


async def _item(ctx: Context, one: _Candidate, actor: Actor, now: datetime) -> ListItem:
    watched, what = one.watched, one.what
    async with ctx.store.reading(watched.brand.id) as tx:
        if isinstance(what, Post):
            people = await tx.people.by_ids([what.author_id])
            return today.praise(what, people.get(what.author_id), watched.links, one.deed)
        facts = await alert_view.facts(tx, watched, what, now)
        return today.alert(Row(facts, await queue.message_url(ctx, tx, what, actor.chat)), one.deed)
