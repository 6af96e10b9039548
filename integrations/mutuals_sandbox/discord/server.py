"""The sandbox's Discord as one object: start it, furnish its guild, act as its people."""

import hmac
import time
from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

from aiohttp import web

from mutuals_sandbox.dates import dated
from mutuals_sandbox.faults import Faults
from mutuals_sandbox.recorder import Recorder

from . import permissions as p
from .commands import Commands
from .errors import Json
from .gateway import Gateway
from .guild import FORUM, GUILDS, Guild
from .interactions import Interactions
from .limits import Limits
from .messages import Messages
from .objects import channel_json, role_json
from .people import Answer, People
from .rest import PREFIX, GuildEndpoints, api
from .rest_commands import CommandEndpoints
from .rest_interactions import InteractionEndpoints
from .rest_messages import MessageEndpoints

AUTHENTICATION_FAILED = 4004


class DiscordServer:
    """Discord's REST API v10 and gateway on loopback, with one guild.

    `clock` gives seconds since 1970 for ids, timestamps, the memory of nonces and the fifteen minutes of
    a follow-up token; `seconds` those of the rate limits. The three seconds of a first answer are real.
    """

    def __init__(
        self,
        *,
        bot_token: str,
        faults: Faults,
        recorder: Recorder,
        name: str = "Sandbox server",
        clock: Callable[[], float] = time.time,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._token: str | None = bot_token
        self._faults = faults
        self._recorder = recorder
        self.limits = Limits(seconds)
        self.date_ahead = timedelta(0)  # of its clock to this machine's, as `Date` tells
        self._guild = Guild(clock)
        self._guild.name = name
        self._messages = Messages(self._guild)
        self._interactions = Interactions(self._guild, self._messages)
        self._commands = Commands(self._guild)
        self._runner: web.AppRunner | None = None
        self._origin = ""
        self.gateway = Gateway(self._guild, self._token_is_good)
        self.people = People(self._guild, self._messages, self._interactions, self._commands, self.gateway)

    async def start(self, port: int = 0) -> None:
        """Listen on 127.0.0.1; port 0 takes a free one."""
        app = web.Application()
        dated(app, lambda: self.date_ahead)
        app.router.add_get("/gateway", self.gateway.handle)
        app.router.add_get("/gateway/", self.gateway.handle)
        app.router.add_get("/attachments/{path:.+}", self._attachment)
        app.add_subapp(PREFIX, self._api())
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        address = self._runner.addresses[0]
        self._origin = f"127.0.0.1:{address[1]}"
        self.gateway.url = self.gateway_url
        self._messages.files_url = f"http://{self._origin}/attachments"

    async def stop(self) -> None:
        """Close every socket and stop listening."""
        self.gateway.drop(resumable=False)
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def _api(self) -> web.Application:
        return api(
            [
                *GuildEndpoints(self._guild, lambda: self.gateway_url).routes(),
                *MessageEndpoints(self._guild, self._messages).routes(),
                *CommandEndpoints(self._guild, self._commands).routes(),
                *InteractionEndpoints(self._interactions).routes(),
            ],
            token_is_good=self._token_is_good,
            faults=self._faults,
            recorder=self._recorder,
            limits=self.limits,
        )

    def _token_is_good(self, token: Any) -> bool:
        return self._token is not None and hmac.compare_digest(str(token).encode(), self._token.encode())

    async def _attachment(self, request: web.Request) -> web.Response:
        file = self._messages.files.get(request.match_info["path"])
        if file is None:
            raise web.HTTPNotFound
        headers = {"Content-Type": file.content_type, "X-Content-Type-Options": "nosniff"}
        return web.Response(body=file.content, headers=headers)

    @property
    def api_url(self) -> str:
        """The base of the REST API."""
        return f"http://{self._origin}{PREFIX}"

    @property
    def gateway_url(self) -> str:
        """The address of the gateway."""
        return f"ws://{self._origin}/gateway"

    @property
    def guild_id(self) -> str:
        """The id of the one guild."""
        return self._guild.id

    @property
    def bot_id(self) -> str:
        """The bot's user id, which is also its application's."""
        return self._guild.bot.id

    @property
    def sessions(self) -> int:
        """How many gateway sessions are connected now."""
        return self.gateway.connected

    def invite_bot(self, *, inside: bool = True) -> None:
        """Let the bot into the server, or take it out; REST only, so before it connects."""
        self._guild.bot_is_in = inside

    def set_application(self, **fields: Any) -> None:
        """What the owner has set in the developer portal, by Discord's names."""
        self._guild.application = fields

    def add_role(self, name: str, permissions: int = 0) -> str:
        """Make a role with these permission bits; its id."""
        role = self._guild.add_role(name, permissions)
        created = {"guild_id": self._guild.id, "role": role_json(role)}
        self._guild.emit("GUILD_ROLE_CREATE", created, GUILDS, None)
        self._guild.changed()
        return role.id

    def add_member(self, name: str, *, role_ids: Iterable[str] = (), owner: bool = False) -> str:
        """Let a person in, as the owner if asked; the user id."""
        member = self._guild.add_member(name, tuple(role_ids))
        if owner:
            self._guild.hand_over(member)
        self._guild.changed()
        return member.id

    def add_channel(self, name: str, *, bot_may_post: bool = True, bot_may_view: bool = True) -> str:
        """Open a text channel; the bot may be kept from posting (50013) or from seeing it (50001)."""
        deny = (0 if bot_may_post else p.SEND_MESSAGES) | (0 if bot_may_view else p.VIEW_CHANNEL)
        overwrites = [p.Overwrite(self._guild.bot.id, 1, deny=deny)] if deny else []
        channel = self._guild.add_channel(name, overwrites)
        self._guild.emit("CHANNEL_CREATE", channel_json(self._guild, channel), GUILDS, channel.id)
        self._guild.changed()
        return channel.id

    def add_forum(self, name: str, *, bot_may_add_tags: bool = True) -> str:
        """Open a forum; its tags are the bot's to add only if it may manage the channel."""
        allow = p.MANAGE_CHANNELS if bot_may_add_tags else 0
        forum = self._guild.add_channel(name, [p.Overwrite(self._guild.bot.id, 1, allow=allow)], FORUM)
        self._guild.emit("CHANNEL_CREATE", channel_json(self._guild, forum), GUILDS, forum.id)
        self._guild.changed()
        return forum.id

    def posts(self, forum_id: str) -> list[tuple[str, str, set[str]]]:
        """The posts of a forum: id, name and tags."""
        names = {one["id"]: one["name"] for one in self._guild.channel(forum_id).tags}
        return [(one.id, one.name, {names[tag] for tag in one.applied})
                for one in self._guild.channels.values() if one.parent_id == forum_id]  # fmt: skip

    def let_bot(self, channel_id: str, *, post: bool = True, view: bool = True, threads: bool = True) -> None:
        """Change what the bot may do in a channel. It hears of a channel that it can see."""
        channel = self._guild.channel(channel_id)
        deny = (0 if post else p.SEND_MESSAGES) | (0 if view else p.VIEW_CHANNEL)
        deny |= 0 if threads else p.CREATE_PUBLIC_THREADS
        others = [one for one in channel.overwrites if one.target_id != self._guild.bot.id]
        channel.overwrites = [*others, p.Overwrite(self._guild.bot.id, 1, deny=deny)]
        self._guild.emit("CHANNEL_UPDATE", channel_json(self._guild, channel), GUILDS, channel.id)
        self._guild.changed()

    def change_role(self, role_id: str, permissions: int) -> None:
        """Give a role these permission bits; the server's own id is the role of everyone."""
        role = self._guild.roles[role_id]
        role.permissions = permissions
        changed = {"guild_id": self._guild.id, "role": role_json(role)}
        self._guild.emit("GUILD_ROLE_UPDATE", changed, GUILDS, None)
        self._guild.changed()

    def remove_channel(self, channel_id: str) -> None:
        """Delete a channel, with its messages and threads."""
        gone = channel_json(self._guild, self._guild.channel(channel_id))
        self._guild.emit("CHANNEL_DELETE", gone, GUILDS, channel_id)
        doomed = [c.id for c in self._guild.channels.values() if channel_id in (c.id, c.parent_id)]
        for key in doomed:
            del self._guild.channels[key]
        self._guild.changed()

    async def revoke(self) -> None:
        """Reset the bot's token: 401 from now on, and every socket is closed with 4004."""
        self._token = None
        await self.gateway.close(AUTHENTICATION_FAILED, "Authentication failed.")

    def drop_sockets(self, *, resumable: bool = True) -> None:
        """Cut the gateway's connections; with resumable=False a RESUME is refused (op 9)."""
        self.gateway.drop(resumable=resumable)

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Have `callback` called after every visible change; the result unsubscribes it."""
        self._guild.watchers.append(callback)
        return lambda: self._guild.watchers.remove(callback)

    def snapshot(self, viewer: str) -> Json:
        """All that this person sees now: see People.snapshot."""
        return self.people.snapshot(viewer)

    def messages(self, channel: str, viewer: str | None = None) -> list[Json]:
        """The messages of one channel that everyone sees, and those that only `viewer` sees, oldest first."""
        found = self._guild.channel(channel).messages.values()
        return [one.data for one in found if one.ephemeral_for in (None, viewer)]

    def threads(self, channel: str) -> list[str]:
        """The ids of the threads below a channel."""
        return [one.id for one in self._guild.channels.values() if one.parent_id == channel]

    def form(self, user: str) -> Json | None:
        """The form that is open in front of a person."""
        opened = self._interactions.modals.get(user)
        return opened[0] if opened else None

    async def press(
        self, user: str, message_id: str, custom_id: str, values: Iterable[str] | None = None
    ) -> Answer:
        """Press a button or choose in a select menu."""
        return await self.people.press(user, message_id, custom_id, values)

    async def submit_modal(self, user: str, values: Json) -> Answer:
        """Send the open form with these values, by custom_id."""
        return await self.people.submit_modal(user, values)

    def close_modal(self, user: str) -> None:
        """Close the open form without sending it."""
        self.people.close_modal(user)

    async def slash(
        self,
        user: str,
        channel: str,
        name: str,
        options: Json | None = None,
        subcommand: str | None = None,
    ) -> Answer:
        """Type a slash command."""
        return await self.people.slash(user, channel, name, options, subcommand)

    async def autocomplete(
        self,
        user: str,
        channel: str,
        name: str,
        option: str,
        text: str,
        options: Json | None = None,
        subcommand: str | None = None,
    ) -> list[Json]:
        """Type into an option that suggests; the choices the bot offers."""
        return await self.people.autocomplete(user, channel, name, option, text, options, subcommand)

    def say(self, user: str, channel: str, content: str) -> str:
        """Write a message as a person; its id."""
        return self.people.say(user, channel, content)

    def delete_message(self, user: str, message_id: str) -> None:
        """Delete a message as a person."""
        self.people.delete(user, message_id)

    def dismiss(self, user: str, message_id: str) -> None:
        """Dismiss an ephemeral message."""
        self.people.dismiss(user, message_id)
