"""Pushes what changed to every open page, as Server-Sent Events."""

import asyncio
import contextlib
import json
from collections.abc import Callable
from typing import Any

from aiohttp import web

from mutuals_sandbox.page.guards import HEADERS

DEBOUNCE = 0.1  # seconds: ten changes in a burst become one redraw
KEEP_ALIVE = 15.0  # seconds between comments on a quiet stream, so that a dead page is noticed
MAX_STREAMS = 24  # open pages at one time

Draw = Callable[[], Any]


class Stream:
    """One open page: its panes, each drawn anew when it is marked as changed, sent only if it differs."""

    def __init__(self, draws: dict[str, Draw]) -> None:
        self._draws = draws
        self._dirty = set(draws)
        self._sent: dict[str, str] = {}
        self._wake = asyncio.Event()
        self._wake.set()
        self.closed = False

    def mark(self, pane: str) -> None:
        """Note that a pane changed."""
        if pane in self._draws:
            self._dirty.add(pane)
            self._wake.set()

    def close(self) -> None:
        """End the stream soon."""
        self.closed = True
        self._wake.set()

    async def run(self, request: web.Request) -> web.StreamResponse:
        """Send until the page goes away or the server stops."""
        response = web.StreamResponse(headers={**HEADERS, "Content-Type": "text/event-stream"})
        await response.prepare(request)
        with contextlib.suppress(ConnectionResetError):  # the visitor has closed the page
            while not self.closed:
                await self._next(response)
        return response

    async def _next(self, response: web.StreamResponse) -> None:
        try:
            await asyncio.wait_for(self._wake.wait(), KEEP_ALIVE)
        except TimeoutError:
            await response.write(b": still here\n\n")
            return
        self._wake.clear()
        for frame in self._frames():
            await response.write(frame)
        await asyncio.sleep(DEBOUNCE)

    def _frames(self) -> list[bytes]:
        changed, self._dirty = sorted(self._dirty), set()
        frames = []
        for pane in changed:
            data = json.dumps(self._draws[pane](), ensure_ascii=False, default=str)
            if self._sent.get(pane) != data:
                self._sent[pane] = data
                frames.append(f"event: {pane}\ndata: {data}\n\n".encode())
        return frames


class Hub:
    """All open pages."""

    def __init__(self) -> None:
        self._streams: set[Stream] = set()

    def marker(self, *panes: str) -> Callable[..., None]:
        """A callback that marks these panes as changed in every open page; its arguments are ignored."""

        def changed(*_: Any, **__: Any) -> None:
            for stream in self._streams:
                for pane in panes:
                    stream.mark(pane)

        return changed

    async def serve(self, request: web.Request, draws: dict[str, Draw]) -> web.StreamResponse:
        """Keep one page up to date until it goes away. Raises 503 when too many are open."""
        if len(self._streams) >= MAX_STREAMS:
            raise web.HTTPServiceUnavailable(reason="Too many pages are open. Close one and reload.")
        stream = Stream(draws)
        self._streams.add(stream)
        try:
            return await stream.run(request)
        except (ConnectionResetError, asyncio.CancelledError):
            stream.close()
            raise
        finally:
            self._streams.discard(stream)

    def close(self) -> None:
        """End every stream."""
        for stream in self._streams:
            stream.close()
