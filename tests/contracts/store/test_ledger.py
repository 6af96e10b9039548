"""The ledger of outward acts: nothing happens without an entry, and the chain holds."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from mutuals.domain.ledger import FIRST, INSTALLATION, Decision, EntryKind, LedgerHead, digest
from mutuals.domain.ledger_verification import ChainVerifier
from mutuals.domain.model import Account, ActState, Brand, Path
from mutuals.ports.store import BrandChange, Store
from mutuals.testing.clock import FixedClock
from tests.support.ledger import become, begin, entries, whole_life
from tests.support.values import ANA, BRAND, START, action

KETTLE = Brand(BRAND, "x", Account("1", "kettleco", "Kettle Co"))


async def test_a_reply_is_told_as_begun_and_as_done_with_who_what_where_and_how(store: Store) -> None:
    await whole_life(store)

    began, done = await entries(store)
    assert (began.number, began.entry, began.external_id) == (1, EntryKind.BEGAN, None)
    assert (done.number, done.entry, done.external_id, done.outcome) == (2, EntryKind.DONE, "5001", None)
    assert (began.actor_channel, began.actor_id, began.actor_name) == (ANA.chat, ANA.id, ANA.name)
    assert (began.act, began.path, began.text, began.person_id) == ("reply", "api", "We are on it.", "77")
    assert (began.post_id, began.approved_by, began.action_id) == ("x1", None, "x1")
    assert (began.prev, done.prev) == (FIRST, began.hash)
    assert START <= began.at < done.at


@pytest.mark.parametrize(
    ("states", "told"),
    [
        ([ActState.CALLING, ActState.INTENT, ActState.CALLING, ActState.DONE], ["began", "done"]),
        ([ActState.CALLING, ActState.WAITING, ActState.DONE], ["began", "link", "done"]),
        ([ActState.CALLING, ActState.FAILED], ["began", "failed"]),
        ([ActState.WAITING, ActState.LAPSED, ActState.DONE], ["began", "link", "lapsed", "done"]),
    ],
    ids=["called twice", "handed over", "failed", "seen late"],
)
async def test_every_way_that_an_act_can_go_is_told(
    store: Store, states: list[ActState], told: list[str]
) -> None:
    one = action()
    await begin(store, one)
    for state in states:
        one = await become(store, one, state, error="X said no")

    found = await entries(store)
    assert [entry.entry for entry in found] == told
    assert {entry.outcome for entry in found if entry.entry in ("failed", "lapsed", "link")} <= {"X said no"}


async def test_an_act_by_link_is_told_as_handed_over_at_once(store: Store) -> None:
    await begin(store, action(path=Path.LINK, state=ActState.WAITING))

    assert [(one.entry, one.path) for one in await entries(store)] == [("began", "link"), ("link", "link")]


async def test_what_was_not_claimed_or_not_changed_is_not_told(store: Store) -> None:
    first = action()
    await begin(store, first)
    assert not await begin(store, action("x2"))
    async with store.transaction(BRAND) as tx:
        done = replace(first, state=ActState.DONE)
        assert not await tx.actions.put(done, was=ActState.CALLING, was_attempt=3)

    assert [one.entry for one in await entries(store)] == ["began"]


async def test_an_undone_transaction_leaves_no_entry(store: Store) -> None:
    async def fail() -> None:
        async with store.transaction(BRAND) as tx:
            await tx.actions.begin(action())
            raise KeyError

    with pytest.raises(KeyError):
        await fail()
    assert await entries(store) == []


async def test_any_text_has_the_hash_that_is_read_back(store: Store) -> None:
    odd = 'NUL \x00, half a pair \ud83d, a whole one 🫖, \u2028, \x7f, =1+1, "quoted"\\'
    await begin(store, action(text=odd, actor=replace(ANA, name="Zoë\x00")))

    (one,) = await entries(store)
    assert one.hash == digest(one)
    assert one.text != odd


async def test_each_brand_has_a_chain_of_its_own_and_what_holds_for_all_another(store: Store) -> None:
    stopped = Decision(EntryKind.STOPPED, ANA, "all", "Too many at once.")
    await whole_life(store)
    await begin(store, replace(action(), brand_id="901"))
    async with store.transaction("") as tx:
        await tx.ledger.record(stopped)

    chains = {name: await entries(store, name) for name in (BRAND, "901", INSTALLATION, "none")}
    assert [[entry.entry for entry in chain] for chain in chains.values()] == [
        ["began", "done"],
        ["began"],
        ["stopped"],
        [],
    ]
    for name, chain in chains.items():
        last = chain[-1].hash if chain else FIRST
        assert ChainVerifier().along(chain).broken is None
        if name != INSTALLATION:
            assert await store.ledger_head(name) == LedgerHead(len(chain), last)


async def test_a_decision_about_a_brand_is_told_with_what_it_changed(store: Store) -> None:
    said = Decision(EntryKind.SETTING, ANA, "MUTUALS_DAILY_DOLLARS", "5")
    await store.put_brand(KETTLE)
    await store.put_brand(replace(KETTLE, paused=True), said)

    [entry] = await entries(store)
    assert (entry.entry, entry.act, entry.outcome, entry.actor_name) == ("setting", said.what, "5", "Ana")
    assert await store.brand(BRAND) == replace(KETTLE, paused=True)
    assert await store.ledger_trouble(BRAND, look=True) is None


async def test_reading_since_a_time_begins_there(store: Store, clock: FixedClock) -> None:
    await whole_life(store)
    clock.at += timedelta(days=1)
    await whole_life(store, "x2")

    later = [one.number async for one in store.ledger(BRAND, START + timedelta(hours=1))]
    assert later == [3, 4]


async def test_changes_of_a_brand_begin_with_what_the_last_one_left(store: Store, other: Store) -> None:
    def setting(name: str) -> BrandChange:
        said = Decision(EntryKind.SETTING, ANA, name, "1")
        return lambda one: (replace(one, settings={**one.settings, name: "1"}), said)

    await store.put_brand(KETTLE)
    await asyncio.gather(store.change_brand(BRAND, setting("A")), other.change_brand(BRAND, setting("B")))

    found = await store.brand(BRAND)
    assert found is not None
    assert set(found.settings) >= {"A", "B"}
    assert sorted(entry.act for entry in await entries(store)) == ["A", "B"]
    assert await store.change_brand("x404", setting("A")) is None
