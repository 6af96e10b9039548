"""Looks again at what the chats quote: deleted posts are redacted here and in every chat.

X asks that content be removed as soon as reasonably possible after it was deleted, copies in
chats included (X developer guidelines, "Content compliance"). What we are told of is redacted at once
(`mutuals.alerting.redaction`). For the rest posts are looked at again, as often as `mutuals.domain.rechecks` and a budget
of its own allow.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from mutuals.alerting import digest, monthly_budget
from mutuals.alerting.redaction import HOW_FAR, redact
from mutuals.context import BrandContext, Context
from mutuals.domain import budgets, rechecks
from mutuals.domain.budgets import BudgetStage
from mutuals.domain.errors import MutualsError
from mutuals.domain.rechecks import QuotedPost
from mutuals.ports.prices import CostKind
from mutuals.watcher.evaluate import WATCHED_SINCE

log = structlog.get_logger(__name__)

EVERY = timedelta(minutes=10)
AT_ONCE = 100  # posts in one call (X's limit)
CALLS = 10  # in one go, at most
SETTLED_FOR = timedelta(days=30)  # what was settled lately still stands in the chats


@dataclass(frozen=True, slots=True)
class _Room:
    """What the chats quote, and how many posts may be looked at now for its own budget."""

    quoted: Sequence[QuotedPost]
    posts: int


async def recheck(ctx: Context, watched: BrandContext) -> None:
    """Check the posts that alerts show; redact what is gone, close what has nothing left."""
    now = ctx.clock.now()
    room = await _room(ctx, watched, now)
    due = [*rechecks.free(room.quoted, now), *rechecks.due(room.quoted, now, room.posts)][: AT_ONCE * CALLS]
    looked: list[str] = []
    for start in range(0, len(due), AT_ONCE):
        ids = due[start : start + AT_ONCE]
        try:
            states = await watched.network.check_posts(ids)
        except MutualsError as error:
            log.info("recheck.postponed", brand=watched.brand.id, why=str(error))
            break
        await _note(ctx, watched, states, ids)
        looked += ids
    await _say_how_far(ctx, watched, room.quoted, looked, now)


async def _room(ctx: Context, watched: BrandContext, now: datetime) -> _Room:
    """Read beside all writers: there may be thousands of alerts."""
    async with ctx.store.reading(watched.brand.id) as tx:
        quoted = await tx.rechecks.quoted(now - SETTLED_FOR, await digest.quoted(tx, now))
        since = await tx.key_values.get(WATCHED_SINCE)
        days = await tx.spending.by_day(budgets.days_needed(now)) if quoted else {}
        stage = await monthly_budget.stage(tx, watched, now)
    if isinstance(since, str):  # what was written before was read then
        began = datetime.fromisoformat(since)
        quoted = [replace(post, read_at=max(post.read_at, began)) for post in quoted]
    room = _affordable(watched, days, now) if stage < BudgetStage.NO_RECHECKS else 0
    return _Room(quoted, room)


def _affordable(watched: BrandContext, days: Mapping[str, Mapping[str, int]], now: datetime) -> int:
    """How many posts the budget of the rechecks has room for now."""
    price, title = watched.prices.micros(CostKind.CHECKS), watched.prices.title(CostKind.CHECKS)
    if not price:
        return AT_ONCE * CALLS
    mine = {day: bought.get(title, 0) for day, bought in days.items()}
    rest = {day: sum(bought.values()) - mine[day] for day, bought in days.items()}
    return budgets.recheck_allowance(rest, mine, now, watched.recheck_percent) // price


async def _note(
    ctx: Context, watched: BrandContext, states: Mapping[str, str | None], ids: Sequence[str]
) -> None:
    gone = {post_id: why for post_id, why in states.items() if why}
    if gone:
        await redact(ctx, watched, gone)
    async with ctx.store.transaction(
        watched.brand.id
    ) as tx:  # last: what a crash leaves is looked at once more
        await tx.rechecks.mark(ids, ctx.clock.now())


async def _say_how_far(
    ctx: Context, watched: BrandContext, quoted: Sequence[QuotedPost], looked: Sequence[str], now: datetime
) -> None:
    """Keep how long the posts were not looked at, for whoever asks what rechecks cost and miss. Written when it has
    moved by an hour, so that a quiet brand writes nothing."""
    seen = set(looked)
    after = [replace(post, looked_at=now) if post.id in seen else post for post in quoted]
    state = {
        "quoted": len(after),
        "open_h": _hours(rechecks.longest_gap(after, now, is_open=True)),
        "settled_h": _hours(rechecks.longest_gap(after, now, is_open=False)),
    }
    async with ctx.store.reading(watched.brand.id) as tx:
        before = await tx.key_values.get(HOW_FAR)
    if before != state:
        async with ctx.store.transaction(watched.brand.id) as tx:
            await tx.key_values.put(HOW_FAR, state)


def _hours(span: timedelta) -> int:
    return round(span.total_seconds() / 3600)
