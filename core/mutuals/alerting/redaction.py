"""What is gone from the network goes here, too: in the store and in every chat, however old the alert is.

Whoever learns of it calls this at once: a recheck, a look-up, a reply that was refused, an event, a request.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import structlog

from mutuals.alerting import digest, lifecycle, worsened_alerts
from mutuals.context import BrandContext, Context
from mutuals.domain import cases
from mutuals.domain.model import Alert, AlertState, Case, Person
from mutuals.ports.unit_of_work import UnitOfWork

HOW_FAR = "rechecks"  # memo: how far behind the looks at quoted posts are, for people

log = structlog.get_logger(__name__)


async def how_far(tx: UnitOfWork) -> Mapping[str, int]:
    """How many posts are `quoted`, and the longest that one of an open alert (`open_h`) or of a settled one (`settled_h`)
    was not looked at, in hours, as of the last recheck; empty before the first."""
    kept: Any = await tx.key_values.get(HOW_FAR)
    return kept if isinstance(kept, dict) else {}


async def redact(ctx: Context, watched: BrandContext, gone: Mapping[str, str]) -> None:
    """Blank these posts (id -> why) in the store and redraw every alert that quoted them. Where their author is gone as a
    whole, all that they wrote goes."""
    async with ctx.store.transaction(watched.brand.id) as tx:
        posts = await tx.posts.by_ids(list(gone))
        people: dict[str, str] = {}
        for post in posts.values():
            if gone[post.id] != "deleted":
                people[post.author_id] = min(gone[post.id], people.get(post.author_id, gone[post.id]))
        authors = {post.author_id for post in posts.values()}
        await _blank(ctx, tx, watched, dict(gone), authors, people)
    await ctx.deliver(watched.brand.id)


async def redact_people(ctx: Context, watched: BrandContext, people: Mapping[str, Person]) -> None:
    """A look-up showed that these people are gone: so is what they wrote, without another look."""
    lost = {person_id: person.gone for person_id, person in people.items() if person.gone}
    if not lost:
        return
    async with ctx.store.transaction(watched.brand.id) as tx:
        wrote = {one: await tx.posts.newest_of(one, 1) for one in lost}
        told = {one: why for one, why in lost.items() if any(not post.gone for post in wrote[one])}
        if told:
            await _blank(ctx, tx, watched, {}, set(told), told)
    if told:
        await ctx.deliver(watched.brand.id)


async def _blank(
    ctx: Context,
    tx: UnitOfWork,
    watched: BrandContext,
    gone: dict[str, str],
    authors: set[str],
    people: Mapping[str, str],
) -> None:
    now = ctx.clock.now()
    for why in sorted(set(gone.values())):
        await tx.posts.redact([post_id for post_id, reason in gone.items() if reason == why], why)
    for author, why in sorted(people.items()):
        gone = dict.fromkeys(await tx.posts.redact_author(author, why), why) | gone
    await tx.cases.put([_without(case, gone, now) for case in await tx.cases.of(sorted(authors), [])])
    for alert in await tx.alerts.of(sorted(authors)):  # settled ones of any age, too: the chats keep them
        await _redraw(tx, watched, alert, gone, now)
    await digest.redraw(tx, gone)
    log.info("recheck.redacted", brand=watched.brand.id, posts=len(gone))


def _without(case: Case, gone: dict[str, str], now: datetime) -> Case:
    lost = [one for one in case.post_ids if one in gone]
    return cases.without_posts(case, frozenset(lost), gone[lost[-1]], now) if lost else case


async def _redraw(
    tx: UnitOfWork, watched: BrandContext, alert: Alert, gone: dict[str, str], now: datetime
) -> None:
    evidence = tuple(one for one in alert.evidence if one not in gone)
    await worsened_alerts.redraw(tx, alert, gone)
    if alert.state is AlertState.SETTLED:
        await lifecycle.update(tx, alert, replace(alert, evidence=evidence))
        return
    why = next(iter(gone.values()))
    text = f"The post is gone from {watched.network.title}, so it was removed here"
    changed = await lifecycle.update(tx, alert, replace(alert, evidence=evidence))
    waits = cases.order(list((await tx.cases.by_ids(alert.case_ids)).values()))
    if not waits and (alert.case_ids or not evidence):
        await lifecycle.resolve(tx, watched, changed, why, text, now)
