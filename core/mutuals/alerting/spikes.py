"""Tells the team once when far more is said to the brand than usual, keeps that message up to date, says when it doubles,
and when it is calm again."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import structlog

from mutuals.alerting import incidents, redrawing
from mutuals.cards.markup import Card
from mutuals.cards.spike import SpikeView, card, doubled
from mutuals.context import BrandContext, Context
from mutuals.domain import spikes
from mutuals.domain.hour_counts import HOUR, HourCount, counted, hour_of
from mutuals.domain.ids import notice_subject
from mutuals.domain.model import Delivery, Notice, Post
from mutuals.domain.spikes import Baseline, Spike, SpikeStep, Usual
from mutuals.ports.unit_of_work import UnitOfWork

KEY = "spike"  # {"spike": the last episode, "notice": its key, "drawn": when its message was asked for last}
COUNTED = "hour_counts/began"  # set once what was stored before is counted, too
SEED = 5000  # stored posts counted once, to learn from what was there before
NOTICE, DOUBLED = "spike", "spike_doubled"  # kinds of notices
REDRAWN = timedelta(minutes=10)  # between two redraws of a message that only counts on
MOST_READ = 2000  # posts of a spike that are looked through for the one that takes off

log = structlog.get_logger(__name__)


async def note(
    ctx: Context, tx: UnitOfWork, watched: BrandContext, posts: Sequence[Post], now: datetime
) -> bool:
    """Count new posts of others, and say it if there are far more than usual. Gives whether there is something to deliver."""
    ours = {watched.brand.account.id, *watched.family}
    counts = counted(posts, ours, now)
    if not await tx.key_values.get(COUNTED):
        known = {post.id for post in posts}
        earlier = [one for one in await tx.posts.since(now - spikes.KEPT, SEED) if one.id not in known]
        before = counted(earlier, ours, now)
        counts = {
            hour: counts.get(hour, HourCount()) + before.get(hour, HourCount()) for hour in {*counts, *before}
        }
        await tx.key_values.put(COUNTED, now.isoformat())
    if not counts:
        return False
    await tx.hour_counts.add(counts)
    return await _look(ctx, tx, watched, now) if max(counts) >= hour_of(now) - HOUR else False


async def check(ctx: Context, tx: UnitOfWork, watched: BrandContext, now: datetime) -> bool:
    """After a look, also one that found nothing: is it calm again? Gives whether there is something to deliver."""
    kept = await tx.key_values.get(KEY)
    if not isinstance(kept, dict) or kept["spike"].get("ended"):
        return False
    return await _look(ctx, tx, watched, now)


async def _look(ctx: Context, tx: UnitOfWork, watched: BrandContext, now: datetime) -> bool:
    kept: dict[str, Any] = await tx.key_values.get(KEY) or {}
    before = spikes.from_doc(kept["spike"]) if kept else None
    recent = await tx.hour_counts.since(hour_of(now) - spikes.SHARE_HOURS * HOUR)
    found = spikes.step(before, recent, await _baseline(ctx, tx, watched, now), now)
    if found.spike is None:
        return False
    if found.began:
        return await _begin(tx, watched, found.spike, now)
    if found.spike == before and before.ended is not None:
        return False
    due = now - datetime.fromisoformat(kept["drawn"]) >= REDRAWN
    redraws = due or found.doubled or found.ended
    drawn = now.isoformat() if redraws else kept["drawn"]
    await tx.key_values.put(KEY, kept | {"spike": spikes.to_doc(found.spike), "drawn": drawn})
    if redraws:
        await redrawing.request(tx, notice_subject(kept["notice"]))
    if found.ended:
        log.info("spike.ended", brand=watched.brand.id)
    return await _double(tx, watched, found, kept["notice"], now) or redraws


async def _baseline(ctx: Context, tx: UnitOfWork, watched: BrandContext, now: datetime) -> Baseline | None:
    """What is usual in this hour: worked out once an hour, for it reads weeks."""
    hour = hour_of(now)
    kept = ctx.baselines.get(watched.brand.id)
    if kept is None or kept[0] != hour:
        known = await tx.hour_counts.since(hour - spikes.KEPT - HOUR)
        kept = (hour, spikes.baseline(known, min(known, default=now), hour))
        ctx.baselines[watched.brand.id] = kept
    return kept[1]


async def _begin(tx: UnitOfWork, watched: BrandContext, one: Spike, now: datetime) -> bool:
    key = f"{NOTICE}-{one.began:%Y%m%dT%H%M%S}"
    document = {"spike": spikes.to_doc(one), "notice": key, "drawn": now.isoformat()}
    await tx.key_values.put(KEY, document)
    log.info("spike.began", brand=watched.brand.id, kind=one.kind.value, posts=one.told)
    return await _tell(tx, watched, Notice(watched.brand.id, key, NOTICE, now, document))


async def _double(tx: UnitOfWork, watched: BrandContext, found: SpikeStep, began: str, now: datetime) -> bool:
    if not found.doubled or found.spike is None:
        return False
    document = {"spike": spikes.to_doc(found.spike), "notice": began}
    key = f"{began}-{found.spike.told}"
    return await _tell(tx, watched, Notice(watched.brand.id, key, DOUBLED, now, document))


async def _tell(tx: UnitOfWork, watched: BrandContext, notice: Notice) -> bool:
    if not await tx.notices.add(notice):
        return False
    subject = notice_subject(notice.key)
    await tx.deliveries.request_all(
        [
            Delivery(watched.brand.id, subject, chat, channel, wanted=1, priority=0)
            for chat, channel in incidents.channels(watched)
        ]
    )
    return True


async def card_of(tx: UnitOfWork, watched: BrandContext, notice: Notice, version: int, now: datetime) -> Card:
    """The message of an episode as it stands now; what calls somebody tells how it stood then."""
    kept: dict[str, Any] = await tx.key_values.get(KEY) or {}
    last = kept if kept.get("notice") == notice.doc["notice"] else notice.doc
    calls = notice.kind == DOUBLED
    one = spikes.from_doc((notice.doc if calls else last)["spike"])
    view = await _view(tx, watched, notice, one, notice.at if calls else now)
    return doubled(view) if calls else card(view, version)


async def _view(
    tx: UnitOfWork, watched: BrandContext, notice: Notice, one: Spike, now: datetime
) -> SpikeView:
    known = await tx.hour_counts.since(hour_of(one.began) - spikes.KEPT)
    until = min(now, one.ended or now)
    first = min(known, default=now)
    shown = _shown(known, one, until)
    hours = [(hour, known.get(hour, HourCount()).posts, _usual(known, hour, first).posts) for hour in shown]
    post_id, about_it = await _taking_off(tx, watched, one, until)
    return SpikeView(
        notice_subject(notice.key), watched.brand.account.handle, one.kind, one.began, one.ended, one.peak, hours,
        spikes.lately(known, until), _usual(known, hour_of(until), first),
        sum(known.get(hour, HourCount()).posts for hour in _every(one, until)),
        watched.network.post_url(post_id, None) if post_id else None, about_it,
    )  # fmt: skip


def _every(one: Spike, until: datetime) -> list[datetime]:
    first, last = hour_of(one.began), hour_of(until)
    return [first + n * HOUR for n in range(int((last - first) / HOUR) + 1)]


def _shown(known: Mapping[datetime, HourCount], one: Spike, until: datetime) -> list[datetime]:
    """The hours of the table: the one before it began, so that one sees it rise, and the last of it."""
    first = hour_of(one.began)
    return [first - HOUR, *_every(one, until)[-4:]]


def _usual(known: Mapping[datetime, HourCount], hour: datetime, first: datetime) -> Usual:
    return spikes.usual(known, hour, first) or Usual(0.0, 1.0, 0.1, 0.1)


async def _taking_off(
    tx: UnitOfWork, watched: BrandContext, one: Spike, until: datetime
) -> tuple[str | None, int]:
    """The post in whose conversation, or quoting which, a good part of the spike's posts are, and how many."""
    posts = await tx.posts.since(hour_of(one.began) - HOUR, MOST_READ, until=until + timedelta(seconds=1))
    others = [post for post in posts if post.author_id != watched.brand.account.id and post.reposts is None]
    about = Counter(post.quotes or post.conversation_id for post in others)
    if not about:
        return None, 0
    [(post_id, count)] = about.most_common(1)
    return (post_id, count) if count >= max(5, spikes.ONE_POST * len(others)) else (None, 0)
