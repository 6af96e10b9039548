"""The daily digest: gathered once a day in the brand's time zone, kept as ids only, drawn from what is there now."""

from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import structlog

from mutuals.alerting import digest_praise, ledger_notices, redrawing, restore_guard
from mutuals.alerting.contacts import remember
from mutuals.cards import digest
from mutuals.cards.digest import DigestView
from mutuals.context import BrandContext, Context
from mutuals.domain import answers, language, sampling
from mutuals.domain.errors import MutualsError
from mutuals.domain.ids import digest_id, is_digest, key_of, memo_of, notice_subject, sample_id, sample_key
from mutuals.domain.model import AlertKind, Case, CaseState, Category, Delivery, Notice, Post, Turn
from mutuals.domain.policy import Policy
from mutuals.domain.recurrence import MONDAY, NextOccurrence, Schedule, last_occurrence, occurs_at
from mutuals.domain.turns import NOT_TO_US
from mutuals.ports.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

# {"last": when the last one was gathered, "told": [[notice key, when, post ids it quotes], ...],
#  "offered": the posts that the last one offers for a verdict}
KEY = "digests"
PREFIX = "digest-"  # of a notice's key; the day follows
AGAIN = "-again"  # and this for the day whose digest came early, by a clock that was ahead
PRIORITY = 6  # after everything that waits
PATIENCE = timedelta(seconds=20)  # for looking people up before the digest goes out without their names
KEPT = timedelta(days=3)  # as long as settled alerts: their posts are looked at again for deletions
LATE = timedelta(minutes=10)  # posts reach us after they were written
AT_ONCE = timedelta(hours=1)  # of posts in memory: a day in a storm brings hundreds of thousands
WEEKLY_ON = frozenset({MONDAY})  # the days on which the list of the never answered comes with the digest
WEEKLY_SPAN = timedelta(weeks=4)  # how far back it goes
NO_CLOCK = frozenset({*NOT_TO_US, Turn.SOLVED})  # nobody waited for our answer
NOT_TOLD = frozenset({Category.OTHER, Category.PRAISE})  # the classes that open no case


def daily(policy: Policy) -> Schedule | None:
    """When digests are due; None when the brand wants none."""
    return None if policy.digest_at is None else Schedule(policy.digest_at, policy.time_zone)


def next_moment(watched: BrandContext, now: datetime, next_occurrence: NextOccurrence) -> datetime:
    """When to look for a digest again: at the next due moment, or in a day when the brand wants none."""
    schedule = daily(watched.policy)
    return now + timedelta(days=1) if schedule is None else next_occurrence(schedule, now)


async def post_digest(ctx: Context, watched: BrandContext, next_occurrence: NextOccurrence) -> None:
    """Tell the digest if it is due and there is something to tell; once a day, however often it is called."""
    now, brand_id = ctx.clock.now(), watched.brand.id
    schedule = daily(watched.policy)
    if schedule is None:
        return
    due = last_occurrence(schedule, now, next_occurrence)
    ends = await ledger_notices.chain_ends(ctx, watched)
    async with ctx.store.transaction(brand_id) as tx:
        kept = await tx.key_values.get(KEY)
        if kept is None:  # the brand is new here: its first digest comes at the next due moment
            await tx.key_values.put(KEY, {"last": now.isoformat(), "told": []})
            return
        since = datetime.fromisoformat(kept["last"])
        if since > now:  # by a clock that was ahead, and has been set back since
            early = _key(watched, last_occurrence(schedule, since, next_occurrence))
            await tx.key_values.put(KEY, kept | {"last": now.isoformat(), "early": early})
            return
        if since >= due or await restore_guard.unread(tx):
            return
        key = _key(watched, due)
        if kept.get("early") == key:
            key += AGAIN
        earlier = {post_id for _, _, ids in kept["told"] for post_id in ids} | set(kept.get("offered", ()))
        doc = await _gather(tx, watched, since, now, earlier)
        doc |= {"ledger": ends} if doc and ends else {}
        told = bool(doc) and await tx.notices.add(Notice(brand_id, key, "digest", now, doc))
        posts = [*doc.get("praise", ()), *doc.get("spoken", ()), *_in_sight(doc), *await _posts_of(tx, doc)]
        recent = [one for one in kept["told"] if now - datetime.fromisoformat(one[1]) < KEPT]
        recent += [[key, now.isoformat(), posts]] if told else []
        offered = doc.get("samples", [])
        if occurs_at(replace(schedule, weekdays=WEEKLY_ON), due, next_occurrence):
            recent += await _tell_weekly(tx, watched, key, now)
        await tx.key_values.put(KEY, {"last": now.isoformat(), "told": recent, "offered": offered})
        unknown = await _strangers(tx, doc) if told else []
        await _want(tx, watched, key if told else None, now + PATIENCE if unknown else None)
    if told:
        await _name(ctx, watched, key, unknown)
        log.info("digest.told", brand=brand_id, key=key)
    await ctx.deliver(brand_id)


