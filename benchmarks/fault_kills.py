"""Kills the service from the far side at named moments, and starts it again without paying its imports.

`KillingFaults` is a switchboard of faults that can also kill: for the n-th request that matches, before the
handler runs, after it has committed, or after its answer was sent. `ForkServer` keeps one warm process
that has imported everything and forks a fresh service for each start, which takes a tenth of a second
instead of three. The forked process runs what `python -m mutuals run` runs; only its clock can be
moved and the waits that are named in `quick` are shorter.
"""

import asyncio
import gc
import importlib
import inspect
import json
import mmap
import os
import random
import re
import signal
import socket
import struct
import sys
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from aiohttp import web

from mutuals.domain import language
from mutuals.service import app, integrations, logs
from mutuals.service.bootstrap import Settings
from mutuals_sandbox.faults import Faults, Handler, Refusal


class Phase(StrEnum):
    """Where in the life of one request the process dies."""

    ARRIVED = "arrived"  # the far side has the request and has done nothing yet
    COMMITTED = "committed"  # it has done it; its answer never leaves
    ANSWERED = "answered"  # its answer is sent; the service may not have written it down


@dataclass
class PlannedKill:
    """One planned kill: the `nth` request whose "METHOD /path" matches, `delay` seconds after the answer."""

    match: re.Pattern[str]
    phase: Phase
    nth: int = 1
    delay: float = 0.0
    struck: bool = False


class KillingFaults(Faults):
    """Faults that may also kill. `kill` ends the process and returns when it is gone."""

    def __init__(self) -> None:
        super().__init__()
        self.kill: Callable[[], Awaitable[None]] | None = None
        self.in_flight = 0
        self.seen: list[str] = []  # "METHOD /path" of every request
        self._planned_kill: PlannedKill | None = None
        self._next: PlannedKill | None = None

    @property
    def kill_planned(self) -> bool:
        """Is a kill planned that has not struck?"""
        return self._planned_kill is not None

    def arm(self, match: str, phase: Phase, *, nth: int = 1, delay: float = 0.0) -> PlannedKill:
        """Plan one kill, in place of an earlier one that has not struck."""
        self._planned_kill = PlannedKill(re.compile(match), phase, nth, delay)
        return self._planned_kill

    def after_that(self, match: str, phase: Phase) -> None:
        """Plan a second kill, for when the first one has struck and the service runs again."""
        self._next = PlannedKill(re.compile(match), phase)

    def disarm(self) -> None:
        """Forget the planned kills."""
        self._planned_kill = self._next = None

    def middleware(
        self, rate_limited: Refusal, error: Refusal
    ) -> Callable[[web.Request, Handler], Awaitable[web.StreamResponse]]:
        """The middleware of `Faults` with the kill around it."""
        planned = super().middleware(rate_limited, error)

        @web.middleware
        async def deadly(request: web.Request, handler: Handler) -> web.StreamResponse:
            if request.headers.get("Upgrade"):
                return await handler(request)  # a socket lives as long as the process
            self.in_flight += 1
            try:
                planned_kill = self._due(f"{request.method} {request.path}")
                if planned_kill is None or self.kill is None:
                    return await planned(request, handler)
                return await self._carry_out(
                    planned_kill, self.kill, request, lambda one: planned(one, handler)
                )
            finally:
                self.in_flight -= 1

        return deadly

    def _due(self, line: str) -> PlannedKill | None:
        self.seen.append(line)
        planned_kill = self._planned_kill
        if planned_kill is None or not planned_kill.match.search(line):
            return None
        planned_kill.nth -= 1
        if planned_kill.nth > 0:
            return None
        self._planned_kill, self._next, planned_kill.struck = self._next, None, True
        return planned_kill

    async def _carry_out(
        self,
        planned_kill: PlannedKill,
        kill: Callable[[], Awaitable[None]],
        request: web.Request,
        handler: Handler,
    ) -> web.StreamResponse:
        if planned_kill.phase is Phase.ARRIVED:
            await kill()
            return web.Response(status=503)  # nobody is there to read it
        response = await handler(request)
        if planned_kill.phase is Phase.ANSWERED:
            await response.prepare(request)
            await response.write_eof()
            self.in_flight -= 1  # it is not on its way any more
            await asyncio.sleep(planned_kill.delay)
        await kill()
        self.in_flight += planned_kill.phase is Phase.ANSWERED
        return response


class SharedClock:
    """The machine's clock plus an offset that lies in a small file, so that all processes move together."""

    def __init__(self, file: Path) -> None:
        if not file.exists():
            file.write_bytes(struct.pack("d", 0.0))
        with file.open("r+b") as opened:
            self._map = mmap.mmap(opened.fileno(), 8)

    def now(self) -> datetime:
        """The time here, in UTC."""
        (offset,) = struct.unpack("d", self._map[:8])
        return datetime.now(UTC) + timedelta(seconds=offset)

    def move(self, seconds: float) -> None:
        """Let time pass."""
        (offset,) = struct.unpack("d", self._map[:8])
        self._map[:8] = struct.pack("d", offset + seconds)


