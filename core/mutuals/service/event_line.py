"""Keeps one line open on which a network tells by itself what happens, for all brands that share it.

What the line has told is noted only when it is stored (`mutuals.domain.event_coverage`): a poll that begins meanwhile
reads the rest, in whichever process it runs. So polling takes over by itself when the line is silent, and lets go when it
is back.
"""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta

import structlog

from mutuals.alerting import incidents
from mutuals.context import BrandContext, Context
from mutuals.domain import event_coverage as rules
from mutuals.domain.errors import MutualsError, NotAuthorized, Paused, Refused, TryAgain
from mutuals.domain.event_coverage import CoveredSpan
from mutuals.domain.ids import job_key
from mutuals.domain.model import PeriodicTask
from mutuals.ports.events import EventStream, NetworkEvent, StreamItem, StreamOpened
from mutuals.watcher import event_coverage
from mutuals.watcher.events import EventInbox, stop

PAUSES = (1.0, 300.0)  # seconds between two tries to open the line: from, to; each twice the one before
SUBSCRIBE_AGAIN = timedelta(minutes=30)  # so often is checked what a brand is subscribed to
SUBSCRIBE_RETRY = timedelta(minutes=1)
NOTE_EVERY = timedelta(seconds=5)  # the newest sign of life is written down so often
SAID_AFTER = timedelta(minutes=5)  # a line that is away for less matters to nobody: polling has taken over
MOST_WAITING = 500  # items that have come and are not stored: then the network is kept waiting
RETELLS_SECONDS = 10.0  # in which a line that has been opened again tells what was missed
SUBSCRIBED_SECONDS = 0.5  # between two looks whether a brand is subscribed
KIND = "events"  # of the incident

log = structlog.get_logger(__name__)
Item = tuple[StreamItem, datetime]


