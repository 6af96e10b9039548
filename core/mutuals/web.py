"""What we serve over HTTP, if an address is set: health, readiness, and chats in HTTP mode."""

from collections.abc import Iterable

from aiohttp import web

from mutuals.context import Context
from mutuals.integrations import Mountable

MAX_BODY = 1 << 20  # bytes; Slack's and X's largest payloads are far below


class Web:
    """Nothing listens without an address."""

    def __init__(self, address: str | None, ctx: Context) -> None:
        self._address = address
        self._ctx = ctx
        self._runner: web.AppRunner | None = None

    async def start(self, parts: Iterable[object]) -> None:
        """Begin to listen on the configured HOST:PORT, also for those parts that have something to listen to."""
        if self._address is None:
            return
        host, _, port = self._address.rpartition(":")
        app = web.Application(client_max_size=MAX_BODY)
        app.router.add_get("/health", self._health)
        app.router.add_get("/ready", self._ready)
        for part in parts:
            if isinstance(part, Mountable):
                part.mount(app)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, host, int(port)).start()

    async def stop(self) -> None:
        """Let go of the address."""
        if self._runner is not None:
            await self._runner.cleanup()

    async def _health(self, _request: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    async def _ready(self, _request: web.Request) -> web.Response:
        """Ready means: a brand is watched and every chat is connected."""
        waiting = sorted(set(self._ctx.channels) - self._ctx.ready)
        ready = bool(self._ctx.brands.loaded()) and not waiting
        body = {"ready": ready, "brands": len(self._ctx.brands.loaded()), "waiting_for": waiting}
        return web.json_response(body, status=200 if ready else 503)
