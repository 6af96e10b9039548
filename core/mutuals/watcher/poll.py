"""One look at a brand: fetch what is new, store it, judge it, in one transaction; then tell."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from mutuals.alerting import (
    asleep,
    clock_check,
    contacts,
    incidents,
    kill_switch,
    lifecycle,
    network_outage,
    spikes,
    worsened_alerts,
)
from mutuals.alerting.restore_guard import LOOKED_AT
from mutuals.context import BrandContext, Context
from mutuals.domain import cases as case_rules
from mutuals.domain import loyalty
from mutuals.domain.case_batch import CaseBatch, ClassifiedPost
from mutuals.domain.errors import MutualsError, NotAuthorized, Paused, TryAgain
from mutuals.domain.model import CASE_CLASSES, Action, CaseState, PeriodicTask, Post
from mutuals.ports.network import Timeline
from mutuals.ports.unit_of_work import UnitOfWork
from mutuals.watcher import (
    after_poll,
    alert_updates,
    event_coverage,
    listening,
    mention_watchdog,
    observed_actions,
    observed_reposts,
    rivals,
    warnings,
)
from mutuals.watcher.authors import introduced, keep_contact_preferences, renamed, standings
from mutuals.watcher.classification import Classifier, classifier_of
from mutuals.watcher.conversations import in_their_talks, ours

log = structlog.get_logger(__name__)

MENTIONS, OWN = "cursor/mentions", "cursor/own_posts"
FIRST_LOOK = timedelta(days=90)  # the fans' window; X gives the 800 newest mentions anyway
NOTHING = Timeline((), None)
VALUES = (MENTIONS, OWN, LOOKED_AT, *event_coverage.KEYS)  # the small values that a look needs, read at once
HELD_FOR = timedelta(days=7)
AWAITED_EVERY = timedelta(seconds=2)  # between two looks whether a line is open that may tell what was missed
AT_A_STRETCH = 20  # posts read before others get a turn: some 10 ms


async def poll(ctx: Context, watched: BrandContext) -> None:
    """Fetch new mentions and the brand's own posts, and act on them. Troubles are said in chat, not raised."""
    await kill_switch.announce(ctx, watched)
    await clock_check.report_clock(ctx, watched)
    watched = await introduced(ctx, watched)
    try:
        read = await _read(ctx, watched)
    except TryAgain as error:
        log.info("look.postponed", brand=watched.brand.id, why=str(error), again_in_s=error.retry_after)
        await _failed(ctx, watched, str(error), limited=error.too_fast)
        return
    except (Paused, NotAuthorized) as error:
        kind = "paused" if isinstance(error, Paused) else "sign_in"
        await incidents.report_open(ctx, watched, kind, incidents.unseen(watched), str(error))
        return
    except MutualsError as error:
        log.warning("look.failed", brand=watched.brand.id, why=str(error))
        await _failed(ctx, watched, str(error))
        return
    except Exception as error:  # an answer that nobody foresaw blinds us as much as none does
        await _failed(ctx, watched, type(error).__name__)
        raise
    await listening.listen(ctx, read or watched, apply_posts)
    await after_poll.say_and_tell(ctx, read or watched, looked=read is not None)


async def _failed(ctx: Context, watched: BrandContext, why: str, *, limited: bool = False) -> None:
    """Note that a look failed; where not even that can be stored (the disk is full), the log says so."""
    try:
        await network_outage.failed(ctx, watched, why, limited=limited)
    except MutualsError as error:
        log.warning("look.failure_not_noted", brand=watched.brand.id, why=str(error))


