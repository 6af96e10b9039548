"""Looks again at what open alerts quote: deleted posts are redacted here and in every chat.

X asks that content be removed as soon as reasonably possible after it was deleted, copies in
chats included (X developer guidelines, "Content compliance").
"""

from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from mutuals.alerting import digest, lifecycle, worsened_alerts
from mutuals.context import BrandContext, Context
from mutuals.domain import cases
from mutuals.domain.errors import MutualsError
from mutuals.domain.model import Alert, AlertState, Case
from mutuals.ports.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

# Each post at most once in a UTC day, because X bills it again the next day; else every 23 hours.
EVERY = timedelta(minutes=1)
AT_ONCE = 100  # posts in one call (X's limit)
SETTLED_FOR = timedelta(days=3)  # what was settled lately still stands in the chats


async def recheck(ctx: Context, watched: BrandContext) -> None:
    """Check the posts that alerts show; redact what is gone, close what has nothing left."""
    now = ctx.clock.now()
    async with ctx.store.reading(watched.brand.id) as tx:
        shown = await tx.rechecks.quoted(now - SETTLED_FOR) | set(await digest.quoted(tx, now))
        ids = await tx.rechecks.unchecked(shown, now, AT_ONCE) if shown else []
    if not ids:
        return
    try:
        states = await watched.network.check_posts(ids)
    except MutualsError as error:
        log.info("recheck.postponed", brand=watched.brand.id, why=str(error))
        return
    gone = {post_id: why for post_id, why in states.items() if why}
    if gone:
        await redact(ctx, watched, gone)
    async with ctx.store.transaction(
        watched.brand.id
    ) as tx:  # last: what a crash leaves is looked at once more
        await tx.rechecks.mark(ids, now)


async def redact(ctx: Context, watched: BrandContext, gone: dict[str, str]) -> None:
    """Blank these posts in the store and redraw every alert that quoted them."""
    now = ctx.clock.now()
    async with ctx.store.transaction(watched.brand.id) as tx:
        posts = await tx.posts.by_ids(list(gone))
        authors = sorted({post.author_id for post in posts.values()})
        for why in sorted(set(gone.values())):
            await tx.posts.redact([one for one, reason in gone.items() if reason == why], why)
        for author in authors:
            reasons = {gone[post.id] for post in posts.values() if post.author_id == author} - {"deleted"}
            for why in sorted(reasons)[:1]:
                gone = dict.fromkeys(await tx.posts.redact_author(author, why), why) | gone
        await tx.cases.put([_without(one, gone, now) for one in await tx.cases.of(authors, [])])
        for alert in await tx.alerts.of(authors):  # settled ones of any age, too: the chats keep them
            await _redraw(tx, watched, alert, gone, now)
        await digest.redraw(tx, gone)
    log.info("recheck.redacted", brand=watched.brand.id, posts=len(gone))
    await ctx.deliver(watched.brand.id)


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
