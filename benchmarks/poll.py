"""What a poll costs that finds nothing new, and what it does at the database. `make bench-poll`.

The service is a process of its own, with both chats connected, on SQLite, against the sandbox's X on loopback. Its processor
time (user and system) is taken over the same span twice: while it polls once a second, and while it does not poll; the
difference is the polls', with everything around them (scheduler, job queue, lease, spending). In the same run, in a
process of its own as well, a minimal loop by hand: the same two requests with aiohttp, and one insert into SQLite.
Then one service in this process polls again, and its statements and transactions are counted and timed.

The last line is one JSON object: poll_ms and loop_ms (medians of the rounds), times (the one by the other), statements,
reads, writes (transactions of each kind) and statements_ms of one poll.
"""

import argparse
import asyncio
import json
import os
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median
from typing import Any

import aiohttp
import psutil
from chat_environment import ChatEnvironment
from sqlalchemy import event

from mutuals.domain.ids import job_key
from mutuals.domain.model import PeriodicTask
from mutuals.service import app
from mutuals.service.bootstrap import Settings, SystemClock
from mutuals_sandbox.service_process import ServiceProcess

WARM_SECONDS = 6.0  # the first looks read what is there, and imports are made
FIELDS = "author_id,created_at,conversation_id,in_reply_to_user_id,referenced_tweets,entities,lang"


async def loop(seconds: float) -> None:
    """The opponent: two requests and an insert, once a second; prints its processor time for each, in milliseconds."""
    url, token, brand = (os.environ[f"LOOP_{name}"] for name in ("URL", "TOKEN", "BRAND"))
    with tempfile.TemporaryDirectory() as folder:
        database = sqlite3.connect(Path(folder) / "loop.db")
        database.execute("pragma journal_mode=wal")
        database.execute("create table look (at real)")
        async with aiohttp.ClientSession(headers={"Authorization": f"Bearer {token}"}) as session:
            looks = 0
            spent = 0.0
            ends = time.monotonic() + seconds
            while time.monotonic() < ends:
                began = time.process_time()
                for what in ("mentions", "tweets"):
                    query = {"max_results": "100", "tweet.fields": FIELDS}
                    async with session.get(f"{url}/2/users/{brand}/{what}", params=query) as answer:
                        json.loads(await answer.read())
                with database:
                    database.execute("insert into look values (?)", (time.time(),))
                looks, spent = looks + 1, spent + time.process_time() - began
                await asyncio.sleep(1)
        database.close()
    print(spent / looks * 1000)


async def loop_ms(environment: ChatEnvironment, variables: dict[str, str], seconds: float) -> float:
    """What the opponent says."""
    given = {
        "URL": environment.x.api_url,
        "TOKEN": variables["MUTUALS_X_ACCESS_TOKEN"],
        "BRAND": environment.brand.id,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, __file__, "--loop", str(seconds), stdout=asyncio.subprocess.PIPE,
        env={**os.environ, **{f"LOOP_{name}": value for name, value in given.items()}},
    )  # fmt: skip
    out, _ = await process.communicate()
    return float(out)


@asynccontextmanager
async def polling(
    environment: ChatEnvironment, variables: dict[str, str], every: str
) -> AsyncIterator[psutil.Process]:
    """The service as a process that polls so often."""
    log = environment.folder / "service.log"
    service = ServiceProcess({**variables, "MUTUALS_POLL_SECONDS": every}, log)
    await service.start()
    try:
        await asyncio.sleep(WARM_SECONDS)
        [found] = [
            one for one in psutil.Process().children() if one.cmdline()[-3:] == ["-m", "mutuals", "run"]
        ]
        yield found
    finally:
        await service.stop()


async def spent(process: psutil.Process, seconds: float) -> float:
    """Its processor time in this span, in seconds."""
    before = process.cpu_times()
    await asyncio.sleep(seconds)
    after = process.cpu_times()
    return float((after.user + after.system) - (before.user + before.system))


async def statements(variables: dict[str, str], polls: int) -> dict[str, float]:
    """What one poll does at the database, by a service in this process."""
    os.environ.update({**variables, "MUTUALS_POLL_SECONDS": "21600"})
    service = await app.Service.build(Settings.read(), SystemClock())
    stop = asyncio.Event()
    running = asyncio.create_task(service.run(stop))
    counts: Counter[str] = Counter()
    took: list[float] = []
    try:
        await asyncio.sleep(WARM_SECONDS)
        [brand] = await service.ctx.store.brands()
        engine = service.ctx.store.engine.sync_engine  # type: ignore[attr-defined]

        def before(connection: Any, cursor: Any, text: str, *_: Any) -> None:
            counts["statements"] += 1
            counts[f"{text.split(maxsplit=1)[0].lower()}"] += 1
            connection.info["began"] = time.perf_counter()

        def after(connection: Any, *_: Any) -> None:
            took.append(time.perf_counter() - connection.info["began"])

        for number in range(polls + 1):
            if number == 1:
                event.listen(engine, "before_cursor_execute", before)
                event.listen(engine, "after_cursor_execute", after)
                event.listen(engine, "commit", lambda _: counts.update(["writes"]))
            watched = await service.ctx.brands.find(brand.id)
            assert watched is not None
            async with service.ctx.store.transaction(brand.id) as tx:
                await tx.tasks.plan(PeriodicTask.POLL, service.ctx.clock.now())
            await service._engine.submit(job_key(PeriodicTask.POLL, brand.id))  # noqa: SLF001
            await asyncio.sleep(1)
    finally:
        stop.set()
        await running
    return {
        "statements": round(counts["statements"] / polls, 1),
        "writes": round(counts["writes"] / polls, 1),
        "statements_ms": round(sum(took) / polls * 1000, 2),
        **{f"{name}s": round(counts[name] / polls, 1) for name in ("select", "insert", "update", "delete")},
    }


async def measure(seconds: float, rounds: int, waiting: int) -> dict[str, float]:
    """Everything, in one run."""
    with tempfile.TemporaryDirectory(prefix="mutuals-bench-") as name:
        environment = ChatEnvironment(Path(name))
        try:
            await environment.start(waiting, waiting, print)
            await environment.service.stop()
            variables = environment.variables()
            polls, loops = [], []
            for number in range(rounds):
                async with polling(environment, variables, "1") as process:
                    busy = await spent(process, seconds)
                async with polling(environment, variables, "21600") as process:
                    idle = await spent(process, seconds)
                polls.append((busy - idle) / seconds * 1000)
                loops.append(await loop_ms(environment, variables, seconds / 2))
                print(f"round {number + 1}: a poll {polls[-1]:.1f} ms, the loop {loops[-1]:.1f} ms")
            found = await statements(variables, 10)
        finally:
            await environment.stop()
    poll, opponent = median(polls), median(loops)
    return {
        "poll_ms": round(poll, 1),
        "loop_ms": round(opponent, 1),
        "times": round(poll / opponent, 1),
        **found,
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=20.0, help="of each span")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--waiting", type=int, default=50, help="open alerts, and as many settled ones")
    parser.add_argument("--loop", type=float, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.loop:
        asyncio.run(loop(asked.loop))
    else:
        print(json.dumps(asyncio.run(measure(asked.seconds, asked.rounds, asked.waiting))))


if __name__ == "__main__":
    main()
