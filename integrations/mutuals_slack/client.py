"""Slack's Web API as we call it: one client, one session, no hidden repeats, errors already sorted."""

import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Protocol
from urllib.parse import urlsplit

import aiohttp
import structlog
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from mutuals.domain.errors import NotAuthorized, RefusalReason, Refused, TryAgain
from mutuals.ports.clock_offset import Heard, tracing, unheard
from mutuals.ports.outbound import proxy_for
from mutuals_slack.errors import code_of, sorted_error
from mutuals_slack.settings import SlackSettings
from mutuals_slack.simplified import Simplification
from mutuals_slack.text import Json

log = structlog.get_logger(__name__)

SECONDS = 15  # one call, connecting included; Slack's own answers take well under one

# The library's own chatter repeats on every try and can hold message texts; we log what matters ourselves.
QUIET = logging.getLogger("mutuals_slack.library")
QUIET.setLevel(logging.CRITICAL)
QUIET.propagate = False
QUIET.addHandler(logging.NullHandler())


class TokenSource(Protocol):
    """Where the token of an installed workspace comes from."""

    async def current(self) -> str:
        """The token to use now. Raises NotAuthorized when there is none (any more)."""

    async def refused(self, token: str, code: str) -> NotAuthorized | None:
        """Slack did not take this token, with its own code for why. None: there is another one by now, try that."""


class Api:
    """The Web API with the bot token of the settings, or with that of `tokens`. `open` before use, `close` after."""

    def __init__(
        self, settings: SlackSettings, heard: Heard = unheard, tokens: TokenSource | None = None
    ) -> None:
        """`heard` takes the headers of each answer."""
        self._tokens = tokens
        token = settings.bot_token.get_secret_value() if settings.bot_token and not tokens else None
        # The default client repeats a call when the connection drops, and so posts twice.
        self.web = AsyncWebClient(
            token, base_url=settings.api_url, timeout=SECONDS, retry_handlers=[], logger=QUIET
        )
        self.web.proxy = proxy_for(settings.api_url)  # the library itself knows HTTPS_PROXY, and no NO_PROXY
        self._session: aiohttp.ClientSession | None = None
        self._trace = tracing(heard)
        self._plainness = Simplification()

    async def open(self) -> None:
        """Get the session ready; harmless when it is."""
        if self._session is None or self._session.closed:
            timeout = aiohttp.ClientTimeout(total=SECONDS)
            self._session = self.web.session = aiohttp.ClientSession(
                timeout=timeout, trace_configs=[self._trace]
            )

    async def close(self) -> None:
        """Let the connections go."""
        if self._session is not None:
            await self._session.close()

    async def call(
        self, method: str, body: Json | None = None, *, posting: bool = False
    ) -> AsyncSlackResponse:
        """Call a method with a JSON body. Raises our errors; `posting` makes lost answers ambiguous."""
        return await self._authorized(lambda: self.web.api_call(method, json=body or {}), posting=posting)

    async def _authorized(
        self, send: Callable[[], Awaitable[AsyncSlackResponse]], *, posting: bool = False
    ) -> AsyncSlackResponse:
        """Send with the token of this moment; once more where that was not taken and there is another one by now."""
        await self.open()
        for again in (True, False):
            if self._tokens is not None:
                self.web.token = await self._tokens.current()
            try:
                return await send()
            except Exception as error:
                known = sorted_error(error, posting=posting)
                if self._tokens is None or not isinstance(known, NotAuthorized):
                    raise known from error
                refusal = await self._tokens.refused(self.web.token or "", code_of(error))
                if refusal is not None or not again:
                    raise (refusal or known) from error
        raise AssertionError("the second try gives or raises")

    async def show(self, method: str, body: Json, *, posting: bool = False) -> AsyncSlackResponse:
        """Call a method that shows a message: in a plainer form where Slack does not take it as it is."""
        refused: Refused | None = None
        for form in self._plainness.forms(body):
            try:
                answer = await self.call(method, form, posting=posting)
            except Refused as error:
                if error.because is not RefusalReason.CONTENT:
                    raise
                refused = refused or error
                continue
            if refused is not None:
                log.warning("slack.shown_plainer", text_only=not form.get("blocks"), why=str(refused))
            self._plainness.taken(body, form)
            return answer
        assert refused is not None, "there is always one form"
        raise refused

    async def read(self, method: str, **params: str | int) -> AsyncSlackResponse:
        """Call a reading method; Slack takes its arguments as a form. Raises our errors."""
        given = {name: str(value) for name, value in params.items() if value != ""}
        return await self._authorized(lambda: self.web.api_call(method, data=given))

    async def open_socket(self, app_token: str) -> str:
        """The address of a new Socket Mode connection. Raises our errors."""
        await self.open()
        try:
            answer = await self.web.apps_connections_open(app_token=app_token)
        except Exception as error:
            raise sorted_error(error) from error
        return str(answer["url"])

    async def respond(self, response_url: str, body: Json) -> bool:
        """Answer through a response_url (five times within 30 minutes); False when Slack does not take it."""
        if not self._is_slacks(response_url):
            log.warning("slack.response_url_refused")
            return False
        await self.open()
        assert self._session is not None
        try:
            async with self._session.post(
                response_url, json=body, allow_redirects=False, proxy=proxy_for(response_url)
            ) as response:
                said = (await response.text()).strip()
        except (aiohttp.ClientError, TimeoutError, OSError):
            return False
        return response.status == 200 and (said == "ok" or '"ok":true' in said.replace(" ", "") or not said)

    def _is_slacks(self, url: str) -> bool:
        """We call no address but Slack's own, whatever a payload says: hooks.slack.com, or where the API is."""
        try:
            given, api = urlsplit(url), urlsplit(self.web.base_url)
            same = (given.scheme, given.hostname, given.port) == (api.scheme, api.hostname, api.port)
        except ValueError:
            return False
        slacks = given.scheme == "https" and (given.hostname or "").endswith((".slack.com", ".slack-gov.com"))
        return same or (slacks and given.port is None)

    async def post_ephemeral(
        self, user: str, place: str, body: Json, *, response_url: str | None = None, thread: str | None = None
    ) -> bool:
        """Tell one person something in a channel, in a `thread` that goes on there if given; without a channel, in a
        direct message. False when there was no way."""
        if thread:
            with suppress(TryAgain, Refused, NotAuthorized):
                given = {"channel": place, "user": user, "thread_ts": thread, **body}
                await self.show("chat.postEphemeral", given)
                return True
        extra = {"response_type": "ephemeral", "replace_original": False}
        if response_url and await self.respond(response_url, {**body, **extra}):
            return True
        try:
            if place:
                await self.show("chat.postEphemeral", {"channel": place, "user": user, **body})
            else:
                await self.show("chat.postMessage", {"channel": user, **body}, posting=True)
        except (TryAgain, Refused, NotAuthorized):
            return False
        return True