class ForkServer:
    """The warm process, seen from outside.

    `warm` names modules that the service loads only when it needs them; `quick` maps dotted names of
    waits to their short values.
    """

    def __init__(self, warm: Sequence[str], quick: dict[str, Any]) -> None:
        self._warm, self._quick = list(warm), quick
        self._process: asyncio.subprocess.Process | None = None
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None
        self._turn = asyncio.Lock()

    async def open(self) -> None:
        """Start the warm process and wait until it has imported everything."""
        ours, theirs = socket.socketpair()
        command = [sys.executable, __file__, str(theirs.fileno())]
        self._process = await asyncio.create_subprocess_exec(*command, pass_fds=[theirs.fileno()])
        theirs.close()
        self._reader, self._writer = await asyncio.open_connection(sock=ours)
        await self._ask({"warm": self._warm, "quick": self._quick})

    async def start(self, variables: dict[str, str], clock: Path, log: Path) -> int:
        """Fork a service with these settings; its process id."""
        asked = {"variables": variables, "clock": str(clock), "log": str(log)}
        return int((await self._ask(asked))["pid"])

    async def reap(self, pid: int) -> int:
        """Wait for a service that was told to end; the signal that ended it, or 0."""
        return int((await self._ask({"reap": pid}))["signal"])

    async def close(self) -> None:
        """End the warm process. Services that still run are killed."""
        if self._writer is not None:
            self._writer.close()
        if self._process is not None:
            await self._process.wait()

    async def _ask(self, question: dict[str, Any]) -> dict[str, Any]:
        assert self._reader is not None
        assert self._writer is not None
        async with self._turn:
            self._writer.write(json.dumps(question).encode() + b"\n")
            line = await self._reader.readline()
        if not line:
            raise RuntimeError("The warm process has ended; what it said stands above.")
        answer: dict[str, Any] = json.loads(line)
        return answer


@dataclass
class _WarmProcess:
    """The warm process, seen from inside: no loop and no thread ever runs in it."""

    line: socket.socket
    children: set[int] = field(default_factory=set)

    def serve(self) -> None:
        """Answer one question a line until the other end is closed."""
        with self.line.makefile("rwb") as stream:
            for question in stream:
                stream.write(json.dumps(self._answer(json.loads(question))).encode() + b"\n")
                stream.flush()
        for pid in self.children:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)

    def _answer(self, asked: dict[str, Any]) -> dict[str, Any]:
        if "quick" in asked:
            for name in asked["warm"]:
                importlib.import_module(name)
            inspect.stack()  # Bolt asks for it at each start; the first time it reads every source file
            language.read("it arrived broken", lang="en", replying=False)  # loads the cue lists
            for name, value in asked["quick"].items():
                _shorten(name, value)
            gc.freeze()  # the children share these pages
            return {"ready": True}
        if "reap" in asked:
            _, status = os.waitpid(asked["reap"], 0)
            self.children.discard(asked["reap"])
            return {"signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0}
        pid = os.fork()
        if pid == 0:
            self.line.close()
            _live(asked["variables"], Path(asked["clock"]), Path(asked["log"]))
        self.children.add(pid)
        return {"pid": pid}


def _shorten(name: str, value: Any) -> None:
    """Set a dotted name. Raises AttributeError when there is no such wait any more."""
    parts = name.split(".")
    for cut in range(len(parts) - 1, 0, -1):
        try:
            owner: Any = importlib.import_module(".".join(parts[:cut]))
        except ModuleNotFoundError:
            continue
        for part in parts[cut:-1]:
            owner = getattr(owner, part)
        getattr(owner, parts[-1])
        setattr(owner, parts[-1], tuple(value) if isinstance(value, list) else value)
        return
    raise AttributeError(name)


def _live(variables: dict[str, str], clock: Path, log: Path) -> None:
    """The life of one service. Never returns."""
    status = 1
    try:
        written = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        os.dup2(written, 1)
        os.dup2(written, 2)
        for name in [one for one in os.environ if one.startswith("MUTUALS_")]:
            del os.environ[name]
        os.environ.update(variables)
        random.seed()
        logs.configure()
        asyncio.run(_serve(SharedClock(clock)))
        status = 0
    except BaseException as error:  # noqa: BLE001  # a forked child must never go back into the parent's code
        os.write(2, f"the service ended: {error!r}\n".encode())
    finally:
        os._exit(status)


async def _serve(clock: SharedClock) -> None:
    """What `mutuals.service.app.serve` does, with a clock that can be moved."""
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    service = await app.Service.build(Settings.read(), clock)
    await service.run(stop)


def main() -> None:
    """Import everything that the service uses, then serve the socket whose number is given."""
    line = socket.socket(fileno=int(sys.argv[1]))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who started us
    integrations.networks()
    integrations.chats()
    _WarmProcess(line).serve()


if __name__ == "__main__":
    main()
