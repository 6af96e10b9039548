"""What is remembered of a network's events: which times are told, and since when a brand's are among them."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from mutuals.context import BrandContext, Context
from mutuals.domain import event_coverage
from mutuals.domain.event_coverage import CoveredSpan, TimelineWindow
from mutuals.domain.model import Post
from mutuals.ports.unit_of_work import UnitOfWork

SUBSCRIBED, READ_AT = "events/subscribed", "events/read_at"  # in a brand's values
TOLD_MENTION, TOLD_OWN = "events/told_mention", "events/told_own"  # the newest post that was told: its id
KEYS = (SUBSCRIBED, READ_AT, TOLD_MENTION, TOLD_OWN)
EVERYTHING = TimelineWindow()


async def spans_of(ctx: Context, app: str) -> tuple[CoveredSpan, ...]:
    """The times that a line has told, oldest first."""
    kept: Any = await ctx.store.get(_key(app))
    pairs = kept if isinstance(kept, list) else []
    return tuple(CoveredSpan(*map(datetime.fromisoformat, pair)) for pair in pairs)


async def put_spans(ctx: Context, app: str, spans: Sequence[CoveredSpan]) -> None:
    """Remember them."""
    await ctx.store.put(_key(app), [[one.since.isoformat(), one.until.isoformat()] for one in spans])


def _key(app: str) -> str:
    return f"events/{app}"


async def subscribed(tx: UnitOfWork, at: datetime | None) -> None:
    """From now on a brand's events are told, unless they were already; None: they are not any more."""
    known = await tx.key_values.get(SUBSCRIBED)
    if at is None and known is not None:
        await tx.key_values.put(SUBSCRIBED, None)
    elif at is not None and known is None:
        await tx.key_values.put(SUBSCRIBED, at.isoformat())


async def window(ctx: Context, tx: UnitOfWork, watched: BrandContext, now: datetime) -> TimelineWindow:
    """What a poll that begins now is to read of the timelines."""
    stream = watched.network.events()
    if stream is None or not stream.app:
        return EVERYTHING
    at, read = await tx.key_values.get(SUBSCRIBED), await tx.key_values.get(READ_AT)
    since = datetime.fromisoformat(at) if at else None
    spans = event_coverage.of_brand(await spans_of(ctx, stream.app), since)
    return event_coverage.window(
        spans, datetime.fromisoformat(read) if read else None, now, stream.silent_after
    )


def is_awaited(ctx: Context, watched: BrandContext, which: TimelineWindow) -> bool:
    """May the line, which is being opened after a start or tells again what was missed, still tell what this window would
    read?"""
    stream = watched.network.events()
    if stream is None or (which.after is None and not which.beyond_told):
        return False
    now, until = asyncio.get_running_loop().time(), ctx.lines_retell_until.get(stream.app)
    if until is None:
        return which.after is not None and now < ctx.lines_awaited_until
    return now < until


def moved(watched: BrandContext, cursor: str | None, which: TimelineWindow, told: str | None) -> str | None:
    """A timeline's cursor, so that only this window is read; `told`: the newest post of it that an event has told."""
    stream = watched.network.events()
    if stream is None or which == EVERYTHING:
        return cursor
    newest = told if which.beyond_told else None
    return stream.cursor_between(cursor, after=which.after, before=which.before, told=newest)


async def note_told(tx: UnitOfWork, mentions: Sequence[Post], own: Sequence[Post]) -> None:
    """These posts were told by events, in the transaction in which they are stored."""
    for key, posts in ((TOLD_MENTION, mentions), (TOLD_OWN, own)):
        if posts:
            newest = max(posts, key=lambda one: (one.at, len(one.id), one.id))
            kept: Any = await tx.key_values.get(key)
            if not kept or kept["at"] <= newest.at.isoformat():
                await tx.key_values.put(key, {"id": newest.id, "at": newest.at.isoformat()})


async def told(tx: UnitOfWork, key: str) -> str | None:
    """The id of the newest post of a timeline that was told."""
    kept: Any = await tx.key_values.get(key)
    return str(kept["id"]) if kept else None


async def has_been_read(ctx: Context, watched: BrandContext, span: CoveredSpan) -> bool:
    """Has a poll read this brand's timelines since the line fell silent?"""
    stream = watched.network.events()
    async with ctx.store.reading(watched.brand.id) as tx:
        read: Any = await tx.key_values.get(READ_AT)
    return (
        stream is not None
        and read is not None
        and datetime.fromisoformat(read) > span.until + stream.silent_after
    )


async def has_read(ctx: Context, watched: BrandContext, began: datetime) -> None:
    """Both timelines were read, by a reading that began then."""
    stream = watched.network.events()
    if stream is not None and stream.app:
        async with ctx.store.transaction(watched.brand.id) as tx:
            await tx.key_values.put(READ_AT, began.isoformat())
