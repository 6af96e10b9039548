"""Deliveries and acts: desired state that is never lowered, and places that only one act can take."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from mutuals.domain.model import ActKind, ActState, AlertState, DeliveryState, MessageRef, Notice, Role
from mutuals.storage.schema import tables
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock
from tests.support.values import ANA, BRAND, HOUR, START, action, alert, case, delivery

SECOND = timedelta(seconds=1)
SENDING = DeliveryState.SENDING


async def test_a_wish_raises_the_wanted_version_and_never_lowers_it(store: SqlStore) -> None:
    ref = MessageRef("slack", "C1", "17.1")
    async with store.transaction(BRAND) as tx:
        await tx.deliveries.request(delivery(wanted=3))
        assert await tx.deliveries.put(delivery(wanted=3, shown=3, ref=ref, attempt=1), was_attempt=0)
        await tx.deliveries.request(delivery(wanted=2, priority=7))
        assert await tx.deliveries.due("slack", START) == []
        await tx.deliveries.request(delivery(wanted=4))

        assert await tx.deliveries.of("alert/a1") == [delivery(wanted=4, shown=3, ref=ref, attempt=1)]


async def test_a_wish_made_during_an_attempt_survives_its_outcome(store: SqlStore) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.deliveries.request(delivery(wanted=1))
        await tx.deliveries.put(delivery(state=SENDING, attempt=1, next_at=START + HOUR), was_attempt=0)
        await tx.deliveries.request(delivery(wanted=2))
        assert await tx.deliveries.put(delivery(wanted=1, shown=1, attempt=1), was_attempt=1)

        assert [one.wanted for one in await tx.deliveries.due("slack", START)] == [2]


async def test_who_was_overtaken_can_not_write_the_outcome(store: SqlStore) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.deliveries.request(delivery())
        assert await tx.deliveries.put(delivery(state=SENDING, attempt=1), was_attempt=0)
        assert not await tx.deliveries.put(delivery(state=SENDING, attempt=1), was_attempt=0)


async def test_a_back_off_outlives_a_new_wish_and_a_mere_delay_does_not(store: SqlStore) -> None:
    later = START + HOUR
    async with store.transaction(BRAND) as tx:
        for channel, error in (("C1", "429"), ("C2", None)):
            await tx.deliveries.request(delivery(channel=channel))
            held = delivery(channel=channel, attempt=1, next_at=later, error=error)
            await tx.deliveries.put(held, was_attempt=0)
            await tx.deliveries.request(delivery(channel=channel, wanted=2))

        assert [one.channel for one in await tx.deliveries.due("slack", START)] == ["C2"]
        assert [one.channel for one in await tx.deliveries.due("slack", later)] == ["C1", "C2"]


async def test_a_row_left_sending_is_due_when_its_lease_has_run_out(store: SqlStore) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.deliveries.request(delivery())
        left = delivery(state=SENDING, attempt=1, next_at=START + HOUR)
        await tx.deliveries.put(left, was_attempt=0)

        assert await tx.deliveries.due("slack", START + HOUR - SECOND) == []
        assert await tx.deliveries.due("slack", START + HOUR) == [left]
        assert await tx.deliveries.due("discord", START + HOUR) == []


async def test_deliveries_go_by_priority_then_by_age(store: SqlStore, clock: FixedClock) -> None:
    async with store.transaction(BRAND) as tx:
        for subject, priority in (("alert/z", 5), ("alert/b", 1), ("alert/c", 5), ("alert/a", 5)):
            await tx.deliveries.request(delivery(subject=subject, priority=priority))
        clock.move(3600)
        await tx.deliveries.request(
            delivery(subject="alert/z", priority=5, wanted=2)
        )  # behind since long: keeps its turn
        due = [one.subject for one in await tx.deliveries.due("slack", START)]
        few = await tx.deliveries.due("slack", START, limit=1)

    assert due == ["alert/b", "alert/z", "alert/c", "alert/a"]
    assert [one.subject for one in few] == ["alert/b"]


@pytest.mark.parametrize("state", [ActState.INTENT, ActState.CALLING, ActState.WAITING, ActState.DONE])
async def test_what_is_under_way_or_done_stands_in_the_way(store: SqlStore, state: ActState) -> None:
    async with store.transaction(BRAND) as tx:
        for kind in ActKind:
            first = action(f"{kind}1", kind, state=state, post_id=f"{kind}")
            assert await tx.actions.begin(first) is None
            assert await tx.actions.begin(action(f"{kind}2", kind, post_id=f"{kind}")) == first
            assert await tx.actions.get(f"{kind}2") is None


@pytest.mark.parametrize("state", [ActState.FAILED, ActState.LAPSED])
async def test_what_failed_or_lapsed_frees_its_place(store: SqlStore, state: ActState) -> None:
    async with store.transaction(BRAND) as tx:
        for kind in ActKind:
            first = action(f"{kind}1", kind, post_id=str(kind))
            assert await tx.actions.begin(first) is None
            assert await tx.actions.put(replace(first, state=state), was=ActState.INTENT, was_attempt=0)
            assert await tx.actions.begin(action(f"{kind}2", kind, post_id=str(kind))) is None


async def test_a_reply_and_an_acknowledgement_of_one_post_wait_for_each_other(store: SqlStore) -> None:
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


async def test_an_act_moves_on_only_from_the_state_and_attempt_that_was_seen(store: SqlStore) -> None:
    calling = action(state=ActState.CALLING, attempt=1)
    async with store.transaction(BRAND) as tx:
        await tx.actions.begin(action())
        assert await tx.actions.put(calling, was=ActState.INTENT, was_attempt=0)
        assert not await tx.actions.put(calling, was=ActState.INTENT, was_attempt=0)
        assert not await tx.actions.put(calling, was=ActState.CALLING, was_attempt=0)


async def test_a_lapsed_act_can_not_come_back_where_another_has_begun(store: SqlStore) -> None:
    lapsed = action("x1", ActKind.FOLLOW, state=ActState.LAPSED)
    seen_late = replace(lapsed, state=ActState.DONE)
    async with store.transaction(BRAND) as tx:
        await tx.actions.begin(lapsed)
        await tx.actions.begin(action("x2", ActKind.FOLLOW))

        assert not await tx.actions.put(seen_late, was=ActState.LAPSED, was_attempt=0)
        assert await tx.actions.of("a1") == [lapsed, action("x2", ActKind.FOLLOW)]


async def test_acts_are_found_by_their_time(store: SqlStore) -> None:
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


async def test_what_is_due_is_named_for_every_brand(store: SqlStore) -> None:
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


async def test_drafts_notices_and_memos_are_kept_and_forgotten(store: SqlStore) -> None:
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


async def test_spending_adds_up_by_day_and_by_thing(store: SqlStore) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.spending.add("2026-03-01", "posts", 3, 15_000)
        await tx.spending.add("2026-03-02", "posts", 2, 10_000)
        await tx.spending.add("2026-03-02", "posts", 1, 5_000)
        await tx.spending.add("2026-03-02", "replies", 1, 2**40)

        assert await tx.spending.spent("2026-03-02") == 15_000 + 2**40
        assert await tx.spending.spent("2026-03-03") == 0
        assert await tx.spending.since("2026-03-02") == {"posts": (3, 15_000), "replies": (1, 2**40)}
        assert await tx.spending.since("2026-03-01") == {"posts": (6, 30_000), "replies": (1, 2**40)}


async def test_a_row_of_another_brand_is_not_let_in(store: SqlStore) -> None:
    with pytest.raises(ValueError, match="900"):
        async with store.transaction("901") as tx:
            await tx.cases.put([case()])


async def test_an_act_from_before_there_were_roles_was_a_members(store: SqlStore) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.actions.begin(action(actor=replace(ANA, role=Role.ADMIN)))
        assert (await tx.actions.of("a1"))[0].actor.role is Role.ADMIN
    async with store._writing(BRAND) as connection:
        doc = (await connection.execute(select(tables.action.c.doc))).scalar_one()
        doc["actor"] = {
            "channel": "slack",
            "id": "U1",
            "name": "Ana",
            "may_act": True,
            "why_not": ANA.why_not,
        }
        await connection.execute(update(tables.action).values(doc=doc))

    async with store.transaction(BRAND) as tx:
        assert (await tx.actions.of("a1"))[0].actor == ANA


async def test_what_is_done_elsewhere_stands_in_nobodys_way(store: SqlStore) -> None:
    lapsed = action("x1", state=ActState.LAPSED)
    elsewhere = action("x0", post_id="9", alert_id="a9", state=ActState.DONE, created_at=START - HOUR)
    follow = action("f1", ActKind.FOLLOW, alert_id="a5")
    async with store.transaction(BRAND) as tx:
        for act in (elsewhere, lapsed, follow):
            assert await tx.actions.begin(act) is None

        assert await tx.actions.begin(replace(follow, id="f2")) == follow
        assert await tx.actions.put(replace(lapsed, state=ActState.DONE), was=ActState.LAPSED, was_attempt=0)
