"""Forum channels over REST: posts, their tags, and the lists of threads."""

from typing import Any

from aiohttp import web

from . import errors as e
from . import permissions as p
from .errors import ApiError, Form, Json
from .guild import FORUM, GUILDS, Channel, Guild
from .limits import reply
from .messages import Messages
from .objects import channel_json
from .rest import FILES, body, snowflake

MOST_TAGS = 20
TAG_NAME = 20  # characters


class ForumEndpoints:
    """What the bot does in forums, with the permissions it has there."""

    def __init__(self, guild: Guild, messages: Messages) -> None:
        self._guild = guild
        self._messages = messages

    def routes(self) -> list[web.RouteDef]:
        """The routes, without the prefix."""
        return [
            web.post("/channels/{channel_id}/threads", self.post),
            web.get("/channels/{channel_id}/threads/archived/public", self.archived),
            web.get("/guilds/{guild_id}/threads/active", self.active),
        ]

    async def post(self, request: web.Request) -> web.Response:
        """A new post: a thread whose first message has the thread's id. Discord takes no nonce here."""
        forum = self._guild.channel(snowflake(request, "channel_id"))
        p.require(self._guild.permissions(self._guild.bot, forum), p.SEND_MESSAGES)
        if forum.kind != FORUM:
            raise ApiError(*e.MISSING_ACCESS)
        content = body(request)
        form = Form()
        form.text(("name",), content.get("name"), 1, 100, needed=True)
        form.check()
        applied = self._applied(forum, content.get("applied_tags") or [])
        thread = Channel(
            self._guild.new_id(), str(content["name"]), parent_id=forum.id, owner_id=self._guild.bot.id,
            created_at=self._guild.now(), applied=applied,
        )  # fmt: skip
        self._guild.channels[thread.id] = thread
        try:
            message = self._messages.create(
                thread, self._guild.bot, content.get("message") or {}, request[FILES], extra={"id": thread.id}
            )
        except ApiError:
            del self._guild.channels[thread.id]
            raise
        made = channel_json(self._guild, thread)
        self._guild.emit("THREAD_CREATE", made | {"newly_created": True}, GUILDS, thread.id)
        return reply(made | {"message": message.data}, 201)

    def _applied(self, forum: Channel, ids: Any) -> list[str]:
        known = {one["id"] for one in forum.tags}
        form = Form()
        if len(ids) > 5 or any(str(one) not in known for one in ids):
            form.add(("applied_tags",), "INVALID_TAG", "Invalid tag.")
        form.check()
        return [str(one) for one in ids]

    def change(self, channel: Channel, content: Json) -> None:
        """The tags of a post, or those that a forum has."""
        if channel.kind == FORUM and "available_tags" in content:
            p.require(self._guild.permissions(self._guild.bot, channel), p.MANAGE_CHANNELS)
            form = Form()
            if len(content["available_tags"]) > MOST_TAGS:
                form.add(("available_tags",), "BASE_TYPE_MAX_LENGTH", "Must be 20 or fewer in length.")
            for tag in content["available_tags"]:
                form.text(("available_tags", "name"), tag.get("name"), 1, TAG_NAME, needed=True)
            form.check()
            channel.tags = [
                {"id": str(tag.get("id") or self._guild.new_id()), "name": tag["name"], "moderated": False,
                 "emoji_id": None, "emoji_name": None} for tag in content["available_tags"]
            ]  # fmt: skip
            self._guild.emit("CHANNEL_UPDATE", channel_json(self._guild, channel), GUILDS, channel.id)
        elif channel.parent_id is not None and "applied_tags" in content:
            parent = self._guild.channel(channel.parent_id)
            channel.applied = self._applied(parent, content["applied_tags"])
            self._guild.emit("THREAD_UPDATE", channel_json(self._guild, channel), GUILDS, channel.id)

    async def archived(self, request: web.Request) -> web.Response:
        parent = self._guild.channel(snowflake(request, "channel_id"))
        p.require(self._guild.permissions(self._guild.bot, parent), p.READ_MESSAGE_HISTORY)
        return reply(self._listed([one for one in self._threads(parent.id) if one.archived]))

    async def active(self, request: web.Request) -> web.Response:
        return reply(self._listed([one for one in self._threads(None) if not one.archived]))

    def _threads(self, parent_id: str | None) -> list[Channel]:
        every = [one for one in self._guild.channels.values() if one.parent_id is not None]
        return [one for one in reversed(every) if parent_id in (None, one.parent_id)]

    def _listed(self, threads: list[Channel]) -> Json:
        return {
            "threads": [channel_json(self._guild, one) for one in threads],
            "members": [],
            "has_more": False,
        }
