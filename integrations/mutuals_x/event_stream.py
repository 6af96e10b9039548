"""X's events as an EventStream: by the stream that we keep open, or by the webhook whose health we watch.

docs.x.com x-api/activity and x-api/webhooks (2026-08). X sends a sign of life at least every 20 seconds; seen live by
others: the headers come with the first one, and plans without backfill refuse `backfill_minutes` with 400.
"""

import asyncio
import hashlib
import math
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import datetime, timedelta
from typing import Literal

import structlog
from pydantic import SecretStr

from mutuals.domain.errors import MutualsError, NotAuthorized, Refused, TryAgain
from mutuals.ports.clock import Clock
from mutuals.ports.events import (
    FollowChanged,
    Heartbeat,
    NetworkEvent,
    PostDeleted,
    PostWritten,
    StreamItem,
    StreamOpened,
)
from mutuals_x import activity_events, errors
from mutuals_x.activity_api import ActivityApi, Subscription
from mutuals_x.activity_events import (
    DELETION,
    FOLLOW,
    MENTION,
    OWN_POST,
    QUOTE,
    REPLY,
    REPOST,
    REVOKED,
    UNFOLLOW,
)
from mutuals_x.api_response import Purpose
from mutuals_x.backfill import id_at
from mutuals_x.client import XClient
from mutuals_x.http_client import HttpClient, Unopened
from mutuals_x.identity import Identity
from mutuals_x.prices import PricedItem
from mutuals_x.settings import XSettings
from mutuals_x.spending import XSpending
from mutuals_x.timeline_cursor import TimelineCursor
from mutuals_x.webhook import PATH as WEBHOOK_PATH

STREAM = "/2/activity/stream"
NEEDED = (MENTION, REPLY, QUOTE, OWN_POST)  # without each of these polling goes on
WELCOME = (DELETION, REVOKED)
KEEP_ALIVE = timedelta(seconds=20)
SILENT_AFTER = KEEP_ALIVE + timedelta(seconds=10)
MOST_BACKFILL = 5  # minutes
MOST_REPLAY = timedelta(hours=23, minutes=50)
# An event may be some tenths of a second late when the line is cut: so much of the time before is read again.
MARGIN = timedelta(seconds=2)
WEBHOOK_CHECK = timedelta(seconds=60)

log = structlog.get_logger(__name__)


