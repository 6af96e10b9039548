"""Cases on their way to others: kept, changed by whoever is first, due at their time."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mutuals.domain import hand_offs
from mutuals.domain.hand_offs import HandOff, HandOffState, Way
from mutuals.domain.ids import job_key
from mutuals.ports.store import Store
from tests.support.values import BRAND, START

ONE = HandOff(
    "h1", BRAND, "a1", "KET-1", Way.MAIL, "s@example.com", "Ana", "slack/U1", START, "Note 😀", "https://chat.example/1",
    next_at=START, before={"c1": {"due_at": START.isoformat(), "promised_at": None, "warned": True}},
)  # fmt: skip


async def test_one_is_kept_and_only_the_first_changes_it(store: Store) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.hand_offs.add(ONE)
        assert await tx.hand_offs.get("h2") is None
    async with store.transaction(BRAND) as tx:
        assert await tx.hand_offs.get("h1") == ONE
        begun = hand_offs.begun(ONE, START + timedelta(minutes=1))
        assert await tx.hand_offs.put(begun, was_attempt=0)
        assert not await tx.hand_offs.put(begun, was_attempt=0)
        assert await tx.hand_offs.get("h1") == begun
    async with store.transaction("other") as tx:
        assert await tx.hand_offs.get("h1") is None
        with pytest.raises(ValueError, match="brand"):
            await tx.hand_offs.add(ONE)


async def test_it_is_due_at_its_time_until_it_has_arrived(store: Store) -> None:
    key, later = job_key("handoff", BRAND, "h1"), START + timedelta(minutes=1)
    async with store.transaction(BRAND) as tx:
        await tx.hand_offs.add(replace(ONE, next_at=later))
    assert key not in await store.due(START)
    assert key in await store.due(later)
    async with store.transaction(BRAND) as tx:
        await tx.hand_offs.put(hand_offs.begun(ONE, later), was_attempt=0)
    assert key in await store.due(later)  # the lease of whoever died is over
    async with store.transaction(BRAND) as tx:
        await tx.hand_offs.put(replace(hand_offs.arrived(ONE), attempt=1), was_attempt=1)
        kept = await tx.hand_offs.get("h1")
        assert kept is not None
        assert (kept.state, kept.note) == (HandOffState.SENT, "")
    assert key not in await store.due(later + timedelta(days=1))
