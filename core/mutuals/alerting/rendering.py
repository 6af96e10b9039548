"""What a row of the deliveries shows: the card of its alert, bundle or notice as things stand now."""

from dataclasses import replace
from datetime import datetime

from mutuals.alerting import (
    alert_view,
    approval_notices,
    assignments,
    ephemeral_results,
    escalations,
    own_accounts,
    rotation,
    routes,
    spikes,
    worsened_alerts,
)
from mutuals.alerting import digest as digests
from mutuals.alerting.ephemeral_results import Told
from mutuals.cards import alert as alert_card
from mutuals.cards import (
    alert_history,
    bundle,
    calling,
    digest,
    escalation,
    hand_off,
    hidden_words,
    notices,
    own_account,
)
from mutuals.cards.alert_view import AlertView
from mutuals.cards.markup import Card
from mutuals.context import BrandContext
from mutuals.domain import cases, linked_people, rota
from mutuals.domain.ids import SubjectKind, message_key, parse_subject
from mutuals.domain.linked_people import LINKS
from mutuals.domain.model import REMOVED, Alert, AlertKind, AlertState, Case, Delivery, DeliveryState
from mutuals.ports.unit_of_work import UnitOfWork


async def card_of(tx: UnitOfWork, watched: BrandContext, row: Delivery, now: datetime) -> Card | None:
    """The card; None when there is nothing to show any more, or not yet."""
    removed = row.shown == REMOVED
    if removed and not await lasts(tx, watched, row):
        return None
    card = await _card(tx, watched, row, now)
    if card is not None:
        card = replace(card, key=message_key(card.key, row.brand_id))
    if card is not None and ephemeral_results.told_by(row.subject) is None:  # which holds the team's own text
        card = hidden_words.card(card, hidden_words.of_policy(watched.policy))
    if card is not None and card.ping:
        card = await _addressed(tx, watched, row, card, now)
    again = removed or (row.ref is not None and row.ref.again)
    return notices.anew(card) if again and card is not None else card


async def _addressed(tx: UnitOfWork, watched: BrandContext, row: Delivery, card: Card, now: datetime) -> Card:
    """A call, with whom it mentions where it stands."""
    about = parse_subject(row.parent or row.subject)
    one = await (tx.bundles.get(about.of) if about.kind == SubjectKind.BUNDLE else tx.alerts.get(about.of))
    on_duty = rota.on_duty(watched.policy.rota, now)
    turn = await rotation.of(tx, row.subject) if watched.policy.rotation else None
    key, name = (one.claimed_key, one.claimed_by) if one is not None else (None, None)
    links = linked_people.links_of(await tx.key_values.get(LINKS)) if key else None
    return calling.addressed(card, row.chat, key, name, on_duty, watched.mentions.get(row.chat), links, turn)


async def lasts(tx: UnitOfWork, watched: BrandContext, row: Delivery) -> bool:
    """Is it an alert, or a bundle of alerts, that waits for the team now and stands in this message?"""
    subject = parse_subject(row.subject)
    if subject.kind == SubjectKind.BUNDLE:
        bundled = await tx.bundles.get(subject.of)
        return bundled is not None and bundled.state is AlertState.OPEN
    alert = await tx.alerts.get(subject.of) if subject.kind == SubjectKind.ALERT else None
    return (
        alert is not None
        and alert.state is AlertState.OPEN
        and alert.bundle_id is None
        and not await _moved(tx, watched, row, alert)
    )


async def _moved(tx: UnitOfWork, watched: BrandContext, row: Delivery, alert: Alert) -> bool:
    """Is it told in another channel now: has a fan's alert become a complaint?"""
    if alert.kind is not AlertKind.CARE:
        return False
    here = [one for one in await routes.standing(tx, watched, alert) if one.chat == row.chat]
    return bool(here) and here[0].channel != row.channel


