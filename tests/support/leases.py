"""The four kinds of leases, each used as the product uses it, so that one suite can ask the same of all of them.

    python -m tests.support.leases URL

acquires one of each kind in a process of its own and waits to be killed, while the last two are not committed yet.
"""

import asyncio
import sys
from dataclasses import replace
from datetime import timedelta
from itertools import count
from typing import Any, Protocol

from mutuals.domain import leases
from mutuals.domain.leases import LeaseTerm
from mutuals.domain.model import ActState, DeliveryState, PeriodicTask
from mutuals.ports.store import Store
from mutuals.service.named_lease import NamedLease
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock
from tests.support.values import BRAND, START, action, delivery

FAR = timedelta(days=60)
POLL = f"{PeriodicTask.POLL}/{BRAND}"


class LeaseKind(Protocol):
    """What holders do with a lease of one kind. What `acquire` and `renew` give is known to the holder only."""

    term: LeaseTerm
    renewed: bool  # do its holders renew it?
    ends_with_work: bool  # when it is completed nobody need acquire it again

    async def prepare(self, store: Store, clock: FixedClock) -> None:
        """There is something to acquire now."""

    async def acquire(self, store: Store, clock: FixedClock, holder: str) -> Any:
        """Acquire it if it may be had; None if not."""

    async def renew(self, store: Store, clock: FixedClock, held: Any) -> Any:
        """Hold it for longer; None when somebody else has it."""

    async def complete(self, store: Store, clock: FixedClock, held: Any) -> bool:
        """Write that the work is done, or give the lease back: did that change anything?"""


class OfName(LeaseKind):
    """A chat's connection, the sweep, a sign-in."""

    term, renewed, ends_with_work = leases.CONNECTION, True, False

    def __str__(self) -> str:
        return "name"

    async def prepare(self, store: Store, clock: FixedClock) -> None: ...

    async def acquire(self, store: Store, clock: FixedClock, holder: str) -> Any:
        lease = NamedLease(store, clock, "chat/discord", holder)
        return lease if await lease.acquire() else None

    async def renew(self, store: Store, clock: FixedClock, held: Any) -> Any:
        return held if await held.acquire() else None

    async def complete(self, store: Store, clock: FixedClock, held: Any) -> bool:
        await held.release()
        probe = NamedLease(store, clock, "chat/discord", "somebody else again")
        free = await probe.acquire()
        await probe.release()
        return free


class OfTask(LeaseKind):
    """A poll."""

    term, renewed, ends_with_work = leases.TASK, False, True

    def __init__(self) -> None:
        self._completions = count()

    def __str__(self) -> str:
        return "task"

    async def prepare(self, store: Store, clock: FixedClock) -> None:
        async with store.transaction(BRAND) as tx:
            await tx.tasks.plan(PeriodicTask.POLL, clock.now())

    async def acquire(self, store: Store, clock: FixedClock, holder: str) -> Any:
        until = self.term.until(clock.now())
        async with store.transaction(BRAND) as tx:
            return until if await tx.tasks.acquire(PeriodicTask.POLL, clock.now(), until) else None

    async def renew(self, store: Store, clock: FixedClock, held: Any) -> Any:
        raise AssertionError("nobody does")

    async def complete(self, store: Store, clock: FixedClock, held: Any) -> bool:
        tick = timedelta(microseconds=1)
        planned = clock.now() + FAR + tick * next(self._completions)
        async with store.transaction(BRAND) as tx:
            await tx.tasks.complete(PeriodicTask.POLL, held, planned)
        return POLL in await store.due(planned) and POLL not in await store.due(planned - tick)


class OfAction(LeaseKind):
    """A reply on the network."""

    term, renewed, ends_with_work = leases.ACTION, True, True

    def __init__(self) -> None:
        self._numbers = count(1)

    def __str__(self) -> str:
        return "action"

    async def prepare(self, store: Store, clock: FixedClock) -> None:
        name = f"{next(self._numbers)}"
        begun = action(f"x{name}", alert_id=f"a{name}", post_id=name, next_at=clock.now())
        async with store.transaction(BRAND) as tx:
            assert await tx.actions.begin(begun) is None

    async def acquire(self, store: Store, clock: FixedClock, holder: str) -> Any:
        async with store.transaction(BRAND) as tx:
            due = await tx.actions.due(clock.now(), 1)
        return await self.renew(store, clock, due[0]) if due else None

    async def renew(self, store: Store, clock: FixedClock, held: Any) -> Any:
        acquired = leases.acquired(held, self.term.until(clock.now()))
        async with store.transaction(BRAND) as tx:
            ours = await tx.actions.put(acquired, was=held.state, was_attempt=held.attempt)
        return acquired if ours else None

    async def complete(self, store: Store, clock: FixedClock, held: Any) -> bool:
        done = replace(held, state=ActState.DONE, external_id="1", done_at=clock.now(), next_at=None)
        async with store.transaction(BRAND) as tx:
            return await tx.actions.put(done, was=held.state, was_attempt=held.attempt)


class OfDelivery(LeaseKind):
    """An alert's message in a chat."""

    term, renewed, ends_with_work = leases.DELIVERY, False, True

    def __init__(self) -> None:
        self._versions = count(1)

    def __str__(self) -> str:
        return "delivery"

    async def prepare(self, store: Store, clock: FixedClock) -> None:
        async with store.transaction(BRAND) as tx:
            await tx.deliveries.request(delivery(wanted=next(self._versions)))

    async def acquire(self, store: Store, clock: FixedClock, holder: str) -> Any:
        async with store.transaction(BRAND) as tx:
            due = await tx.deliveries.due("slack", clock.now(), 1)
        if not due:
            return None
        acquired = leases.acquired(due[0], self.term.until(clock.now()))
        async with store.transaction(BRAND) as tx:
            ours = await tx.deliveries.put(acquired, was_attempt=due[0].attempt)
        return acquired if ours else None

    async def renew(self, store: Store, clock: FixedClock, held: Any) -> Any:
        raise AssertionError("nobody does")

    async def complete(self, store: Store, clock: FixedClock, held: Any) -> bool:
        done = replace(held, state=DeliveryState.IDLE, shown=held.wanted, next_at=None)
        async with store.transaction(BRAND) as tx:
            return await tx.deliveries.put(done, was_attempt=held.attempt)


KINDS: tuple[type[LeaseKind], ...] = (OfName, OfTask, OfAction, OfDelivery)


async def _hold_until_killed(url: str) -> None:
    clock = FixedClock(START)
    store = await SqlStore.open(url, clock=clock)
    for kind in (OfName(), OfTask()):
        assert await kind.acquire(store, clock, "killed") is not None
    async with store.transaction(BRAND) as tx:
        [act], [row] = await tx.actions.due(clock.now()), await tx.deliveries.due("slack", clock.now())
        acquired = leases.acquired(act, leases.ACTION.until(clock.now()))
        sending = leases.acquired(row, leases.DELIVERY.until(clock.now()))
        assert await tx.actions.put(acquired, was=act.state, was_attempt=act.attempt)
        assert await tx.deliveries.put(sending, was_attempt=row.attempt)
        print("acquired", flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_hold_until_killed(*sys.argv[1:]))
