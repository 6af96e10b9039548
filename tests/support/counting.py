"""A number that many count up at once: reads before it writes, so that an update may be lost."""

import asyncio

from mutuals.ports.store import Store
from tests.support.values import BRAND


async def increment(store: Store) -> None:
    async with store.transaction(BRAND) as tx:
        number = await tx.key_values.get("n") or 0
        await asyncio.sleep(0)
        await tx.key_values.put("n", number + 1)


async def number_of(store: Store) -> int:
    async with store.transaction(BRAND) as tx:
        return await tx.key_values.get("n") or 0
