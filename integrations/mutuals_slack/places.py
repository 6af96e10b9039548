"""Channels by id or name, and what was posted in them."""

import re
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any

from mutuals.errors import Because, MutualsError, NotAuthorized, Refused
from mutuals.model import MessageRef
from mutuals_slack.blocks import EVENT
from mutuals_slack.client import Api
from mutuals_slack.text import clean

_ID = re.compile(r"[CGD][A-Z0-9]{2,}")  # names have no capital letters
MAX_PAGES = 50  # of conversations.list: 50 x 200 channels
PAGE = 200
SEARCH_PAGES = 5  # of conversations.history
CLOCKS = timedelta(minutes=2)  # how far our clock and Slack's may be apart


class Places:
    """Finds channels and messages. Names are looked up once."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._ids: dict[str, str] = {}
        self.bot_user: str | None = None

    async def resolve(self, place: str) -> str:
        """The id of a channel given by id or name. Raises Refused (PLACE) when there is no such channel."""
        if place in self._ids or _ID.fullmatch(place):
            return self._ids.get(place, place)
        name = place.removeprefix("#")
        cursor = ""
        for _page in range(MAX_PAGES):
            answer = await self._api.read(
                "conversations.list",
                types="public_channel,private_channel",
                exclude_archived="true",
                limit=200,
                cursor=cursor,
            )
            for channel in answer.get("channels") or []:
                if channel.get("name") == name:
                    self._ids[place] = str(channel["id"])
                    return self._ids[place]
            cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                break
        raise Refused(
            f"Slack has no channel #{name} that the app can see. Check the name in MUTUALS_SLACK_CHANNEL; "
            "if the channel is private, invite the app there: /invite @Mutuals.",
            because=Because.PLACE,
        )

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

        Raises Refused (PLACE) where the history can't be read, or not to its end.
        """
        oldest = since - CLOCKS
        try:
            found = await self._in_thread(place, thread, key, oldest) if thread else None
            if found is not None:
                return MessageRef("slack", place, found)
            bot_user = await self._bot_user()
            async for message in self._newest_first(place, oldest):
                if _is_ours(message, bot_user, key):
                    return MessageRef("slack", place, message["ts"])
        except NotAuthorized as error:
            raise Refused(str(error), because=Because.PLACE) from error
        return None

    async def _bot_user(self) -> str:
        if self.bot_user is None:
            self.bot_user = str((await self._api.read("auth.test"))["user_id"])
        return self.bot_user

    async def _newest_first(self, place: str, until: datetime) -> AsyncIterator[Any]:
        cursor = ""
        for _page in range(SEARCH_PAGES):
            answer = await self._api.read(
                "conversations.history",
                channel=place,
                include_all_metadata="true",
                limit=PAGE,
                oldest=f"{max(0.0, until.timestamp()):.6f}",
                cursor=cursor,
            )
            for message in answer.get("messages") or []:
                yield message
            cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return
        raise Refused(
            f"More than {SEARCH_PAGES * PAGE} messages came in the channel since then, too many to search.",
            because=Because.PLACE,
        )

    async def _in_thread(self, place: str, thread: str, key: str, oldest: datetime) -> str | None:
        try:
            answer = await self._api.read(
                "conversations.replies",
                channel=place,
                ts=thread,
                include_all_metadata="true",
                limit=PAGE,
                oldest=f"{max(0.0, oldest.timestamp()):.6f}",
            )
        except Refused as error:
            if error.because is not Because.GONE:
                raise
            return None  # deleted by hand: then the answer stands in the channel
        for message in answer.get("messages") or []:
            if message.get("ts") != thread and _is_ours(message, await self._bot_user(), key):
                return str(message["ts"])
        return None


def _is_ours(message: Any, bot_user: str, key: str) -> bool:
    """Another app could write the same metadata, so the author counts, too."""
    metadata = message.get("metadata") or {}
    payload = metadata.get("event_payload") or {}
    return (
        message.get("user") == bot_user
        and metadata.get("event_type") == EVENT
        and payload.get("key") == clean(key)[:500]
    )
