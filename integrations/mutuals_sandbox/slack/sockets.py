"""Socket Mode: up to ten WebSockets, each envelope to one of them, acknowledged within three seconds."""

import asyncio
import contextlib
import json
import uuid
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

ACK_SECONDS = 3.0  # docs.slack.dev: every interaction must be acknowledged within three seconds
MAX_CONNECTIONS = 10
TICKET_SECONDS = 30.0
REFRESH_SECONDS = 10.0  # how long a socket lives on after `disconnect` with refresh_requested
EVENT_RETRIES = 3  # the Events API tries three times more; the rest is resent once, on another socket


@dataclass(frozen=True)
class Ack:
    """One acknowledgement: of which envelope, after how many seconds, on which attempt (0 is the first)."""

    type: str
    envelope_id: str
    seconds: float
    payload: dict[str, Any] | None
    attempt: int


@dataclass(eq=False)
class Connection:
    """One WebSocket; `draining` ones were told to go and get nothing new."""

    ws: web.WebSocketResponse
    transport: asyncio.Transport | None
    draining: bool = False


@dataclass
class Pending:
    """An envelope on its way."""

    type: str
    envelope: dict[str, Any]
    sent: float
    acked: "asyncio.Future[Ack]"
    tried: list[Connection] = field(default_factory=list)


class Sockets:
    """The server's end of Socket Mode."""

    def __init__(self, app_id: str) -> None:
        self._app_id = app_id
        self._tickets: dict[str, float] = {}
        self._pending: dict[str, Pending] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._turn = 0
        self.muted = False  # sockets stay open and bring nothing, not even a pong
        self.open: list[Connection] = []
        self.acks: list[Ack] = []

    def ticket(self) -> str:
        """A one-time ticket for a WebSocket's address."""
        ticket = str(uuid.uuid4())
        self._tickets[ticket] = asyncio.get_running_loop().time()
        return ticket

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Handle one WebSocket from its hello to its end."""
        born = self._tickets.pop(request.query.get("ticket", ""), None)
        now = asyncio.get_running_loop().time()
        if born is None or now - born > TICKET_SECONDS:
            return web.Response(status=408, text="ticket_expired")
        ws = web.WebSocketResponse(autoping=False)
        await ws.prepare(request)
        if len(self.open) >= MAX_CONNECTIONS:
            await ws.send_json({"type": "disconnect", "reason": "too_many_websockets", "debug_info": {}})
            await ws.close()
            return ws
        connection = Connection(ws, request.transport)
        self.open.append(connection)
        try:
            if not self.muted:
                await ws.send_json(self._hello())
            async for message in ws:
                if message.type is WSMsgType.PING and not self.muted:
                    await ws.pong(message.data)
                elif message.type is WSMsgType.TEXT:
                    self._on_text(message.data)
        except ConnectionError:
            pass  # the other side, or drop(), cut the line
        finally:
            self.open.remove(connection)
        return ws

    def _hello(self) -> dict[str, Any]:
        return {
            "type": "hello",
            "num_connections": len(self.open),
            "debug_info": {"host": "applink-1", "build_number": 1, "approximate_connection_time": 18060},
            "connection_info": {"app_id": self._app_id},
        }

    def _on_text(self, data: str) -> None:
        try:
            frame = json.loads(data)
        except ValueError:
            return
        if not isinstance(frame, dict):
            return
        pending = self._pending.get(str(frame.get("envelope_id")))
        if pending is None:
            return
        payload = frame.get("payload")
        seconds = asyncio.get_running_loop().time() - pending.sent
        attempt = pending.envelope.get("retry_attempt", 0)
        ack = Ack(pending.type, frame["envelope_id"], seconds, payload or None, attempt)
        self.acks.append(ack)
        if not pending.acked.done():
            pending.acked.set_result(ack)

    def _next(self, avoid: list[Connection]) -> Connection | None:
        ready = [c for c in self.open if not c.draining and not c.ws.closed and c not in avoid]
        if not ready:
            return None
        self._turn += 1
        return ready[self._turn % len(ready)]

    async def deliver(self, kind: str, payload: dict[str, Any]) -> Ack | None:
        """Send an envelope to one connection and wait for its ack, three seconds at most.

        Returns None when nobody acknowledged in time. Raises ConnectionError when no socket is open.
        An unacknowledged envelope is sent again in the background with its retry_attempt counted.
        """
        connection = self._next([])
        if connection is None:
            raise ConnectionError("no Socket Mode connection is open")
        loop = asyncio.get_running_loop()
        envelope: dict[str, Any] = {"envelope_id": str(uuid.uuid4()), "type": kind, "payload": payload}
        envelope["accepts_response_payload"] = kind != "events_api"
        if kind == "events_api":
            envelope |= {"retry_attempt": 0, "retry_reason": ""}
        pending = Pending(kind, envelope, loop.time(), loop.create_future())
        self._pending[envelope["envelope_id"]] = pending
        if await self._try(pending, connection):
            del self._pending[envelope["envelope_id"]]
            return pending.acked.result()
        task = loop.create_task(self._again(pending))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return None

    async def _try(self, pending: Pending, connection: Connection | None) -> bool:
        """Send once and wait; whether it was acknowledged."""
        if connection is not None and not self.muted:
            pending.tried.append(connection)
            with contextlib.suppress(ConnectionError, RuntimeError):
                await connection.ws.send_json(pending.envelope)
        try:
            await asyncio.wait_for(asyncio.shield(pending.acked), ACK_SECONDS)
        except TimeoutError:
            return False
        return True

    async def _again(self, pending: Pending) -> None:
        """Resend what was not acknowledged; late acknowledgements are still logged."""
        events = pending.type == "events_api"
        for attempt in range(1, (EVENT_RETRIES if events else 1) + 1):
            connection = self._next(pending.tried) or (self._next([]) if events else None)
            pending.envelope |= {"retry_attempt": attempt, "retry_reason": "timeout"}
            if await self._try(pending, connection):
                break
        self._pending.pop(pending.envelope["envelope_id"], None)

    def drop(self) -> None:
        """Cut every socket without a word, as a broken network does."""
        for connection in list(self.open):
            if connection.transport is not None:
                connection.transport.abort()

    async def refresh(self) -> None:
        """Ask every client to reconnect (`refresh_requested`); the old sockets close a little later."""
        for connection in list(self.open):
            connection.draining = True
            frame = {"type": "disconnect", "reason": "refresh_requested", "debug_info": {"host": "applink-1"}}
            with contextlib.suppress(ConnectionError, RuntimeError):
                await connection.ws.send_json(frame)
            task = asyncio.get_running_loop().create_task(self._close_later(connection))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _close_later(self, connection: Connection) -> None:
        await asyncio.sleep(REFRESH_SECONDS)
        with contextlib.suppress(ConnectionError, RuntimeError):
            await connection.ws.close()

    async def stop(self) -> None:
        """Close everything."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for connection in list(self.open):
            with contextlib.suppress(ConnectionError, RuntimeError):
                await connection.ws.close()
