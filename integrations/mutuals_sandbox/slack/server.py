"""Slack on loopback: one app, one workspace or more, the real wire."""

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any, cast

from aiohttp import web
from aiohttp.typedefs import Middleware

from mutuals_sandbox.dates import dated
from mutuals_sandbox.faults import Faults
from mutuals_sandbox.recorder import Recorder
from mutuals_sandbox.slack.delivery import Delivery
from mutuals_sandbox.slack.installs import App, Installs
from mutuals_sandbox.slack.limits import Limits
from mutuals_sandbox.slack.people import People
from mutuals_sandbox.slack.service import Service
from mutuals_sandbox.slack.snapshot import snapshot
from mutuals_sandbox.slack.sockets import Ack, Sockets
from mutuals_sandbox.slack.tokens import Token, Tokens
from mutuals_sandbox.slack.web import WebApi, planned_error, planned_limit
from mutuals_sandbox.slack.workspace import User, UserGroup, Workspace, new_id

MAX_BODY = 16 * 1024 * 1024  # bytes; uploads are the largest


class Residents(People):
    """A workspace to be furnished."""

    def add_user(
        self,
        name: str,
        *,
        real_name: str | None = None,
        guest: bool = False,
        ultra: bool = False,
        bot: bool = False,
        deleted: bool = False,
        stranger: bool = False,
        tz: str = "Europe/Berlin",
        admin: bool = False,
    ) -> str:
        """A person in the workspace (`stranger`: from another one, by a shared channel); returns the id."""
        user = User(
            new_id("U"), name, real_name or name.title(), guest, ultra, bot, deleted, stranger, tz, admin
        )
        return self.space.add_user(user)

    def add_channel(self, name: str, *, bot_member: bool = True, archived: bool = False) -> str:
        """A public channel with everyone in it; returns the id."""
        return self.space.add_channel(name, bot_member=bot_member, archived=archived).id

    def add_usergroup(self, handle: str, users: list[str]) -> str:
        """A user group; returns the id."""
        group = UserGroup(new_id("S"), handle, list(users), int(self.space.clock()))
        self.space.groups[group.id] = group
        return group.id

    async def take_out(self, tokens: Tokens, service: Service) -> None:
        """An admin removes the app: its tokens die, and Slack tells it so by both of its events."""
        bots = [service.space.bot_user]
        tokens.end(service)
        await self.send_event({"type": "tokens_revoked", "tokens": {"oauth": [], "bot": bots}})
        await self.send_event({"type": "app_uninstalled"})


class Team(Residents):
    """A further workspace of a SlackServer."""

    def __init__(self, space: Workspace, service: Service, server: "SlackServer") -> None:
        self.space, self.service = space, service
        self._server = server
        self.delivery, self.origin, self.subscribed = server.delivery, server.origin, server.subscribed

    @property
    def team_id(self) -> str:
        """Its id."""
        return self.space.team_id

    def snapshot(self, viewer: str) -> dict[str, Any]:
        """What this person sees, as JSON."""
        return snapshot(self.space, viewer)

    async def uninstall(self) -> None:
        """Take the app out."""
        await self.take_out(self._server.tokens, self.service)


class SlackServer(Residents):
    """A Slack workspace that apps reach by `api_url` alone, and people by the methods of `People`.

    `per_channel_per_second` is the rate of chat.postMessage in one channel (bursts of three; 0 for no
    limit); `clock` gives seconds since 1970 and decides about timestamps, triggers and limits.
    """

    def __init__(
        self,
        *,
        bot_token: str,
        app_token: str,
        signing_secret: str,
        faults: Faults,
        recorder: Recorder,
        per_channel_per_second: float = 1.0,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.date_ahead = timedelta(0)  # of its clock to this machine's, as `Date` tells
        self._subscribers: list[Callable[[], None]] = []
        self.space = Workspace(clock, self._changed)
        self._sockets = Sockets(self.space.app_id)
        self._rate = per_channel_per_second
        self.limits = Limits(per_channel_per_second, clock)
        self._service = Service(self.space, self.limits, self._sockets)
        self.tokens = Tokens(clock)
        self.tokens.add(bot_token, Token(self._service))
        self.tokens.add(app_token, Token(self._service, bot=False))
        self.installs = Installs(App(), self.tokens)
        self.installs.workspaces.append(self._service)
        self.others: list[Team] = []
        self._web = WebApi(self._service, recorder, self.tokens, self.installs)
        self.delivery = Delivery(self._sockets, signing_secret, recorder)
        self.origin = ""
        self.subscribed: set[str] = set()
        self._faults = faults
        self._runner: web.AppRunner | None = None

    @property
    def api_url(self) -> str:
        """The base URL for clients, with /api/ at its end."""
        return f"{self.origin}/api/"

    @property
    def team_id(self) -> str:
        """The id of the workspace."""
        return self.space.team_id

    @property
    def bot_user_id(self) -> str:
        """The id of the app's bot as a user."""
        return self.space.bot_user

    @property
    def connections(self) -> int:
        """How many sockets are open."""
        return len(self._sockets.open)

    @property
    def acks(self) -> list[Ack]:
        """Every acknowledgement so far, late ones too."""
        return self._sockets.acks

    async def start(self, port: int = 0) -> None:
        """Listen on 127.0.0.1; port 0 takes a free one."""
        middleware = cast("Middleware", self._faults.middleware(planned_limit, planned_error))
        app = web.Application(middlewares=[middleware], client_max_size=MAX_BODY)
        app.add_routes(self._web.routes())
        dated(app, lambda: self.date_ahead)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port).start()
        self.origin = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        for one in self.installs.workspaces:
            one.origin = self.origin
        for team in self.others:
            team.origin = self.origin
        self.delivery.start()

    async def stop(self) -> None:
        """Close every socket and stop listening."""
        await self._sockets.stop()
        await self.delivery.stop()
        if self._runner is not None:
            await self._runner.cleanup()

    def revoke(self, token: str) -> None:
        """From now on calls with this token are refused with token_revoked."""
        self.tokens.revoked.add(token)

    def add_workspace(self, name: str) -> "Team":
        """Another workspace, in which nobody has installed the app yet."""
        space = Workspace(self.space.clock, self._changed)
        space.app_id, space.team_name, space.domain = self.space.app_id, name, name.lower().replace(" ", "-")
        service = Service(space, Limits(self._rate, self.space.clock), self._sockets, self.origin)
        self.installs.workspaces.append(service)
        team = Team(space, service, self)
        self.others.append(team)
        return team

    def deliver_to(self, url: str | None) -> None:
        """HTTP mode: send what people do as signed requests to `url`; None goes back to the sockets."""
        self.delivery.url = url

    def subscribe(self, callback: Callable[[], None]) -> None:
        """Call `callback` after every visible change."""
        self._subscribers.append(callback)

    def snapshot(self, viewer: str) -> dict[str, Any]:
        """What this person sees, as JSON."""
        return snapshot(self.space, viewer)

    def drop_sockets(self) -> None:
        """Cut every socket, as a broken network does."""
        self._sockets.drop()

    def mute_sockets(self, muted: bool = True) -> None:
        """From now on sockets stay open and bring nothing, old ones and new ones alike."""
        self._sockets.muted = muted

    async def refresh_sockets(self) -> None:
        """Ask the app to reconnect, as Slack does every few hours."""
        await self._sockets.refresh()

    def _changed(self) -> None:
        for callback in self._subscribers:
            callback()
