"""The reconciler brings each chat from what it shows to what it should show: post, or edit in place.

It works on desired state: ten changes in a second become one edit, and after a crash at any
line the row tells what to do. A row is marked SENDING, with a lease, before each call.
"""

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from mutuals.alerting import (
    bundling,
    delivery_followup,
    delivery_refusals,
    ephemeral_results,
    incidents,
    rendering,
    restore_guard,
)
from mutuals.alerting.rate_limiter import RateLimiter
from mutuals.cards.assignment import with_way
from mutuals.cards.markup import Card
from mutuals.context import BrandContext, Context
from mutuals.domain import leases
from mutuals.domain.errors import MutualsError, NotAuthorized, RefusalReason, Refused, TryAgain
from mutuals.domain.ids import SubjectKind, parse_subject
from mutuals.domain.model import REMOVED, Delivery, DeliveryState, MessageRef
from mutuals.ports.chat import Chat
from mutuals.ports.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

PARENT_WAIT = timedelta(seconds=2)
BROKEN_WAIT = timedelta(minutes=10)  # of a row that broke us
CHANNEL_WAIT = timedelta(minutes=1)  # how soon a closed channel is tried again, unless the chat tells before
LOGIN_WAIT = timedelta(minutes=1)
NOTHING = -1000  # better than any priority: nothing may go
TRIES = 3  # after so many failures a message waits alone: it may be the message, and not the chat
AHEAD = 200  # rows looked through for one that may go now, when the most pressing one has to wait
# Slack's chat.update is tier 3: 50 a minute and more in bursts (docs.slack.dev/apis/web-api/rate-limits). A message that
# tells of many is edited with each of them, so a minute of one a second must not wait.
EDITS_PER_SECOND, EDIT_BURST = 0.8, 15
TWICE = "This may be shown twice: the first attempt got no answer, and the channel's history can't be read, or not far enough."
BROKE = "Something went wrong inside Mutuals. It tries again."
NO_ANSWER = "The chat gave no answer in time. Mutuals tries again."


@dataclass(frozen=True, slots=True)
class _Job:
    """One attempt: the row as acquired, its card, and the message it answers."""

    row: Delivery
    card: Card
    parent: MessageRef | None
    look_since: datetime | None  # an earlier attempt may have reached the chat: look from then on
    lasts: bool = False  # somebody still has to see it
    if_unseen: str = TWICE  # what the message says where the chat can't be looked through


class _Removed(Exception):
    """The message is not there any more, and is needed still."""


