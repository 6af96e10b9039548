"""What we serve over HTTP, if an address is set: health, readiness, metrics, and chats in HTTP mode."""

import asyncio
import errno
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import suppress

from aiohttp import web

from mutuals.context import Context
from mutuals.domain.errors import MutualsError, SettingsError
from mutuals.ports.integration import Mountable
from mutuals.service.http_limits import LINGER_SECONDS, READ_SECONDS, ServerLog, actor_resolver, read_in_time
from mutuals.service.settings import host_and_port

MAX_BODY = 1 << 20  # bytes; Slack's and X's largest payloads are far below
STUCK_SECONDS = 60.0  # the sweep comes every two seconds, also while the database does not answer
PROBE_SECONDS = 3.0  # between two writes that prove the database, however often anybody asks
PATIENCE = 3.0  # seconds for the database; whoever asks waits about five
METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8"
Page = Callable[[], Awaitable[bytes | None]]
Prove = Callable[[], Awaitable[None]]  # raises MutualsError when the database can't be written
Degraded = Callable[[], Awaitable[Sequence[str]]]  # what does not work while the rest does


class Web:
    """Nothing listens without an address. `page` gives what Prometheus reads."""

    def __init__(
        self, address: str | None, ctx: Context, page: Page, prove: Prove, degraded: Degraded
    ) -> None:
        self._address = address
        self._ctx = ctx
        self._page = page
        self._prove, self._degraded = prove, degraded
        # when, in the loop's time, and with what result
        self._proved: tuple[float, bool, Sequence[str]] | None = None
        self._proving = asyncio.Lock()
        self._runner: web.AppRunner | None = None
        self._listening: asyncio.Server | None = None
        self._said = ServerLog()
        self._swept: float | None = None  # the loop's own time
        self._takes_work = False

    async def start(self, parts: Iterable[object]) -> None:
        """Begin to listen on the configured HOST:PORT, also for those parts that have something to listen to.

        Raises SettingsError when this machine does not let us have it.
        """
        if self._address is None:
            return
        host, port = host_and_port(self._address)
        app = web.Application(client_max_size=MAX_BODY, middlewares=[read_in_time(self._said)])
        app.router.add_get("/health", self._health)
        app.router.add_get("/ready", self._ready)
        app.router.add_get("/metrics", self._metrics)
        for part in parts:
            if isinstance(part, Mountable):
                part.mount(app)
        try:
            await self._listen(app, host, port)
        except OSError as error:
            raise SettingsError([not_ours(self._address, error)]) from error

    async def _listen(self, app: web.Application, host: str, port: int) -> None:
        self._runner = web.AppRunner(
            app,
            access_log=None,
            shutdown_timeout=1.0,  # a request that hangs must not hold up the end: aiohttp would wait a minute
            keepalive_timeout=READ_SECONDS,  # for the first headers too, however slowly they come
            lingering_time=LINGER_SECONDS,
            logger=self._said,
        )
        await self._runner.setup()
        assert self._runner.server is not None
        serve = actor_resolver(self._runner.server, self._said)
        self._listening = await asyncio.get_running_loop().create_server(serve, host, port)

    async def stop(self) -> None:
        """Let go of the address."""
        if self._listening is not None:
            self._listening.close()
        if self._runner is not None:
            await self._runner.cleanup()
        self._said.close()

    def swept(self) -> None:
        """A sweep is over: the loop lives, and from now on this node takes work."""
        if self._swept is None:
            self._takes_work = True
        self._swept = asyncio.get_running_loop().time()

    def stopping(self) -> None:
        """Nothing more is taken from now on: whoever spreads requests or upgrades nodes should know at once."""
        self._takes_work = False

    async def _health(self, _request: web.Request) -> web.Response:
        """Alive: it answers, and once sweeps have begun, the last one is recent. A restart would help if not."""
        since = None if self._swept is None else asyncio.get_running_loop().time() - self._swept
        alive = since is None or since < STUCK_SECONDS
        body = {
            "status": "ok" if alive else "stuck",
            "seconds_since_sweep": None if since is None else round(since, 1),
        }
        return web.json_response(body, status=200 if alive else 503)

    async def _ready(self, _request: web.Request) -> web.Response:
        """Ready: this node takes work and can write to the database. It need not hold a chat's connection, and what else
        is out of reach makes it degraded, not unready: no other node could do better."""
        database, degraded = await self._database()
        ready = self._takes_work and database
        waiting = sorted(set(self._ctx.chats) - self._ctx.ready)
        body = {
            "ready": ready,
            "takes_work": self._takes_work,
            "database": database,
            "brands": len(self._ctx.brands.loaded()),
            "waiting_for": waiting,
            "degraded": list(degraded),
        }
        return web.json_response(body, status=200 if ready else 503)

    async def _database(self) -> tuple[bool, Sequence[str]]:
        """Can it be written, and what does not work? Asked again by many, it is tried once."""
        loop = asyncio.get_running_loop()
        async with self._proving:
            if self._proved is None or loop.time() - self._proved[0] > PROBE_SECONDS:
                works, degraded = False, list[str]()
                with suppress(MutualsError, TimeoutError):
                    async with asyncio.timeout(PATIENCE):
                        degraded = list(await self._degraded())
                        await self._prove()
                        works = True
                self._proved = loop.time(), works, degraded
            return self._proved[1], self._proved[2]

    async def _metrics(self, _request: web.Request) -> web.Response:
        page = await self._page()
        if page is None:
            return web.Response(status=404)
        return web.Response(body=page, headers={"Content-Type": METRICS_TYPE})


def not_ours(address: str, error: OSError) -> str:
    """Why this machine does not let us listen there, and what to do."""
    if error.errno == errno.EADDRINUSE:
        why = (
            "another program, perhaps a second Mutuals, listens there already: stop it, or take another port"
        )
    elif error.errno == errno.EACCES:
        why = "this user may not listen on so low a port: take one above 1023"
    else:
        why = f"{error.strerror or error}: take an address of this machine, e.g. 127.0.0.1:8080"
    return f"Mutuals can't listen on MUTUALS_HTTP_ADDRESS={address}: {why}."
