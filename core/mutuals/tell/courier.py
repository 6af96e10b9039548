"""The courier brings each chat from what it shows to what it should show: post, or edit in place.

It works on desired state: ten changes in a second become one edit, and after a crash at any
line the row tells what to do. A row is marked SENDING, with a lease, before each call.
"""

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from mutuals.alerts import bundle, compose, digest, notices
from mutuals.alerts.card import Card
from mutuals.context import Context, Watched
from mutuals.errors import Because, MutualsError, NotAuthorized, Refused, TryAgain
from mutuals.model import AlertKind, Delivery, DeliveryState, MessageRef
from mutuals.ports import AlertChannel, Transaction
from mutuals.rules import care
from mutuals.tell import digests, gather, troubles

log = structlog.get_logger(__name__)

LEASE = timedelta(seconds=20)  # longer than any call to a chat may take (their timeouts are 10 s)
PARENT_WAIT = timedelta(seconds=2)
PLACE_WAIT = timedelta(minutes=10)  # a missing channel is looked for again now and then
LOGIN_WAIT = timedelta(minutes=5)
TWICE = "This may be shown twice: the first attempt got no answer and the channel's history can't be read."


class Pace:
    """At most about one message a second to a place, with a short burst (Slack's chat.postMessage)."""

    def __init__(self, per_second: float = 0.95, burst: int = 2) -> None:
        self._rate = per_second
        self._burst = float(burst)
        self._left: dict[str, tuple[float, float]] = {}

    async def wait(self, lane: str) -> bool:
        """Take this lane's turn and return False; or wait until there is one, and return True."""
        loop = asyncio.get_running_loop()
        left, at = self._left.get(lane, (self._burst, loop.time()))
        left = min(self._burst, left + (loop.time() - at) * self._rate)
        if left < 1:
            self._left[lane] = (left, loop.time())
            await asyncio.sleep((1 - left) / self._rate)
            return True
        self._left[lane] = (left - 1, loop.time())
        return False


@dataclass(frozen=True, slots=True)
class _Job:
    """One attempt: the row as claimed, its card, and the message it answers."""

    row: Delivery
    card: Card
    parent: MessageRef | None
    ambiguous: bool  # an earlier attempt may have reached the chat


