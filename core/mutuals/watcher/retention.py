"""Deletes what nothing needs any more, a few rows at a time, so that nobody waits for it.

X asks that stored content be kept no longer than it is needed (X developer policy, "Content compliance"). Each step is one
transaction: what it deletes is counted in the same one, so a process that dies in the middle loses and doubles nothing.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from mutuals.alerting import digest, lifecycle, worsened_alerts
from mutuals.context import BrandContext, Context
from mutuals.domain.cases import WAITING
from mutuals.domain.model import Alert, AlertState, Case, Post
from mutuals.domain.retention import Cutoffs, cutoffs, is_needed
from mutuals.ports.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

EVERY = timedelta(minutes=10)
STEPS = 20  # a turn: with the pauses some seconds; a year that was never deleted is gone after some days
ROWS = 200  # a step, so that whoever writes waits some milliseconds
PAUSE = 0.05  # seconds between two steps, in which others write
KEY = "retention"  # {"done": the day of the last whole walk, "at", "id": the last post seen, "people": the last person}


async def run(ctx: Context, watched: BrandContext, *, steps: int = STEPS, pause: float = PAUSE) -> None:
    """Walk on through what is old, once a day from its beginning."""
    gone = 0
    for _ in range(steps):
        many = await step(ctx, watched)
        if many is None:
            break
        gone += many
        await asyncio.sleep(pause)
    if gone:
        log.info("retention.deleted", brand=watched.brand.id, rows=gone)
        await ctx.deliver(watched.brand.id)


async def step(ctx: Context, watched: BrandContext) -> int | None:
    """One small step; gives how many rows were deleted, None when there is nothing left to look at today."""
    now = ctx.clock.now()
    today, limits = now.date().isoformat(), cutoffs(now, watched.keep, watched.policy.fan_window)
    async with ctx.store.reading(watched.brand.id) as tx:
        if dict(await tx.key_values.get(KEY) or {}).get("done") == today:
            return None
    async with ctx.store.transaction(watched.brand.id) as tx:
        place = dict(await tx.key_values.get(KEY) or {})
        if "people" in place:
            many, last = await tx.retention.delete_people(limits.posts, place["people"], ROWS)
            place = {"done": today} if last is None else {"people": last}
        else:
            many, place = await _posts_and_records(tx, limits, place)
        await tx.key_values.put(KEY, place)
        return many


async def _posts_and_records(
    tx: UnitOfWork, limits: Cutoffs, place: dict[str, str]
) -> tuple[int, dict[str, str]]:
    after = (datetime.fromisoformat(place["at"]), place["id"]) if "at" in place else None
    posts = await tx.retention.posts(limits.posts, after, ROWS)
    if posts:
        unneeded = await _unneeded(tx, posts)
        await tx.retention.delete_posts(unneeded)
        await _redact(tx, unneeded)
        return len(unneeded), {"at": posts[-1].at.isoformat(), "id": posts[-1].id}
    alerts = await tx.retention.settled_alerts(limits.records, ROWS)
    await tx.retention.delete_alerts(alerts)
    many = len(alerts) + await tx.retention.delete_records(limits.records, ROWS)
    return many, place if many else {"people": ""}


async def _unneeded(tx: UnitOfWork, posts: Sequence[Post]) -> list[Post]:
    """Those of them that nothing open needs."""
    about = {one.author_id for one in posts}
    about |= {one for post in posts for one in (post.in_reply_to_person, post.quotes_person) if one}
    cases = await tx.cases.of(sorted(about), sorted({one.conversation_id for one in posts}))
    about |= {one.person_id for one in cases}
    people = set(await tx.alerts.open_of(sorted(about)))
    people |= {one.person_id for one in cases if one.state in WAITING}
    talks = {one.conversation_id for one in cases if _goes_on(one, people)}
    return [one for one in posts if not is_needed(one, people, talks)]


def _goes_on(case: Case, people: set[str]) -> bool:
    return case.person_id in people


async def _redact(tx: UnitOfWork, posts: Sequence[Post]) -> None:
    """Their words go out of the messages of settled alerts, too: a later deletion would be noticed by nobody."""
    gone = {one.id for one in posts}
    if not gone:
        return
    for alert in await tx.alerts.of(sorted({one.author_id for one in posts})):
        if alert.state is AlertState.SETTLED and await _quotes(tx, alert, gone):
            await worsened_alerts.redraw(tx, alert, gone)
            evidence = tuple(one for one in alert.evidence if one not in gone)
            await lifecycle.update(tx, alert, replace(alert, evidence=evidence))
    await digest.redraw(tx, gone)


async def _quotes(tx: UnitOfWork, alert: Alert, gone: set[str]) -> bool:
    cases = await tx.cases.by_ids(alert.case_ids)
    return not gone.isdisjoint([*alert.evidence, *(one for case in cases.values() for one in case.post_ids)])