def _key(watched: BrandContext, due: datetime) -> str:
    """Of the notice of a day, in the brand's time zone."""
    return f"{PREFIX}{due.astimezone(ZoneInfo(watched.policy.time_zone)).date().isoformat()}"


async def _tell_weekly(tx: UnitOfWork, watched: BrandContext, key: str, now: datetime) -> list[list[Any]]:
    """Once a week, in a message of its own: who was never answered. We stop asking after some days, not forgetting."""
    brand_id = watched.brand.id
    opened = now - WEEKLY_SPAN - watched.policy.expires_after - watched.policy.outer_limit
    expired = [one for one in await tx.cases.closed(CaseState.EXPIRED, opened)
               if one.closed_at and one.closed_at > now - WEEKLY_SPAN and one.turn not in NO_CLOCK
               and one.person_id not in watched.family]  # fmt: skip
    ours = {watched.brand.account.id, *watched.family}
    spoken = await tx.posts.of_conversations([one.conversation_id for one in expired], by=sorted(ours))
    left = [one for one in expired if not any(answers.may_have_answered(post, one) for post in spoken)]
    if not left:
        return []
    doc = {"weekly": [one.id for one in left[: digest.WEEKLY]], "weekly_total": len(left)}
    weekly = f"weekly-{key.removeprefix(PREFIX)}"
    if await tx.notices.add(Notice(brand_id, weekly, "digest", now, doc)):
        await _want(tx, watched, weekly, None)
    return [[weekly, now.isoformat(), [post_id for one in left[: digest.WEEKLY] for post_id in one.post_ids]]]


async def _want(tx: UnitOfWork, watched: BrandContext, key: str | None, not_before: datetime | None) -> None:
    if key is None:
        return
    for name, channel in watched.targets(AlertKind.CARE):
        wanted = Delivery(
            watched.brand.id, notice_subject(key), name, channel, 1, priority=PRIORITY, next_at=not_before
        )
        await tx.deliveries.request(wanted)


async def _strangers(tx: UnitOfWork, doc: dict[str, Any]) -> list[str]:
    """Who is named and was never looked up."""
    posts = await tx.posts.by_ids([*doc.get("praise", ()), *doc.get("spoken", ()), *_in_sight(doc)])
    ids = {one.author_id for one in posts.values()} | {
        one.person_id for one in (await _cases_of(tx, doc)).values()
    }
    return sorted(ids - set(await tx.people.by_ids(sorted(ids))))


async def _name(ctx: Context, watched: BrandContext, key: str, unknown: Sequence[str]) -> None:
    """Learn the names of a dozen people at most; without them the digest still comes, a little later."""
    if not unknown:
        return
    try:
        people = await watched.network.people(unknown)
    except MutualsError as error:
        log.info("digest.people_not_looked_up", brand=watched.brand.id, why=str(error))
        people = {}
    async with ctx.store.transaction(watched.brand.id) as tx:
        await remember(tx, watched, people.values(), ctx.clock.now())
        await _want(tx, watched, key, None)


