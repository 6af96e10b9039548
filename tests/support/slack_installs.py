"""A Slack in which workspaces install the app by themselves: two workspaces, a database, and our chat with its pages."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import aiohttp
from aiohttp import web
from pydantic import SecretStr
from yarl import URL

from mutuals.cards.markup import EphemeralReply
from mutuals.ports.integration import ChatKit
from mutuals.service.bootstrap import SystemClock
from mutuals.storage.secrets.keyring import KeyRing, open_box
from mutuals.storage.secrets.vault import EncryptedSecretVault
from mutuals.storage.store import SqlStore
from mutuals.testing.interactions import RecordingInteractions
from mutuals.testing.key_values import MemoryKeyValueStore
from mutuals_sandbox.faults import Faults
from mutuals_sandbox.recorder import Recorder
from mutuals_sandbox.slack import SlackServer
from mutuals_sandbox.slack.server import Team
from mutuals_slack.chat import SlackChat
from mutuals_slack.settings import SlackSettings
from tests.support.cards import reply_form

BOT, APP, SECRET = "xoxb-test", "xapp-test", "signing-secret"
KEY = "a key for the tests that is long enough"


def box(*keys: str) -> KeyRing:
    """The keys of the settings."""
    return open_box(SecretStr(",".join(keys or (KEY,))), "postgresql+psycopg://nowhere")


class Installs:
    """Two workspaces, in which nobody has installed anything yet, and our chat."""

    def __init__(self, server: SlackServer, store: SqlStore, port: int) -> None:
        self.server, self.store = server, store
        self.address = f"http://127.0.0.1:{port}"
        server.installs.app.redirect_urls = {f"{self.address}/slack/oauth_redirect"}
        server.subscribed.update({"app_uninstalled", "tokens_revoked", "app_home_opened"})
        self.acme, self.beta = server.add_workspace("Acme"), server.add_workspace("Beta & <Co>")
        self.ana, self.ben = self.acme.add_user("ana"), self.beta.add_user("ben")
        self.care, self.desk = self.acme.add_channel("care"), self.beta.add_channel("care")
        self.interactions = RecordingInteractions(reply_form)
        self.interactions.answer_with("command", EphemeralReply((("Nothing waits.",),)))
        self.closed: list[tuple[str, str]] = []
        self.opened = 0
        self.box = box()
        self.locks: dict[str, asyncio.Lock] = {}
        self.browser = aiohttp.ClientSession(
            cookie_jar=aiohttp.CookieJar(unsafe=True, treat_as_secure_origin=[URL(self.address)])
        )

    def settings(self, **changes: Any) -> SlackSettings:
        given: dict[str, Any] = {
            "api_url": self.server.api_url,
            "app_token": APP,
            "client_id": self.server.installs.app.client_id,
            "client_secret": self.server.installs.app.client_secret,
            "redirect_url": f"{self.address}/slack/oauth_redirect",
        }
        return SlackSettings(**(given | changes))

    def kit(self) -> ChatKit:
        async def told(workspace: str, sentence: str) -> None:
            self.closed.append((workspace, sentence))

        async def opened() -> None:
            self.opened += 1

        return ChatKit(
            MemoryKeyValueStore(),
            SystemClock(),
            vault=EncryptedSecretVault(self.store, self.box, scope="chat/slack/"),
            engine=self.store.engine,
            lock=lambda name: self.locks.setdefault(name, asyncio.Lock()),
            closed=told,
            opened=opened,
        )

    def chat(self, **changes: Any) -> SlackChat:
        """A chat of ours, as another process would have it."""
        return SlackChat(self.settings(**changes), self.interactions, self.kit())

    # --- what people do in their browsers ---

    async def begin(self) -> str:
        """Open the page and follow its button; gives the address of Slack's question."""
        async with self.browser.get(f"{self.address}/slack/install") as page:
            shown = await page.text()
        assert page.status == 200, shown
        return shown.split('class="go" href="')[1].split('"')[0].replace("&amp;", "&")

    async def land(self, url: str, **options: Any) -> tuple[int, str]:
        """Go where Slack sends the browser."""
        async with self.browser.get(url, **options) as page:
            return page.status, await page.text()

    async def install(self, team: Team, user: str, *, org_wide: bool = False) -> tuple[int, str]:
        """The whole way, as somebody walks it."""
        query = dict(parse_qsl(urlsplit(await self.begin()).query))
        return await self.land(self.server.installs.allow(query, team.service, user, org_wide=org_wide))

    def token_of(self, team: Team) -> str:
        """The one token that works in a workspace."""
        [token] = self.server.tokens.live(team.service)
        return token

    def posted(self, team: Team, viewer: str, channel: str) -> list[dict[str, Any]]:
        """What a person sees in a channel."""
        shown = team.snapshot(viewer)["channels"]
        return list(next(one for one in shown if one["id"] == channel)["messages"])


@asynccontextmanager
async def open_installs(store: SqlStore, **changes: Any) -> AsyncIterator[tuple[Installs, SlackChat]]:
    """The stage and our chat on it, listening."""
    server = SlackServer(
        bot_token=BOT, app_token=APP, signing_secret=SECRET, faults=Faults(), recorder=Recorder(None),
        per_channel_per_second=0,
    )  # fmt: skip
    await server.start()
    listening = socket.create_server(("127.0.0.1", 0))
    stage = Installs(server, store, listening.getsockname()[1])
    chat = stage.chat(**changes)
    app = web.Application()
    chat.mount(app)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.SockSite(runner, listening).start()
    await chat.start()
    try:
        yield stage, chat
    finally:
        await chat.stop()
        await stage.browser.close()
        await runner.cleanup()
        await server.stop()
