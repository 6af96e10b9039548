"""Channels by id or name, and what was posted in them."""

import asyncio
import re
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog

from mutuals.domain.errors import MutualsError, NotAuthorized, RefusalReason, Refused, TryAgain
from mutuals.domain.model import MessageRef
from mutuals_slack.blocks import EVENT
from mutuals_slack.client import Api
from mutuals_slack.text import clean

log = structlog.get_logger(__name__)

_ID = re.compile(r"[CGD][A-Z0-9]{2,}")  # names have no capital letters
OWN, ALL = "users.conversations", "conversations.list"  # 50 and 20 pages a minute
LISTED = 999  # channels on a page; Slack takes less than 1,000
BY_ID = (
    "A channel's id needs no search: in Slack open the channel's details, copy the id at the bottom (C...) and put it "
    "in place of the name."
)
PAGE = 200
SEARCH_PAGES = 50  # of conversations.history, which Slack gives 50 of in a minute
SEARCHES = 100  # that are remembered; each ends with an answer, and few are open at a time
SEARCH_SECONDS = 600.0  # an older one begins anew: its cursor may be refused by then
CLOCKS = timedelta(minutes=2)  # how far our clock and Slack's may be apart


@dataclass(slots=True)
class HistorySearch:
    """How far the lists of channels were read: a refusal on the way costs a pause and not the way."""

    list: str | None = OWN  # None: both were read to the end
    cursor: str = ""
    read: int = 0


@dataclass(slots=True)
class Search:
    """How far a channel's history was read for one message, so that a refusal on the way costs a pause only."""

    begun: float
    cursor: str = ""
    pages: int = 0


