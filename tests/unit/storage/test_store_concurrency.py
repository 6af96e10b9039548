"""Many at once: nothing is lost, and of two who want the same thing one gets it."""

import asyncio
import os
import subprocess
import sys

import pytest
from sqlalchemy import text

from mutuals.domain.errors import TryAgain
from mutuals.domain.model import ActKind
from mutuals.storage import advisory_lock
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock
from tests.support.values import BRAND, action, alert, case, delivery, post


async def _increment(store: SqlStore) -> None:
    async with store.transaction(BRAND) as tx:
        number = await tx.key_values.get("n") or 0
        await asyncio.sleep(0)
        await tx.key_values.put("n", number + 1)


async def _number(store: SqlStore) -> int:
    async with store.transaction(BRAND) as tx:
        return await tx.key_values.get("n") or 0


@pytest.mark.long
async def test_of_250_updates_that_read_before_they_write_none_is_lost(store: SqlStore) -> None:
    await asyncio.gather(*(_increment(store) for _ in range(250)))

    assert await _number(store) == 250


async def test_two_stores_on_one_database_lose_no_update_either(store: SqlStore, other: SqlStore) -> None:
    await asyncio.gather(*(_increment(one) for one in [store, other] * 40))

    assert await _number(store) == 80


_OTHER_PROCESS = """
import asyncio, os
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock

async def main():
    store = await SqlStore.open(os.environ["URL"], clock=FixedClock())
    for _ in range(40):
        async with store.transaction("900") as tx:
            await tx.key_values.put("n", (await tx.key_values.get("n") or 0) + 1)
    await store.close()

asyncio.run(main())
"""


@pytest.mark.long
async def test_two_processes_on_one_database_lose_no_update(store: SqlStore, url: str) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", _OTHER_PROCESS, env=os.environ | {"URL": url}
    )
    mine = 0
    while process.returncode is None:  # as long as the other one counts, so do we
        await _increment(store)
        await asyncio.sleep(0.002)
        mine += 1

    assert process.returncode == 0
    assert await _number(store) == mine + 40


async def test_of_two_who_open_an_alert_for_one_person_one_does(store: SqlStore, other: SqlStore) -> None:
    async def put(one: SqlStore, name: str) -> bool:
        async with one.transaction(BRAND) as tx:
            return await tx.alerts.put(alert(name), was=None)

    wins = await asyncio.gather(*(put(one, f"a{n}") for n, one in enumerate([store, other] * 10)))

    assert wins.count(True) == 1


async def test_of_two_who_change_an_alert_one_does(store: SqlStore, other: SqlStore) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.alerts.put(alert(), was=None)

    async def put(one: SqlStore, name: str) -> bool:
        async with one.transaction(BRAND) as tx:
            return await tx.alerts.put(alert(version=2, claimed_by=name), was=1)

    wins = await asyncio.gather(*(put(one, f"{n}") for n, one in enumerate([store, other] * 10)))

    assert wins.count(True) == 1


@pytest.mark.parametrize("kinds", [(ActKind.FOLLOW,), (ActKind.REPLY,), (ActKind.REPLY, ActKind.ACKNOWLEDGE)])
async def test_of_many_clicks_at_once_one_begins_the_act(
    store: SqlStore, other: SqlStore, kinds: tuple[ActKind, ...]
) -> None:
    async def begin(one: SqlStore, number: int) -> str | None:
        async with one.transaction(BRAND) as tx:
            standing = await tx.actions.begin(action(f"x{number}", kinds[number % len(kinds)]))
            return standing.id if standing else None

    told = await asyncio.gather(*(begin(one, n) for n, one in enumerate([store, other] * 10)))

    assert told.count(None) == 1
    assert {who for who in told if who} == {f"x{told.index(None)}"}


async def test_an_error_in_the_middle_undoes_everything(store: SqlStore) -> None:
    async def fail() -> None:
        async with store.transaction(BRAND) as tx:
            await tx.posts.add([post()])
            await tx.cases.put([case()])
            raise KeyError

    with pytest.raises(KeyError):
        await fail()
    async with store.transaction(BRAND) as tx:
        assert (await tx.counts())["posts"] == 0
        assert await tx.cases.by_ids(["1001"]) == {}


async def test_a_cancelled_transaction_undoes_everything_and_blocks_nobody(store: SqlStore) -> None:
    halfway = asyncio.Event()

    async def work() -> None:
        async with store.transaction(BRAND) as tx:
            await tx.deliveries.request(delivery())
            halfway.set()
            for _ in range(1000):
                await tx.posts.add([post()])
                await tx.posts.by_ids(["1001"])

    task = asyncio.create_task(work())
    await halfway.wait()
    await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    async with asyncio.timeout(20), store.transaction(BRAND) as tx:
        assert await tx.deliveries.of("alert/a1") == []


async def test_a_transaction_inside_another_is_refused_instead_of_hanging(store: SqlStore) -> None:
    async with store.transaction(BRAND):
        with pytest.raises(RuntimeError, match="inside another"):
            async with store.transaction(BRAND):
                pass


async def test_reading_does_not_wait_for_a_writer(store: SqlStore) -> None:
    await store.put("k", 1)
    async with store.transaction(BRAND) as tx:
        await tx.key_values.put("n", 1)
        async with asyncio.timeout(20):
            assert await store.get("k") == 1
            assert await store.due(FixedClock().now()) == []


_KILLED_AFTER_ITS_COMMIT = """
import asyncio, os, signal
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock

async def main():
    store = await SqlStore.open(os.environ["URL"], clock=FixedClock())
    async with store.transaction("900") as tx:
        await tx.key_values.put("whole", 1)
    async with store.transaction("900") as tx:
        await tx.key_values.put("half", 1)
        os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main())
"""


def _run_killed(url: str) -> int:
    run = subprocess.run(
        [sys.executable, "-c", _KILLED_AFTER_ITS_COMMIT], env=os.environ | {"URL": url}, check=False
    )
    return run.returncode


@pytest.mark.long
async def test_a_killed_process_leaves_what_it_committed_and_nothing_else(store: SqlStore, url: str) -> None:
    assert await asyncio.to_thread(_run_killed, url) == -9

    async with asyncio.timeout(20), store.transaction(BRAND) as tx:
        assert (await tx.key_values.get("whole"), await tx.key_values.get("half")) == (1, None)


async def test_a_process_that_stands_still_in_a_transaction_does_not_block_the_others_for_long(
    store: SqlStore, other: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PostgreSQL: frozen, or its machine is gone. SQLite has one machine, and a process that ends lets go."""
    if store._engine.dialect.name == "sqlite":
        pytest.skip("SQLite's processes are on one machine; the test is about PostgreSQL")
    monkeypatch.setattr(advisory_lock, "LOCK", text(str(advisory_lock.LOCK).replace("'30s'", "'500ms'")))

    async def stands_still() -> None:
        async with store.transaction(BRAND) as tx:
            await tx.key_values.put("n", 1)
            await asyncio.wait_for(_increment(other), 20)
            await tx.key_values.put("n", 7)

    with pytest.raises(TryAgain, match="stood still"):
        await stands_still()
    assert await _number(store) == 1  # the other's; what was half done is undone
