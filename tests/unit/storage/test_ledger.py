"""The ledger in a database: no entry is ever changed, and two processes write one chain."""

import asyncio
import os
import sys
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from mutuals.domain.ledger_verification import ChainVerifier
from mutuals.domain.model import ActKind
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock
from tests.support.databases import START
from tests.support.ledger import begin, entries, whole_life
from tests.support.values import BRAND, action


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE ledger SET text = 'never said' WHERE number = 1",
        "DELETE FROM ledger WHERE number = 2",
        "DELETE FROM ledger",
        "INSERT INTO ledger SELECT * FROM ledger WHERE number = 2",
        "INSERT OR REPLACE INTO ledger SELECT * FROM ledger WHERE number = 2",
        "TRUNCATE ledger",
        # a row of one's own that leaves out a number, or continues another entry than the last
        ("INSERT INTO ledger (brand_id, number, at, entry, action_id, act, path, alert_id, actor_channel, actor_id, "
        "actor_name, person_id, prev, hash) SELECT brand_id, 4, at, entry, action_id, act, path, alert_id, "
        "actor_channel, actor_id, actor_name, person_id, hash, 'h' FROM ledger WHERE number = 2"),
        ("INSERT INTO ledger (brand_id, number, at, entry, action_id, act, path, alert_id, actor_channel, actor_id, "
        "actor_name, person_id, prev, hash) SELECT brand_id, 3, at, entry, action_id, act, path, alert_id, "
        "actor_channel, actor_id, actor_name, person_id, prev, 'h' FROM ledger WHERE number = 2"),
    ],
)  # fmt: skip
async def test_the_database_itself_refuses_to_change_the_ledger(
    store: SqlStore, url: str, attack: str
) -> None:
    await whole_life(store)
    before = await entries(store)

    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with pytest.raises(DBAPIError, match=r"append-only|syntax error") as caught, engine.begin() as connection:
        connection.execute(text(attack))
    engine.dispose()
    foreign = {"sqlite": "TRUNCATE", "postgresql": "INSERT OR REPLACE"}[engine.dialect.name]
    assert ("syntax error" in str(caught.value)) == attack.startswith(foreign)

    assert await entries(store) == before


async def test_each_brand_has_a_chain_of_its_own(store: SqlStore) -> None:
    await whole_life(store)
    await begin(store, replace(action(), brand_id="901"))

    assert [one.number for one in await entries(store, "901")] == [1]
    assert await store.ledger_brands() == [BRAND, "901"]
    assert await store.ledger_count(BRAND) == 2


async def test_entries_since_a_time_are_counted_from_there(store: SqlStore, clock: FixedClock) -> None:
    await whole_life(store)
    clock.at += timedelta(days=1)
    await whole_life(store, "x2")

    assert await store.ledger_count(BRAND, START + timedelta(hours=1)) == 2


_OTHER_PROCESS = """
import asyncio, os
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock
from tests.support.values import action

async def main():
    store = await SqlStore.open(os.environ["URL"], clock=FixedClock())
    for n in range(25):
        async with store.transaction("900") as tx:
            await tx.actions.begin(action(f"other{n}", post_id=f"o{n}", alert_id=f"o{n}"))
    await store.close()

asyncio.run(main())
"""


@pytest.mark.long
async def test_two_processes_and_many_tasks_write_one_chain(
    store: SqlStore, other: SqlStore, url: str
) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", _OTHER_PROCESS, env=os.environ | {"URL": url, "PYTHONPATH": os.getcwd()}  # noqa: PTH109
    )  # fmt: skip
    mine = 0
    while process.returncode is None:
        await asyncio.gather(*(
            begin(one, action(f"m{mine}{n}", ActKind.REPLY, post_id=f"m{mine}{n}", alert_id=f"m{mine}{n}"))
            for n, one in enumerate((store, other))
        ))  # fmt: skip
        mine += 1
        await asyncio.sleep(0.002)

    assert process.returncode == 0
    walk = ChainVerifier().along(await entries(store))
    assert (walk.broken, walk.entries, walk.under_way) == (None, 2 * mine + 25, 2 * mine + 25)