async def _read(ctx: Context, watched: BrandContext) -> BrandContext | None:
    """Our own posts first, so that no answered post is told. What was paid for is stored even if the rest fails. What the
    network tells by itself is not read. Gives the brand under its present name; None where it may still tell everything."""
    async with ctx.store.reading(watched.brand.id) as tx:
        now = ctx.clock.now()
        await tx.key_values.load(VALUES)
        which = await event_coverage.window(ctx, tx, watched, now)
        kept_mentions, kept_own = await tx.key_values.get(MENTIONS), await tx.key_values.get(OWN)
        told_mention = (
            await event_coverage.told(tx, event_coverage.TOLD_MENTION) if which.beyond_told else None
        )
        told_own = await event_coverage.told(tx, event_coverage.TOLD_OWN) if which.beyond_told else None
        looked_at = await tx.key_values.get(LOOKED_AT)
    if event_coverage.is_awaited(ctx, watched, which):
        async with ctx.store.transaction(watched.brand.id) as tx:
            await tx.tasks.plan(PeriodicTask.POLL, now + AWAITED_EVERY)
        return None
    after_mentions = event_coverage.moved(watched, kept_mentions, which, told_mention)
    after_own = event_coverage.moved(watched, kept_own, which, told_own)
    first_own = now - watched.policy.expires_after
    own = await watched.network.own_posts(after_own, since=None if kept_own else first_own)
    if own.posts and await _brings_news(ctx, watched, own, kept_own):
        await ingest(ctx, watched, NOTHING, own)
    if own.stopped:
        raise own.stopped
    mentions = await watched.network.mentions(
        after_mentions, since=None if kept_mentions else now - FIRST_LOOK
    )
    watched = await renamed(ctx, watched)
    if isinstance(looked_at, str) and mentions.gap:
        await warnings.of_gap(ctx, watched, datetime.fromisoformat(looked_at), mentions, now)
    if mentions.back_to:
        await warnings.of_short_look_back(ctx, watched, mentions.back_to, now)
    if isinstance(looked_at, str) and own.gap:
        await warnings.of_own_gap(ctx, watched, now)
    own = replace(own, posts=(), named={})
    if await _brings_news(ctx, watched, mentions, kept_mentions) or own.cursor not in {None, kept_own}:
        await ingest(ctx, watched, mentions, own)
    if mentions.stopped:
        raise mentions.stopped
    await event_coverage.has_read(ctx, watched, now)
    return watched


async def _brings_news(ctx: Context, watched: BrandContext, read: Timeline, cursor: str | None) -> bool:
    """Is there anything in it that is not stored? The newest posts are read again and again, in case one came late."""
    if read.cursor not in {None, cursor} or any(
        one.first_version not in {None, one.id} for one in read.posts
    ):
        return True
    if not read.posts:
        return False
    async with ctx.store.reading(watched.brand.id) as tx:
        stored = await tx.posts.by_ids([one.id for one in read.posts])
    return any(one.id not in stored for one in read.posts)


async def ingest(
    ctx: Context,
    watched: BrandContext,
    mentions: Timeline,
    own: Timeline,
    *,
    classifier: Classifier | None = None,
    told: bool = False,
) -> None:
    """Store what came with the cursors, and judge it, all in one transaction. `classifier` reads a post (None: `hear`).
    `told`: events have told it."""
    now = ctx.clock.now()
    classifier = classifier or await classifier_of(ctx, watched)
    heard = await _classified(watched, _in_order([*mentions.posts, *own.posts]), classifier)
    async with ctx.store.transaction(watched.brand.id) as tx:
        posts = await tx.posts.as_stored([one.post for one in heard])
        heard = [replace(one, post=post) for one, post in zip(heard, posts, strict=True)]
        heard = await in_their_talks(tx, watched, heard)
        fresh = {post.id for post in await tx.posts.add([one.post for one in heard])}
        await apply_posts(tx, watched, [one for one in heard if one.post.id in fresh], now)
        await warnings.of_impostors(ctx, tx, watched, [one for one in heard if one.post.id in fresh])
        await rivals.note(ctx, tx, watched, [one for one in heard if one.post.id in fresh])
        await mention_watchdog.note(tx, watched, [one for one in mentions.posts if one.id in fresh], now)
        await asleep.note(tx, watched, [one.post for one in heard])
        await spikes.note(ctx, tx, watched, [one.post for one in heard if one.post.id in fresh], now)
        await _revise(tx, watched, [one for one in heard if one.post.id not in fresh], now)
        for timeline in (mentions, own):
            await contacts.called(tx, watched, timeline.named, now)
        for key, timeline in ((MENTIONS, mentions), (OWN, own)):
            if timeline.cursor is not None:
                await tx.key_values.put(key, timeline.cursor)
        ours = watched.brand.account.id
        await network_outage.count(
            tx, len([one for one in mentions.posts if one.id in fresh and one.author_id != ours])
        )
        if told:
            await event_coverage.note_told(tx, mentions.posts, own.posts)
        await tx.key_values.put(LOOKED_AT, now.isoformat())
    if fresh:
        log.info("look.took_in", brand=watched.brand.id, posts=len(fresh))
        await ctx.deliver(watched.brand.id)


