"""Reposts by the brand that are seen among its own posts, whoever pressed the button, and where."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from mutuals.alerting import reposts
from mutuals.context import BrandContext
from mutuals.domain import small_acts
from mutuals.domain.case_batch import ClassifiedPost
from mutuals.domain.model import ActKind, ActState, AlertKind, Post
from mutuals.ports.unit_of_work import UnitOfWork


async def settle(
    tx: UnitOfWork, watched: BrandContext, heard: Sequence[ClassifiedPost], now: datetime
) -> None:
    """Settle the fans' alerts whose posts were reposted, and finish the acts that had asked for it."""
    account = watched.brand.account.id
    ours = [one.post for one in heard if one.post.author_id == account and one.post.reposts]
    theirs = await tx.posts.by_ids([str(one.reposts) for one in ours]) if ours else {}
    for post in ours:
        reposted = theirs.get(str(post.reposts))
        if reposted is not None and reposted.author_id != account:
            await _settle(tx, watched, post, reposted, now)


async def _settle(tx: UnitOfWork, watched: BrandContext, post: Post, reposted: Post, now: datetime) -> None:
    alert = (await tx.alerts.open_of([reposted.author_id])).get(reposted.author_id)
    if alert is None or alert.kind is not AlertKind.FAN or post.at < alert.opened_at - timedelta(minutes=1):
        return
    waiting = small_acts.handed_out(await tx.actions.of(alert.id), ActKind.REPOST, reposted)
    network, us = watched.network.title, watched.brand.account.handle
    if waiting is None:
        await reposts.seen(tx, watched, alert, f"Reposted on {network} by @{us}", now, None)
        return
    done = replace(waiting, state=ActState.DONE, external_id=post.id, done_at=now, next_at=None, error=None)
    if await tx.actions.put(done, was=waiting.state, was_attempt=waiting.attempt):
        await reposts.seen(tx, watched, alert, f"Reposted, seen on {network}", now, waiting.actor.name)
