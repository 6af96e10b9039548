"""The way back of clicks: Bolt behind a socket (or behind our HTTP address), and an eye on it."""

import asyncio
import contextlib
import logging
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from aiohttp import web
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from mutuals.domain.errors import MutualsError, TryAgain
from mutuals.ports.integration import ChatKit
from mutuals.ports.outbound import proxy_for
from mutuals_slack import inbound
from mutuals_slack.client import QUIET, SECONDS, Api
from mutuals_slack.listeners import InteractionListener, register
from mutuals_slack.manifest import UNINSTALLED
from mutuals_slack.payloads import fingerprint, sound
from mutuals_slack.settings import SlackSettings
from mutuals_slack.text import Json, part
from mutuals_slack.workspaces import Workspaces

PATH = "/slack/events"
GREETING_SECONDS = 2.0  # Slack says hello at once
PING_SECONDS = 10.0  # the library's own ping; four missed ones and it reconnects
MAX_SEEN = 2000
SILENT = (
    "Nothing comes from Slack, so pressing a button there does nothing. Alerts are still posted where Slack takes them. "
    "Mutuals connects again by itself and says here when it works. If it lasts: https://slack-status.com tells whether "
    "Slack has trouble, and mutuals doctor what is wrong here."
)

log = structlog.get_logger(__name__)


async def _authorize(team_id: str | None = None, enterprise_id: str | None = None) -> AuthorizeResult:
    """There is one installation, and what is allowed is decided by who clicked."""
    return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, bot_token="-")  # noqa: S106


class _Errors(logging.Handler):
    """Bolt's errors in our log: what kind and where, without the payload's texts."""

    def emit(self, record: logging.LogRecord) -> None:
        kind = record.exc_info[0] if record.exc_info else None
        log.error("slack.library_failed", where=record.funcName, kind=kind.__name__ if kind else None)


BOLT = logging.getLogger("mutuals_slack.bolt")
BOLT.setLevel(logging.ERROR)
BOLT.propagate = False
BOLT.addHandler(_Errors())


class _App(AsyncApp):
    """Bolt looks into a body before it asks its middleware, and trusts its shape: so we look first."""

    async def async_dispatch(self, req: AsyncBoltRequest) -> BoltResponse:
        """See AsyncApp. 400 for what Slack would not send."""
        if not sound(req.body):
            log.warning("slack.payload_unreadable")
            return BoltResponse(status=400, body="")
        return await super().async_dispatch(req)


class Seen:
    """Which interactions this process has taken: Slack delivers again what it believes lost. What other
    processes have taken, the listeners ask before they act."""

    def __init__(self) -> None:
        self._keys: OrderedDict[str, None] = OrderedDict()

    def before(self, body: Json) -> bool:
        """Whether this very payload came before; remembers it. A redelivery is the same to the letter."""
        key = fingerprint(body)
        if key in self._keys:
            return True
        self._keys[key] = None
        while len(self._keys) > MAX_SEEN:
            self._keys.popitem(last=False)
        return False


