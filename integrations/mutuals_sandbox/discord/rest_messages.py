"""Channels, messages and threads over REST."""

from aiohttp import web

from . import errors as e
from . import permissions as p
from .errors import ApiError, Form, Json
from .guild import FORUM, GUILDS, Channel, Guild, Message
from .limits import reply
from .messages import Messages
from .objects import channel_json
from .rest import FILES, body, snowflake
from .rest_forums import ForumEndpoints

HAS_THREAD = 1 << 5
MESSAGE = "/channels/{channel_id}/messages/{message_id}"


class MessageEndpoints:
    """What the bot does in channels, with the permissions it has there."""

    def __init__(self, guild: Guild, messages: Messages) -> None:
        self._guild = guild
        self._messages = messages
        self._forums = ForumEndpoints(guild, messages)

    def routes(self) -> list[web.RouteDef]:
        """The routes, without the prefix."""
        return [
            *self._forums.routes(),
            web.get("/channels/{channel_id}", self.channel),
            web.patch("/channels/{channel_id}", self.change),
            web.post("/channels/{channel_id}/typing", self.typing),
            web.get("/channels/{channel_id}/messages", self.history),
            web.post("/channels/{channel_id}/messages", self.create),
            web.get(MESSAGE, self.get),
            web.patch(MESSAGE, self.edit),
            web.delete(MESSAGE, self.delete),
            web.post(MESSAGE + "/threads", self.thread),
        ]

    def _channel(self, request: web.Request, *needed: int) -> Channel:
        channel = self._guild.channel(snowflake(request, "channel_id"))
        p.require(self._guild.permissions(self._guild.bot, channel), *needed)
        return channel

    def _message(self, request: web.Request, channel: Channel) -> Message:
        return self._guild.message(channel, snowflake(request, "message_id"))

    async def channel(self, request: web.Request) -> web.Response:
        return reply(channel_json(self._guild, self._channel(request)))

    async def change(self, request: web.Request) -> web.Response:
        """Open or archive a thread, and tags; nothing else of a channel is the bot's to change."""
        channel = self._channel(request, p.SEND_MESSAGES_IN_THREADS)
        p.require(p.ALL if not channel.locked else 0, p.SEND_MESSAGES_IN_THREADS)
        content = body(request)
        if channel.archived and content.get("archived") is not False:
            raise ApiError(*e.THREAD_ARCHIVED)
        if "archived" in content:
            self._archive(channel, archived=bool(content["archived"]))
        self._forums.change(channel, content)
        return reply(channel_json(self._guild, channel))

    def _archive(self, channel: Channel, *, archived: bool) -> None:
        if channel.parent_id is not None and channel.archived != archived:
            channel.archived = archived
            self._guild.emit("THREAD_UPDATE", channel_json(self._guild, channel), GUILDS, channel.id)

    async def typing(self, request: web.Request) -> web.Response:
        self._channel(request, p.SEND_MESSAGES)
        return reply(None)

    async def history(self, request: web.Request) -> web.Response:
        channel = self._channel(request)
        if not self._guild.permissions(self._guild.bot, channel) & p.READ_MESSAGE_HISTORY:
            return reply([])
        form = Form()
        asked: dict[str, int] = {}
        for name in ("limit", "before", "after", "around"):
            text = request.query.get(name)
            if text is not None and not (text.isascii() and text.isdigit()):
                form.add((name,), "NUMBER_TYPE_COERCE", f'Value "{text}" is not int.')
            elif text is not None:
                asked[name] = int(text)
        form.number(("limit",), asked.get("limit"), 1, 100)
        form.check()
        return reply(_page([m.data for m in channel.messages.values() if m.ephemeral_for is None], asked))

    async def create(self, request: web.Request) -> web.Response:
        content = body(request)
        channel = self._channel(request)
        if channel.kind == FORUM:
            raise ApiError(*e.NOT_TEXT)
        writing = p.SEND_MESSAGES if channel.parent_id is None else p.SEND_MESSAGES_IN_THREADS
        needed = [writing, *([p.ATTACH_FILES] if request[FILES] else [])]
        if content.get("message_reference"):
            needed.append(p.READ_MESSAGE_HISTORY)
        p.require(self._guild.permissions(self._guild.bot, channel), *needed)
        if earlier := self._messages.earlier(self._guild.bot, content):
            return reply(earlier.data)
        if channel.locked:
            raise ApiError(*e.THREAD_ARCHIVED)
        self._archive(channel, archived=False)  # a post opens it again
        message = self._messages.create(channel, self._guild.bot, content, request[FILES])
        self._messages.remember_nonce(self._guild.bot, message)
        return reply(message.data)

    async def get(self, request: web.Request) -> web.Response:
        channel = self._channel(request, p.READ_MESSAGE_HISTORY)
        return reply(self._message(request, channel).data)

    async def edit(self, request: web.Request) -> web.Response:
        channel = self._channel(request)
        message = self._message(request, channel)
        if channel.archived:
            raise ApiError(*e.THREAD_ARCHIVED)
        if message.data["author"]["id"] != self._guild.bot.id:
            raise ApiError(*e.NOT_THE_AUTHOR)
        self._messages.edit(channel, message, body(request), request[FILES])
        return reply(message.data)

    async def delete(self, request: web.Request) -> web.Response:
        channel = self._channel(request)
        message = self._message(request, channel)
        if message.data["author"]["id"] != self._guild.bot.id:
            p.require(self._guild.permissions(self._guild.bot, channel), p.MANAGE_MESSAGES)
        self._guild.remove(channel, message)
        return reply(None)

    async def thread(self, request: web.Request) -> web.Response:
        channel = self._channel(request, p.CREATE_PUBLIC_THREADS)
        message = self._message(request, channel)
        form = Form()
        name = body(request).get("name")
        form.text(("name",), name, 1, 100, needed=True)
        form.check()
        if message.data["id"] in self._guild.channels:
            raise ApiError(*e.THREAD_EXISTS)
        thread = Channel(
            message.data["id"],
            str(name),
            parent_id=channel.id,
            owner_id=self._guild.bot.id,
            created_at=self._guild.now(),
        )
        self._guild.channels[thread.id] = thread
        made = channel_json(self._guild, thread)
        message.data["flags"] |= HAS_THREAD
        message.data["thread"] = made
        self._guild.emit("THREAD_CREATE", made | {"newly_created": True}, GUILDS, thread.id)
        self._guild.touch(message)
        return reply(made, 201)


def _page(messages: list[Json], asked: dict[str, int]) -> list[Json]:
    """One page of history, newest first. `messages` are oldest first."""
    limit = asked.get("limit", 50)
    if "around" in asked:
        older = [m for m in messages if int(m["id"]) <= asked["around"]]
        newer = [m for m in messages if int(m["id"]) > asked["around"]]
        return (older[-(limit // 2 + 1) :] + newer[: limit // 2])[-limit:][::-1]
    if "after" in asked:
        return [m for m in messages if int(m["id"]) > asked["after"]][:limit][::-1]
    if "before" in asked:
        messages = [m for m in messages if int(m["id"]) < asked["before"]]
    return messages[-limit:][::-1]
