"""What strangers may cost us over HTTP: how long, how many at once, how many lines in the log."""

import asyncio
import logging
from collections.abc import Callable

import structlog
from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

log = structlog.get_logger(__name__)

READ_SECONDS = 10.0  # for the headers, and again for the body
LINGER_SECONDS = 1.0  # for the rest of a body that nobody wants
MOST_CONNECTIONS = 200
MINUTE = 60.0
_FULL = (
    b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nConnection: close\r\n"
    b"Content-Type: text/plain\r\nContent-Length: 39\r\n\r\nToo many connections. Try again later.\n"
)


class ServerLog(logging.Logger):
    """In the place of aiohttp's, which writes a traceback with the stranger's bytes for each of them: the first is said
    at once, those of the following minute in one line with their number. Only kinds of errors are named.
    """

    def __init__(self) -> None:
        super().__init__("http", logging.WARNING)
        self._unsaid = 0
        self._last = ""
        self._later: asyncio.TimerHandle | None = None

    def handle(self, record: logging.LogRecord) -> None:
        """Count it, and say it if nothing was said for a minute."""
        error = record.exc_info[1] if record.exc_info else None
        self.count(type(error).__name__ if error is not None else record.levelname.lower())

    def count(self, kind: str) -> None:
        """One more."""
        self._unsaid += 1
        self._last = kind
        if self._later is None:
            self._say()

    def _say(self) -> None:
        """Say what is unsaid; a minute without any makes the next one the first again."""
        self._later = None
        if self._unsaid:
            log.warning("http.refused", requests=self._unsaid, last=self._last)
            self._unsaid = 0
            self._later = asyncio.get_running_loop().call_later(MINUTE, self._say)

    def close(self) -> None:
        """Say what is left."""
        if self._later is not None:
            self._later.cancel()
        self._later = None
        if self._unsaid:
            log.warning("http.refused", requests=self._unsaid, last=self._last)
        self._unsaid = 0


def read_in_time(said: ServerLog) -> Middleware:
    """A middleware: the whole body is here before anybody looks at it, or the connection is cut."""

    @web.middleware
    async def reading(request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.match_info.http_exception is None:
            try:
                async with asyncio.timeout(READ_SECONDS):
                    await request.read()
            except (TimeoutError, web.RequestPayloadError, ConnectionError) as error:
                said.count(type(error).__name__)
                answer = web.Response(status=408, text="The request did not arrive in time.\n")
                answer.force_close()
                return answer
        return await handler(request)

    return reading


class _Full(asyncio.Protocol):
    """One too many: told so, and let go."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Answer before anything is read."""
        assert isinstance(transport, asyncio.Transport)
        transport.write(_FULL)
        transport.close()


def actor_resolver(server: web.Server, said: ServerLog) -> Callable[[], asyncio.Protocol]:
    """Who serves the next connection."""

    def next_one() -> asyncio.Protocol:
        if len(server.connections) >= MOST_CONNECTIONS:
            said.count("TooManyConnections")
            return _Full()
        return server()

    return next_one
