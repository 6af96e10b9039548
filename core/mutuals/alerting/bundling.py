"""Tells cases that are due: four or more on one theme by one message, the others each by its own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import structlog

from mutuals.alerting import bundle_lifecycle, lifecycle, quiet, routes
from mutuals.context import BrandContext
from mutuals.domain import cases as case_rules
from mutuals.domain import clustering, handling, ids, undo
from mutuals.domain.bundle import Bundle
from mutuals.domain.clustering import LONGEST, WITHIN, ClusterItem, Theme
from mutuals.domain.model import Alert, AlertKind, AlertState, Case, Category, Delivery
from mutuals.ports.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

MOST = 120  # members of one bundle: each is named in it, and Discord takes 4,000 characters
ANY = "*"  # the seed of a bundle of different things
FLOOD = 20  # own messages in ten minutes; what comes on top is told together, whatever it is about


@dataclass(slots=True)
class _BundlingRun:
    """What is being sorted: the cases of each person who has no alert yet, and what their posts are about."""

    tx: UnitOfWork
    watched: BrandContext
    now: datetime
    fresh: dict[str, list[Case]]
    items: dict[str, ClusterItem]


async def tell_cases(
    tx: UnitOfWork, watched: BrandContext, people: Sequence[list[Case]], now: datetime
) -> None:
    """Open or change an alert for each person's cases, and decide which message tells it."""
    known = await tx.alerts.open_of([cases[0].person_id for cases in people])
    fewest = watched.policy.bundle_from
    fresh: dict[str, list[Case]] = {}
    for cases in people:
        person_id = cases[0].person_id
        if person_id in known or not fewest or not watched.channels or lifecycle.stands_alone(cases):
            await lifecycle.open_case_alert(tx, watched, cases, now)
        else:
            fresh[person_id] = cases
    if not fresh:
        return
    items = await _items(tx, watched, {one: case_rules.order(cases)[0] for one, cases in fresh.items()})
    run = _BundlingRun(tx, watched, now, fresh, items)
    await _join_growing(run)
    await _new_bundles(run)
    await _the_rest(run)


async def _items(tx: UnitOfWork, watched: BrandContext, leads: dict[str, Case]) -> dict[str, ClusterItem]:
    """What each lead case is about, from its newest post."""
    posts = await tx.posts.by_ids([case.post_ids[-1] for case in leads.values() if case.post_ids])
    account = watched.brand.account
    silent = {account.handle.casefold(), *account.name.casefold().split()}
    texts = {key: posts[case.post_ids[-1]].text if case.post_ids and case.post_ids[-1] in posts else ""
             for key, case in leads.items()}  # fmt: skip
    return {key: clustering.item(key, texts[key], case.last_at, case.category, leave_out=silent)
            for key, case in leads.items()}  # fmt: skip


async def _join_growing(run: _BundlingRun) -> None:
    """Bundles take new members while the burst lasts, and are redrawn once for all of them."""
    if not run.items:
        return
    earliest = min(one.at for one in run.items.values())
    for bundle in await run.tx.bundles.open(earliest - LONGEST):
        if bundle.seed == ANY or not bundle.growing:
            continue
        joining: list[ClusterItem] = []
        first, last = bundle.first_at, bundle.last_at
        for one in sorted(run.items.values(), key=lambda one: one.at):
            in_time = first - WITHIN <= one.at <= last + WITHIN and one.at - first <= LONGEST
            room = len(bundle.alert_ids) + len(joining) < MOST
            if in_time and room and clustering.belongs(one, bundle.seed, bundle.category):
                joining.append(one)
                last = max(last, one.at)
        await _grow(run, bundle, joining)


async def _grow(run: _BundlingRun, bundle: Bundle, joining: Sequence[ClusterItem]) -> None:
    if not joining:
        return
    members = [await _member(run, one.id, bundle.id) for one in joining]
    times = [one.at for one in joining]
    last_at = max(bundle.last_at, *times)
    grown = replace(
        bundle,
        alert_ids=(*bundle.alert_ids, *members),
        first_at=min(bundle.first_at, *times),
        last_at=last_at,
        closes_at=max(run.now, last_at) + WITHIN,
    )
    await bundle_lifecycle.update(run.tx, bundle, grown)


async def _member(run: _BundlingRun, person_id: str, bundle_id: str) -> str:
    """Open the person's alert without a message of its own."""
    cases = run.fresh.pop(person_id)
    run.items.pop(person_id)
    alert = await lifecycle.open_case_alert(run.tx, run.watched, cases, run.now, bundle_id=bundle_id)
    return alert.id


async def _new_bundles(run: _BundlingRun) -> None:
    """Themes among the new ones and those told in the last minutes that nobody has touched yet."""
    recent = await _untouched(run)
    fewest = run.watched.policy.bundle_from
    found = clustering.themes([*run.items.values(), *(item for _, item in recent.values())], fewest)
    for theme in found:
        new = [one for one in theme.ids if one in run.fresh]
        told = [recent[one][0] for one in theme.ids if one in recent and not await run.tx.actions.of(one)]
        if new and len(new) + len(told) >= fewest:
            await _make(run, theme, new[: MOST - len(told)], told)