class Courier:
    """Delivers what is due to one chat at a time; the engine's key keeps two from the same chat apart."""

    def __init__(self, ctx: Context, pace: Pace | None = None) -> None:
        self._ctx = ctx
        self._pace = pace or Pace()
        self._proven: set[str] = set()  # places that took our last message

    async def deliver(self, brand_id: str, channel_name: str) -> None:
        """Bring one chat up to date for one brand, until nothing more is due."""
        channel = self._ctx.channels.get(channel_name)
        if channel is None or channel_name not in self._ctx.ready:
            return
        watched = await self._ctx.brands.find(brand_id)
        if watched is None:
            return
        while True:
            async with self._ctx.store.transaction(brand_id) as tx:
                due = await tx.deliveries_due(channel_name, self._ctx.clock.now(), 1)
            if not due:
                return
            if await self._pace.wait(self._lane(due[0])):
                continue  # time has passed: something more pressing may be due by now
            await self._one(watched, channel, due[0])

    def _lane(self, row: Delivery) -> str:
        """Posts and edits are counted apart, as Slack does."""
        return f"{row.channel}/{row.place}/{'edit' if row.ref else 'post'}"

    async def _one(self, watched: Watched, channel: AlertChannel, row: Delivery) -> None:
        job = await self._claim(watched, row)
        if job is None:
            return
        try:
            ref = await self._send(channel, job)
        except MutualsError as error:
            await self._failed(watched, job, error)
        else:
            await self._well(watched, row)
            await self._write(replace(job.row, shown=job.card.version, ref=ref, state=DeliveryState.IDLE,
                                      next_at=None, error=None))  # fmt: skip

    async def _claim(self, watched: Watched, row: Delivery) -> _Job | None:
        """Mark the row SENDING and draw its card in the same transaction, so that both speak of one version."""
        now = self._ctx.clock.now()
        async with self._ctx.store.transaction(row.brand_id) as tx:
            current = next((one for one in await tx.deliveries(row.subject)
                            if (one.channel, one.place) == (row.channel, row.place)), None)  # fmt: skip
            if current is None or current.attempt != row.attempt:
                return None
            parent = await self._parent(tx, current)
            if current.parent and parent is None:
                await tx.put_delivery(replace(current, next_at=now + PARENT_WAIT, attempt=current.attempt + 1),
                                      was_attempt=current.attempt)  # fmt: skip
                return None
            card = await self._card(tx, watched, current, now)
            claimed = replace(
                current, state=DeliveryState.SENDING, attempt=current.attempt + 1, next_at=now + LEASE
            )
            if card is None:
                claimed = replace(claimed, state=DeliveryState.IDLE, shown=current.wanted, next_at=None)
            won = await tx.put_delivery(claimed, was_attempt=current.attempt)
        ambiguous = current.state is DeliveryState.SENDING
        return _Job(claimed, card, parent, ambiguous) if won and card is not None else None

    async def _parent(self, tx: Transaction, row: Delivery) -> MessageRef | None:
        if row.parent is None:
            return None
        for one in await tx.deliveries(row.parent):
            if (one.channel, one.place) == (row.channel, row.place):
                return one.ref
        return None

    async def _card(self, tx: Transaction, watched: Watched, row: Delivery, now: datetime) -> Card | None:
        kind, _, rest = row.subject.partition("/")
        if kind == "notice":
            told = await tx.notice(rest)
            if told is not None and told.kind == "digest":
                return digest.card(await digests.facts(tx, watched, told), row.wanted)
            return notices.notice(told) if told else None
        owner, _, owner_id = (row.parent or row.subject).partition("/")
        if owner == "bundle":
            one = await tx.bundle(owner_id)
            if one is None:
                return None
            together = await gather.bundle(tx, watched, one, now)
            return bundle.card(together) if kind == "bundle" else bundle.reminder(together, row.subject)
        alert_id = rest if kind == "alert" else owner_id
        alert = await tx.alert(alert_id)
        if alert is None:
            return None
        found = await gather.facts(tx, watched, alert, now)
        if kind == "alert" and alert.bundle_id is not None:
            # What was never sent is told by the bundle alone; what may be there says so.
            sent = row.ref is not None or row.state is DeliveryState.SENDING
            return compose.folded(found) if sent else None
        if kind == "alert":
            home = watched.place(row.channel, alert.kind)
            was_fans = alert.kind is AlertKind.CARE and row.place == watched.place(row.channel, AlertKind.FAN)
            return compose.moved(found) if was_fans and row.place != home else compose.card(found)
        if kind == "escalation":
            case_id = rest.split("/")[0]
            case = (await tx.cases([case_id])).get(case_id)
            if case is None or case.state not in care.WAITING:
                return None  # dealt with while the chat was out of reach: call nobody
            return notices.escalation(found, row.subject, case)
        return notices.reminder(found, row.subject)

    async def _send(self, channel: AlertChannel, job: _Job) -> MessageRef:
        row, card = job.row, job.card
        if row.ref is not None:
            return await self._edit(channel, row, row.ref, card)
        if job.ambiguous:
            since = self._ctx.clock.now() - timedelta(hours=1)
            try:
                found = await channel.find(row.place, card.key, since)
            except Refused as error:
                if error.because is not Because.PLACE:
                    raise
                card = replace(card, status=(*card.status, (TWICE,)))
            else:
                if found is not None:
                    return await self._edit(channel, row, found, card)
        try:
            return await channel.post(row.place, card, reply_to=job.parent)
        except Refused as error:
            if error.because is not Because.GONE or job.parent is None:
                raise
            return await channel.post(row.place, card)  # the alert was deleted by hand: say it on its own

    async def _edit(self, channel: AlertChannel, row: Delivery, ref: MessageRef, card: Card) -> MessageRef:
        try:
            await channel.edit(ref, card)
        except Refused as error:
            if error.because is not Because.GONE:
                raise
            log.info("delivery.message_removed_by_hand", channel=row.channel, subject=row.subject)
        return ref

    async def _failed(self, watched: Watched, job: _Job, error: MutualsError) -> None:
        now, row = self._ctx.clock.now(), job.row
        state, wait = DeliveryState.IDLE, PLACE_WAIT
        if isinstance(error, TryAgain):
            wait = timedelta(seconds=max(0.5, error.retry_after))
            if error.ambiguous and row.ref is None:
                state = DeliveryState.SENDING  # it may be there: look before posting again
        elif isinstance(error, NotAuthorized):
            wait = LOGIN_WAIT
        elif isinstance(error, Refused) and error.because is not Because.PLACE:
            wait = timedelta(hours=1)
        log.warning("delivery.failed", channel=row.channel, subject=row.subject, why=str(error),
                    again_in_s=round(wait.total_seconds(), 1))  # fmt: skip
        await self._write(replace(row, state=state, next_at=now + wait, error=str(error)[:500]))
        closed = isinstance(error, Refused) and error.because is Because.PLACE
        if closed or isinstance(error, NotAuthorized):
            self._proven.discard(f"{row.channel}-{row.place}")
            name = row.channel.capitalize()
            await troubles.begins(
                self._ctx, watched, f"chat-{row.channel}-{row.place}", f"{name} takes no alerts", str(error)
            )

    async def _well(self, watched: Watched, row: Delivery) -> None:
        """The first message that a place takes ends its trouble, also one from before a restart."""
        place = f"{row.channel}-{row.place}"
        if place in self._proven:
            return
        self._proven.add(place)
        sentence = f"Alerts reach {row.channel.capitalize()} again. What was missed is shown now."
        for kind in (f"chat-{row.channel}", f"chat-{place}"):
            await troubles.ends(self._ctx, watched, kind, sentence)

    async def _write(self, row: Delivery) -> None:
        async with self._ctx.store.transaction(row.brand_id) as tx:
            await tx.put_delivery(row, was_attempt=row.attempt)