class ChannelDirectory:
    """Finds channels and messages. Names are looked up once."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._ids: dict[
            str, str
        ] = {}  # a place as configured, or a name that a list showed -> the channel's id
        self._walk = HistorySearch()
        self._walking = asyncio.Lock()
        self._searches: dict[tuple[str, str, datetime], Search] = {}
        self.bot_user: str | None = None

    async def resolve(self, place: str) -> str:
        """The id of a channel given by id or name. Raises Refused(CHANNEL) when there is no such channel, and TryAgain
        while the lists are read: what was read by then is kept, and the next try goes on from there."""
        if _ID.fullmatch(place):
            return place
        name = place.removeprefix("#")
        if name not in self._ids:
            async with self._walking:
                await self._look_for(name)
        return self._ids[name]

    def forget(self, place: str) -> None:
        """A name that led to a channel which is gone: look it up again, there may be a new one."""
        self._ids.pop(place.removeprefix("#"), None)

    async def _look_for(self, name: str) -> None:
        """First among the app's own channels, which are few, then among all of the workspace."""
        while name not in self._ids:
            if self._walk.list is None:
                self._walk = HistorySearch()
                raise Refused(
                    f"Slack has no channel #{name} that the app can see. Check the name in MUTUALS_SLACK_CHANNEL; "
                    f"if the channel is private, invite the app there: /invite @Mutuals. {BY_ID}",
                    because=RefusalReason.CHANNEL,
                )
            try:
                await self._read_page(self._walk)
            except TryAgain as error:
                raise _still_looking(name, self._walk, error) from error
            except Refused:  # e.g. a cursor too old to go on from
                self._walk = HistorySearch()
                raise

    async def _read_page(self, walk: HistorySearch) -> None:
        assert walk.list is not None
        answer = await self._api.read(
            walk.list,
            types="public_channel,private_channel",
            exclude_archived="true",
            limit=LISTED,
            cursor=walk.cursor,
        )
        listed: list[Any] = answer.get("channels") or []
        for channel in listed:
            self._ids.setdefault(str(channel.get("name")), str(channel["id"]))
        walk.read += len(listed)
        cursor = _next(answer)
        if not cursor or cursor == walk.cursor:
            walk.list = ALL if walk.list == OWN else None
            cursor = ""
        walk.cursor = cursor

    async def known(self, place: str) -> str | None:
        """The id of a channel given by name, looked up if need be; None when it can't be told."""
        try:
            return await self.resolve(place)
        except MutualsError:
            return None

    async def find(
        self, place: str, key: str, since: datetime, thread: str | None = None
    ) -> MessageRef | None:
        """Our message for this key, in the thread if one is given, else in the channel.

        Raises Refused(CHANNEL) where the history can't be read, or not to its end. After a TryAgain, or when it was
        cut off, the next call goes on where this one was.
        """
        oldest, name = since - CLOCKS, (place, key, since)
        search = self._search(name)
        try:
            found = await self._in_thread(place, thread, key, oldest) if thread and not search.pages else None
            found = found or await self._in_channel(place, key, oldest, search)
        except NotAuthorized as error:
            del self._searches[name]
            raise Refused(str(error), because=RefusalReason.CHANNEL) from error
        except Refused as error:
            del self._searches[name]
            if search.cursor and error.because is RefusalReason.OTHER:  # a cursor too old to go on from
                raise TryAgain("Slack's history is read anew.", retry_after=1.0) from error
            raise
        del self._searches[name]
        return None if found is None else MessageRef("slack", place, found)

    def _search(self, name: tuple[str, str, datetime]) -> Search:
        now = time.monotonic()
        known = {one: each for one, each in self._searches.items() if now - each.begun < SEARCH_SECONDS}
        self._searches = dict([*known.items()][-SEARCHES:])
        return self._searches.setdefault(name, Search(now))

    async def _in_channel(self, place: str, key: str, oldest: datetime, search: Search) -> str | None:
        bot_user = await self._bot_user()
        async for message in self._newest_first(place, oldest, search):
            if _is_ours(message, bot_user, key):
                return str(message["ts"])
        return None

    async def _bot_user(self) -> str:
        if self.bot_user is None:
            self.bot_user = str((await self._api.read("auth.test"))["user_id"])
        return self.bot_user

    async def _newest_first(self, place: str, until: datetime, search: Search) -> AsyncIterator[Any]:
        while search.pages < SEARCH_PAGES:
            answer = await self._api.read(
                "conversations.history",
                channel=place,
                include_all_metadata="true",
                limit=PAGE,
                oldest=f"{max(0.0, until.timestamp()):.6f}",
                cursor=search.cursor,
            )
            for message in answer.get("messages") or []:
                yield message
            before, search.cursor = search.cursor, _next(answer)
            search.pages += 1
            if not search.cursor or search.cursor == before:
                return
        log.warning("slack.search_given_up", channel=place, messages=SEARCH_PAGES * PAGE)
        raise Refused(
            f"More than {SEARCH_PAGES * PAGE} messages came in the channel since then, too many to search.",
            because=RefusalReason.CHANNEL,
        )

    async def _in_thread(self, place: str, thread: str, key: str, oldest: datetime) -> str | None:
        """Where our answer stands in a thread, however long that is."""
        bot_user, cursor = await self._bot_user(), ""
        while True:
            try:
                answer = await self._api.read(
                    "conversations.replies",
                    channel=place,
                    ts=thread,
                    include_all_metadata="true",
                    limit=PAGE,
                    oldest=f"{max(0.0, oldest.timestamp()):.6f}",
                    cursor=cursor,
                )
            except Refused as error:
                if error.because is not RefusalReason.GONE:
                    raise
                return None  # deleted by hand: then the answer stands in the channel
            for message in answer.get("messages") or []:
                if message.get("ts") != thread and _is_ours(message, bot_user, key):
                    return str(message["ts"])
            before, cursor = cursor, _next(answer)
            if not cursor or cursor == before:
                return None


def _next(answer: Any) -> str:
    """The cursor of the next page; "" at the end."""
    return str((answer.get("response_metadata") or {}).get("next_cursor") or "")


def _still_looking(name: str, walk: HistorySearch, error: TryAgain) -> TryAgain:
    said = f"Mutuals still looks for #{name} in Slack, {walk.read} channels read so far. {error.once}"
    return TryAgain(
        f"{said} Mutuals goes on from there. {BY_ID}",
        retry_after=error.retry_after,
        too_fast=error.too_fast,
        once=f"{said} {BY_ID}",
    )


def _is_ours(message: Any, bot_user: str, key: str) -> bool:
    """Another app could write the same metadata, so the author counts, too."""
    metadata = message.get("metadata") or {}
    payload = metadata.get("event_payload") or {}
    return (
        message.get("user") == bot_user
        and metadata.get("event_type") == EVENT
        and payload.get("key") == clean(key)[:500]
    )
