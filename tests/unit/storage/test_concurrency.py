"""Many tasks and processes on one database: no update is lost, and nobody blocks the others for long."""

import asyncio
import os
import subprocess
import sys

import pytest
from sqlalchemy import text

from mutuals.domain.errors import TryAgain
from mutuals.storage import advisory_lock
from mutuals.storage.store import SqlStore
from tests.support.counting import increment, number_of
from tests.support.values import BRAND


@pytest.mark.long
async def test_of_250_updates_that_read_before_they_write_none_is_lost(store: SqlStore) -> None:
    await asyncio.gather(*(increment(store) for _ in range(250)))

    assert await number_of(store) == 250


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
        await increment(store)
        await asyncio.sleep(0.002)
        mine += 1

    assert process.returncode == 0
    assert await number_of(store) == mine + 40


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
            await asyncio.wait_for(increment(other), 20)
            await tx.key_values.put("n", 7)

    with pytest.raises(TryAgain, match="stood still"):
        await stands_still()
    assert await number_of(store) == 1  # the other's; what was half done is undone