class SlackConnection:
    """Listens while started. `eye_seconds` is how often the watchdog looks."""

    eye_seconds = 60.0  # silent sockets were found only by asking Slack (bolt-python #1529)

    def __init__(self, settings: SlackSettings, workspaces: Workspaces, kit: ChatKit) -> None:
        self._settings = settings
        self._kit = kit
        self._workspaces = workspaces
        # The socket belongs to the app, and is opened without any workspace's token.
        self._api = workspaces.main.api if workspaces.main else Api(settings, kit.heard)
        self._seen = Seen()
        self._handler: AsyncSocketModeHandler | None = None
        self._eye: asyncio.Task[None] | None = None
        self._cleaning: set[asyncio.Task[None]] = set()
        self._lost = False
        self._greeted: object = None  # the session on which Slack has said something
        self.last_heard: float | None = None
        self.started = False
        self._app = self._bolt()

    def _bolt(self) -> AsyncApp:
        secret = self._settings.signing_secret
        # A client without a token: Bolt copies it for every request, and asks Slack nothing before the ack.
        bare = AsyncWebClient(
            base_url=self._settings.api_url, timeout=SECONDS, retry_handlers=[], logger=QUIET
        )
        bare.proxy = self._api.web.proxy
        app = _App(
            logger=BOLT,
            # Bolt configures the logger of this name by `logger`: never a name under which others log. Without any it
            # reads the source of every caller, only to find the name of a file.
            name=BOLT.name,
            client=bare,
            authorize=_authorize,
            signing_secret=secret.get_secret_value() if secret else "",
            raise_error_for_unhandled_request=False,
        )
        app.middleware(self._hear)
        register(app, self._choose)
        for event in UNINSTALLED:
            app.event(event)(self._on_uninstalled)
        return app

    async def _choose(self, body: Json, team: str | None) -> InteractionListener | None:
        """Who hears what was done in this workspace."""
        try:
            found = await self._workspaces.of_team(team)
        except MutualsError as error:  # the database or Slack does not answer
            log.warning("slack.workspace_not_found", workspace=team, why=str(error))
            return None
        if found is None:
            log.warning("slack.workspace_unknown", workspace=team, kind=body.get("type"))
        return found.listener if found else None

    async def _on_uninstalled(self, ack: AsyncAck, body: Json, context: AsyncBoltContext) -> None:
        """The app was taken out of a workspace, or its token was revoked there."""
        await ack()
        revoked = part(part(body, "event"), "tokens").get("bot")
        if part(body, "event").get("type") == "tokens_revoked" and not revoked:
            return  # only people's own tokens, and we have none
        task = asyncio.create_task(self._workspaces.uninstalled(context.team_id))
        self._cleaning.add(task)
        task.add_done_callback(self._cleaning.discard)

    async def _hear(self, body: Json, next_: Callable[[], Awaitable[None]]) -> BoltResponse | None:
        self.last_heard = time.monotonic()
        if self._seen.before(body):
            log.info("slack.redelivery_ignored", kind=body.get("type"))
            return BoltResponse(status=200, body="")
        await next_()
        return None

    async def start(self) -> None:
        """Open the socket (in HTTP mode there is nothing to open) and watch it. Raises our errors."""
        self.started = True
        token = self._settings.app_token
        if token is not None:
            address = await self._api.open_socket(token.get_secret_value())
            self._handler = self._socket(token.get_secret_value(), address)
            self._handler.client.wss_uri = address
            await self._connect(self._handler)
        self._eye = asyncio.create_task(self._watch())

    def _socket(self, app_token: str, address: str) -> AsyncSocketModeHandler:
        handler = AsyncSocketModeHandler(
            self._app, app_token, logger=QUIET, web_client=self._api.web, ping_interval=PING_SECONDS
        )
        handler.client.proxy = proxy_for(address)
        handler.client.on_message_listeners.append(self._on_frame)
        return handler

    async def _connect(self, handler: AsyncSocketModeHandler) -> None:
        """Connect; by itself the library would try the same used-up address for ever."""
        try:
            await asyncio.wait_for(handler.client.connect(), SECONDS)  # type: ignore[no-untyped-call]
        except TimeoutError as error:
            await self.stop()
            raise TryAgain("The socket to Slack did not open. Mutuals tries again.") from error

    async def _on_frame(self, _frame: Any) -> None:
        self.last_heard = time.monotonic()
        if self._handler is not None:
            self._greeted = self._handler.client.current_session

    async def stop(self) -> None:
        """Close the socket, finish what is under way for a moment, and stop watching."""
        self.started = False
        if self._eye is not None:
            self._eye.cancel()
            await asyncio.gather(self._eye, return_exceptions=True)
        if self._handler is not None:
            client = self._handler.client
            tasks = [client.message_processor, client.current_session_monitor, client.message_receiver]
            await client.close()  # type: ignore[no-untyped-call]
            await asyncio.gather(*(task for task in tasks if task is not None), return_exceptions=True)
            self._handler = None
        await asyncio.gather(*self._cleaning, return_exceptions=True)
        await self._api.close()

    async def listening(self) -> bool:
        """Whether a click would reach us now. Slack greets each session; one that keeps silent brings no clicks."""
        if self._handler is not None:
            limit = time.monotonic() + GREETING_SECONDS
            while await self._handler.client.is_connected():
                if self._greeted is self._handler.client.current_session:
                    return True
                if time.monotonic() > limit:
                    return False
                await asyncio.sleep(0.02)
            return False
        return self.started and self._settings.over_http

    def mount(self, app: web.Application) -> None:
        """Take Slack's signed requests, and no others."""
        app.router.add_post(PATH, self._request)

    async def _request(self, request: web.Request) -> web.Response:
        secret = self._settings.signing_secret
        return await inbound.answer(
            request, secret.get_secret_value() if secret else "", self._app.async_dispatch
        )

    async def _watch(self) -> None:
        """Ask Slack now and then; log once when it goes and once when it is back, and tell the team from the second
        look on, so that a short interruption is nobody's worry."""
        while True:
            await asyncio.sleep(self.eye_seconds)
            trouble = await self._trouble()
            if trouble and not self._lost:
                quiet = time.monotonic() - self.last_heard if self.last_heard else None
                log.error("slack.connection_lost", why=trouble, quiet_seconds=quiet and round(quiet))
            elif self._lost and not trouble:
                log.info("slack.connection_restored")
                self._lost = not await self._tell(self._kit.back())
                continue
            elif trouble:
                await self._tell(self._kit.lost(trouble))
                if self._handler is not None:
                    with contextlib.suppress(Exception):  # the next look says whether it helped
                        await asyncio.wait_for(self._handler.client.connect_to_new_endpoint(force=True), 10)
            self._lost = bool(trouble)

    async def _tell(self, telling: Awaitable[None]) -> bool:
        """The watch goes on, whatever becomes of what it tells; what could not be told is told at the next look."""
        try:
            await telling
        except MutualsError as error:
            log.warning("slack.trouble_not_told", why=str(error))
            return False
        return True

    async def _trouble(self) -> str:
        """What is wrong with the line to Slack, in a sentence; "" when nothing is."""
        try:
            await self._api.read("auth.test" if self._workspaces.main else "api.test")
        except MutualsError as error:
            return str(error)
        return "" if await self.listening() else SILENT