class XEventStream:
    """One brand's events. The line itself is one for all brands with the same bearer token."""

    def __init__(
        self, settings: XSettings, wire: HttpClient, client: XClient, limiter: XSpending, identity: Identity,
        clock: Clock, wrote: Callable[[str], None],
    ) -> None:  # fmt: skip
        """`wrote` takes the ids of the brand's own posts."""
        self._settings, self._wire, self._clock = settings, wire, clock
        self._client, self._limiter, self._identity, self._wrote = client, limiter, identity, wrote
        self._mode: Literal["off", "stream", "webhook"] = settings.push_mode
        bearer = settings.bearer_token
        self._bearer = bearer.get_secret_value() if bearer else ""
        self._api = ActivityApi(client, self._bearer)
        self._webhook_id: str | None = None
        self._unwelcome: set[str] = set()  # kinds that X has refused: not asked for again and again
        self._plan_has_backfill = True
        self.app = _app(self._mode, bearer)
        self.silent_after = SILENT_AFTER if self._mode == "stream" else 3 * WEBHOOK_CHECK

    # --- what is told ---

    async def subscribe(self) -> None:
        """See EventStream.subscribe."""
        await self._limiter.ask(PricedItem.POST_EVENT)
        own_id = (await self._identity.account()).id
        webhook = await self._webhook() if self._mode == "webhook" else None
        there = {one.event_type: one for one in await self._api.subscriptions() if one.account_id == own_id}
        for kind in self._wanted():
            if kind not in there:
                await self._subscribe(own_id, kind, webhook)
            elif webhook is not None and there[kind].webhook_id != webhook:
                await self._api.redirect(there[kind], webhook)

    async def _subscribe(self, own_id: str, kind: str, webhook: str | None) -> None:
        try:
            await self._api.subscribe(own_id, kind, webhook)
        except (Refused, NotAuthorized) as error:
            if kind in NEEDED:
                raise
            self._unwelcome.add(kind)
            log.warning("x.event_not_told", event_type=kind, why=str(error))

    def _wanted(self) -> list[str]:
        follows = (FOLLOW, UNFOLLOW) if self._settings.push_follows else ()
        reposts = (REPOST,) if self._settings.push_reposts else ()
        return [one for one in (*NEEDED, *WELCOME, *follows, *reposts) if one not in self._unwelcome]

    async def unsubscribe(self) -> None:
        """See EventStream.unsubscribe."""
        try:
            own_id = (await self._identity.account()).id
            for one in await self._of(own_id):
                await self._api.unsubscribe(one)
        except MutualsError as error:
            log.info("x.not_unsubscribed", why=str(error))

    async def _of(self, own_id: str) -> list[Subscription]:
        kinds = {*NEEDED, *WELCOME, FOLLOW, UNFOLLOW, REPOST}
        return [
            one
            for one in await self._api.subscriptions()
            if one.account_id == own_id and one.event_type in kinds
        ]

    async def received(self, events: Sequence[NetworkEvent]) -> None:
        """See EventStream.received."""
        own = self._identity.known
        written = [one.body for one in events if isinstance(one.body, PostWritten)]
        for one in written:
            if own is not None and one.post.author_id == own.id:
                self._wrote(one.post.id)
            elif own is not None and own.id in one.named:
                await self._identity.heard((one.post.at, one.named[own.id]))
        deleted = [one.body.post_id for one in events if isinstance(one.body, PostDeleted)]
        follows = [one.name for one in events if isinstance(one.body, FollowChanged)]
        for item, ids in (
            (PricedItem.POST_EVENT, [one.post.id for one in written]),
            (PricedItem.DELETE_EVENT, [f"gone-{one}" for one in deleted]),
            (PricedItem.FOLLOW_EVENT, follows),
        ):
            if ids:
                await self._limiter.read(item, ids)
        await self._limiter.ask(PricedItem.POST_EVENT)  # the next one: X asks nobody before it tells

    def cursor_between(
        self, cursor: str | None, *, after: datetime | None, before: datetime | None, told: str | None = None
    ) -> str | None:
        """See EventStream.cursor_between."""
        start = id_at(after - MARGIN) if after else None
        end = id_at(before + MARGIN) if before else None
        newest = int(told) if told and told.isdigit() else None
        return TimelineCursor.of(cursor).between(start, end, newest).cursor

    # --- the line ---

    def open(self, since: datetime | None) -> AsyncIterator[StreamItem]:
        """See EventStream.open."""
        return self._stream(since) if self._mode == "stream" else self._watch_webhook(since)

    async def _stream(self, since: datetime | None) -> AsyncIterator[StreamItem]:
        minutes = self._minutes_since(since)
        try:
            async for item in self._opened(minutes):
                yield item
        except Unopened as refusal:
            answer = refusal.answer
            if minutes and answer.status == 400:  # this plan knows no backfill: what is missed is polled
                log.info("x.no_backfill")
                self._plan_has_backfill = False
                raise TryAgain("X does not tell again what was missed.", retry_after=0.0) from None
            error = errors.sort(answer, Purpose.READ, self._clock.now())
            log.warning("x.stream_refused", status=answer.status, error=type(error).__name__)
            raise errors.of_app(answer, error) from None
        raise TryAgain("X has ended its stream.", retry_after=1.0)

    def _minutes_since(self, since: datetime | None) -> int:
        """So many minutes told again reach back to then; 0: they would not, or there are none."""
        if since is None or not self._plan_has_backfill:
            return 0
        minutes = math.ceil((self._clock.now() - since + MARGIN).total_seconds() / 60)
        return minutes if 0 < minutes <= MOST_BACKFILL else 0

    async def _opened(self, minutes: int) -> AsyncIterator[StreamItem]:
        asked = {"backfill_minutes": str(minutes)} if minutes else {}
        lines = self._wire.lines(STREAM, asked, self._bearer, self.silent_after.total_seconds())
        began = False
        async for line in lines:
            if not began:
                began = True
                yield StreamOpened(complete=minutes > 0)
            elif not line:
                yield Heartbeat()
            else:
                for event in self._events(line):
                    yield event

    def _events(self, line: bytes) -> Sequence[NetworkEvent]:
        found = activity_events.read(line)
        if found is None:
            raise TryAgain("X's stream has sent something that can't be read.", retry_after=1.0)
        if found.problems and not found.events:
            raise errors.told(found.problems, self._clock.now())
        if found.unread:
            log.warning("x.events_skipped", malformed=found.unread)
        return found.events

    # --- the webhook ---

    async def _watch_webhook(self, since: datetime | None) -> AsyncIterator[StreamItem]:
        """What X tells by webhook comes to `Webhook`; here is watched whether it may come."""
        webhook = await self._webhook()
        if not await self._api.check_webhook(webhook):
            raise TryAgain(
                "X does not reach Mutuals at MUTUALS_X_WEBHOOK_URL. Check that address from outside.",
                retry_after=60.0,
            )
        now = self._clock.now()
        again = since is not None and now - since < MOST_REPLAY
        complete = since is not None and again and await self._api.replay(webhook, _earlier(since, now), now)
        yield StreamOpened(complete=complete)
        while True:
            await asyncio.sleep(WEBHOOK_CHECK.total_seconds())
            valid = {one: valid for one, _, valid in await self._api.webhooks()}
            if not valid.get(webhook):
                self._webhook_id = None
                raise TryAgain("X has stopped calling the webhook.", retry_after=1.0)
            yield Heartbeat()

    async def _webhook(self) -> str:
        """The id of our webhook at X; it is registered where X does not know it."""
        if self._webhook_id is None:
            url = self._settings.webhook_url
            known = await self._api.webhooks()
            fits = [one for one, at, _ in known if at == url or (url is None and at.endswith(WEBHOOK_PATH))]
            if not fits and url is None:
                raise Refused(
                    "X knows no webhook of this app. Set MUTUALS_X_WEBHOOK_URL to the public address of /x/webhook."
                )
            self._webhook_id = fits[0] if fits else await self._api.register_webhook(str(url))
        return self._webhook_id


def _earlier(since: datetime, now: datetime) -> datetime:
    """X takes whole minutes, and the end has to be behind the beginning."""
    return min(since - MARGIN, now - timedelta(minutes=1))


def _app(mode: str, bearer: SecretStr | None) -> str:
    """Whose line it is; the token itself is in no name."""
    if bearer is None or mode == "off":
        return ""
    return f"x/{mode}/{hashlib.sha256(bearer.get_secret_value().encode()).hexdigest()[:16]}"
