"""`/mutuals show @name`: finds the person's alert, and sees to it that its message stands in the chat."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mutuals.actions import queue
from mutuals.actions.people import near_names
from mutuals.alerting import alert_view, lifecycle
from mutuals.cards import shown_alert
from mutuals.cards.alert_view import AlertView
from mutuals.cards.markup import EphemeralReply
from mutuals.cards.shown_alert import KnownPerson
from mutuals.context import BrandContext, Context
from mutuals.domain.ids import alert_subject
from mutuals.domain.model import Actor, Alert, AlertState, DeliveryState
from mutuals.ports.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class _Found:
    facts: AlertView
    url: str | None


async def answer(ctx: Context, brands: Sequence[BrandContext], actor: Actor, words: str) -> EphemeralReply:
    """The alert of whoever is called so, of the first brand where one waits; else what is known of them."""
    name = words.split()[0].strip("@<>,:").casefold() if words.split() else ""
    if not name:
        return EphemeralReply(((shown_alert.HOW,),), ok=False)
    known: list[KnownPerson] = []
    for watched in brands:
        found = await _of_brand(ctx, watched, actor, name)
        if isinstance(found, _Found):
            await ctx.deliver(watched.brand.id)
            return shown_alert.shown(found.facts, found.url)
        known += found
    near = [] if known else await near_names(ctx, brands, name)
    return shown_alert.none_waits(name, known, near[0] if near else None)


async def _of_brand(
    ctx: Context, watched: BrandContext, actor: Actor, name: str
) -> _Found | list[KnownPerson]:
    now = ctx.clock.now()
    async with ctx.store.transaction(watched.brand.id) as tx:
        people = await tx.people.called(name)
        alerts = await tx.alerts.of([one.account.id for one in people])
        waiting = [one for one in alerts if one.state is not AlertState.SETTLED]
        if waiting:
            alert = await _wanted(tx, waiting[-1], actor.chat)
            url = await queue.message_url(ctx, tx, alert, actor.chat)
            return _Found(await alert_view.facts(tx, watched, alert, now), url)
    last = {alert.person_id: alert for alert in alerts}
    return [
        KnownPerson(one.account.handle, last.get(one.account.id), watched.network.title)
        for one in people
        if one.gone is None
    ]


async def _wanted(tx: UnitOfWork, alert: Alert, chat: str) -> Alert:
    """Drawn anew, by which a message that was deleted is noticed and posted again: even if it was deleted twice, for
    somebody asks for it now."""
    for row in await tx.deliveries.of(alert_subject(alert.id)):
        again = row.ref is not None and row.ref.again
        if row.chat == chat and again and row.ref and row.state is DeliveryState.IDLE:
            await tx.deliveries.put(replace(row, ref=replace(row.ref, again=False)), was_attempt=row.attempt)
    return await lifecycle.redraw(tx, alert)
