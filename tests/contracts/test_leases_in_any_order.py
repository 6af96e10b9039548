"""Whatever two holders, a freeze and a clock do in whatever order, a lease has one holder, and whoever waits gets it."""

import asyncio
import shutil
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from mutuals.domain import leases
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock
from mutuals.testing.store import MemoryStore
from tests.support.databases import sqlite_url
from tests.support.examples import examples
from tests.support.leases import KINDS, LeaseKind, OfTask
from tests.support.values import START

NODES = st.sampled_from((0, 1, 2))
HOURS = st.integers(1, 30)
# Nothing ends at the very moment at which something else began: in the machine no two moments are the same.
SPANS = st.sampled_from((1, 7, 13, 19, 31, 47)).map(
    lambda seconds: timedelta(seconds=seconds, microseconds=1)
)


class AnyOrder(RuleBasedStateMachine):
    """Three nodes want one lease. A node that does nothing for a while is frozen."""

    make: type[LeaseKind]
    in_memory: bool

    def __init__(self) -> None:
        super().__init__()
        self.kind = self.make()
        self.runner = asyncio.Runner()
        self.folder = Path(tempfile.mkdtemp(prefix="mutuals-"))
        self.clock = FixedClock(START)
        self.store = self.runner.run(self.open())
        self.lives = [0, 0, 0]  # how many processes of each node there were before
        self.believes: dict[
            int, Any
        ] = {}  # what each node got from the lease when it last acquired or renewed it
        self.holder: int | None = None  # the only one whose writes may count
        self.until: datetime | None = None  # of the last lease that was acquired
        self.to_do = False
        self.more_to_do()

    async def open(self) -> SqlStore | MemoryStore:
        """A new store."""
        if self.in_memory:
            return MemoryStore(self.clock)
        return await SqlStore.open(sqlite_url(self.folder), clock=self.clock)

    @property
    def free(self) -> bool:
        """May the next one have it?"""
        now = self.clock.now()
        if self.until is None:
            return self.to_do
        held = now < self.until if self.kind.ends_with_work else self.kind.term.is_held(self.until, now)
        return self.to_do and not held

    def name(self, node: int) -> str:
        """Of the process that a node runs now."""
        return f"node {node}, process {self.lives[node]}"

    def got(self, node: int, held: Any) -> None:
        """A node holds it from now on."""
        self.believes[node], self.holder = held, node
        self.until = self.kind.term.until(self.clock.now())

    @precondition(lambda self: not self.to_do)
    @rule()
    def more_to_do(self) -> None:
        """There is something to do, again."""
        self.runner.run(self.kind.prepare(self.store, self.clock))
        self.to_do, self.until, self.holder = True, None, None

    @rule(node=NODES)
    def acquire(self, node: int) -> None:
        """One that does not think it has it wants it."""
        if node in self.believes:
            return
        free = self.free
        held = self.runner.run(self.kind.acquire(self.store, self.clock, self.name(node)))
        assert (held is not None) == free
        if held is not None:
            self.got(node, held)

    @precondition(lambda self: self.kind.renewed)
    @rule(node=NODES)
    def renew(self, node: int) -> None:
        """One that thinks it has it goes on, perhaps after it was frozen."""
        if node not in self.believes:
            return
        may = self.holder == node or (self.free and not self.kind.ends_with_work)
        held = self.runner.run(self.kind.renew(self.store, self.clock, self.believes.pop(node)))
        assert (held is not None) == may
        if held is not None:
            self.got(node, held)

    @rule(node=NODES)
    def complete(self, node: int) -> None:
        """One that thinks it has it writes what came of it, perhaps after it was frozen."""
        if node not in self.believes:
            return
        may = self.holder == node or (self.free and not self.kind.ends_with_work)
        assert self.runner.run(self.kind.complete(self.store, self.clock, self.believes.pop(node))) == may
        if self.holder == node:
            self.holder = self.until = None
            self.to_do = not self.kind.ends_with_work

    @rule(node=NODES)
    def die(self, node: int) -> None:
        """A process is killed, and another starts in its place."""
        self.believes.pop(node, None)
        self.lives[node] += 1

    @rule(span=SPANS)
    def wait(self, span: timedelta) -> None:
        """Time passes."""
        self.clock.at += span

    @rule(hours=HOURS)
    def jump_ahead(self, hours: int) -> None:
        """The clock is set forward."""
        self.clock.at += timedelta(hours=hours)

    @rule(hours=HOURS)
    def jump_back(self, hours: int) -> None:
        """The clock is set back, and a sweep notices."""
        by = timedelta(hours=hours)
        self.clock.at -= by
        now = self.clock.now()
        self.runner.run(self.store.clock_set_back(now, by))
        if self.until and self.kind.ends_with_work and self.until > now + leases.TASK.length:
            self.until -= by
            if isinstance(self.kind, OfTask):
                self.holder = None  # its token was the end: the task is done once more

    @rule(node=NODES)
    def wait_for_it(self, node: int) -> None:
        """Whoever waits for as long as a lease lasts gets it, whatever the clock did before."""
        self.clock.at += self.kind.term.length + timedelta(microseconds=1)
        self.die(node)
        held = self.runner.run(self.kind.acquire(self.store, self.clock, self.name(node)))
        assert (held is not None) == self.to_do
        if held is not None:
            self.got(node, held)

    @invariant()
    def what_is_done_stays_done(self) -> None:
        """Nobody can acquire what is completed."""
        if not self.to_do:
            assert self.runner.run(self.kind.acquire(self.store, self.clock, "somebody")) is None

    def teardown(self) -> None:
        self.runner.run(self.store.close())
        self.runner.close()
        shutil.rmtree(self.folder, ignore_errors=True)


@pytest.mark.hypothesis
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind()))
@pytest.mark.parametrize("in_memory", [True, False], ids=["memory", "sqlite"])
def test_a_lease_has_one_holder_whatever_happens_in_whatever_order(kind: type[LeaseKind], *, in_memory: bool):
    run_state_machine_as_test(
        type(f"AnyOrder{kind.__name__}", (AnyOrder,), {"make": kind, "in_memory": in_memory}),
        settings=settings(max_examples=examples(60), stateful_step_count=30, deadline=None),
    )