class DeliveryReconciler:
    """Delivers what is due to one chat at a time; the engine's key keeps two from the same chat apart."""

    def __init__(self, ctx: Context, pace: RateLimiter | None = None) -> None:
        self._ctx = ctx
        self._posts = pace or RateLimiter()
        self._edits = pace or RateLimiter(EDITS_PER_SECOND, EDIT_BURST)
        # Since and until when a channel takes only this priority or better.
        self._held: dict[str, tuple[datetime, datetime, int]] = {}

    async def deliver(self, brand_id: str, chat_name: str) -> None:
        """Bring one chat up to date for one brand, until nothing more is due."""
        chat = self._ctx.chats.get(chat_name)
        if chat is None or chat_name not in self._ctx.ready:
            return
        watched = await self._ctx.brands.find(brand_id)
        if watched is None:
            return
        while (found := await self._next(brand_id, chat_name)) is not None:
            row, wait = found
            if wait > 0:
                await asyncio.sleep(wait)
                continue  # time has passed: something more pressing may be due by now
            await self._one(watched, chat, row)

    async def _next(self, brand_id: str, chat_name: str) -> tuple[Delivery, float] | None:
        """The most pressing row whose channel has a turn, else the one whose turn comes first, and in how many
        seconds. A channel that has to wait keeps no other waiting."""
        now = self._ctx.clock.now()
        soonest: tuple[Delivery, float] | None = None
        # Asked once for each rate limit: a moment later the next row would have the turn.
        waits: dict[str, float] = {}
        for limit in (1, AHEAD):
            async with self._ctx.store.reading(brand_id) as tx:
                due = await tx.deliveries.due(chat_name, now, limit)
            for row in due:
                limit_key = self._limit_key(row)
                if self._holds_back(limit_key, row, now):
                    continue
                wait = waits.setdefault(limit_key, self._pace(row).wait_for(limit_key))
                if wait == 0:
                    return row, 0.0
                if soonest is None or wait < soonest[1]:
                    soonest = row, wait
            if len(due) < limit:
                break
        return soonest

    def _holds_back(self, limit_key: str, row: Delivery, now: datetime) -> bool:
        since, until, best = self._held.get(limit_key, (now, now, NOTHING))
        return since <= now < until and row.priority > best

    def _hold(self, row: Delivery, until: datetime, best: int) -> None:
        """Let nothing less pressing than `best` overtake in this row's channel until then."""
        now, limit_key = self._ctx.clock.now(), self._limit_key(row)
        since, before, better = self._held.get(limit_key, (now, now, best))
        if since <= now < before:  # else it is over, or of a clock that has been set back
            until, best = max(until, before), min(best, better)
        self._held[limit_key] = now, until, best

    def _pace(self, row: Delivery) -> RateLimiter:
        return self._edits if row.ref else self._posts

    def _limit_key(self, row: Delivery) -> str:
        """Posts and edits are counted apart, as Slack does."""
        return f"{row.chat}/{row.channel}/{'edit' if row.ref else 'post'}"

    async def _one(self, watched: BrandContext, chat: Chat, row: Delivery) -> None:
        job = await self._acquire(watched, row)
        if job is None or self._left(job) <= 0:  # this machine slept: whoever is next looks before it posts
            return
        self._pace(job.row).take(self._limit_key(job.row))
        try:
            async with asyncio.timeout(self._left(job)):
                ref = await self._send(watched, chat, job)
        except TimeoutError:
            await self._failed(watched, job, TryAgain(NO_ANSWER, ambiguous=True))
        except _Removed:
            gone = replace(job.row, ref=None, shown=REMOVED, state=DeliveryState.IDLE, next_at=None)
            await self._write(gone, was_attempt=job.row.attempt)
        except MutualsError as error:
            await self._failed(watched, job, error)
        except Exception:
            log.exception("delivery.broke", chat=row.chat, subject=row.subject)
            await self._failed(watched, job, TryAgain(BROKE, ambiguous=True))
        else:
            if ref is not None and job.card.anew:
                ref = replace(ref, again=True)
            done = replace(
                job.row, shown=job.card.version, ref=ref, state=DeliveryState.IDLE, next_at=None, error=None
            )
            await delivery_followup.arrived(
                self._ctx, watched, done, missed=delivery_followup.was_missed(row)
            )

    def _left(self, job: _Job) -> float:
        """Seconds in which nobody else may acquire the row."""
        assert job.row.next_at is not None, "the lease"
        return leases.DELIVERY.seconds_left(job.row.next_at, self._ctx.clock.now())

    async def _acquire(self, watched: BrandContext, row: Delivery) -> _Job | None:
        """Acquire a row; one that can't be drawn, whatever is wrong with it, keeps no other waiting."""
        try:
            return await self._acquire_and_draw(watched, row)
        except MutualsError:
            raise
        except Exception:
            log.exception("delivery.broke", chat=row.chat, subject=row.subject)
            later = self._ctx.clock.now() + BROKEN_WAIT
            await self._write(replace(row, next_at=later, attempt=row.attempt + 1), was_attempt=row.attempt)
            return None

    async def _acquire_and_draw(self, watched: BrandContext, row: Delivery) -> _Job | None:
        """Mark the row SENDING and draw its card in the same transaction, so that both speak of one version.

        What answers a message that is not there yet waits, and that message goes in its place.
        """
        async with self._ctx.store.transaction(row.brand_id) as tx:
            now = self._ctx.clock.now()  # only now: the transaction may have had to wait for its turn
            current = next((one for one in await tx.deliveries.of(row.subject)
                            if (one.chat, one.channel) == (row.chat, row.channel)), None)  # fmt: skip
            if current is None or current.attempt != row.attempt:
                return None
            parent = await self._parent(tx, current)
            if parent is not None and parent.ref is None:
                current, parent = await self._parent_first(tx, current, parent, now), None
                if current is None:
                    return None
            card = await rendering.card_of(tx, watched, current, now)
            acquired = leases.acquired(current, leases.DELIVERY.until(now))
            if card is None:
                acquired = replace(acquired, state=DeliveryState.IDLE, shown=current.wanted, next_at=None)
            won = await tx.deliveries.put(acquired, was_attempt=current.attempt)
            born = (
                await rendering.born(tx, current) or now if current.state is DeliveryState.SENDING else None
            )
            doubt = await restore_guard.doubt(tx, now) if current.ref is None else None
            lasts = await rendering.lasts(tx, watched, current)
        if not won or card is None:
            return None
        answers = parent.ref if parent else None
        if doubt is not None:
            return _Job(acquired, card, answers, doubt.since, lasts, restore_guard.MAYBE_TWICE)
        return _Job(acquired, card, answers, self._ctx.theirs(born) if born else None, lasts)

    async def _parent(self, tx: UnitOfWork, row: Delivery) -> Delivery | None:
        """The row of the message that this one answers."""
        rows = await tx.deliveries.of(row.parent) if row.parent else []
        return next((one for one in rows if (one.chat, one.channel) == (row.chat, row.channel)), None)

    async def _parent_first(
        self, tx: UnitOfWork, row: Delivery, parent: Delivery, now: datetime
    ) -> Delivery | None:
        """Let a row wait for the message that it answers; gives that message's row if it may go now."""
        if parent.shown >= parent.wanted:
            # It will never be there: a bundle had taken the alert over before it was told, and calls instead.
            await self._call_by_bundle(tx, parent)
            over = replace(
                row, state=DeliveryState.IDLE, shown=row.wanted, next_at=None, attempt=row.attempt + 1
            )
            await tx.deliveries.put(over, was_attempt=row.attempt)
            return None
        may_go_at = parent.next_at or now
        waits = replace(row, next_at=max(now + PARENT_WAIT, may_go_at), attempt=row.attempt + 1)
        await tx.deliveries.put(waits, was_attempt=row.attempt)
        return parent if may_go_at <= now else None

    async def _call_by_bundle(self, tx: UnitOfWork, parent: Delivery) -> None:
        shown = parse_subject(parent.subject)
        alert = await tx.alerts.get(shown.of) if shown.kind == SubjectKind.ALERT else None
        bundle = await tx.bundles.get(alert.bundle_id) if alert and alert.bundle_id else None
        if bundle is not None:
            await bundling.call(tx, bundle)

    async def _send(self, watched: BrandContext, chat: Chat, job: _Job) -> MessageRef | None:
        row, card = job.row, job.card
        person_id = ephemeral_results.recipient(row.subject)
        if person_id is not None:
            await self._post_privately(chat, job, person_id)
            return None
        if row.ref is not None:
            return await self._edit(watched, chat, job, row.ref)
        if job.look_since is not None:
            try:
                found = await chat.find(row.channel, card.key, job.look_since, reply_to=job.parent)
            except Refused as error:
                if error.because is not RefusalReason.CHANNEL:
                    raise
                card = replace(card, status=(*card.status, (job.if_unseen,)))
            else:
                if found is not None:
                    return await self._edit(watched, chat, job, found)
        if self._left(job) <= 0:  # the machine slept meanwhile, and with it our own timer
            raise TimeoutError
        try:
            return await chat.post(row.channel, card, reply_to=job.parent)
        except Refused as error:
            if error.because is not RefusalReason.GONE or job.parent is None:
                raise
            if card.in_thread:
                return None  # nothing of an alert that is gone belongs into the channel
            return await chat.post(row.channel, card)  # the alert was deleted by hand: say it on its own

    async def _post_privately(self, chat: Chat, job: _Job, person_id: str) -> None:
        """Tell one person. Who can't be reached (they have left, say) is not tried again: the alert says it, too."""
        url = chat.message_url(job.parent) if job.parent else None
        try:
            await chat.tell(person_id, job.row.channel, with_way(job.card, url), reply_to=job.parent)
        except Refused as error:
            log.warning("delivery.person_not_reached", chat=job.row.chat, why=str(error))

    async def _edit(self, watched: BrandContext, chat: Chat, job: _Job, ref: MessageRef) -> MessageRef:
        """Redraw a message. One that somebody has deleted is posted again as long as it is needed, and once; after
        that they mean it."""
        try:
            await chat.edit(ref, job.card)
        except Refused as error:
            if error.because not in (RefusalReason.GONE, RefusalReason.FIXED):
                raise
            log.info("delivery.message_not_there", chat=job.row.chat, subject=job.row.subject, why=str(error))
            if job.lasts and not ref.again:
                raise _Removed from error
            if error.because is RefusalReason.FIXED:
                await delivery_refusals.out_of_date(self._ctx, watched, job.row, job.card, error)
        return ref

    async def _failed(self, watched: BrandContext, job: _Job, error: MutualsError) -> None:
        now, row = self._ctx.clock.now(), job.row
        state, wait = DeliveryState.IDLE, CHANNEL_WAIT
        if row.ref is None and job.look_since is not None:
            state = DeliveryState.SENDING  # we may not even have got to look whether it is there
        if isinstance(error, TryAgain):
            wait = timedelta(seconds=max(0.5, error.retry_after))
            if error.ambiguous and row.ref is None:
                state = DeliveryState.SENDING  # it may be there: look before posting again
            if error.too_fast:
                self._hold(row, now + wait, NOTHING)
                wait = timedelta(0)
            elif row.ref is None and row.attempt <= TRIES:
                self._hold(row, now + wait, row.priority)
        elif isinstance(error, NotAuthorized):
            wait = LOGIN_WAIT
        elif isinstance(error, Refused) and error.because is not RefusalReason.CHANNEL:
            wait = timedelta(hours=1)
        log.warning("delivery.failed", chat=row.chat, subject=row.subject, why=str(error),
                    again_in_s=round(wait.total_seconds(), 1))  # fmt: skip
        failed = replace(row, state=state, next_at=now + wait, error=str(error)[:500])
        await self._write(failed, was_attempt=row.attempt)
        closed = isinstance(error, Refused) and error.because is RefusalReason.CHANNEL
        if isinstance(error, Refused) and not closed:
            await delivery_refusals.in_every_form(self._ctx, watched, row, job.card, error)
        if closed or isinstance(error, NotAuthorized):
            name = row.chat.capitalize()
            usual = watched.channels.get(row.chat, {}).values()
            ruled = (
                ""
                if row.channel in usual
                else f" What the rules send to {row.channel} waits: /mutuals settings routing"
            )
            await incidents.report_open(
                self._ctx,
                watched,
                f"chat-{row.chat}-{row.channel}",
                f"{name} takes no alerts",
                f"{error}{ruled}",
            )

    async def _write(self, row: Delivery, *, was_attempt: int) -> None:
        async with self._ctx.store.transaction(row.brand_id) as tx:
            await tx.deliveries.put(row, was_attempt=was_attempt)
