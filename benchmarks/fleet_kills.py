"""Death at random: nodes are killed or asked to stop, and started again; and how soon others took over."""

import asyncio
import random
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime

from fleet_environment import FleetEnvironment
from fleet_nodes import Node
from sqlalchemy import select, text

from mutuals.domain import leases
from mutuals.storage.schema import tables

EVERY = (30.0, 75.0)  # seconds between two deaths
AWAY = (0.5, 20.0)  # seconds until a node is started again
GRACEFUL = 0.2  # of the deaths are upgrades: SIGTERM, and a new process at once
BOTH = 0.1  # of the deaths take a second node along


@dataclass
class Deaths:
    """What was done to the nodes."""

    killed: int = 0
    stopped: int = 0
    holders: int = 0  # killed while they held Discord's gateway
    due: dict[tuple[str, float], bool] = field(
        default_factory=dict
    )  # (key, kill): did the tables still want it?


class Reaper:
    """Kills nodes of an environment."""

    def __init__(self, environment: FleetEnvironment, dice: random.Random) -> None:
        self._town, self._dice, self.deaths = environment, dice, Deaths()
        self._starting: set[asyncio.Task[None]] = set()

    async def reap(self, seconds: float, every: tuple[float, float] = EVERY) -> None:
        """Go on for so long; in the end every node runs."""
        until = time.monotonic() + seconds
        while True:
            pause = self._dice.uniform(*every)
            if time.monotonic() + pause > until:
                break
            await asyncio.sleep(pause)
            await self._one()
        await asyncio.gather(*self._starting)
        await asyncio.gather(*(one.start() for one in self._town.nodes if not one.alive))

    async def _one(self) -> None:
        alive = [one for one in self._town.nodes if one.alive]
        if len(alive) < 2:
            return
        doomed = self._dice.sample(alive, 2 if len(alive) > 2 and self._dice.random() < BOTH else 1)
        if self._dice.random() < GRACEFUL:
            await doomed[0].stop()
            self.deaths.stopped += 1
            await doomed[0].start()
            return
        await asyncio.gather(*(self.kill(one) for one in doomed))
        for one in doomed:
            task = asyncio.create_task(self._start_later(one))
            self._starting.add(task)
            task.add_done_callback(self._starting.discard)

    async def kill(self, node: Node) -> None:
        """kill -9, and note what the tables still want of what it was doing."""
        before = self._town.discord.sessions
        at = await node.kill()
        self.deaths.killed += 1
        await asyncio.sleep(0.05)
        self.deaths.holders += self._town.discord.sessions < before
        wanted = self._wanted()
        for span in node.spans():
            if span.killed and span.ended == at:
                self.deaths.due[span.key, at] = span.key in wanted

    async def _start_later(self, node: Node) -> None:
        await asyncio.sleep(self._dice.uniform(*AWAY))
        await node.start()

    def _wanted(self) -> set[str]:
        """Keys of deliveries, acts and periodic tasks that are begun and not ended."""
        read = self._town.database.read
        sending = select(tables.delivery.c.brand_id, tables.delivery.c.channel).where(
            text("state = 'sending'")
        )
        acts = select(tables.action.c.brand_id, tables.action.c.id).where(
            text("state IN ('intent', 'calling')")
        )
        # A task that has ended is due after its pause, and these are longer.
        soon = datetime.now(UTC) + leases.TASK.length
        tasks = select(tables.periodic_task.c.brand_id, tables.periodic_task.c.kind).where(
            tables.periodic_task.c.next_at <= soon
        )
        found = {f"deliver/{row['brand_id']}/{row['channel']}" for row in read(sending)}
        found |= {f"{row['kind']}/{row['brand_id']}" for row in read(tasks)}
        return found | {f"act/{row['brand_id']}/{row['id']}" for row in read(acts)}


@dataclass
class Gaps:
    """How long nobody held a chat's connection, while some node lived."""

    slack: list[float] = field(default_factory=list)
    discord: list[float] = field(default_factory=list)

    async def watch(self, environment: FleetEnvironment) -> None:
        """Look until cancelled."""
        since: dict[str, float] = {}
        while True:
            now = time.monotonic()
            held = {"slack": environment.slack.connections > 0, "discord": environment.discord.sessions > 0}
            for chat, is_held in held.items():
                if not is_held:
                    since.setdefault(chat, now)
                elif chat in since:
                    getattr(self, chat).append(now - since.pop(chat))
            await asyncio.sleep(0.05)
