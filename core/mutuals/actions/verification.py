"""Goes on with acts that are under way: calls again after a wait, or looks whether an act by link was done."""

from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from mutuals.actions import outcomes
from mutuals.actions.executor import ActionExecutor
from mutuals.actions.preconditions import OutcomeNotVisible
from mutuals.actions.reply_lookup import reply_on_network
from mutuals.actions.small_acts import own_repost
from mutuals.context import BrandContext, Context
from mutuals.domain.errors import MutualsError, TryAgain
from mutuals.domain.model import Action, ActKind, ActState

log = structlog.get_logger(__name__)

SLOWEST = timedelta(minutes=5)


async def continue_actions(ctx: Context, watched: BrandContext, action_id: str) -> None:
    """One step for one act; the sweep asks again when its `next_at` comes."""
    async with ctx.store.transaction(watched.brand.id) as tx:
        act = await tx.actions.get(action_id)
    now = ctx.clock.now()
    if act is None or act.next_at is None or act.next_at > now:
        return
    if act.state in {ActState.INTENT, ActState.CALLING}:
        await ActionExecutor(ctx, late=True).run(watched, act)
    elif act.state is ActState.WAITING:
        await _look(ctx, watched, act, now)


async def _look(ctx: Context, watched: BrandContext, act: Action, now: datetime) -> None:
    try:
        seen = await _seen(ctx, watched, act)
    except MutualsError as error:
        wait = error.retry_after if isinstance(error, TryAgain) else 60.0
        log.info("verify.postponed", alert=act.alert_id, why=str(error))
        await _put(ctx, watched, replace(act, next_at=now + timedelta(seconds=wait)), act)
        return
    if seen is not None:
        done = replace(act, state=ActState.DONE, external_id=seen, done_at=now, next_at=None, error=None)
        async with ctx.store.transaction(watched.brand.id) as tx:
            if await tx.actions.put(done, was=act.state, was_attempt=act.attempt):
                await outcomes.done(tx, watched, done, now)
        await ctx.deliver(watched.brand.id)
    elif act.expires_at is not None and now >= act.expires_at:
        lapsed = replace(act, state=ActState.LAPSED, next_at=None)
        async with ctx.store.transaction(watched.brand.id) as tx:
            if await tx.actions.put(lapsed, was=act.state, was_attempt=act.attempt):
                await outcomes.lapsed(tx, watched, lapsed, now)
        await ctx.deliver(watched.brand.id)
    else:
        await _put(ctx, watched, replace(act, next_at=now + _pause(act, now)), act)


async def _seen(ctx: Context, watched: BrandContext, act: Action) -> str | None:
    """The network's own word: the relationship for a follow, our posts for a reply."""
    if act.kind is ActKind.FOLLOW:
        person = (await watched.network.people([act.person_id])).get(act.person_id)
        bond = person.relationship if person else None
        return act.person_id if bond and (bond.we_follow or bond.requested) else None
    if act.kind is ActKind.REPOST:
        return await own_repost(ctx, watched, act)
    try:
        return await reply_on_network(ctx, watched, act)
    except OutcomeNotVisible:
        return None


def _pause(act: Action, now: datetime) -> timedelta:
    """Looks get rarer: after a third of the time that has passed, at most every five minutes."""
    return min(SLOWEST, max(timedelta(seconds=4), abs(now - act.created_at) / 3))


async def _put(ctx: Context, watched: BrandContext, act: Action, was: Action) -> None:
    async with ctx.store.transaction(watched.brand.id) as tx:
        await tx.actions.put(act, was=was.state, was_attempt=was.attempt)