async def _gather(
    tx: UnitOfWork, watched: BrandContext, since: datetime, now: datetime, earlier: set[str]
) -> dict[str, Any]:
    """The ids that the digest names; empty when there is nothing to tell."""
    ours = {watched.brand.account.id, *watched.family}
    praise: list[Post] = []
    below: list[str] = []
    async for some in _read_through(tx, since - LATE, now):
        posts = [
            post
            for post in some
            if post.author_id not in ours
            and not post.gone
            and post.reposts is None
            and post.id not in earlier
        ]
        praise += [one for one in posts if one.category is Category.PRAISE]
        below += [one.id for one in posts if one.category in NOT_TOLD and one.text]
    doc: dict[str, Any] = {}
    await digest_praise.add(tx, watched, doc, praise, ours)
    await digest_praise.add_found(tx, watched, doc, earlier)
    await _add_cases(tx, watched, doc, since, now)
    await _add_samples(tx, doc, below)
    return doc


async def _read_through(tx: UnitOfWork, since: datetime, now: datetime) -> AsyncIterator[list[Post]]:
    """Every post since then, some at a time."""
    while since + AT_ONCE < now:
        yield await tx.posts.since(since, None, until=since + AT_ONCE)
        since += AT_ONCE
    yield await tx.posts.since(since, None)


async def _add_samples(tx: UnitOfWork, doc: dict[str, Any], below: Sequence[str]) -> None:
    """About one in twenty of the posts below the line. What is praised in the same digest is in sight already."""
    read = await tx.posts.by_ids(sampling.pool(below))
    drawn = sampling.draw(below, _scores(list(read.values())))
    judged = {one.post_id for one in await tx.feedback.on(drawn)}
    taken = {*doc.get("praise", ()), *judged, *await tx.cases.by_ids(drawn)}  # an edit may have opened a case
    if offered := [one for one in drawn if one not in taken]:
        doc["samples"], doc["samples_total"] = offered, len(below)
        for key, post_id in ((key_of(one), one) for one in offered):
            if is_digest(key):  # the button can't hold the id, and is pressed in weeks
                await tx.key_values.put(memo_of(key), post_id)


async def offered_post(tx: UnitOfWork, target: str) -> str | None:
    """The post that a digest's button is about; None when it is about something else, "" for a post that nobody knows."""
    key = sample_key(target)
    if key is None or not is_digest(key):
        return key
    return str(await tx.key_values.get(memo_of(key)) or "")


def _scores(posts: Sequence[Post]) -> Callable[[str], float]:
    """How close a post came to the line, by the shipped judgement: read only when it is asked for."""
    by_id = {one.id: one for one in posts}

    def score(post_id: str) -> float:
        post = by_id[post_id]
        return language.read(post.text, lang=post.lang, replying=post.in_reply_to is not None).complaint

    return score


def _in_sight(doc: Mapping[str, Any]) -> list[str]:
    """The samples that stand in the message itself."""
    return [str(one) for one in doc.get("samples", ())][: digest.SAMPLES]


async def _add_cases(
    tx: UnitOfWork, watched: BrandContext, doc: dict[str, Any], since: datetime, now: datetime
) -> None:
    policy = watched.policy
    waiting = await tx.cases.waiting()
    kept = [one for one in waiting
            if not one.told and (one.turn in NO_CLOCK or policy.response_times[one.category].in_digest)]  # fmt: skip
    opened = now - policy.expires_after - (now - since) - policy.outer_limit
    closed = await tx.cases.closed(CaseState.EXPIRED, opened)
    expired = [one for one in closed if one.closed_at and one.closed_at > since and one.turn not in NO_CLOCK]
    alerts = await tx.alerts.open_of([one.person_id for one in waiting])
    alone = [one for one in waiting if one.told and one.person_id in alerts
             and alerts[one.person_id].bundle_id is None]  # fmt: skip
    for part, cases, most in (("cases", kept, digest.CASES), ("expired", expired, digest.EXPIRED),
                              ("rest", alone, digest.REST)):  # fmt: skip
        if cases:
            doc[part], doc[f"{part}_total"] = [one.id for one in cases[:most]], len(cases)


