"""Saved replies: kept for a brand, replaced, forgotten, and nobody else's."""

from dataclasses import replace

import pytest

from mutuals.domain.saved_replies import ReplyKind, SavedReply
from mutuals.ports.store import Store
from tests.support.values import BRAND, START

REFUND = SavedReply(
    "a1", "Refund", "es", "Hola {first_name}, 😀", frozenset({ReplyKind.COMPLAINT, ReplyKind.HOLDING}), "Eva", START
)  # fmt: skip


async def test_a_saved_reply_is_kept_replaced_and_forgotten(store: Store) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.saved_replies.put(REFUND)
        await tx.saved_replies.put(replace(REFUND, id="a0", name="First", kinds=frozenset(), removed=True))
    async with store.transaction(BRAND) as tx:
        assert [one.id for one in await tx.saved_replies.all()] == ["a0", "a1"]
        assert await tx.saved_replies.get("a1") == REFUND
        assert (await tx.saved_replies.all())[0].removed
        await tx.saved_replies.put(replace(REFUND, name="Refunds", text="Other"))
        changed = await tx.saved_replies.get("a1")
        assert changed is not None
        assert (changed.name, changed.text) == ("Refunds", "Other")
        await tx.saved_replies.remove("a1")
        await tx.saved_replies.remove("none")
        assert await tx.saved_replies.get("a1") is None
        assert [one.id for one in await tx.saved_replies.all()] == ["a0"]


async def test_another_brand_does_not_see_them(store: Store) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.saved_replies.put(REFUND)
    async with store.transaction("x2") as tx:
        assert await tx.saved_replies.all() == []


async def test_an_untouched_starter_is_no_row(store: Store) -> None:
    async with store.transaction(BRAND) as tx:
        with pytest.raises(ValueError, match="no row"):
            await tx.saved_replies.put(replace(REFUND, at=None))
