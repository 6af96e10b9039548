"""Acts that leave entries in the ledger, and the entries they have left."""

from dataclasses import replace
from typing import Any

from mutuals.domain.ledger import LedgerEntry
from mutuals.domain.model import Action, ActState
from mutuals.ports.store import Store
from tests.support.values import BRAND, action


async def entries(store: Store, brand_id: str = BRAND) -> list[LedgerEntry]:
    return [one async for one in store.ledger(brand_id)]


async def begin(store: Store, one: Action) -> bool:
    async with store.transaction(one.brand_id) as tx:
        return await tx.actions.begin(one) is None


async def become(store: Store, one: Action, state: ActState, **changes: Any) -> Action:
    new = replace(one, state=state, **changes)
    async with store.transaction(one.brand_id) as tx:
        assert await tx.actions.put(new, was=one.state, was_attempt=one.attempt)
    return new


async def whole_life(store: Store, name: str = "x1", **changes: Any) -> None:
    """One reply, from the click to X."""
    one = action(name, **({"post_id": name, "alert_id": name} | changes))
    await begin(store, one)
    calling = await become(store, one, ActState.CALLING, attempt=1)
    await become(store, calling, ActState.DONE, external_id="5001", error="an earlier trouble")