async def _posts_of(tx: UnitOfWork, doc: dict[str, Any]) -> list[str]:
    """The posts that the digest quotes for its cases."""
    return [post_id for case in (await _cases_of(tx, doc)).values() for post_id in case.post_ids]


async def _cases_of(tx: UnitOfWork, doc: Any) -> dict[str, Case]:
    return await tx.cases.by_ids(
        [one for part in ("cases", "expired", "rest", "weekly") for one in doc.get(part, ())]
    )


async def facts(tx: UnitOfWork, watched: BrandContext, notice: Notice) -> DigestView:
    """Everything that the words of a digest need, as it is now."""
    return await _facts(tx, watched, notice, _in_sight(notice.doc))


async def page(tx: UnitOfWork, watched: BrandContext, day: str, start: int) -> DigestView | None:
    """What the private list of samples needs from `start` on; None when that day had no digest."""
    notice = await tx.notices.get(f"{PREFIX}{day}")
    if notice is None:
        return None
    ids = [str(one) for one in notice.doc.get("samples", ())]
    return await _facts(tx, watched, notice, ids[start : start + digest.PAGE])


async def _facts(
    tx: UnitOfWork, watched: BrandContext, notice: Notice, samples_shown: Sequence[str]
) -> DigestView:
    doc, brand_id = notice.doc, watched.brand.id
    cases = await _cases_of(tx, doc)
    quoted = [post_id for case in cases.values() for post_id in case.post_ids]
    named = [*doc.get("praise", ()), *doc.get("spoken", ())]
    posts = await tx.posts.by_ids([*named, *samples_shown, *quoted])
    people = await tx.people.by_ids(
        sorted({*(one.author_id for one in posts.values()), *(one.person_id for one in cases.values())})
    )
    return DigestView(
        notice=notice,
        subject=digest_id(brand_id, notice.key.removeprefix(PREFIX)),
        posts=posts,
        people=people,
        cases=cases,
        feedback={one.post_id: one for one in await tx.feedback.on(samples_shown)},
        subjects={one: sample_id(brand_id, one) for one in samples_shown},
        links=watched.links,
    )


async def quoted(tx: UnitOfWork, now: datetime) -> list[str]:
    """The posts that digests of the last days quote: looked at again, so that what was deleted goes here, too."""
    kept = await tx.key_values.get(KEY) or {"told": []}
    ids = [
        post_id for _, at, ids in kept["told"] if now - datetime.fromisoformat(at) < KEPT for post_id in ids
    ]
    return [post.id for post in (await tx.posts.by_ids(ids)).values() if not post.gone]


async def redraw(tx: UnitOfWork, post_ids: Iterable[str]) -> bool:
    """Draw the digests anew that quote one of these posts; False when none does."""
    changed = set(post_ids)
    kept = await tx.key_values.get(KEY) or {"told": []}
    quoting = [key for key, _, ids in kept["told"] if changed & set(ids)]
    for key in quoting:
        await redrawing.request(tx, notice_subject(key))
    return bool(quoting)


async def unanswered_praise(tx: UnitOfWork, watched: BrandContext) -> list[Post]:
    """What the digests of the last days named as praise, and nobody has answered since."""
    kept = await tx.key_values.get(KEY) or {}
    told = [await tx.notices.get(key) for key, _, _ in kept.get("told", ()) if key.startswith(PREFIX)]
    posts = await tx.posts.by_ids([post_id for one in told if one for post_id in one.doc.get("praise", ())])
    turned = await tx.cases.by_ids(list(posts))
    ours = {watched.brand.account.id, *watched.family}
    conversations = [one.conversation_id for one in posts.values()]
    spoken = await tx.posts.of_conversations(conversations, by=sorted(ours))
    return [
        one
        for one in posts.values()
        if not one.gone and one.id not in turned and not any(answers.thanks(each, one) for each in spoken)
    ]
