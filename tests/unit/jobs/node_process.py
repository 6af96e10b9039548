"""A node as a process of its own: `python -m tests.unit.jobs.node_process URL NAME KEY`.

Submits the key, prints its name when the work begins, and works until it is killed.
"""

import asyncio
import sys

from tests.support.shop import node


async def main(url: str, name: str, key: str) -> None:
    engine = node(url, name, concurrency=1)  # busy with its key, it takes no other node's

    async def hold(key: str) -> None:
        print(f"{name} does {key}", flush=True)
        await asyncio.sleep(600)

    engine.handle("do", hold)
    await engine.start()
    await engine.submit(key)
    await asyncio.sleep(600)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
