"""Gathers the facts of an alert inside a transaction."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from mutuals.alerting import contacts, incidents, own_accounts
from mutuals.cards.alert_view import AlertView
from mutuals.cards.bundle import BundleView
from mutuals.context import BrandContext
from mutuals.domain import cases as case_rules
from mutuals.domain.bundle import Bundle
from mutuals.domain.exchanges import Exchanges, exchanges, is_to
from mutuals.domain.model import Action, ActKind, Alert, AlertState, Case, Fan
from mutuals.ports.unit_of_work import UnitOfWork

CLOSED_PATHS = "closed_paths"  # the acts that the API refused for good, remembered per brand


async def closed_paths(tx: UnitOfWork) -> frozenset[ActKind]:
    """The acts that this brand's tier does not offer by API."""
    return frozenset(ActKind(one) for one in await tx.key_values.get(CLOSED_PATHS) or ())


async def facts(tx: UnitOfWork, watched: BrandContext, alert: Alert, now: datetime) -> AlertView:
    """Everything that the words of this alert need."""
    cases = await tx.cases.by_ids(alert.case_ids)
    ordered = _in_order(alert, cases)
    lead_posts = [post_id for case in ordered for post_id in case.post_ids]
    answers = [case.answer_id for case in ordered if case.answer_id]
    posts = await tx.posts.by_ids([*lead_posts, *alert.evidence, *answers])
    people = await tx.people.by_ids([alert.person_id])
    fan = (await tx.fans.by_ids([alert.person_id])).get(alert.person_id)
    person = people.get(alert.person_id)
    acts = await tx.actions.of(alert.id)
    found = AlertView(
        alert=alert,
        brand=watched.brand,
        person=person,
        cases=ordered,
        posts=posts,
        actions=tuple(acts),
        links=watched.links,
        paths={},
        policy=watched.policy,
        now=now,
        # Whoever has a wish has a row of counts that says so; most people have none.
        preference=await contacts.contact_preference(tx, alert.person_id) if fan and fan.preference else None,
        two_way=_answered(alert, ordered, acts, fan),
        wrote=await _wrote(tx, watched, alert, now)
        if ordered and alert.state is not AlertState.SETTLED
        else 0,
        talk=await _talk(tx, watched, alert, fan, now)
        if alert.is_fan and alert.state is not AlertState.SETTLED
        else None,
        stopped=incidents.STOPPED in await incidents.open_incidents(tx),
        perhaps_ours=person is not None and await own_accounts.undecided(tx, watched, person),
    )
    return _with_paths(found, watched, await closed_paths(tx))


def _answered(alert: Alert, cases: tuple[Case, ...], acts: Sequence[Action], fan: Fan | None) -> int | None:
    """How often we answered them, where that is known: they are counted, or nothing before this alert was."""
    if fan is None:
        return None
    said = any(one.kind.writes and one.done_at for one in acts)  # counted at the next look only
    before = said or alert.episode > 1 or any(case.answer_id for case in cases)
    return None if before and not fan.two_way else fan.two_way


async def _talk(
    tx: UnitOfWork, watched: BrandContext, alert: Alert, fan: Fan | None, now: datetime
) -> Exchanges:
    """How a fan and the brand have talked in the fans' window."""
    person_id = alert.person_id
    theirs = (await tx.posts.of_authors([person_id], now - watched.policy.fan_window)).get(person_id, [])
    speakers = sorted({watched.brand.account.id, *watched.family})
    spoken = await tx.posts.of_conversations([one.conversation_id for one in theirs], by=speakers)
    ids = {one.id for one in theirs}
    ours = [one for one in spoken if not one.gone and is_to(one, person_id, ids)]
    return exchanges(theirs, ours, now, watched.policy, answered_at=fan.answered_at if fan else None)


async def _wrote(tx: UnitOfWork, watched: BrandContext, alert: Alert, now: datetime) -> int:
    counts = await tx.posts.count_by_author([alert.person_id], now - watched.policy.fan_window)
    return counts.get(alert.person_id, 0)


async def bundle(tx: UnitOfWork, watched: BrandContext, one: Bundle, now: datetime) -> BundleView:
    """Everything that the words of this bundle need, in a handful of queries however many members it has."""
    alerts = await tx.alerts.by_ids(one.alert_ids)
    cases = await tx.cases.by_ids([case_id for alert in alerts.values() for case_id in alert.case_ids])
    posts = await tx.posts.by_ids([post_id for case in cases.values() for post_id in case.post_ids])
    people = await tx.people.by_ids([alert.person_id for alert in alerts.values()])
    closed = await closed_paths(tx)
    members = [
        _with_paths(
            AlertView(
                alert, watched.brand, people.get(alert.person_id),
                _in_order(alert, {key: cases[key] for key in alert.case_ids if key in cases}),
                posts, (), watched.links, {}, watched.policy, now,
            ),
            watched,
            closed,
        )
        for alert in (alerts[key] for key in one.alert_ids if key in alerts)
    ]  # fmt: skip
    return BundleView(one, tuple(members), now)


def _in_order(alert: Alert, cases: dict[str, Case]) -> tuple[Case, ...]:
    waiting = case_rules.order(list(cases.values()))
    over = [cases[one] for one in alert.case_ids if one in cases and cases[one] not in waiting]
    return (*waiting, *over)


def _with_paths(found: AlertView, watched: BrandContext, closed: frozenset[ActKind]) -> AlertView:
    paths = {kind: watched.network.path(kind, found.target(kind), closed) for kind in ActKind}
    return replace(found, paths=paths)


def done(actions: tuple[Action, ...], kind: ActKind) -> Action | None:
    """The act of this kind that has been done, if any."""
    return next((one for one in actions if one.kind is kind and one.done_at is not None), None)