async def _classified(
    watched: BrandContext, posts: Sequence[Post], classifier: Classifier
) -> list[ClassifiedPost]:
    """Read the posts one after another; who presses a button meanwhile is answered in between."""
    heard = []
    for number, post in enumerate(posts, 1):
        heard.append(classifier(watched, post))
        if number % AT_A_STRETCH == 0:
            await asyncio.sleep(0)
    return heard


def _in_order(posts: Sequence[Post]) -> list[Post]:
    unique = {post.id: post for post in posts}
    return sorted(unique.values(), key=lambda post: (post.at, len(post.id), post.id))


async def apply_posts(
    tx: UnitOfWork, watched: BrandContext, heard: list[ClassifiedPost], now: datetime
) -> None:
    """Fold new posts into cases and fans; settle what they answer."""
    if not heard:
        return
    await credit_fans(tx, watched, heard)
    recent = await tx.actions.since(now - HELD_FOR)
    batch, everything = await _case_batch(tx, watched, heard, recent, now)
    before = dict(batch.cases)
    case_rules.fold(batch, everything, watched.policy)
    await tx.cases.put([batch.cases[one] for one in batch.touched])
    await keep_contact_preferences(tx, watched, heard)
    for one in everything:
        if one.post.author_id == batch.brand_account and one.post.in_reply_to:
            batch.answers.setdefault(one.post.in_reply_to, []).append(one.post.id)
    acts = await observed_actions.credit(tx, batch, everything, recent, now)
    await alert_updates.follow(tx, watched, batch, before, acts, now)
    await _settle_fans(tx, watched, heard, now)
    await observed_reposts.settle(tx, watched, heard, now)


async def _revise(
    tx: UnitOfWork, watched: BrandContext, known: Sequence[ClassifiedPost], now: datetime
) -> None:
    """Read edited posts again under the id that they are stored by, and show their new words."""
    edits = {one.post.first_version: one for one in known
             if one.reading and one.post.first_version not in {None, one.post.id}}  # fmt: skip
    if not edits:
        return
    stored = await tx.posts.of_conversations([one.post.conversation_id for one in edits.values()])
    again = [
        replace(edits[root], post=replace(edits[root].post, id=post.id))
        for post in stored
        if (root := post.first_version or post.id) in edits and not post.gone
        and post.text == edits[root].post.text
    ]  # fmt: skip
    batch, _ = await _case_batch(tx, watched, again, await tx.actions.since(now - HELD_FOR), now)
    before = dict(batch.cases)
    case_rules.revise(batch, again, watched.policy)
    await tx.cases.put([batch.cases[one] for one in batch.touched])
    ids = frozenset(one.post.id for one in again)
    await alert_updates.follow(tx, watched, batch, before, {}, now, edited=ids)
    authors = {one.post.author_id for one in again}
    # Closed ones, too: what somebody has corrected should stand nowhere in its old words.
    for alert in await tx.alerts.of(sorted(authors)):
        cases = await tx.cases.by_ids(alert.case_ids)
        if ids & {post_id for case in cases.values() for post_id in case.post_ids}:
            await lifecycle.redraw(tx, alert)
            await worsened_alerts.redraw(tx, alert, ids)


