"""What a fleet costs: processor seconds of nodes, PostgreSQL and sandbox, and what the database counted."""

import asyncio
import os
import time
from dataclasses import dataclass, field

import psutil
from fleet_environment import FleetEnvironment
from sqlalchemy import text

_COUNTS = {
    "posts": "SELECT count(*) AS n FROM post",
    "alerts": "SELECT count(*) AS n FROM alert",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """Counters at one moment. Processor time in seconds since the start."""

    at: float
    polls: int
    posts: int
    alerts: int
    jobs: int
    transactions: int
    cpu_nodes: float
    cpu_database: float
    cpu_sandbox: float


@dataclass
class Meter:
    """Reads the counters of an environment."""

    environment: FleetEnvironment
    connections_most: int = 0
    _children: dict[int, float] = field(default_factory=dict)  # pid -> seconds; some may have ended since

    def read(self) -> Reading:
        """All counters now."""
        for node in self.environment.nodes:
            node.measure()
        read = self.environment.database.read
        counted = {name: int(read(text(query))[0]["n"]) for name, query in _COUNTS.items()}
        stat = read(text("SELECT xact_commit + xact_rollback AS n, numbackends FROM pg_stat_database "
                         "WHERE datname = current_database()"))[0]  # fmt: skip
        self.connections_most = max(self.connections_most, int(stat["numbackends"]))
        sandbox = psutil.Process().cpu_times()
        return Reading(
            at=time.monotonic(),
            polls=self.environment.polls.count,
            posts=counted["posts"],
            alerts=counted["alerts"],
            jobs=jobs(self.environment),
            transactions=int(stat["n"]),
            cpu_nodes=sum(one.cpu_seconds for one in self.environment.nodes),
            cpu_database=self._database(),
            cpu_sandbox=sandbox.user + sandbox.system,
        )

    def _database(self) -> float:
        """PostgreSQL's processes, those that have ended included (as far as they were seen)."""
        pid = int((self.environment.folder / "pg" / "postmaster.pid").read_text().splitlines()[0])
        try:
            processes = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
        except psutil.Error:
            return sum(self._children.values())
        for one in processes:
            try:
                used = one.cpu_times()
            except psutil.Error:
                continue
            self._children[one.pid] = used.user + used.system
        return sum(self._children.values())

    async def watch(self, every: float = 3.0) -> None:
        """Read again and again until cancelled, so that no process ends unseen."""
        while True:
            self.read()
            await asyncio.sleep(every)


def jobs(environment: FleetEnvironment) -> int:
    """Pieces of work of the engine that have ended."""
    ended = 0
    for node in environment.nodes:
        for life in range(len(node.lives)):
            file = node.notes(life)
            if file.exists():
                ended += sum(
                    1 for line in file.open("rb") if line.startswith(b"- ") and b" call/" not in line
                )
    return ended


@dataclass(frozen=True, slots=True)
class Stretch:
    """What happened between two readings."""

    first: Reading
    last: Reading

    @property
    def seconds(self) -> float:
        return self.last.at - self.first.at

    def count(self, name: str) -> float:
        """How much a counter grew."""
        return float(getattr(self.last, name) - getattr(self.first, name))

    def rate(self, name: str) -> float:
        """How much it grew per second."""
        return self.count(name) / self.seconds

    def shares(self) -> dict[str, float]:
        """Processor cores used by each party."""
        return {
            "nodes": round(self.rate("cpu_nodes"), 2),
            "database": round(self.rate("cpu_database"), 2),
            "sandbox": round(self.rate("cpu_sandbox"), 2),
            "machine": os.cpu_count() or 1,
        }
