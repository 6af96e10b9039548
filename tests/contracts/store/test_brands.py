"""Brands, what is due for them, their secrets, and that no brand's rows are another's."""

from dataclasses import replace
from typing import Any

import pytest

from mutuals.domain.bundle import Bundle
from mutuals.domain.feedback import Feedback
from mutuals.domain.model import Account, AlertState, Brand, Category, Notice, PeriodicTask
from mutuals.ports.store import Store
from mutuals.ports.unit_of_work import UnitOfWork
from tests.support.values import BRAND, HOUR, START, action, alert, case, delivery, fan


async def test_what_is_due_is_named_for_every_brand(store: Store) -> None:
    assert await store.due(START + 99 * HOUR) == []
    async with store.transaction("900") as tx:
        await tx.cases.put([case()])
        await tx.deliveries.request(delivery())
        await tx.deliveries.request(delivery(channel="C2", chat="discord"))
        await tx.deliveries.request(delivery(channel="C3", chat="discord"))
    async with store.transaction("901") as tx:
        snoozed = alert(state=AlertState.SNOOZED, snoozed_until=START + 2 * HOUR)
        await tx.alerts.put(replace(snoozed, brand_id="901"), was=None)
        await tx.actions.begin(replace(action(next_at=START + 2 * HOUR), brand_id="901"))

    sends = ["deliver/900/discord", "deliver/900/slack"]
    assert sorted(await store.due(START)) == sends
    assert sorted(await store.due(START + HOUR)) == ["clock/900", *sends]
    assert sorted(await store.due(START + 2 * HOUR)) == ["act/901/x1", "clock/900", "clock/901", *sends]


WRITES: dict[str, Any] = {
    "fan": lambda tx: tx.fans.put([fan()]),
    "case": lambda tx: tx.cases.put([case()]),
    "alert": lambda tx: tx.alerts.put(alert(), was=None),
    "bundle": lambda tx: tx.bundles.put(
        Bundle(BRAND, "b", Category.COMPLAINT, "seed", (), (), START, START, START), was=None
    ),
    "feedback": lambda tx: tx.feedback.put(Feedback(BRAND, "1", "k", "Ana", "more", "fan", 0.5, START)),
    "delivery": lambda tx: tx.deliveries.request(delivery()),
    "outcome": lambda tx: tx.deliveries.put(delivery(), was_attempt=0),
    "action": lambda tx: tx.actions.begin(action()),
    "notice": lambda tx: tx.notices.add(Notice(BRAND, "k", "gap", START)),
}


@pytest.mark.parametrize("kind", WRITES)
async def test_a_row_of_another_brand_is_not_let_in(store: Store, kind: str) -> None:
    with pytest.raises(ValueError, match="900"):
        async with store.transaction("901") as tx:
            await WRITES[kind](tx)


async def test_a_paused_brand_gets_no_look_and_no_clock_but_its_messages_and_acts_go_on(store: Store) -> None:
    async def fill(tx: UnitOfWork) -> None:
        await tx.tasks.plan(PeriodicTask.RECHECK, START)
        await tx.cases.put([case(tell_at=START)])
        await tx.deliveries.request(delivery())
        await tx.actions.begin(action(next_at=START))

    kettle = Brand(BRAND, "x", Account("1", "kettleco", "Kettle Co"), settings={"A": "1"})
    await store.put_brand(kettle)
    async with store.transaction(BRAND) as tx:
        await fill(tx)
    awake = await store.due(START)
    await store.put_brand(replace(kettle, paused=True))

    assert awake == ["act/900/x1", "deliver/900/slack", "clock/900", "recheck/900"]
    assert await store.due(START) == ["act/900/x1", "deliver/900/slack"]


async def test_a_look_that_is_due_does_the_clocks_work_too(store: Store) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.tasks.plan(PeriodicTask.POLL, START)
        await tx.cases.put([case(tell_at=START)])

    assert await store.due(START) == ["poll/900"]


async def test_brands_come_by_their_ids_as_they_were_put_last(store: Store) -> None:
    kettle, bakery = (
        Brand(name, "x", Account("1", name, name), settings={"A": "1"}) for name in ("x2", "x1")
    )
    await store.put_brand(kettle)
    await store.put_brand(bakery)
    await store.put_brand(replace(kettle, paused=True, slot="second"))

    assert await store.brands() == [bakery, replace(kettle, paused=True, slot="second")]
    assert await store.brand("x1") == bakery
    assert await store.brand("x3") is None


async def test_a_sealed_secret_is_kept_under_its_name(store: Store, other: Store) -> None:
    await store.write_secret("x/900/tokens", lambda: b"first")
    await store.write_secret("x/900/tokens", lambda: b"\x00second")

    assert await other.read_secret("x/900/tokens") == b"\x00second"
    assert await other.read_secret("x/901/tokens") is None