async def _case_batch(
    tx: UnitOfWork,
    watched: BrandContext,
    heard: list[ClassifiedPost],
    recent: Sequence[Action],
    now: datetime,
) -> tuple[CaseBatch, list[ClassifiedPost]]:
    """The cases in play. Own posts stored earlier are heard again where something waits or may begin to wait:
    a mention may reach us after its answer.
    """
    account = watched.brand.account.id
    speakers = {account, *watched.family}
    conversations = sorted({one.post.conversation_id for one in heard})
    may_wait = [
        one.post
        for one in heard
        if one.reading
        and (
            one.reading.category in CASE_CLASSES
            or one.says is not None
            or one.post.in_reply_to_person in speakers  # perhaps what we had asked for
        )
    ]
    persons = {post.author_id for post in may_wait} | {
        person for one in heard if one.post.author_id in speakers for person in _answered(one.post)
    }
    quoted = {one.post.quotes for one in heard if one.post.author_id in speakers and one.post.quotes}
    persons |= (
        {post.author_id for post in (await tx.posts.by_ids(sorted(quoted))).values()} if quoted else set()
    )
    cases = case_rules.by_id(await tx.cases.of(sorted(persons - speakers), conversations))
    echoed = sorted({one for each in heard for one in (each.post.reposts, each.post.quotes) if one})
    cases |= await tx.cases.by_ids([one for one in echoed if one not in cases]) if echoed else {}
    spoke = {one.post.author_id for one in heard}
    talks = {post.conversation_id for post in may_wait} | {
        case.conversation_id
        for case in cases.values()
        if case.state in case_rules.WAITING or (case.state is CaseState.ANSWERED and case.person_id in spoke)
    }
    stored = await tx.posts.of_conversations(sorted(talks), by=sorted(speakers))
    known = {one.post.id for one in heard}
    earlier = [
        ours(post) for post in await tx.posts.as_stored(stored) if post.id not in known and not post.gone
    ]
    everything = sorted([*heard, *earlier], key=lambda one: (one.post.at, len(one.post.id), one.post.id))
    own = [one.post for one in everything if one.post.author_id == account]
    batch = CaseBatch(
        watched.brand.id, account, cases, observed_actions.held(recent, own),
        standings=await standings(tx, watched, heard), family=frozenset(watched.family), now=now,
    )  # fmt: skip
    return batch, everything


def _answered(ours: Post) -> set[str]:
    """Whom a post of ours may answer."""
    return {one for one in (ours.in_reply_to_person, *ours.mentions) if one}


async def credit_fans(tx: UnitOfWork, watched: BrandContext, heard: list[ClassifiedPost]) -> None:
    """Fold new posts into the scores of who wrote them, and our answers into what we owe."""
    account = watched.brand.account.id
    posts = [one.post for one in heard]
    await tx.fans.credit(loyalty.earned((one for one in posts if one.author_id != account), watched.policy))
    ours = [one for one in posts if one.author_id == account and one.in_reply_to_person]
    await tx.fans.record_answers([(str(one.in_reply_to_person), one.at) for one in ours])


async def _settle_fans(
    tx: UnitOfWork, watched: BrandContext, heard: list[ClassifiedPost], now: datetime
) -> None:
    """A reply settles a fan's alert as well as a follow: people like to be talked to."""
    account = watched.brand.account.id
    replied = {str(one.post.in_reply_to_person): one.post for one in heard
               if one.post.author_id == account and one.post.in_reply_to_person}  # fmt: skip
    for person_id, alert in (await tx.alerts.open_of(sorted(replied))).items():
        if alert.case_ids and alert.is_fan:
            await lifecycle.redraw(tx, alert)  # it says whether you have talked with each other
        if alert.case_ids or replied[person_id].at < alert.opened_at - timedelta(minutes=1):
            continue
        act = next((one for one in await tx.actions.of(alert.id) if one.kind.writes
                    and one.external_id == replied[person_id].id), None)  # fmt: skip
        text = "Replied" if act else f"Answered on {watched.network.title} by @{watched.brand.account.handle}"
        await lifecycle.resolve(tx, watched, alert, "answered", text, now, act.actor.name if act else None)
