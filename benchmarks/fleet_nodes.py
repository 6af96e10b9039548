"""Nodes as real processes: started, killed, asked to stop, started again; and what their notes say afterwards."""

import asyncio
import itertools
import os
import sys
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import psutil

STOP_SECONDS = 15.0  # a graceful stop takes ten at most
SCRIPT = Path(__file__).with_name("fleet_node.py")


@dataclass(frozen=True, slots=True)
class Span:
    """One piece of work: its key, where, from when to when (seconds since 1970), and whether a kill ended it."""

    key: str
    node: str
    began: float
    ended: float
    killed: bool = False


@dataclass(slots=True)
class Node:
    """One process after another under one name."""

    name: str
    folder: Path
    variables: dict[str, str]
    quick: bool = False
    process: asyncio.subprocess.Process | None = None
    lives: list[list[float]] = field(default_factory=list)  # [began, ended] of each process
    rss_peak_mb: float = 0.0
    stops: list[float] = field(default_factory=list)  # seconds that each graceful stop took
    cpu_before: float = 0.0  # seconds of the processes that have ended
    cpu_now: float = 0.0

    @property
    def alive(self) -> bool:
        return self.process is not None and self.process.returncode is None

    def notes(self, life: int) -> Path:
        return self.folder / f"{self.name}-{life}.work"

    async def start(self) -> None:
        """Start a process; no variable of ours but the given ones reaches it."""
        clean = {key: value for key, value in os.environ.items() if not key.startswith("MUTUALS_")}
        command = [sys.executable, str(SCRIPT), str(self.notes(len(self.lives)))]
        with (self.folder / f"{self.name}.log").open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                *command,
                *(["quick"] if self.quick else []),
                env=clean | self.variables,
                stdout=log,
                stderr=log,
            )
        self.lives.append([time.time(), float("inf")])

    async def kill(self) -> float:
        """kill -9; the moment when it was gone."""
        return await self._end(by_force=True)

    async def stop(self) -> None:
        """Ask it to stop, as a rolling upgrade does."""
        began = time.time()
        self.stops.append(await self._end(by_force=False) - began)

    async def _end(self, *, by_force: bool) -> float:
        if self.process is None or not self.alive:
            return time.time()
        self.measure()
        if by_force:
            self.process.kill()
        else:
            self.process.terminate()
        try:
            await asyncio.wait_for(self.process.wait(), STOP_SECONDS)
        except TimeoutError:
            self.process.kill()
            await self.process.wait()
        self.lives[-1][1] = time.time()
        self.cpu_before, self.cpu_now = self.cpu_before + self.cpu_now, 0.0
        return self.lives[-1][1]

    def measure(self) -> None:
        """Note the processor time and the memory."""
        if self.process is None or not self.alive:
            return
        try:
            seen = psutil.Process(self.process.pid)
            used = seen.cpu_times()
            self.cpu_now = used.user + used.system
            self.rss_peak_mb = max(self.rss_peak_mb, seen.memory_info().rss / 1e6)
        except psutil.Error:
            return

    @property
    def cpu_seconds(self) -> float:
        return self.cpu_before + self.cpu_now

    def last_words(self, lines: int = 12) -> str:
        """The end of its log."""
        log = self.folder / f"{self.name}.log"
        return "\n".join(log.read_text(errors="replace").splitlines()[-lines:]) if log.exists() else ""

    def spans(self) -> list[Span]:
        """Everything that its processes have worked on."""
        found: list[Span] = []
        for life, (_, ended) in enumerate(self.lives):
            if self.notes(life).exists():
                found += _spans(self.name, self.notes(life).read_text(), ended)
        return found


def _spans(node: str, notes: str, ended: float) -> list[Span]:
    found, running = [], defaultdict(list)
    for line in notes.splitlines():
        sign, at, key = line.split(" ", 2)
        if sign == "+":
            running[key].append(float(at))
        else:
            found.append(Span(key, node, running[key].pop(0), float(at)))
    found += [Span(key, node, at, ended, killed=True) for key, begun in running.items() for at in begun]
    return found


def by_key(spans: Iterable[Span]) -> dict[str, list[Span]]:
    """Each key's work in its order."""
    found: dict[str, list[Span]] = defaultdict(list)
    for one in sorted(spans, key=lambda each: each.began):
        found[one.key].append(one)
    return found


def overlaps(spans: Iterable[Span]) -> list[tuple[Span, Span]]:
    """Two pieces of work of one key at the same time."""
    found = []
    for work in by_key(spans).values():
        latest = work[0]
        for one in work[1:]:
            if one.began < latest.ended:
                found.append((latest, one))
            latest = max(latest, one, key=lambda each: each.ended)
    return found


def takeovers(spans: Iterable[Span], due: dict[tuple[str, float], bool]) -> dict[str, list[float]]:
    """Kind of work -> seconds from a kill in the middle of it to its next beginning.

    `due` says of (key, kill) whether the tables still wanted that work then: a node may also die between the
    end of a work and its note of it.
    """
    found: dict[str, list[float]] = defaultdict(list)
    for key, work in by_key(spans).items():
        kind = key.partition("/")[0]
        for one, after in itertools.pairwise(work):
            if one.killed and due.get((key, one.ended)):
                found[kind].append(max(0.0, after.began - one.ended))
    return found
