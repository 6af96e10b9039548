"""The daily digest: gathered once a day in the brand's time zone, kept as ids only, drawn from what is there now."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from math import ceil
from typing import Any
from zoneinfo import ZoneInfo

import structlog

from mutuals.alerts import digest
from mutuals.alerts.digest import DigestFacts
from mutuals.context import Context, Watched
from mutuals.errors import MutualsError
from mutuals.model import AlertKind, Case, CaseState, Delivery, Notice, Post, PostClass
from mutuals.ports import Transaction
from mutuals.tell import subjects
from mutuals.tell.people import remember

log = structlog.get_logger(__name__)

KEY = "digests"  # {"last": when the last one was gathered, "told": [[notice key, when, post ids], ...]}
PRIORITY = 6  # after everything that waits
PATIENCE = timedelta(seconds=20)  # for looking people up before the digest goes out without their names
KEPT = timedelta(days=3)  # as long as settled alerts: their posts are looked at again for deletions
LATE = timedelta(minutes=10)  # posts reach us after they were written
SHARE = 0.05  # of the posts below the line are offered for a verdict
MOST_WAITING = 2000


def moment_of(watched: Watched, now: datetime) -> datetime | None:
    """The newest moment, not after `now`, at which a digest was due; None when the brand wants none."""
    policy = watched.policy
    if policy.digest_at is None:
        return None
    zone = ZoneInfo(policy.time_zone)
    local = now.astimezone(zone)
    due = datetime.combine(local.date(), policy.digest_at, zone)
    return (due if due <= local else due - timedelta(days=1)).astimezone(UTC)


def next_moment(watched: Watched, now: datetime) -> datetime:
    """When to look for a digest again: at the next due moment, or in a day when the brand wants none."""
    policy = watched.policy
    if policy.digest_at is None:
        return now + timedelta(days=1)
    local = now.astimezone(ZoneInfo(policy.time_zone))
    due = datetime.combine(local.date(), policy.digest_at, local.tzinfo)
    return (due if due > local else due + timedelta(days=1)).astimezone(UTC)


async def tell(ctx: Context, watched: Watched) -> None:
    """Tell the digest if it is due and there is something to tell; once a day, however often it is called."""
    now, brand_id = ctx.clock.now(), watched.brand.id
    due = moment_of(watched, now)
    if due is None:
        return
    async with ctx.store.transaction(brand_id) as tx:
        kept = await tx.get(KEY)
        if kept is None:  # the brand is new here: its first digest comes at the next due moment
            await tx.put(KEY, {"last": now.isoformat(), "told": []})
            return
        since = datetime.fromisoformat(kept["last"])
        if since >= due:
            return
        key = f"digest-{due.astimezone(ZoneInfo(watched.policy.time_zone)).date().isoformat()}"
        earlier = {post_id for _, _, ids in kept["told"] for post_id in ids}
        doc = await _gather(tx, watched, since, now, earlier)
        told = bool(doc) and await tx.put_notice(Notice(brand_id, key, "digest", now, doc))
        posts = [*doc.get("praise", ()), *doc.get("samples", ()), *await _posts_of(tx, doc)]
        recent = [one for one in kept["told"] if now - datetime.fromisoformat(one[1]) < KEPT]
        recent += [[key, now.isoformat(), posts]] if told else []
        await tx.put(KEY, {"last": now.isoformat(), "told": recent})
        unknown = await _strangers(tx, doc) if told else []
        await _want(tx, watched, key if told else None, now + PATIENCE if unknown else None)
    if told:
        await _name(ctx, watched, key, unknown)
        log.info("digest.told", brand=brand_id, key=key)
        await ctx.deliver(brand_id)


async def _want(tx: Transaction, watched: Watched, key: str | None, not_before: datetime | None) -> None:
    for name, place in watched.targets(AlertKind.CARE) if key else ():
        wanted = Delivery(
            watched.brand.id, f"notice/{key}", name, place, 1, priority=PRIORITY, next_at=not_before
        )
        await tx.want(wanted)


async def _strangers(tx: Transaction, doc: dict[str, Any]) -> list[str]:
    """Who is named and was never looked up."""
    posts = await tx.posts([*doc.get("praise", ()), *doc.get("samples", ())])
    ids = {one.author_id for one in posts.values()} | {
        one.person_id for one in (await _cases_of(tx, doc)).values()
    }
    return sorted(ids - set(await tx.people(sorted(ids))))


async def _name(ctx: Context, watched: Watched, key: str, unknown: Sequence[str]) -> None:
    """Learn the names of a dozen people at most; without them the digest still comes, a little later."""
    if not unknown:
        return
    try:
        people = await watched.network.people(unknown)
    except MutualsError as error:
        log.info("digest.people_not_looked_up", brand=watched.brand.id, why=str(error))
        people = {}
    async with ctx.store.transaction(watched.brand.id) as tx:
        await remember(tx, people.values())
        await _want(tx, watched, key, None)


async def _gather(
    tx: Transaction, watched: Watched, since: datetime, now: datetime, earlier: set[str]
) -> dict[str, Any]:
    """The ids that the digest names; empty when there is nothing to tell."""
    ours = {watched.brand.account.id, *watched.family}
    posts = [
        post
        for post in await tx.posts_since(since - LATE)
        if post.author_id not in ours and not post.gone and not post.reposts and post.id not in earlier
    ]
    doc: dict[str, Any] = {}
    await _add_praise(tx, watched, doc, [one for one in posts if one.klass is PostClass.PRAISE], ours)
    await _add_cases(tx, watched, doc, since, now)
    offered = sample(
        [post for post in posts if post.klass in {PostClass.OTHER, PostClass.PRAISE} and post.text]
    )
    taken = {
        *doc.get("praise", ()),
        *(one.post_id for one in await tx.verdicts_on([post.id for post in offered])),
    }
    if samples := [post.id for post in offered if post.id not in taken]:
        doc["samples"] = samples
    return doc


def sample(posts: Sequence[Post]) -> list[Post]:
    """About one in twenty, one at least, drawn by a hash of the id: the same ones on every node. Few enough to be read."""
    drawn = sorted(posts, key=lambda post: sha256(post.id.encode()).digest())
    return drawn[: min(digest.SAMPLES, ceil(len(posts) * SHARE))]


async def _add_praise(
    tx: Transaction, watched: Watched, doc: dict[str, Any], praise: Sequence[Post], ours: set[str]
) -> None:
    """Praise that nobody has answered; somebody's first ever comes first, and is called so once."""
    spoken = await tx.conversations([one.conversation_id for one in praise], by=sorted(ours))
    open_ones = [one for one in praise if not any(_thanks(ours_one, one) for ours_one in spoken)]
    since_when = await tx.first_praise([one.author_id for one in open_ones])
    seen: set[str] = set()
    first: list[Post] = []
    for one in open_ones:
        before = since_when.get(one.author_id, one.at) < one.at
        if not before and one.author_id not in seen:
            first.append(one)
        seen.add(one.author_id)
    brand_id = watched.brand.id
    called = [one for one in first[: digest.PRAISE]
              if await tx.put_notice(Notice(brand_id, f"first-love/{one.author_id}", "first-love", one.at))]  # fmt: skip
    shown = [*called, *(one for one in open_ones if one not in called)][: digest.PRAISE]
    if shown:
        doc["praise"], doc["praise_total"] = [one.id for one in shown], len(open_ones)
        doc["first"] = [one.id for one in called]


