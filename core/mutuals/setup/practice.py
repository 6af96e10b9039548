"""The test alert, as the page and the terminal see it: a process that they start, watch and end."""

import asyncio
import json
import os
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Any

from mutuals.ports.settings import FILE_VARIABLE
from mutuals.setup.draft import Draft
from mutuals.setup.walk import channels, tested_as
from mutuals.storage.database_url import parse, sqlite_file
from mutuals.storage.process_lock import SUFFIX, is_held

STOP_SECONDS = 12.0  # a service needs ten at most
ENDED = (
    "The test ended by itself before its alert was there. Press Test again. If that does not help, mutuals doctor says what "
    "is wrong."
)

RUNS_ALREADY = (
    "Mutuals is running here already, so it would hear the test's buttons as well. Stop it where it runs (Ctrl-C), then press "
    "Test again."
)


@dataclass(slots=True)
class ChatTest:
    """How far the test is in one chat. `failed` is a sentence, "" while nothing is wrong."""

    channel: str
    state: str = "connecting"  # then "connected", "greeted", "posted", "pressed"
    failed: str = ""

    @property
    def there(self) -> bool:
        """The alert can be seen."""
        return self.state in ("posted", "pressed")


class Practice:
    """The test alert in every chat that can start."""

    def __init__(self, draft: Draft, page: Callable[[], str]) -> None:
        """`page` gives the address behind the links of the invented post."""
        self._draft = draft
        self._page = page
        self._process: asyncio.subprocess.Process | None = None
        self._reading: asyncio.Task[None] | None = None
        self._log: IO[bytes] | None = None
        self.chats: dict[str, ChatTest] = {}
        self.failed = ""

    @property
    def running(self) -> bool:
        """Is the process there?"""
        return self._process is not None and self._process.returncode is None

    async def start(self) -> None:
        """Begin, if it is not running for these channels already."""
        wanted = channels(self._draft)
        if self.running and {name: one.channel for name, one in self.chats.items()} == wanted:
            return
        await self.stop()
        self.failed = ""
        self.chats = {name: ChatTest(channel) for name, channel in wanted.items()}
        file = sqlite_file(parse(self._draft.settings().core.database_url))
        if file is not None and is_held(file.with_name(file.name + SUFFIX)):
            self.failed, self.chats = RUNS_ALREADY, {}
        elif wanted:
            await self._begin(list(wanted))

    async def _begin(self, names: Sequence[str]) -> None:
        greets = [
            one for one in names if tested_as(one, self.chats[one].channel) not in self._draft.memory.greeted
        ]
        self._log = tempfile.TemporaryFile()  # noqa: SIM115  # open as long as the process is
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "mutuals.setup.practice_service",
            ",".join(names),
            self._page(),
            ",".join(greets),
            env={**os.environ, FILE_VARIABLE: str(self._draft.file)},
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=self._log,
        )
        self._reading = asyncio.create_task(self._read(self._process))

    async def _read(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdout is not None
        async for line in process.stdout:
            with suppress(ValueError):
                self._hear(json.loads(line))
        await process.wait()
        if not self.failed and not all(one.there for one in self.chats.values()):
            self.failed = ENDED

    def _hear(self, event: Mapping[str, Any]) -> None:
        test = self.chats.get(str(event.get("chat")))
        if test is None:
            self.failed = str(event.get("failed") or "")
            return
        if "failed" in event:
            test.failed = str(event["failed"])
            return
        test.failed = ""
        memory, name = self._draft.memory, tested_as(str(event["chat"]), test.channel)
        if event["state"] == "greeted":
            memory.greeted.append(name)
        elif test.state != "pressed":
            test.state = str(event["state"])
        if test.there and name not in memory.tested:
            memory.tested.append(name)
        self._draft.remember()

    async def stop(self) -> None:
        """End it: the alerts say then that the test is over."""
        process, self._process = self._process, None
        if process is None:
            return
        if self._reading is not None:
            self._reading.cancel()
            await asyncio.gather(self._reading, return_exceptions=True)
        if process.returncode is None:
            assert process.stdin is not None
            process.stdin.close()
            try:
                await asyncio.wait_for(process.wait(), STOP_SECONDS)
            except TimeoutError:
                process.kill()
                await process.wait()
        if self._log is not None:
            self._log.close()
