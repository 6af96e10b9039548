"""Takes in what a network tells by itself: stored and judged as what a poll has read, and not bought again.

Events that come while others are being stored are stored together afterwards, so that a burst costs few transactions.
"""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import structlog

from mutuals.alerting import contacts, incidents
from mutuals.alerting.redaction import redact
from mutuals.context import BrandContext, Context
from mutuals.domain.errors import Paused
from mutuals.domain.ids import brand_id
from mutuals.domain.model import Account, Person, Relationship
from mutuals.ports.events import FollowChanged, NetworkEvent, PostDeleted, PostWritten, SignInRevoked
from mutuals.ports.network import Timeline
from mutuals.watcher import event_coverage
from mutuals.watcher.authors import introduced, renamed
from mutuals.watcher.evaluate import evaluate
from mutuals.watcher.poll import ingest

log = structlog.get_logger(__name__)


@dataclass(eq=False, slots=True)
class _Waiting:
    events: Sequence[NetworkEvent]
    over: bool = False
    error: Exception | None = None


@dataclass(slots=True)
class _Brand:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    waiting: list[_Waiting] = field(default_factory=list)


class EventInbox:
    """Where the events of one network's accounts go, by whatever way they come."""

    def __init__(self, ctx: Context, network: str) -> None:
        self._ctx, self._network = ctx, network
        self._brands: defaultdict[str, _Brand] = defaultdict(_Brand)

    async def take(self, events: Sequence[NetworkEvent]) -> None:
        """Store and judge them; what is about nobody we watch is left. Raises MutualsError when they are not stored."""
        by_brand: defaultdict[str, list[NetworkEvent]] = defaultdict(list)
        for one in events:
            by_brand[brand_id(self._network, one.account_id)].append(one)
        for brand, some in by_brand.items():
            await self._with_others(brand, some)

    async def _with_others(self, brand: str, events: Sequence[NetworkEvent]) -> None:
        mine, of_brand = _Waiting(events), self._brands[brand]
        of_brand.waiting.append(mine)
        async with of_brand.lock:
            if not mine.over:
                await self._store(brand, of_brand)
        if mine.error is not None:
            raise mine.error

    async def _store(self, brand: str, of_brand: _Brand) -> None:
        batch, of_brand.waiting = of_brand.waiting, []
        error: Exception | None = None
        try:
            watched = await self._ctx.brands.find(brand)
            if watched is None or watched.brand.paused:
                log.info("events.ignored", brand=brand, events=sum(len(one.events) for one in batch))
            else:
                await apply_events(self._ctx, watched, [event for one in batch for event in one.events])
        except Exception as raised:  # noqa: BLE001  # everybody who waits is told
            error = raised
        for one in batch:
            one.over, one.error = True, error


async def apply_events(ctx: Context, watched: BrandContext, events: Sequence[NetworkEvent]) -> None:
    """Events of one brand, in their order. Raises MutualsError when something of them is not stored."""
    watched = await introduced(ctx, watched)
    await _count(ctx, watched, events)
    written = [one.body for one in events if isinstance(one.body, PostWritten)]
    if written:
        watched = await renamed(ctx, watched)
        await _ingest(ctx, watched, written)
    deleted = {one.body.post_id: one.body.why for one in events if isinstance(one.body, PostDeleted)}
    if deleted:
        await redact(ctx, watched, deleted)
    follows = [one.body for one in events if isinstance(one.body, FollowChanged)]
    if follows:
        await _keep_follows(ctx, watched, follows)
    if any(isinstance(one.body, SignInRevoked) for one in events):
        await _revoked(ctx, watched)
    if written or follows:
        await evaluate(ctx, watched, fans=False)


async def _count(ctx: Context, watched: BrandContext, events: Sequence[NetworkEvent]) -> None:
    """What they cost is counted. When no more may be spent, none come any more; these are stored all the same, since they
    are paid for."""
    stream = watched.network.events()
    if stream is None:
        return
    try:
        await stream.received(events)
    except Paused as error:
        await stop(ctx, watched, error)


async def stop(ctx: Context, watched: BrandContext, why: Paused) -> None:
    """Let no more events of this brand come, and say why."""
    stream = watched.network.events()
    if stream is not None:
        await stream.unsubscribe()
    async with ctx.store.transaction(watched.brand.id) as tx:
        await event_coverage.subscribed(tx, None)
    await incidents.report_open(ctx, watched, "paused", incidents.unseen(watched), str(why))


async def _ingest(ctx: Context, watched: BrandContext, written: Sequence[PostWritten]) -> None:
    account = watched.brand.account.id
    ours = tuple(one.post for one in written if one.post.author_id == account)
    theirs = tuple(one.post for one in written if one.post.author_id != account)
    in_order = sorted(written, key=lambda one: one.post.at)
    named = {who: (one.post.at, handle) for one in in_order for who, handle in one.named.items()}
    await ingest(ctx, watched, Timeline(theirs, None, named=named), Timeline(ours, None), told=True)


async def _keep_follows(ctx: Context, watched: BrandContext, follows: Sequence[FollowChanged]) -> None:
    """Who follows whom, without a look-up: of people whom we know. Whom we don't know need not be kept."""
    now = ctx.clock.now()
    async with ctx.store.transaction(watched.brand.id) as tx:
        for one in follows:
            other = one.target_id if one.source_id == watched.brand.account.id else one.source_id
            known = (await tx.people.by_ids([other])).get(other)
            fan = (await tx.fans.by_ids([other])).get(other)
            if known is None and fan is None:
                continue
            before = known or Person(
                Account(other, "", ""),
                Relationship(bool(fan and fan.follows_us), bool(fan and fan.we_follow)),
            )
            after = replace(
                before,
                account=one.other or before.account,
                relationship=_changed(before.relationship, one, other),
                # The other direction is as it was when they were looked up, or told by such an event.
                checked_at=now if known is not None and known.checked_at is not None else None,
            )
            if after.account.handle:
                await contacts.remember(tx, watched, [after], now)
    await ctx.deliver(watched.brand.id)


def _changed(before: Relationship, change: FollowChanged, other: str) -> Relationship:
    if change.source_id == other:
        return replace(before, follows_us=change.follows)
    return replace(before, we_follow=change.follows, requested=False)


async def _revoked(ctx: Context, watched: BrandContext) -> None:
    """The team is told at once. From now on polling tries the sign-in, and ends this when one holds again."""
    async with ctx.store.transaction(watched.brand.id) as tx:
        await event_coverage.subscribed(tx, None)
    network = watched.network.title
    handle = watched.brand.account.handle
    command = "mutuals connect" if watched.brand.slot == "main" else "mutuals brand add"
    sentence = (
        f"@{handle} has taken back the access of this app on {network}, so nothing is read and nothing can be answered from "
        f"here. If that was a mistake, sign in again: {command} {watched.network.name}"
    )
    log.warning("events.sign_in_revoked", brand=watched.brand.id)
    await incidents.report_open(ctx, watched, "sign_in", incidents.unseen(watched), sentence)
