"""Several nodes on one PostgreSQL: one key is done by one of them, a dead one's keys go to the others, outages pass."""

import asyncio
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
import pytest
import structlog

from mutuals.ports.jobs import JobQueue
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock
from tests.support.shop import Shop, node
from tests.support.waiting import until
from tests.unit.jobs.lossy import lossy

pytestmark = pytest.mark.long

Hire = Callable[..., JobQueue]


async def ask(url: str, query: str) -> list[tuple[Any, ...]]:
    async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
        cursor = await connection.execute(query)
        return await cursor.fetchall() if cursor.description else []


async def rows(url: str) -> list[tuple[Any, ...]]:
    return await ask(url, "SELECT status::text, lock, args FROM procrastinate.procrastinate_jobs ORDER BY id")


async def sweep_until(engine: JobQueue, key: str, seen: Callable[[], object]) -> None:
    """Submit the key again and again, as the sweep does, until something is seen."""
    limit = time.monotonic() + 25
    while not seen():
        assert time.monotonic() < limit
        await engine.submit(key)
        await asyncio.sleep(0.1)


@asynccontextmanager
async def process(url: str, name: str, key: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """A node in a process of its own that has begun its work; killed at the end."""
    one = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.unit.jobs.node_process", url, name, key,
        stdout=asyncio.subprocess.PIPE, cwd=Path(__file__).parents[3],
    )  # fmt: skip
    try:
        assert one.stdout is not None
        while (line := await asyncio.wait_for(one.stdout.readline(), 30)) != f"{name} does {key}\n".encode():
            assert line, "the node ended"
        yield one
    finally:
        if one.returncode is None:
            one.kill()
        await one.wait()


async def test_nodes_that_start_at_the_same_moment_make_the_tables_once(hire: Hire, shop: Shop, url: str):
    nodes = [hire(f"n{number}") for number in range(4)]
    await asyncio.gather(*(one.start() for one in nodes))
    shop.gate.set()
    await nodes[3].submit("do/a")
    await until(lambda: shop.ended == ["do/a"])

    assert await rows(url) == []


async def test_of_three_nodes_only_one_at_a_time_does_a_key(hire: Hire, shop: Shop):
    nodes = [hire(f"n{number}") for number in range(3)]
    for one in nodes:
        await one.start()
    shop.gate.set()
    shop.takes = 0.05  # long enough for another node to come in between
    for number in range(90):
        await nodes[number % 3].submit(f"do/{number % 5}")
    await nodes[0].submit("do/last")
    await until(lambda: "do/last" in shop.ended and not shop.now.total())

    assert set(shop.most) == {f"do/{number}" for number in range(5)} | {"do/last"}
    assert set(shop.most.values()) == {1}


async def test_a_key_submitted_at_another_node_while_it_runs_runs_once_more(hire: Hire, shop: Shop):
    here, there = hire("here", look_every=60.0), hire("there", look_every=60.0)
    await here.start()
    await here.submit("do/a")
    await until(lambda: shop.began)
    await there.start()
    await there.submit("do/a")
    await asyncio.sleep(1.0)  # by now nobody looks for work without a reason
    assert shop.began == ["do/a"]

    shop.gate.set()
    await until(lambda: shop.ended == ["do/a", "do/a"])


async def test_a_chats_work_waits_for_the_node_that_holds_the_chat(hire: Hire, shop: Shop, url: str):
    without, holder = hire("without"), hire("holder")
    await without.start()
    shop.gate.set()
    await without.submit("deliver/b/discord")
    await asyncio.sleep(0.2)
    assert await rows(url) == [("todo", "deliver/b/discord", {"key": "deliver/b/discord"})]

    await holder.start()
    await holder.open("discord")
    await until(lambda: shop.ended == ["deliver/b/discord"])


