"""A Slack on loopback, and the real slack_bolt and slack_sdk pointed at it."""

import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from mutuals_sandbox.faults import Faults
from mutuals_sandbox.recorder import Recorder
from mutuals_sandbox.slack import SlackServer
from tests.support.waiting import until

BOT_TOKEN, APP_TOKEN, SECRET = "xoxb-1-sandbox", "xapp-1-sandbox", "shh"


class Clock:
    """Time that can be put forward."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def __call__(self) -> float:
        return time.time() + self.ahead


class Bolt:
    """Apps of slack_bolt over Socket Mode, closed at the end of the test."""

    def __init__(self, server: SlackServer) -> None:
        self.server = server
        self.handlers: list[AsyncSocketModeHandler] = []
        self.app = self.new_app()

    def new_app(self) -> AsyncApp:
        client = AsyncWebClient(BOT_TOKEN, base_url=self.server.api_url)
        return AsyncApp(client=client, signing_secret=SECRET)

    async def connect(self, app: AsyncApp | None = None, ping_interval: float = 10) -> AsyncSocketModeHandler:
        handler = AsyncSocketModeHandler(app or self.app, APP_TOKEN, ping_interval=ping_interval)
        self.handlers.append(handler)
        before = self.server.connections
        await handler.connect_async()
        await until(lambda: self.server.connections > before)
        return handler


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def faults() -> Faults:
    return Faults()


@pytest.fixture
async def slack(clock: Clock, faults: Faults, tmp_path: Path) -> AsyncIterator[SlackServer]:
    server = SlackServer(
        bot_token=BOT_TOKEN,
        app_token=APP_TOKEN,
        signing_secret=SECRET,
        faults=faults,
        recorder=Recorder(tmp_path / "record"),
        clock=clock,
    )
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
def ana(slack: SlackServer) -> str:
    return slack.add_user("ana", real_name="Ana Álvarez")


@pytest.fixture
def channel(slack: SlackServer) -> str:
    return slack.add_channel("alerts")


@pytest.fixture
async def web(slack: SlackServer) -> AsyncWebClient:
    return AsyncWebClient(BOT_TOKEN, base_url=slack.api_url, retry_handlers=[])


@pytest.fixture
async def bolt(slack: SlackServer) -> AsyncIterator[Bolt]:
    apps = Bolt(slack)
    yield apps
    for handler in apps.handlers:
        await handler.close_async()