async def _card(tx: UnitOfWork, watched: BrandContext, row: Delivery, now: datetime) -> Card | None:
    subject = parse_subject(row.subject)
    kind = subject.kind
    if kind == SubjectKind.NOTICE:
        told = await tx.notices.get(subject.of)
        if told is not None and told.kind == "digest":
            return digest.card(await digests.facts(tx, watched, told), row.wanted)
        if told is not None and told.kind == own_accounts.NOTICE:
            question = await own_accounts.view(tx, watched, told)
            return own_account.card(question, row.wanted) if question else None
        if told is not None and told.kind in (spikes.NOTICE, spikes.DOUBLED):
            return await spikes.card_of(tx, watched, told, row.wanted, now)
        return notices.notice(told) if told else None
    owner = parse_subject(row.parent or row.subject)
    if (late := ephemeral_results.told_by(row.subject)) is not None:
        return await _private(tx, watched, row, late, now)
    if kind in (SubjectKind.OFFERED, SubjectKind.SENT_BACK):
        return await approval_notices.card(tx, watched, row, now)
    if kind == SubjectKind.HANDED_OFF:
        return await _not_handed_off(tx, watched, row, now)
    if kind == SubjectKind.ASSIGNED:
        return await assignments.card(tx, watched, row, now)
    if owner.kind == SubjectKind.BUNDLE:
        one = await tx.bundles.get(owner.of)
        if one is None:
            return None
        together = await alert_view.bundle(tx, watched, one, now)
        return bundle.card(together) if kind == SubjectKind.BUNDLE else _under_bundle(together, row)
    alert = await tx.alerts.get(subject.of if kind == SubjectKind.ALERT else owner.of)
    if alert is None:
        return None
    found = await alert_view.facts(tx, watched, alert, now)
    if kind == SubjectKind.ALERT and alert.bundle_id is not None:
        # What was never sent is told by the bundle alone; what may be there says so.
        return alert_card.folded(found) if _sent(row) else None
    if kind == SubjectKind.ALERT:
        return alert_card.moved(found) if await _moved(tx, watched, row, alert) else alert_card.card(found)
    if kind == SubjectKind.ESCALATION:
        case = (await tx.cases.by_ids([subject.of])).get(subject.of)
        return _call(found, row, case, await escalations.others_of(tx, row.subject))
    if kind == SubjectKind.HISTORY:
        elsewhere = await _moved(tx, watched, row, alert) and not _sent(row)
        return None if elsewhere else alert_history.card(found, row.subject, row.wanted)
    if kind == SubjectKind.NEWS:
        return await _news(tx, found, row)
    wakes = kind == SubjectKind.WAKE and alert.state is AlertState.OPEN
    return notices.reminder(found, row.subject) if wakes else None


def _sent(row: Delivery) -> bool:
    """Is it there, or may it be?"""
    return row.ref is not None or row.state is DeliveryState.SENDING


def _call(found: AlertView, row: Delivery, case: Case | None, others: int) -> Card | None:
    """Nobody is called for what was dealt with while the chat was out of reach; a call that stands there is ended."""
    if case is not None and escalations.holds(row.subject, case):
        return escalation.escalation(found, row.subject, case, row.wanted, others)
    return notices.escalation_over(found, row.subject, row.wanted) if _sent(row) else None


def _under_bundle(together: bundle.BundleView, row: Delivery) -> Card | None:
    """The same for the people of a bundle."""
    if bundle.calls_still(together, row.subject):
        return bundle.reminder(together, row.subject, row.wanted)
    return bundle.reminder_over(together, row.subject, row.wanted) if _sent(row) else None


async def _private(
    tx: UnitOfWork, watched: BrandContext, row: Delivery, told: Told, now: datetime
) -> Card | None:
    """As long as it is so: not once the act is done after all, or they have begun it anew."""
    act = await tx.actions.get(told.act_id)
    alert = await tx.alerts.get(act.alert_id) if act else None
    if act is None or alert is None or act.state != told.state:
        return None
    found = await alert_view.facts(tx, watched, alert, now)  # it may stand beside a bundle's message
    newer = [one for one in found.actions if (one.kind, one.actor.key) == (act.kind, act.actor.key)]
    return notices.late(found, row.subject, act) if newer and newer[-1].id == act.id else None


async def _not_handed_off(tx: UnitOfWork, watched: BrandContext, row: Delivery, now: datetime) -> Card | None:
    one = await tx.hand_offs.get(parse_subject(row.subject).of)
    alert = await tx.alerts.get(one.alert_id) if one else None
    if one is None or alert is None:
        return None
    return hand_off.failed(await alert_view.facts(tx, watched, alert, now), row.subject, one)


async def _news(tx: UnitOfWork, found: AlertView, row: Delivery) -> Card | None:
    """Said as long as somebody waits; what stands there already is drawn anew whatever has become of it."""
    post_id, word = worsened_alerts.post_of(row.subject)
    if not _sent(row) and not cases.order(found.cases):
        return None
    post = (await tx.posts.by_ids([post_id])).get(post_id)
    return notices.news(found, row.subject, row.wanted, post, word)


async def born(tx: UnitOfWork, row: Delivery) -> datetime | None:
    """When the subject of a row, or that of the message it answers, came to be. Who is restarted after a long
    weekend must still find what was being posted at its beginning."""
    subject = parse_subject(row.parent or row.subject)
    if subject.kind == SubjectKind.NOTICE:
        told = await tx.notices.get(subject.of)
        return told.at if told else None
    one = await (
        tx.bundles.get(subject.of) if subject.kind == SubjectKind.BUNDLE else tx.alerts.get(subject.of)
    )
    return one.opened_at if one else None