async def test_what_a_stopping_node_cancels_is_free_for_the_others_at_once(hire: Hire, shop: Shop, url: str):
    stopping, staying = hire("stopping", stalled_after=600.0), hire("staying", stalled_after=600.0)
    await stopping.start()
    await stopping.submit("do/a")
    await until(lambda: shop.began)
    await stopping.stop(0.05)
    assert await rows(url) == []

    await staying.start()
    await staying.submit("do/a")
    shop.gate.set()
    await until(lambda: shop.ended == ["do/a"])


async def test_a_killed_nodes_key_is_taken_over_and_a_living_nodes_is_not(hire: Hire, shop: Shop, url: str):
    staying = hire("staying")
    shop.gate.set()
    async with process(url, "living", "do/a"), process(url, "killed", "do/b") as killed:
        await staying.start()
        await staying.submit("do/a")
        await staying.submit("do/b")
        killed.kill()
        await killed.wait()
        await sweep_until(staying, "do/b", lambda: "do/b" in shop.ended)
        await asyncio.sleep(3.0)  # longer than a living node may be silent

        assert "do/a" not in shop.began


async def test_a_broken_connection_costs_no_key(hire: Hire, shop: Shop, url: str):
    one = hire("one", look_every=60.0)
    await one.start()
    shop.gate.set()
    for number in range(3):
        await ask(
            url,
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'mutuals-%'",
        )
        await sweep_until(one, f"do/{number}", partial(shop.ended.__contains__, f"do/{number}"))


async def test_a_key_that_was_taken_by_a_fetch_whose_answer_was_lost_is_done_all_the_same(
    shop: Shop, url: str
):
    shop.gate.set()
    async with lossy(url) as (way, over):
        one = shop.hire(node(over, stalled_after=600.0))  # nothing is freed because somebody looks dead
        await one.start()
        try:
            await sweep_until(one, "do/first", lambda: shop.ended)
            way.lose = b"procrastinate_fetch_job"
            await one.submit("do/a")
            await until(lambda: way.lost)
            await sweep_until(one, "do/a", lambda: "do/a" in shop.ended)
        finally:
            await one.stop(2.0)


async def test_a_server_that_freezes_without_a_word_is_told_once_and_work_goes_on_when_it_thaws(
    shop: Shop, url: str
):
    shop.gate.set()
    async with lossy(url) as (way, over):
        one = shop.hire(node(over, stalled_after=600.0, answer_within=0.5))
        await one.start()
        try:
            await sweep_until(one, "do/first", lambda: shop.ended)
            with structlog.testing.capture_logs() as logs:
                way.passes.clear()
                await one.submit("do/a")
                await until(lambda: logs)
                way.passes.set()
                await sweep_until(one, "do/a", lambda: "do/a" in shop.ended)
        finally:
            await one.stop(2.0)

    assert logs[0] == {
        "event": "engine.database_lost",
        "log_level": "warning",
        "why": "PostgreSQL gave no answer within 0.5 s.",
    }
    assert [entry["event"] for entry in logs if "database" in entry["event"]] == [
        "engine.database_lost",
        "engine.database_back",
    ]


