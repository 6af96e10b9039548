"""Drafts, notices, small values and what was spent."""

from dataclasses import replace
from typing import Any

from mutuals.domain.model import Notice
from mutuals.ports.store import Store
from tests.support.values import BRAND, START


async def test_drafts_notices_and_memos_are_kept_and_forgotten(store: Store) -> None:
    told = Notice(BRAND, "gap/1", "gap", START, {"minutes": 5})
    async with store.transaction(BRAND) as tx:
        await tx.drafts.put("a1", "slack/U1", "We are", START)
        await tx.drafts.put("a1", "slack/U1", "We are on it", START)
        assert await tx.drafts.get("a1", "slack/U1") == "We are on it"
        assert await tx.drafts.get("a1", "slack/U2") is None
        await tx.drafts.put("a1", "slack/U1", None, START)
        assert await tx.drafts.get("a1", "slack/U1") is None
        assert await tx.notices.add(told)
        assert not await tx.notices.add(replace(told, kind="other"))
        assert await tx.notices.get("gap/1") == told
        await tx.key_values.put("cursor", {"id": "5", "at": [1, 2.5, None]})
        assert await tx.key_values.get("cursor") == {"id": "5", "at": [1, 2.5, None]}
        await tx.key_values.put("cursor", False)
        assert await tx.key_values.get("cursor") is False
        await tx.key_values.put("cursor", None)
        assert await tx.key_values.get("cursor") is None
    await store.put("hash", "abc")
    assert await store.get("hash") == "abc"
    assert await store.get("none") is None


async def test_spending_adds_up_by_day_and_by_thing(store: Store) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.spending.add("2026-03-01", "posts", 3, 15_000)
        await tx.spending.add("2026-03-02", "posts", 2, 10_000)
        await tx.spending.add("2026-03-02", "posts", 1, 5_000)
        await tx.spending.add("2026-03-02", "replies", 1, 2**40)

        assert await tx.spending.spent("2026-03-02") == 15_000 + 2**40
        assert await tx.spending.spent("2026-03-03") == 0
        assert await tx.spending.by_day("2026-03-01") == {
            "2026-03-01": {"posts": 15_000},
            "2026-03-02": {"posts": 15_000, "replies": 2**40},
        }
        assert await tx.spending.since("2026-03-02") == {"posts": (3, 15_000), "replies": (1, 2**40)}
        assert await tx.spending.since("2026-03-01") == {"posts": (6, 30_000), "replies": (1, 2**40)}


async def test_what_was_paid_for_is_known_on_that_day_only(store: Store) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.spending.mark_paid("2026-03-01", ["post/1"])
        await tx.spending.mark_paid("2026-03-02", ["post/2", "post/3"])
        await tx.spending.mark_paid("2026-03-02", [])

        assert await tx.spending.paid("2026-03-02", ["post/1", "post/2"]) == {"post/2"}
        assert await tx.spending.paid("2026-03-01", ["post/1"]) == set()  # that day is over
        assert await tx.spending.paid("2026-03-02", []) == set()


async def test_a_value_comes_back_as_json_and_is_nobody_elses_to_change(store: Store) -> None:
    given: dict[str, Any] = {"ids": ("1", "2"), "inner": [{}]}
    async with store.transaction(BRAND) as tx:
        await tx.key_values.put("k", given)
        given["inner"][0]["late"] = True
        (await tx.key_values.get("k"))["ids"].append("3")

        assert await tx.key_values.get("k") == {"ids": ["1", "2"], "inner": [{}]}


async def test_what_belongs_to_no_brand_is_one_whoever_keeps_it(store: Store) -> None:
    await store.put("k", 1)
    async with store.transaction("") as tx:
        assert await tx.key_values.get("k") == 1
        await tx.key_values.put("k", 2)
    async with store.transaction(BRAND) as tx:
        assert await tx.key_values.get("k") is None

    assert await store.get("k") == 2
    await store.put("k", None)
    assert await store.get("k") is None
