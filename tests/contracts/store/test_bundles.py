"""Bundles: one message for many alerts of one kind."""

from dataclasses import replace
from typing import Any

import pytest

from mutuals.domain.bundle import Bundle
from mutuals.domain.history import LogLine
from mutuals.domain.model import AlertState, Category
from mutuals.ports.store import Store
from tests.support.values import BRAND, HOUR, START


def bundle(name: str = "b1", **changes: Any) -> Bundle:
    usual: dict[str, Any] = {
        "category": Category.COMPLAINT,
        "seed": "word parcel",
        "words": ("parcel",),
        "alert_ids": ("a1", "a2"),
        "growing": False,
    }
    times = dict.fromkeys(("first_at", "last_at", "opened_at"), START)
    return Bundle(BRAND, name, **(usual | times | changes))


async def test_a_bundle_changes_only_from_the_version_that_was_seen(store: Store) -> None:
    made = bundle(log=(LogLine(START, "Opened", "Ana"),), claimed_by="Ana", closes_at=START + HOUR)
    async with store.transaction(BRAND) as tx:
        assert not await tx.bundles.put(made, was=1)
        assert await tx.bundles.put(made, was=None)
        assert not await tx.bundles.put(made, was=None)
        assert await tx.bundles.get("b1") == made
        assert await tx.bundles.put(replace(made, version=2), was=1)
        assert not await tx.bundles.put(replace(made, version=2), was=1)
        assert await tx.bundles.get("b2") is None


async def test_open_bundles_are_found_by_their_newest_post(store: Store) -> None:
    late, early, old = bundle("b1", last_at=START + HOUR), bundle("b2"), bundle("b3", last_at=START - HOUR)
    async with store.transaction(BRAND) as tx:
        for made in (late, early, old, bundle("b4", state=AlertState.SETTLED)):
            await tx.bundles.put(made, was=None)

        assert await tx.bundles.open(START) == [early, late]


@pytest.mark.parametrize(
    "changes",
    [
        {"claimed_until": START + HOUR, "snoozed_until": START + 2 * HOUR},
        {"snoozed_until": START + HOUR},
        {"growing": True, "closes_at": START + HOUR},
    ],
    ids=["claimed", "snoozed", "growing"],
)
async def test_a_bundle_wakes_when_its_snooze_claim_or_growth_ends(
    store: Store, changes: dict[str, Any]
) -> None:
    waits = bundle(**changes)
    async with store.transaction(BRAND) as tx:
        for made in (
            waits,
            bundle("b2"),
            bundle("b3", closes_at=START),
            bundle("b4", **changes | {"state": AlertState.SETTLED}),
        ):
            await tx.bundles.put(made, was=None)

        assert await tx.bundles.due(START) == []
        assert await tx.bundles.due(START + HOUR) == [waits]
    assert await store.due(START + HOUR) == [f"clock/{BRAND}"]
