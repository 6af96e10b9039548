"""Acts: places that only one can take, and steps only from what was seen."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from mutuals.domain.model import ActKind, ActState
from mutuals.ports.store import Store
from tests.support.values import BRAND, HOUR, START, action

SECOND = timedelta(seconds=1)


@pytest.mark.parametrize("state", [ActState.INTENT, ActState.CALLING, ActState.WAITING, ActState.DONE])
async def test_what_is_under_way_or_done_stands_in_the_way(store: Store, state: ActState) -> None:
    async with store.transaction(BRAND) as tx:
        for kind in ActKind:
            first = action(f"{kind}1", kind, state=state, post_id=f"{kind}")
            assert await tx.actions.begin(first) is None
            assert await tx.actions.begin(action(f"{kind}2", kind, post_id=f"{kind}")) == first
            assert await tx.actions.get(f"{kind}2") is None


@pytest.mark.parametrize("state", [ActState.FAILED, ActState.LAPSED])
async def test_what_failed_or_lapsed_frees_its_place(store: Store, state: ActState) -> None:
    async with store.transaction(BRAND) as tx:
        for kind in ActKind:
            first = action(f"{kind}1", kind, post_id=str(kind))
            assert await tx.actions.begin(first) is None
            assert await tx.actions.put(replace(first, state=state), was=ActState.INTENT, was_attempt=0)
            assert await tx.actions.begin(action(f"{kind}2", kind, post_id=str(kind))) is None


async def test_a_reply_and_an_acknowledgement_of_one_post_wait_for_each_other(store: Store) -> None:
    holding = action("x1", ActKind.ACKNOWLEDGE)
    async with store.transaction(BRAND) as tx:
        assert await tx.actions.begin(holding) is None
        assert await tx.actions.begin(action("x2", ActKind.REPLY)) == holding
        assert await tx.actions.begin(action("x3", ActKind.REPLY, alert_id="a2")) == holding
        assert await tx.actions.begin(action("x4", ActKind.FOLLOW)) is None
        assert await tx.actions.begin(action("x5", ActKind.REPLY, post_id="1002")) is None
        done = replace(holding, state=ActState.DONE)
        assert await tx.actions.put(done, was=ActState.INTENT, was_attempt=0)

        assert await tx.actions.begin(action("x6", ActKind.REPLY)) is None


async def test_what_is_done_elsewhere_stands_in_nobodys_way(store: Store) -> None:
    lapsed = action("x1", state=ActState.LAPSED)
    elsewhere = action("x0", post_id="9", alert_id="a9", state=ActState.DONE, created_at=START - HOUR)
    follow = action("f1", ActKind.FOLLOW, alert_id="a5")
    async with store.transaction(BRAND) as tx:
        for act in (elsewhere, lapsed, follow):
            assert await tx.actions.begin(act) is None

        assert await tx.actions.begin(replace(follow, id="f2")) == follow
        assert await tx.actions.put(replace(lapsed, state=ActState.DONE), was=ActState.LAPSED, was_attempt=0)


async def test_an_act_moves_on_only_from_the_state_and_attempt_that_was_seen(store: Store) -> None:
    calling = action(state=ActState.CALLING, attempt=1)
    async with store.transaction(BRAND) as tx:
        await tx.actions.begin(action())
        assert await tx.actions.put(calling, was=ActState.INTENT, was_attempt=0)
        assert not await tx.actions.put(calling, was=ActState.INTENT, was_attempt=0)
        assert not await tx.actions.put(calling, was=ActState.CALLING, was_attempt=0)


async def test_a_lapsed_act_can_not_come_back_where_another_has_begun(store: Store) -> None:
    lapsed = action("x1", ActKind.FOLLOW, state=ActState.LAPSED)
    seen_late = replace(lapsed, state=ActState.DONE)
    async with store.transaction(BRAND) as tx:
        await tx.actions.begin(lapsed)
        await tx.actions.begin(action("x2", ActKind.FOLLOW))

        assert not await tx.actions.put(seen_late, was=ActState.LAPSED, was_attempt=0)
        assert await tx.actions.of("a1") == [lapsed, action("x2", ActKind.FOLLOW)]


async def test_acts_are_found_by_their_time(store: Store) -> None:
    waits = action("x1", next_at=START + HOUR)
    done = action("x2", ActKind.FOLLOW, state=ActState.DONE, next_at=START, created_at=START + SECOND)
    async with store.transaction(BRAND) as tx:
        await tx.actions.begin(waits)
        await tx.actions.begin(done)

        assert await tx.actions.due(START + HOUR - SECOND) == []
        assert await tx.actions.due(START + HOUR) == [waits]
        assert await tx.actions.of("a1") == [waits, done]
        assert await tx.actions.since(START) == [done, waits]
        assert await tx.actions.since(START + SECOND) == [done]


@pytest.mark.parametrize("kinds", [(ActKind.FOLLOW,), (ActKind.REPLY,), (ActKind.REPLY, ActKind.ACKNOWLEDGE)])
async def test_of_many_clicks_at_once_one_begins_the_act(
    store: Store, other: Store, kinds: tuple[ActKind, ...]
) -> None:
    async def begin(one: Store, number: int) -> str | None:
        async with one.transaction(BRAND) as tx:
            standing = await tx.actions.begin(action(f"x{number}", kinds[number % len(kinds)]))
            return standing.id if standing else None

    told = await asyncio.gather(*(begin(one, n) for n, one in enumerate([store, other] * 10)))

    assert told.count(None) == 1
    assert {who for who in told if who} == {f"x{told.index(None)}"}
