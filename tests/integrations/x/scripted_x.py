"""A scripted X on loopback and the house of one brand, for the tests in this folder."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from mutuals.ports.integration import NetworkKit
from mutuals.testing.clock import FixedClock
from mutuals.testing.secrets import MemorySecretVault
from mutuals.testing.spending import MemorySpendingLimiter
from mutuals_x.network import XNetwork
from mutuals_x.settings import XSettings

ME = "900"
MakeRawPost = Callable[..., dict[str, Any]]  # of the fixture raw_post: an id and what differs
SECRETS = ("access-secret-1", "refresh-secret-1", "client-secret-1", "gateway-secret-1", "rotated-")


@dataclass
class Reply:
    """What the scripted X answers. `drop`: close the connection, `after` seconds later."""

    body: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    raw: str | None = None
    content_type: str = "application/json"
    drop: bool = False
    after: float = 0.0


@dataclass
class Seen:
    """A request as it came in."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    text: str

    @property
    def json(self) -> Any:
        return json.loads(self.text)


class ScriptedX:
    """Answers `METHOD /path` with the replies given, in order; the last one stays."""

    def __init__(self) -> None:
        self.script: dict[str, list[Reply]] = {}
        self.seen: list[Seen] = []
        self.url = ""

    def on(self, route: str, *replies: Reply | dict[str, Any]) -> None:
        """Set the answers of a route; a dict is a 200 with this body."""
        self.script[route] = [one if isinstance(one, Reply) else Reply(one) for one in replies]

    def calls(self, route: str) -> list[Seen]:
        """The requests to a route."""
        return [one for one in self.seen if f"{one.method} {one.path}" == route]

    async def handle(self, request: web.Request) -> web.StreamResponse:
        text = await request.text()
        self.seen.append(Seen(request.method, request.path, dict(request.query), dict(request.headers), text))
        replies = self.script.get(f"{request.method} {request.path}")
        if not replies:
            return web.Response(status=404)
        reply = replies.pop(0) if len(replies) > 1 else replies[0]
        await asyncio.sleep(reply.after)
        if reply.drop:
            assert request.transport is not None
            request.transport.abort()
            return web.Response()
        text = reply.raw if reply.raw is not None else json.dumps(reply.body)
        return web.Response(
            text=text, status=reply.status, headers=reply.headers, content_type=reply.content_type
        )


@dataclass
class House:
    """What one brand's network is built of; `build` gives another network on the same vault."""

    x: ScriptedX
    vault: MemorySecretVault = field(default_factory=MemorySecretVault)
    limiter: MemorySpendingLimiter = field(default_factory=MemorySpendingLimiter)
    clock: FixedClock = field(default_factory=FixedClock)
    settings: dict[str, Any] = field(default_factory=dict)
    built: list[XNetwork] = field(default_factory=list)

    @property
    def kit(self) -> NetworkKit:
        return NetworkKit(self.vault, self.limiter, self.clock)

    def configured(self, **changes: Any) -> XSettings:
        values: dict[str, Any] = {
            "api_url": self.x.url,
            "client_id": "client-1",
            "access_token": "access-secret-1",
            "refresh_token": "refresh-secret-1",
            "timeout_seconds": 2.0,
        }
        return XSettings(**{**values, **self.settings, **changes})

    def build(self, **changes: Any) -> XNetwork:
        network = XNetwork(self.configured(**changes), self.kit)
        self.built.append(network)
        return network
