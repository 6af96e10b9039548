"""The house in which `interleaving` takes its steps: how it begins, and what must agree in the end."""

import asyncio
import copy
import shutil
import tempfile
from collections import Counter
from collections.abc import Coroutine
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import structlog
from discord.gateway import DiscordWebSocket
from discord.http import Route
from hypothesis.stateful import RuleBasedStateMachine, initialize
from structlog.testing import LogCapture

from mutuals.domain.model import ActState
from tests.acceptance.agreement import disagreements
from tests.acceptance.house import COMPLAINT, House, Member


class InterleavingHouse(RuleBasedStateMachine):
    """One house, opened before the first step and compared after the last."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="mutuals-"))
        self.patch = pytest.MonkeyPatch()
        self.runner = asyncio.Runner()
        self.before = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY, structlog.get_config()
        self.log = LogCapture()
        structlog.configure(processors=[self.log])
        self.in_slack: list[tuple[str, Any]] = []  # what people did there, as it was sent
        self.in_discord: list[Any] = []
        self.tally: Counter[str] = Counter()
        self.sent: list[str] = []  # texts that the team sent by form
        self.count = self.steps = 0

    def do(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Run a step in the house's own event loop."""
        self.steps += 1
        return self.runner.run(work)

    @initialize()
    def open(self) -> None:
        """A house with two complaints and a fan."""

        async def build() -> House:
            house = House(self.folder, self.patch)
            await house.open()
            for who in ("mia", "tom"):
                house.write(who, COMPLAINT)
            house.make_loyal("zoe")
            await house.look()
            return house

        self.house = self.do(build())
        send, interact = self.house.slack.delivery.send, self.house.discord.gateway.interact

        async def noted(kind: str, payload: Any) -> Any:
            self.in_slack.append((kind, copy.deepcopy(payload)))
            return await send(kind, payload)

        def heard(payload: Any) -> None:
            self.in_discord.append(payload)
            interact(payload)

        self.house.slack.delivery.send = noted
        self.house.discord.gateway.interact = heard

    def teardown(self) -> None:
        """Let everything come to rest, compare, and close."""
        try:
            if hasattr(self, "house"):
                self.do(self._rest())
                broken = [one for one in self.log.entries if one.get("exc_info")]
                found = self.do(disagreements(self.house, self.sent))
                self.do(self._count())
                assert not found, "\n".join(found)
                assert not broken, broken
        finally:
            if hasattr(self, "house"):
                self.do(self.house.close())
            self.runner.close()
            self.patch.undo()
            Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = self.before[:2]
            structlog.configure(**self.before[2])
            shutil.rmtree(self.folder, ignore_errors=True)

    async def _rest(self) -> None:
        house = self.house
        for faults in (house.x_faults, house.slack_faults, house.discord_faults):
            faults.clear()
        await self._listening()
        for _ in range(4):  # back-offs, leases and links that nobody used come to their end
            await house.later(minutes=16)
            await house.look()
        await house.recheck()
        await house.look()

    async def _count(self) -> None:
        """What this example came to, for the figures of a long run."""
        house = self.house
        acts = await house.read(lambda tx: tx.actions.since(house.clock.now() - timedelta(days=400)))
        self.tally["alerts"] += len(await house.alerts())
        self.tally["texts_sent"] += len(self.sent)
        self.tally["acts_done"] += sum(one.state is ActState.DONE for one in acts)
        self.tally["clicks"] += len(self.in_slack) + len(self.in_discord)
        for faults in (house.x_faults, house.slack_faults, house.discord_faults):
            self.tally["faults_struck"] += len(faults.struck)

    async def _listening(self) -> None:
        limit = asyncio.get_running_loop().time() + 8
        while not (self.house.slack.connections and self.house.discord.sessions):
            assert asyncio.get_running_loop().time() < limit, "the chats are not connected again"
            await asyncio.sleep(0.02)

    def member(self, name: str) -> Member:
        """Ana, Ben or Cleo."""
        member: Member = getattr(self.house, name)
        return member
