"""Listens for posts that speak of the brand without its handle, by its rules, within a budget of its own.

What it finds never counts as a mention: a complaint or a question opens a case for which nobody is called, praise stands in
the digest, and of everything else only the number is kept.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

import structlog

from mutuals.alerting import listening_notices, monthly_budget
from mutuals.alerting.listening_notices import KEY, PRAISE
from mutuals.context import BrandContext, Context
from mutuals.domain import listening
from mutuals.domain.budgets import BudgetStage
from mutuals.domain.case_batch import ClassifiedPost
from mutuals.domain.errors import MutualsError, Paused, TryAgain
from mutuals.domain.model import Category
from mutuals.ports.network import Timeline
from mutuals.ports.prices import CostKind
from mutuals.ports.search import SearchableNetwork
from mutuals.ports.unit_of_work import UnitOfWork
from mutuals.watcher import rivals
from mutuals.watcher.classification import classifier_of

EVERY = timedelta(minutes=5)  # between two searches: how often does not change what they cost
FIRST = timedelta(hours=1)  # so far back the first search reaches
LATE = timedelta(minutes=10)  # behind the last search: a clock may be ahead, and posts are shown late
LONGEST = timedelta(days=1)  # after a longer stop what was written before is not searched for
MOST = 500  # posts of one search
DAYS_KEPT = 8
PRAISE_KEPT = 100
ASKS_FOR_HELP = frozenset({Category.COMPLAINT, Category.QUESTION})

log = structlog.get_logger(__name__)
ApplyPosts = Callable[[UnitOfWork, BrandContext, list[ClassifiedPost], datetime], Awaitable[None]]


@dataclass
class _State:
    """What is remembered between two searches. `days`: UTC day -> [posts found, posts shown]; `skips`: the budget was used
    up, and what was written since then is not searched for."""

    rules: str = ""
    cursor: str | None = None
    at: str = ""
    failing: str | None = None
    skips: bool = False
    days: dict[str, list[int]] = field(default_factory=dict)


async def listen(ctx: Context, watched: BrandContext, apply_posts: ApplyPosts) -> None:
    """Search if it is time to. Troubles are said in chat, not raised. `apply_posts` folds posts into cases."""
    rules, now = watched.policy.listen, ctx.clock.now()
    if not rules:
        return
    async with ctx.store.reading(watched.brand.id) as tx:
        state = _State(**(await tx.key_values.get(KEY) or {}))
        spent = await monthly_budget.stage(tx, watched, now) >= BudgetStage.NO_FANS
    fresh = state.rules != _fingerprint(rules)
    if not fresh and abs(now - datetime.fromisoformat(state.at)) < EVERY:
        return
    network = watched.network
    if not isinstance(network, SearchableNetwork):
        await listening_notices.not_searchable(ctx, watched, _fingerprint(rules))
        return
    if fresh:
        await _begin(ctx, watched, state, now)
        return
    left = _left(watched, state, now)
    if spent or left <= 0:
        if not state.skips:
            async with ctx.store.transaction(watched.brand.id) as tx:
                await tx.key_values.put(KEY, vars(replace(state, skips=True)))
        await listening_notices.budget_used(ctx, watched, now, monthly=spent)
        return
    if state.skips:
        state = replace(state, cursor=None, at=now.isoformat(), skips=False)
    since = max(datetime.fromisoformat(state.at) - LATE, now - LONGEST)
    try:
        found = await network.search(rules, state.cursor, since=since, most=min(left, MOST))
    except Paused as error:  # the looks at mentions say it
        log.info("listening.paused", brand=watched.brand.id, why=str(error))
        return
    except MutualsError as error:
        await _failed(ctx, watched, state, error, now)
        return
    await _take_in(ctx, watched, state, found, apply_posts)
    if found.gap and len(found.posts) < left:
        await listening_notices.more_than_read(ctx, watched, now)
    if now - datetime.fromisoformat(state.at) > LONGEST:
        await listening_notices.stopped_too_long(ctx, watched, state.at, since)


async def _begin(ctx: Context, watched: BrandContext, state: _State, now: datetime) -> None:
    """New rules: their price is said before the first search, which comes with the next look."""
    recent = state.at and now - datetime.fromisoformat(state.at) <= LONGEST
    at = state.at if recent else (now - FIRST).isoformat()
    state = replace(state, rules=_fingerprint(watched.policy.listen), at=at, failing=None)
    async with ctx.store.transaction(watched.brand.id) as tx:
        await tx.key_values.put(KEY, vars(state))
        await listening_notices.began(ctx, tx, watched, state.rules)
    await ctx.deliver(watched.brand.id)


async def _failed(
    ctx: Context, watched: BrandContext, state: _State, error: MutualsError, now: datetime
) -> None:
    log.info("listening.postponed", brand=watched.brand.id, why=str(error))
    refused = not isinstance(error, TryAgain)
    since = state.failing or now.isoformat()
    if state.failing is None:
        async with ctx.store.transaction(watched.brand.id) as tx:
            await tx.key_values.put(KEY, vars(replace(state, failing=since)))
    if refused or now - datetime.fromisoformat(since) >= listening_notices.PATIENCE:
        await listening_notices.failing(ctx, watched, str(error))


async def _take_in(
    ctx: Context, watched: BrandContext, state: _State, found: Timeline, apply_posts: ApplyPosts
) -> None:
    """Store what asks for help or praises, with the cursor, in one transaction."""
    now, us = ctx.clock.now(), watched.brand.account
    classifier = await classifier_of(ctx, watched) if found.posts else None
    heard: list[ClassifiedPost] = []
    for post in found.posts:
        rule = listening.found_by(post, watched.policy.listen, us.id, us.handle, watched.family)
        if rule is not None and classifier is not None:
            one = classifier(watched, replace(post, found_by=rule.name))
            # It was not said to us: no act towards us, and no wish about us either.
            heard.append(replace(one, post=replace(one.post, interaction=None), preference=None))
    async with ctx.store.transaction(watched.brand.id) as tx:
        heard = await _that_do_not_come(tx, watched, heard)
        shown = [one for one in heard if one.post.category in {*ASKS_FOR_HELP, Category.PRAISE}]
        fresh = {post.id for post in await tx.posts.add([one.post for one in shown])}
        shown = [one for one in shown if one.post.id in fresh]
        await apply_posts(tx, watched, [one for one in shown if one.post.category in ASKS_FOR_HELP], now)
        praise = [one.post.id for one in shown if one.post.category is Category.PRAISE]
        if praise:
            kept = await tx.key_values.get(PRAISE) or []
            await tx.key_values.put(PRAISE, [*kept, *praise][-PRAISE_KEPT:])
        said = await rivals.note(ctx, tx, watched, heard)
        days = _counted(state, now, len(found.posts), len(shown))
        after = replace(state, cursor=found.cursor, at=now.isoformat(), failing=None, days=days)
        await tx.key_values.put(KEY, vars(after))
        said |= await listening_notices.measured(ctx, tx, watched, after.rules, days, now)
        said |= await listening_notices.works_again(ctx, tx, watched)
    log.info("listening.searched", brand=watched.brand.id, found=len(found.posts), shown=len(shown))
    if said:
        await ctx.deliver(watched.brand.id)


async def _that_do_not_come(
    tx: UnitOfWork, watched: BrandContext, heard: Sequence[ClassifiedPost]
) -> list[ClassifiedPost]:
    """Without quotes of our own posts, which come as mentions."""
    quoted = await tx.posts.by_ids(sorted({one.post.quotes for one in heard if one.post.quotes}))
    ours = {watched.brand.account.id, *watched.family}
    own = {post.id for post in quoted.values() if post.author_id in ours}
    return [one for one in heard if one.post.quotes not in own]


def _left(watched: BrandContext, state: _State, now: datetime) -> int:
    """How many posts the day's budget has room for."""
    price = watched.prices.micros(CostKind.SEARCH)
    if not price:
        return MOST
    bought = state.days.get(_day(now), [0])[0]
    return int(watched.policy.listen_daily_dollars * 1_000_000) // price - bought


def _counted(state: _State, now: datetime, found: int, shown: int) -> dict[str, list[int]]:
    before = state.days.get(_day(now), [0, 0])
    days = state.days | {_day(now): [before[0] + found, before[1] + shown]}
    return {day: days[day] for day in sorted(days)[-DAYS_KEPT:]}


def _day(now: datetime) -> str:
    return now.astimezone(UTC).date().isoformat()


def _fingerprint(rules: Any) -> str:
    return sha256(repr(rules).encode()).hexdigest()[:12]
