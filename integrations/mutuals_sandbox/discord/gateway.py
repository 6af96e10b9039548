"""Discord's gateway: sessions over WebSocket that receive events, lose their socket, and resume.

Opcodes and close codes follow Discord's public pages "Gateway Events" and "Opcodes and Status Codes".
"""

import asyncio
import json
import secrets
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSCloseCode, WSMessage, WSMsgType, web

from . import permissions as p
from .errors import Json
from .guild import GUILDS, Guild
from .objects import guild_create_json, user_json

DISPATCH, HEARTBEAT, IDENTIFY, PRESENCE, VOICE, RESUME = 0, 1, 2, 3, 4, 6
RECONNECT, REQUEST_MEMBERS, INVALID_SESSION, HELLO, HEARTBEAT_ACK = 7, 8, 9, 10, 11
IGNORED = (PRESENCE, VOICE, REQUEST_MEMBERS)

HEARTBEAT_MS = 41_250
PRIVILEGED_INTENTS = (1 << 1) | (1 << 8) | (1 << 15)  # members, presences, message content
KNOWN_INTENTS = (1 << 26) - 1
KEPT_EVENTS = 1000  # how far back a session can resume
MAX_SESSIONS = 16  # sessions without a socket are forgotten, oldest first


class CloseSocketError(Exception):
    """The peer broke the protocol; the socket is closed with this code."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


@dataclass(eq=False)
class Session:
    """What a connected bot may hear, and the last events, for RESUME."""

    id: str
    intents: int
    sequence: int = 0
    events: deque[tuple[int, str]] = field(default_factory=lambda: deque(maxlen=KEPT_EVENTS))
    socket: "Socket | None" = None

    def dispatch(self, event: str, data: Any) -> None:
        """Number an event, keep it, and send it when there is a socket."""
        self.sequence += 1
        frame = json.dumps({"op": DISPATCH, "t": event, "s": self.sequence, "d": data})
        self.events.append((self.sequence, frame))
        if self.socket is not None:
            self.socket.send(frame)


@dataclass(eq=False)
class Socket:
    """One WebSocket and the frames waiting to go out on it."""

    ws: web.WebSocketResponse
    transport: asyncio.Transport | None
    muted: Callable[[], bool] = lambda: False
    outbox: asyncio.Queue[str] = field(default_factory=asyncio.Queue)
    session: Session | None = None

    def send(self, frame: str | Json) -> None:
        """Queue a frame; order is kept."""
        self.outbox.put_nowait(frame if isinstance(frame, str) else json.dumps(frame))

    async def pump(self) -> None:
        """Send what is queued until the socket is gone."""
        while not self.ws.closed:
            frame = await self.outbox.get()
            if self.muted():
                continue
            try:
                await self.ws.send_str(frame)
            except (ConnectionError, RuntimeError):
                return


class Gateway:
    """All sockets and sessions. `token_is_good` decides who may identify."""

    def __init__(self, guild: Guild, token_is_good: Callable[[Any], bool]) -> None:
        self._guild = guild
        self._token_is_good = token_is_good
        self._sessions: dict[str, Session] = {}
        self._sockets: set[Socket] = set()
        self.muted = False  # sockets stay open and nothing comes on them
        self.url = ""
        guild.emit = self.emit

    @property
    def connected(self) -> int:
        """How many sessions have a socket now."""
        return sum(session.socket is not None for session in self._sessions.values())

    def emit(self, event: str, data: Json, intent: int, channel_id: str | None = None) -> None:
        """Tell every session that asked for such events, if the bot can see the channel."""
        channel = self._guild.channels.get(channel_id or "")
        if channel and not self._guild.permissions(self._guild.bot, channel) & p.VIEW_CHANNEL:
            return
        for session in self._sessions.values():
            if session.intents & intent == intent:
                session.dispatch(event, self._redacted(event, data))

    def _redacted(self, event: str, data: Json) -> Json:
        """Without the message content intent, a bot reads only its own messages and those naming it."""
        bot_id = self._guild.bot.id
        if event not in ("MESSAGE_CREATE", "MESSAGE_UPDATE") or data["author"]["id"] == bot_id:
            return data
        if any(user["id"] == bot_id for user in data["mentions"]):
            return data
        return {**data, "content": "", "embeds": [], "components": [], "attachments": []}

    def interact(self, payload: Json) -> None:
        """Hand an interaction to every session; it needs no intent."""
        self.emit("INTERACTION_CREATE", payload, 0)

    def drop(self, *, resumable: bool) -> None:
        """Cut every socket as a broken network would; with resumable=False the sessions are lost too."""
        for socket in list(self._sockets):
            if socket.session is not None:
                socket.session.socket = None
            if socket.transport is not None:
                socket.transport.abort()
        if not resumable:
            self._sessions.clear()

    def ask_reconnect(self) -> None:
        """Op 7: ask every client to reconnect and resume."""
        for socket in list(self._sockets):
            socket.send({"op": RECONNECT, "d": None})

    def ask_heartbeat(self) -> None:
        """Op 1: ask every client for a heartbeat now."""
        for socket in list(self._sockets):
            socket.send({"op": HEARTBEAT, "d": None})

    async def close(self, code: int = WSCloseCode.GOING_AWAY, reason: str = "") -> None:
        """Close every socket with a code, and forget the sessions."""
        self._sessions.clear()
        sockets = [socket.ws.close(code=code, message=reason.encode()) for socket in list(self._sockets)]
        await asyncio.gather(*sockets, return_exceptions=True)

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        """One WebSocket from HELLO to its end."""
        ws = web.WebSocketResponse(max_msg_size=4096, compress=False)
        await ws.prepare(request)
        socket = Socket(ws, request.transport, lambda: self.muted)
        self._sockets.add(socket)
        pump = asyncio.create_task(socket.pump())
        try:
            socket.send({"op": HELLO, "d": {"heartbeat_interval": HEARTBEAT_MS}})
            async for message in ws:
                self._receive(socket, message)
        except CloseSocketError as error:
            await ws.close(code=error.code, message=error.reason.encode())
        finally:
            pump.cancel()
            self._sockets.discard(socket)
            self._leave(socket)
        return ws

    def _leave(self, socket: Socket) -> None:
        session = socket.session
        if session is None or session.socket is not socket:
            return
        session.socket = None
        if socket.ws.close_code in (1000, 1001):  # a clean goodbye ends the session
            self._sessions.pop(session.id, None)

    def _receive(self, socket: Socket, message: WSMessage) -> None:
        if message.type is not WSMsgType.TEXT:
            return
        try:
            frame = json.loads(message.data)
            op, data = frame["op"], frame.get("d")
        except (ValueError, KeyError, TypeError):
            raise CloseSocketError(4002, "Error while decoding payload.") from None
        if op == HEARTBEAT:
            socket.send({"op": HEARTBEAT_ACK, "d": None})
        elif op in (IDENTIFY, RESUME):
            if socket.session is not None:
                raise CloseSocketError(4005, "Already authenticated.")
            if not isinstance(data, dict) or not self._token_is_good(data.get("token")):
                raise CloseSocketError(4004, "Authentication failed.")
            (self._identify if op == IDENTIFY else self._resume)(socket, data)
        elif op not in IGNORED:
            raise CloseSocketError(4001, "Unknown opcode.")
        elif socket.session is None:
            raise CloseSocketError(4003, "Not authenticated.")

    def _identify(self, socket: Socket, data: Json) -> None:
        intents = data.get("intents")
        if not isinstance(intents, int) or not 0 <= intents <= KNOWN_INTENTS:
            raise CloseSocketError(4013, "Invalid intent(s).")
        if intents & PRIVILEGED_INTENTS:
            raise CloseSocketError(4014, "Disallowed intent(s).")
        while len(self._sessions) >= MAX_SESSIONS:
            idle = [key for key, session in self._sessions.items() if session.socket is None]
            if not idle:
                raise CloseSocketError(4008, "Rate limited.")
            del self._sessions[idle[0]]
        session = Session(secrets.token_hex(16), intents, socket=socket)
        self._sessions[session.id] = session
        socket.session = session
        ready: Json = {
            "v": 10,
            "user": user_json(self._guild.bot) | {"verified": True, "email": None, "mfa_enabled": False},
            "guilds": [{"id": self._guild.id, "unavailable": True}],
            "session_id": session.id,
            "session_type": "normal",
            "resume_gateway_url": self.url,
            "application": {"id": self._guild.bot.id, "flags": 0},
            "private_channels": [],
            "relationships": [],
        }
        session.dispatch("READY", ready | ({"shard": data["shard"]} if "shard" in data else {}))
        if intents & GUILDS:
            session.dispatch("GUILD_CREATE", guild_create_json(self._guild))

    def _resume(self, socket: Socket, data: Json) -> None:
        session = self._sessions.get(str(data.get("session_id")))
        seen = data.get("seq")
        if session is None or not isinstance(seen, int) or not self._reaches(session, seen):
            socket.send({"op": INVALID_SESSION, "d": False})
            return
        if session.socket is not None and session.socket.transport is not None:
            session.socket.transport.abort()
        socket.session, session.socket = session, socket
        for number, frame in session.events:
            if number > seen:
                socket.send(frame)
        session.dispatch("RESUMED", {"_trace": []})

    def _reaches(self, session: Session, seen: int) -> bool:
        oldest = session.events[0][0] if session.events else 1
        return oldest - 1 <= seen <= session.sequence