async def test_an_outage_is_told_once_and_what_ended_in_it_leaves_no_key_blocked(
    hire: Hire, shop: Shop, url: str
):
    # Nothing is freed because somebody looks dead.
    one = hire("one", stalled_after=600.0, answer_within=0.3)
    await one.start()
    await one.submit("do/a")
    await until(lambda: shop.began)
    name, server = url_parts(url)
    with structlog.testing.capture_logs() as logs:
        await ask(server, f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        await ask(server, f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
        shop.gate.set()
        await until(lambda: shop.ended == ["do/a"])
        for _ in range(3):
            await one.submit("do/b")
        await until(lambda: logs)
        await asyncio.sleep(1.0)  # by then the end of the work could not be written
        await ask(server, f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
        await sweep_until(one, "do/a", lambda: shop.ended.count("do/a") > 1)
        await sweep_until(one, "do/b", lambda: "do/b" in shop.ended)

    told = [entry["event"] for entry in logs]
    assert told.count("engine.database_lost") == 1
    assert told.count("engine.database_back") == 1
    assert set(told) == {"engine.database_lost", "engine.database_back"}
    assert set(shop.most.values()) == {1}


# A worker without a heartbeat for as long as this, with a key that it was doing.
DEAD = """SET search_path TO procrastinate;
WITH dead AS (INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '{}') RETURNING id)
INSERT INTO procrastinate_jobs (queue_name, task_name, lock, status, worker_id)
SELECT 'main', 'mutuals.work', 'do/dead', 'doing', id FROM dead"""


async def test_after_an_outage_the_heart_beats_on_and_nobody_takes_over_what_runs(
    shop: Shop, hire: Hire, url: str
):
    one = hire("one", answer_within=0.3)
    await one.start()
    await one.submit("do/a")
    await until(lambda: shop.began)
    name, server = url_parts(url)
    await ask(server, f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
    await ask(server, f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
    await asyncio.sleep(1.5)  # some heartbeats
    await ask(server, f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
    with structlog.testing.capture_logs() as logs:
        await until(lambda: one.up)
        await ask(url, DEAD.format("0 s"))
        await until(lambda: any("key" in entry for entry in logs))

    assert [entry["key"] for entry in logs if "key" in entry] == ["do/dead"]


async def test_a_starting_node_takes_nothing_from_one_that_had_no_heartbeat_in_an_outage(
    shop: Shop, hire: Hire, url: str
):
    living = hire("living", stalled_after=600.0)
    await living.start()
    await living.submit("do/a")
    await until(lambda: shop.began)
    await ask(
        url,
        "UPDATE procrastinate.procrastinate_workers SET last_heartbeat = now() - interval '1 hour';"
        + DEAD.format("1 hour"),
    )
    starting = hire("starting", heartbeat=2.0)
    with structlog.testing.capture_logs() as logs:
        await starting.start()
        await until(lambda: any("key" in entry for entry in logs))

    assert [entry["key"] for entry in logs if "key" in entry] == ["do/dead"]


async def test_a_node_whose_row_was_taken_away_registers_anew(hire: Hire, shop: Shop, url: str):
    one = hire("one")
    await one.start()
    shop.gate.set()
    await one.submit("do/a")
    await until(lambda: shop.ended == ["do/a"])
    await ask(url, "DELETE FROM procrastinate.procrastinate_workers")

    with structlog.testing.capture_logs() as logs:
        await one.submit("do/b")
        await until(lambda: shop.ended == ["do/a", "do/b"])

    assert [entry["event"] for entry in logs] == ["engine.worker_ended"]


async def test_a_node_stops_in_time_though_the_database_is_away(hire: Hire, shop: Shop, url: str):
    one = hire("one")
    await one.start()
    await one.submit("do/a")
    await until(lambda: shop.began)
    name, server = url_parts(url)
    await ask(server, f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
    await ask(server, f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")

    await asyncio.wait_for(one.stop(0.1), 12)

    assert shop.now.total() == 0


async def test_the_engines_tables_and_mutuals_tables_do_not_mind_each_other(hire: Hire, shop: Shop, url: str):
    one = hire()
    await one.start()
    store = await SqlStore.open(url, clock=FixedClock())
    try:
        assert await store.brands() == []
    finally:
        await store.close()
    found = await ask(
        url, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public' AND tablename LIKE 'procras%'"
    )

    assert found == [(0,)]


async def test_a_busy_node_keeps_few_connections(hire: Hire, shop: Shop, url: str):
    one = hire("one", connections=3)
    for queue in ("slack", "discord", "matrix"):
        await one.open(queue)
    await one.start()
    shop.gate.set()
    await asyncio.gather(*(one.submit(f"do/{number}") for number in range(60)))
    found = await ask(
        url, "SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'mutuals-engine/%'"
    )
    await until(lambda: len(shop.ended) == 60)

    assert found[0][0] <= 3 + 1


def url_parts(url: str) -> tuple[str, str]:
    """The name of the database, and the URL of another one on the same server."""
    name = psycopg.conninfo.conninfo_to_dict(url)["dbname"]
    return str(name), url.replace(f"/{name}?", "/postgres?")