async def _untouched(run: _BundlingRun) -> dict[str, tuple[Alert, ClusterItem]]:
    """Alerts of the last minutes with a message of their own, in which nobody has done anything: a bundle may take them over."""
    recent = [
        one
        for one in await run.tx.alerts.open_since(AlertKind.CARE, run.now - WITHIN)
        if one.bundle_id is None and one.state is AlertState.OPEN and not one.is_fan
        and not (one.claimed_by or one.writing_by or one.log)
    ]  # fmt: skip
    cases = await run.tx.cases.by_ids([case_id for one in recent for case_id in one.case_ids])
    leads: dict[str, Case] = {}
    for one in recent:
        theirs = case_rules.order([cases[case_id] for case_id in one.case_ids if case_id in cases])
        if theirs and not lifecycle.stands_alone(theirs) and theirs[0].episode == 1:
            leads[one.id] = theirs[0]
    items = await _items(run.tx, run.watched, leads)
    return {one.id: (one, items[one.id]) for one in recent if one.id in items}


async def _make(run: _BundlingRun, theme: Theme, new: Sequence[str], told: Sequence[Alert]) -> None:
    tx, brand_id = run.tx, run.watched.brand.id
    first = case_rules.order(run.fresh[new[0]])[0] if not told else None
    number, start = 1, first.id if first else told[0].case_ids[0]
    while await tx.bundles.get(bundle_id := ids.bundle_id(brand_id, start, number)) is not None:
        number += 1
    bundle = Bundle(
        brand_id, bundle_id, theme.category, theme.seed, theme.words, tuple(one.id for one in told),
        first_at=theme.first_at, last_at=theme.last_at, opened_at=run.now,
        closes_at=max(run.now, theme.last_at) + WITHIN,
    )  # fmt: skip
    members = [*bundle.alert_ids, *[await _member(run, one, bundle_id) for one in new]]
    await tx.bundles.put(replace(bundle, alert_ids=tuple(members)), was=None)
    for alert in told:
        await lifecycle.update(tx, alert, replace(alert, bundle_id=bundle_id))
    shown = await tx.bundles.get(bundle_id)
    for name, channel in routes.of_theme(run.watched, theme.category):
        wanted = shown.version if shown else 1
        waits = quiet.waits_until(run.watched, 1, run.now)
        await tx.deliveries.request(
            Delivery(
                brand_id, ids.bundle_subject(bundle_id), name, channel, wanted, priority=1, next_at=waits
            )
        )
    log.info("bundle.opened", brand=brand_id, bundle=bundle_id, members=len(members))


async def _the_rest(run: _BundlingRun) -> None:
    """Own messages, the most pressing first; beyond what people can read, one message for all the others."""
    if not run.fresh:
        return
    told = await run.tx.alerts.open_since(AlertKind.CARE, run.now - WITHIN)
    room = max(0, FLOOD - sum(one.bundle_id is None for one in told))
    leads = case_rules.order([case_rules.order(cases)[0] for cases in run.fresh.values()])
    order = [case.person_id for case in leads]
    over = order[room:]
    growing = [one for one in await run.tx.bundles.open(run.now - LONGEST) if one.seed == ANY and one.growing]
    if len(over) < run.watched.policy.bundle_from and not growing:
        over = []
    for person_id in order[: len(order) - len(over)]:
        cases = run.fresh.pop(person_id)
        await lifecycle.open_case_alert(run.tx, run.watched, cases, run.now)
    while over:
        some = [run.items[one] for one in over]
        if growing and (free := MOST - len(growing[0].alert_ids)) > 0:
            await _grow(run, growing[0], some[:free])
            over = over[free:]
        else:
            part = sorted(some[:MOST], key=lambda one: one.at)
            theme = Theme(Category.OTHER, ANY, (), tuple(one.id for one in part), part[0].at, part[-1].at)
            await _make(run, theme, theme.ids, ())
            over = over[MOST:]
        growing = []


async def run_clocks(tx: UnitOfWork, now: datetime) -> bool:
    """End claims, snoozes and growth whose time has come."""
    due = await tx.bundles.due(now)
    for bundle in due:
        changed, woken = bundle, handling.snooze_over(bundle, now)
        if handling.claim_over(bundle, now):
            changed = handling.claim_expired(changed, now)
        if woken:
            changed = handling.awake(changed)
        if bundle.growing and bundle.closes_at and now >= bundle.closes_at:
            changed = replace(changed, growing=False)
        if undo.is_over(bundle.undo, now):
            changed = replace(changed, undo=None)
        changed = await bundle_lifecycle.update(tx, bundle, changed)
        if changed.state is AlertState.SETTLED:
            continue
        if not changed.growing and await bundle_lifecycle.all_over(tx, changed):
            await bundle_lifecycle.resolve(tx, changed, changed, now)
        elif woken and not await call(tx, changed):
            await _in_thread(tx, changed, ids.subject(ids.SubjectKind.WAKE, bundle.id, str(changed.version)))
    return bool(due)


async def call(tx: UnitOfWork, bundle: Bundle) -> bool:
    """Call for help once for the whole bundle, if a member is overdue and it does not sleep; False if nobody is called."""
    subject = ids.subject(ids.SubjectKind.OVERDUE, bundle.id)
    if bundle.state is not AlertState.OPEN or await tx.deliveries.of(subject):
        return False
    members = await tx.alerts.by_ids(bundle.alert_ids)
    case_ids = [case_id for one in members.values() for case_id in one.case_ids]
    if not any(
        case.escalated and case.state in case_rules.WAITING
        for case in (await tx.cases.by_ids(case_ids)).values()
    ):
        return False
    await _in_thread(tx, bundle, subject)
    return True


async def _in_thread(tx: UnitOfWork, bundle: Bundle, subject: str) -> None:
    parent = ids.bundle_subject(bundle.id)
    for one in await tx.deliveries.of(parent):
        await tx.deliveries.request(
            Delivery(bundle.brand_id, subject, one.chat, one.channel, 1, priority=0, parent=parent)
        )