class EventLine:
    """One line: `brands` gives those whose events come on it, as they are now; the first one's stream opens it."""

    def __init__(
        self,
        ctx: Context,
        app: str,
        brands: Callable[[], Awaitable[Sequence[BrandContext]]],
        inbox: EventInbox,
    ) -> None:
        self._ctx, self._app, self._brands, self._inbox = ctx, app, brands, inbox
        self._subscribed: dict[str, datetime] = {}  # brand -> when that is checked next
        self._spans: tuple[CoveredSpan, ...] = ()
        self._noted = datetime.min.replace(tzinfo=ctx.clock.now().tzinfo)
        self._lost_at: datetime | None = None
        self._taken_over = False

    async def run(self) -> None:
        """Until it is cancelled."""
        subscribing = asyncio.ensure_future(self._keep_subscribed())
        try:
            await self._keep_open()
        finally:
            subscribing.cancel()
            await asyncio.gather(subscribing, return_exceptions=True)
            with suppress(MutualsError):
                await event_coverage.put_spans(self._ctx, self._app, self._spans)

    # --- who is told of ---

    async def _keep_subscribed(self) -> None:
        while True:
            try:
                brands = await self._brands()
                here = {one.brand.id for one in brands}
                self._subscribed = {one: at for one, at in self._subscribed.items() if one in here}
                for watched in brands:
                    if self._subscribed.get(watched.brand.id, self._noted) <= self._ctx.clock.now():
                        await self._subscribe(watched)
            except MutualsError as error:
                log.info("events.brands_not_read", why=str(error))
            except Exception:
                log.exception("events.not_subscribed")
            await asyncio.sleep(SUBSCRIBED_SECONDS)

    async def _subscribe(self, watched: BrandContext) -> None:
        stream, now, brand = watched.network.events(), self._ctx.clock.now(), watched.brand.id
        if stream is None:
            return
        at: datetime | None = now
        self._subscribed[brand] = now + SUBSCRIBE_AGAIN
        try:
            await stream.subscribe()
        except TryAgain as error:
            self._subscribed[brand] = now + max(SUBSCRIBE_RETRY, timedelta(seconds=error.retry_after))
            log.info("events.subscription_not_checked", brand=brand, why=str(error))
            return  # what is subscribed to stays so
        except Paused as error:
            await stop(self._ctx, watched, error)
            return
        except (NotAuthorized, Refused) as error:
            log.warning("events.not_told", brand=brand, why=str(error))
            at = None
            await self._say(watched, str(error))
        async with self._ctx.store.transaction(brand) as tx:
            await event_coverage.subscribed(tx, at)

    # --- the line ---

    async def _keep_open(self) -> None:
        pause = PAUSES[0]
        self._spans = await self._known_spans()
        while True:
            opened_at = self._ctx.clock.now()
            try:
                await self._read()
            except MutualsError as error:
                retry = error.retry_after if isinstance(error, TryAgain) else PAUSES[1]
                await self._down(error)
                if self._lost_at is not None and self._lost_at > opened_at:
                    pause = PAUSES[0]  # it was open meanwhile
                wait = max(retry, pause) if retry else 0.0
            except Exception as error:
                log.exception("events.line_broke")
                await self._down(TryAgain(type(error).__name__))
                wait = pause
            pause = min(2 * pause, PAUSES[1])
            await asyncio.sleep(wait * random.uniform(1.0, 1.25))  # noqa: S311  # that not all come at once

    async def _known_spans(self) -> tuple[CoveredSpan, ...]:
        while True:
            with suppress(MutualsError):
                return await event_coverage.spans_of(self._ctx, self._app)
            await asyncio.sleep(PAUSES[0])

    async def _read(self) -> None:
        """Open the line and store what comes. Raises what ends it."""
        stream = await self._stream()
        since = await self._known_until()
        queue: asyncio.Queue[Item | BaseException] = asyncio.Queue(MOST_WAITING)
        reading = asyncio.ensure_future(self._fill(stream, since, queue))
        try:
            while True:
                items = [await queue.get()]
                while not queue.empty():
                    items.append(queue.get_nowait())
                await self._take([one for one in items if not isinstance(one, BaseException)])
                for one in items:
                    if isinstance(one, BaseException):
                        raise one
        finally:
            reading.cancel()
            await asyncio.gather(reading, return_exceptions=True)

    async def _stream(self) -> EventStream:
        """The stream of a brand that is subscribed; waits until there is one."""
        while True:
            for watched in await self._brands():
                stream = watched.network.events()
                async with self._ctx.store.reading(watched.brand.id) as tx:
                    if stream is not None and await tx.key_values.get(event_coverage.SUBSCRIBED):
                        return stream
            await asyncio.sleep(SUBSCRIBED_SECONDS)

    async def _known_until(self) -> datetime | None:
        """Until when everything is known; None also when polls have read since then: what they have read is paid for."""
        last = self._spans[-1] if self._spans else None
        if last is None:
            return None
        read = [await event_coverage.has_been_read(self._ctx, one, last) for one in await self._brands()]
        return None if any(read) else last.until

    async def _fill(
        self, stream: EventStream, since: datetime | None, queue: "asyncio.Queue[Item | BaseException]"
    ) -> None:
        """Put what the line tells into the queue, with the time at which it came, and last what has ended it."""
        patience = stream.silent_after.total_seconds() + 5.0
        line: AsyncIterator[StreamItem] = stream.open(since)
        try:
            while True:
                async with asyncio.timeout(patience):
                    item = await anext(line)
                await queue.put((item, self._ctx.clock.now()))
        except TimeoutError:
            await queue.put(TryAgain("The line has fallen silent.", retry_after=1.0))
        except StopAsyncIteration:
            await queue.put(TryAgain("The line has ended.", retry_after=1.0))
        except Exception as error:  # noqa: BLE001  # whoever takes from the queue raises it
            await queue.put(error)

    async def _take(self, items: Sequence[Item]) -> None:
        """Store a batch, however long the database is away; only then is it noted as told."""
        if not items:
            return
        for item, at in items:
            if isinstance(item, StreamOpened):
                await self._opened(at, complete=item.complete)
        events = [item for item, _ in items if isinstance(item, NetworkEvent)]
        if events:
            await self._store(events)
        self._spans = rules.told_until(self._spans, items[-1][1])
        if self._ctx.clock.now() - self._noted >= NOTE_EVERY:
            await self._note()

    async def _store(self, events: Sequence[NetworkEvent]) -> None:
        while True:
            try:
                await self._inbox.take(events)
            except TryAgain as error:
                log.warning("events.not_stored", events=len(events), why=str(error))
                await asyncio.sleep(PAUSES[0])
            else:
                return

    async def _note(self) -> None:
        with suppress(MutualsError):
            await event_coverage.put_spans(self._ctx, self._app, self._spans)
            self._noted = self._ctx.clock.now()

    async def _opened(self, at: datetime, *, complete: bool) -> None:
        log.info("events.line_open", app=self._app, complete=complete)
        retells = RETELLS_SECONDS if complete else 0.0
        self._ctx.lines_retell_until[self._app] = asyncio.get_running_loop().time() + retells
        whole = complete and bool(self._spans)
        self._spans = rules.told_until(self._spans, at) if whole else rules.reopened(self._spans, at)
        await self._note()
        taken_over, self._lost_at, self._taken_over = self._taken_over, None, False
        for watched in await self._brands():
            if taken_over:
                title = watched.network.title
                await incidents.report_closed(
                    self._ctx, watched, KIND, f"{title} tells Mutuals of new posts at once again."
                )
            if not whole:
                await self._plan_poll(watched, at + rules.SETTLES + NOTE_EVERY)

    async def _down(self, error: MutualsError) -> None:
        """The line is away: polling takes over when it is silent for longer than its heartbeat, and it is said when that
        goes on."""
        now = self._ctx.clock.now()
        self._ctx.lines_retell_until[self._app] = 0.0
        if self._lost_at is None:
            self._lost_at = now
            log.warning("events.line_lost", app=self._app, why=str(error))
        await self._note()
        for_good = isinstance(error, (NotAuthorized, Refused, Paused))
        with suppress(MutualsError):
            brands = await self._brands()
            if not self._taken_over and any(self._is_silent(one, now) for one in brands):
                self._taken_over = True
                for watched in brands:
                    await self._plan_poll(watched, now)
                    await self._ctx.submit(job_key(PeriodicTask.POLL, watched.brand.id))
            if for_good or now - self._lost_at >= SAID_AFTER:
                self._taken_over = True
                for watched in brands:
                    await self._say(watched, str(error))

    def _is_silent(self, watched: BrandContext, now: datetime) -> bool:
        stream = watched.network.events()
        return stream is not None and not rules.is_alive(self._spans, now, stream.silent_after)

    async def _plan_poll(self, watched: BrandContext, at: datetime) -> None:
        async with self._ctx.store.transaction(watched.brand.id) as tx:
            await tx.tasks.plan(PeriodicTask.POLL, at)

    async def _say(self, watched: BrandContext, why: str) -> None:
        title, seconds = watched.network.title, round(watched.poll_seconds)
        await incidents.report_open(
            self._ctx, watched, KIND, f"{title} does not tell Mutuals of new posts by itself now",
            f"Mutuals looks every {seconds} seconds instead, so nothing is missed, but alerts come later by that. "
            f"The reason: {why}",
        )  # fmt: skip
