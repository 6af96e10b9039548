"""A small world, a server on loopback, and the real tweepy pointed at it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest
import tweepy.asynchronous
from multidict import CIMultiDictProxy
from yarl import URL

from mutuals_sandbox.faults import Faults
from mutuals_sandbox.recorder import Recorder
from mutuals_sandbox.world import Post, User, World
from mutuals_sandbox.x import XServer
from mutuals_sandbox.x.tokens import ALL_SCOPES

ApiAnswer = tuple[int, Any, CIMultiDictProxy[str]]  # status, body, headers


@dataclass
class Clock:
    """A clock that a test moves by hand."""

    now: datetime = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **span: float) -> None:
        self.now += timedelta(**span)


@dataclass
class Stage:
    """Everything a test needs to act on the sandbox's X."""

    clock: Clock
    world: World
    brand: User
    ana: User
    ben: User
    server: XServer
    faults: Faults
    session: aiohttp.ClientSession
    access: str = ""
    refresh: str = ""
    sessions: list[aiohttp.ClientSession] = field(default_factory=list)

    def headers(self, token: str | None = None) -> dict[str, str]:
        return {"Authorization": f"Bearer {token or self.access}"}

    async def call(
        self, method: str, path: str, *, token: str | None = None, kind: str = "", **kwargs: Any
    ) -> ApiAnswer:
        """Status, body, headers of one API request."""
        url, headers = self.server.api_url + path, self.headers(token)
        if kind:
            headers["Content-Type"] = kind
        async with self.session.request(method, url, headers=headers, **kwargs) as answer:
            body = await answer.json(content_type=None) if await answer.read() else None
            return answer.status, body, answer.headers

    def tweepy(self, token: str | None = None, **options: Any) -> tweepy.asynchronous.AsyncClient:
        base = URL(self.server.api_url)

        async def to_sandbox(
            request: aiohttp.ClientRequest,
            handler: Callable[[aiohttp.ClientRequest], Awaitable[aiohttp.ClientResponse]],
        ) -> aiohttp.ClientResponse:
            if request.url.host == "api.twitter.com":
                request.url = request.url.with_scheme("http").with_host("127.0.0.1").with_port(base.port)
                request.headers["Host"] = f"127.0.0.1:{base.port}"
            return await handler(request)

        client = tweepy.asynchronous.AsyncClient(token or self.access, **options)
        client.session = aiohttp.ClientSession(middlewares=(to_sandbox,))
        self.sessions.append(client.session)
        return client

    def mention(self, text: str = "hello @tarnhats", author: User | None = None, **options: Any) -> Post:
        return self.world.post((author or self.ana).id, text, **options)


async def stage_with(**options: Any) -> Stage:
    clock = Clock()
    world = World(clock)
    brand = world.add_user("tarnhats", "Tarn Hats", followers=1000, following=20, posts=300)
    ana = world.add_user("ana_p", "Ana Petrova", bio="climbs <things>")
    ben = world.add_user("ben", "Ben Osei")
    world.brand_id, world.team_ids = brand.id, [brand.id, ben.id]
    faults = options.pop("faults", None) or Faults()
    recorder = options.pop("recorder", None) or Recorder()
    server = XServer(world, faults=faults, recorder=recorder, **options)
    await server.start()
    access, refresh = server.issue_tokens(brand.id, ALL_SCOPES)
    return Stage(clock, world, brand, ana, ben, server, faults, aiohttp.ClientSession(), access, refresh)


async def strike(stage: Stage) -> None:
    for session in (stage.session, *stage.sessions):
        await session.close()
    await stage.server.stop()


@pytest.fixture
async def x() -> AsyncIterator[Stage]:
    """The usual stage: self-serve, owned reads, a public client."""
    stage = await stage_with()
    yield stage
    await strike(stage)


@pytest.fixture
async def make_stage() -> AsyncIterator[Callable[..., Awaitable[Stage]]]:
    """Makes stages with other options of the server."""
    made: list[Stage] = []

    async def make(**options: Any) -> Stage:
        made.append(await stage_with(**options))
        return made[-1]

    yield make
    for stage in made:
        await strike(stage)
