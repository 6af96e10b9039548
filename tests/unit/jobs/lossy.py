"""A way to PostgreSQL on which an answer gets lost: the server has done what was asked, and nobody hears of it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from urllib.parse import parse_qs, urlsplit


class Lossy:
    """Passes everything on. `lose` names words of a query; the connection that answers it next is cut."""

    def __init__(self, socket: str) -> None:
        self._socket = socket
        self.lose = b""
        self.lost = 0
        self.passes = (
            asyncio.Event()
        )  # cleared: the server is as good as frozen, and every connection stays open
        self.passes.set()
        self.open: set[asyncio.Task[None]] = set()

    async def connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection of a client."""
        task = asyncio.current_task()
        assert task is not None
        self.open.add(task)
        there, back = await asyncio.open_unix_connection(self._socket)
        doomed = asyncio.Event()
        ways = [
            asyncio.ensure_future(self._out(reader, back, doomed)),
            asyncio.ensure_future(self._in(there, writer, doomed)),
        ]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
            for end in (writer, back):
                end.close()
                with suppress(OSError):
                    await end.wait_closed()
            self.open.discard(task)

    async def _out(
        self, reader: asyncio.StreamReader, back: asyncio.StreamWriter, doomed: asyncio.Event
    ) -> None:
        while data := await reader.read(65536):
            if self.lose and self.lose in data:
                self.lose = b""
                doomed.set()
            back.write(data)
            await back.drain()

    async def _in(
        self, there: asyncio.StreamReader, writer: asyncio.StreamWriter, doomed: asyncio.Event
    ) -> None:
        while data := await there.read(65536):
            if doomed.is_set():
                self.lost += 1
                return
            await self.passes.wait()
            writer.write(data)
            await writer.drain()


@asynccontextmanager
async def lossy(url: str) -> AsyncIterator[tuple[Lossy, str]]:
    """Such a way to the database of a URL with a Unix socket, and the URL that leads over it."""
    parts = urlsplit(url)
    folder = parse_qs(parts.query)["host"][0]
    way = Lossy(f"{folder}/.s.PGSQL.5432")
    server = await asyncio.start_server(way.connected, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    try:
        yield way, f"postgresql://{parts.username}:{parts.password or ''}@127.0.0.1:{port}{parts.path}"
    finally:
        server.close()
        left = list(way.open)
        for one in left:
            one.cancel()
        await asyncio.gather(*left, return_exceptions=True)