def _thanks(ours: Post, praise: Post) -> bool:
    """Did we answer this post, or its author in the same conversation, later?"""
    if ours.at < praise.at:
        return False
    to_them = ours.in_reply_to_person == praise.author_id or praise.author_id in ours.mentions
    return ours.in_reply_to == praise.id or (to_them and ours.conversation_id == praise.conversation_id)


async def _add_cases(
    tx: Transaction, watched: Watched, doc: dict[str, Any], since: datetime, now: datetime
) -> None:
    policy = watched.policy
    waiting = await tx.waiting_cases(MOST_WAITING)
    kept = [one for one in waiting if not one.told and policy.clocks[one.klass].in_digest]
    opened = now - policy.expires_after - (now - since) - policy.outer_limit
    closed = await tx.closed_cases(CaseState.EXPIRED, opened)
    expired = [one for one in closed if one.closed_at and one.closed_at > since]
    alerts = await tx.open_alerts_of([one.person_id for one in waiting])
    alone = [one for one in waiting if one.told and one.person_id in alerts
             and alerts[one.person_id].bundle_id is None]  # fmt: skip
    for part, cases, most in (("cases", kept, digest.CASES), ("expired", expired, digest.EXPIRED),
                              ("rest", alone, digest.REST)):  # fmt: skip
        if cases:
            doc[part], doc[f"{part}_total"] = [one.id for one in cases[:most]], len(cases)


async def _posts_of(tx: Transaction, doc: dict[str, Any]) -> list[str]:
    """The posts that the digest quotes for its cases."""
    return [post_id for case in (await _cases_of(tx, doc)).values() for post_id in case.post_ids]


async def _cases_of(tx: Transaction, doc: Any) -> dict[str, Case]:
    return await tx.cases([one for part in ("cases", "expired", "rest") for one in doc.get(part, ())])


async def facts(tx: Transaction, watched: Watched, notice: Notice) -> DigestFacts:
    """Everything that the words of a digest need, as it is now."""
    doc, brand_id = notice.doc, watched.brand.id
    samples = [str(one) for one in doc.get("samples", ())]
    cases = await _cases_of(tx, doc)
    quoted = [post_id for case in cases.values() for post_id in case.post_ids]
    posts = await tx.posts([*doc.get("praise", ()), *samples, *quoted])
    people = await tx.people(
        sorted({*(one.author_id for one in posts.values()), *(one.person_id for one in cases.values())})
    )
    return DigestFacts(
        notice=notice,
        posts=posts,
        people=people,
        cases=cases,
        verdicts={one.post_id: one for one in await tx.verdicts_on(samples)},
        subjects={one: subjects.post_subject(brand_id, one) for one in samples},
        links=watched.links,
    )


async def quoted(tx: Transaction, now: datetime) -> list[str]:
    """The posts that digests of the last days quote: looked at again, so that what was deleted goes here, too."""
    kept = await tx.get(KEY) or {"told": []}
    ids = [
        post_id for _, at, ids in kept["told"] if now - datetime.fromisoformat(at) < KEPT for post_id in ids
    ]
    return [post.id for post in (await tx.posts(ids)).values() if not post.gone]


async def redraw(tx: Transaction, post_ids: Iterable[str]) -> None:
    """Draw the digests anew that quote one of these posts."""
    changed = set(post_ids)
    kept = await tx.get(KEY) or {"told": []}
    for key, _, ids in kept["told"]:
        if changed & set(ids):
            for one in await tx.deliveries(f"notice/{key}"):
                await tx.want(replace(one, wanted=one.wanted + 1, priority=-1 if one.ref else one.priority))
