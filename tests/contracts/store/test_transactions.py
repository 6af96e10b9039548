"""Transactions: all or nothing, one writer of a brand at a time, and readers who wait for nobody."""

import asyncio
from contextlib import suppress

import pytest

from mutuals.domain.model import AlertKind
from mutuals.ports.store import Store
from mutuals.testing.clock import FixedClock
from tests.support.counting import increment, number_of
from tests.support.values import BRAND, START, action, alert, case, delivery, fan, person, post


async def test_two_stores_on_one_database_lose_no_update_either(store: Store, other: Store) -> None:
    await asyncio.gather(*(increment(one) for one in [store, other] * 40))

    assert await number_of(store) == 80


async def test_an_error_in_the_middle_undoes_everything(store: Store) -> None:
    async def fail() -> None:
        async with store.transaction(BRAND) as tx:
            await tx.posts.add([post()])
            await tx.cases.put([case()])
            raise KeyError

    with pytest.raises(KeyError):
        await fail()
    async with store.transaction(BRAND) as tx:
        assert (await tx.counts())["posts"] == 0
        assert await tx.cases.by_ids(["1001"]) == {}


async def test_a_cancelled_transaction_undoes_everything_and_blocks_nobody(store: Store) -> None:
    halfway = asyncio.Event()

    async def work() -> None:
        async with store.transaction(BRAND) as tx:
            await tx.deliveries.request(delivery())
            halfway.set()
            while True:
                await tx.posts.add([post()])
                await tx.posts.by_ids(["1001"])
                await asyncio.sleep(0)

    task = asyncio.create_task(work())
    await halfway.wait()
    await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    async with asyncio.timeout(20), store.transaction(BRAND) as tx:
        assert await tx.deliveries.of("alert/a1") == []


async def test_a_transaction_inside_another_is_refused_instead_of_hanging(store: Store) -> None:
    async with store.transaction(BRAND):
        with pytest.raises(RuntimeError, match="inside another"):
            async with store.transaction(BRAND):
                pass


async def test_reading_does_not_wait_for_a_writer(store: Store) -> None:
    await store.put("k", 1)
    async with store.transaction(BRAND) as tx:
        await tx.key_values.put("n", 1)
        async with asyncio.timeout(20):
            assert await store.get("k") == 1
            assert await store.due(FixedClock().now()) == []


async def test_a_transaction_sees_its_own_counts_and_one_undone_leaves_none(store: Store) -> None:
    async def undone() -> None:
        async with store.transaction(BRAND) as tx:
            await tx.posts.add([post()])
            await tx.fans.put([fan()])
            counts.update(await tx.counts())
            raise RuntimeError("undo")

    counts: dict[str, int] = {}
    with pytest.raises(RuntimeError, match="undo"):
        await undone()
    async with store.transaction(BRAND) as tx:
        after = await tx.counts()

    assert (counts["posts"], counts["fans"]) == (1, 1)
    assert (after["posts"], after["fans"]) == (0, 0)


async def test_a_reader_sees_what_was_committed_and_nothing_else(store: Store, other: Store) -> None:
    async def read() -> tuple[set[str], dict[str, int], str | None]:
        async with other.reading(BRAND) as rows:
            posts = await rows.posts.by_ids(["1", "2"])
            return set(posts), await rows.counts(), await rows.drafts.get("a1", "slack/U1")

    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post("1")])
    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post("2")])
        await tx.drafts.put("a1", "slack/U1", "We are", START)
        before = await asyncio.wait_for(asyncio.create_task(read()), 20)
        assert set(await tx.posts.by_ids(["1", "2"])) == {"1", "2"}
    after = await read()
    async with store.transaction(BRAND) as tx:
        await tx.drafts.put("a1", "slack/U1", None, START)
        later = await asyncio.wait_for(asyncio.create_task(read()), 20)

    assert later == after
    assert (before[0], before[1]["posts"], before[2]) == ({"1"}, 1, None)
    assert (after[0], after[1]["posts"], after[2]) == ({"1", "2"}, 2, "We are")


async def test_what_is_written_where_only_reading_was_meant_does_not_stay(store: Store) -> None:
    async with store.reading(BRAND) as tx:
        with suppress(RuntimeError):  # in memory; a database takes it, and forgets it at the end
            await tx.key_values.put("n", 1)

    assert await number_of(store) == 0


async def test_after_an_undone_transaction_everything_is_found_as_it_was_before(store: Store) -> None:
    async def change(number: str) -> None:
        async with store.transaction(BRAND) as tx:
            await tx.posts.add(
                [post(number), post("7", text=number, first_version="1", at=START.replace(hour=20))]
            )
            await tx.posts.redact_author("77", "deleted")
            await tx.people.put([person("77", checked_at=START)])
            await tx.fans.put([fan("77", 2.0), fan(number)])
            await tx.cases.put([case(told=True, conversation_id=number, person_id=number), case(number)])
            await tx.alerts.put(alert(version=2, claimed_until=START), was=1)
            await tx.alerts.put(alert(number, person_id=number, claimed_until=START), was=None)
            await tx.deliveries.request(delivery(wanted=2))
            await tx.actions.begin(action(number, post_id=number))
            raise KeyError

    async with store.transaction(BRAND) as tx:
        await tx.posts.add([post("1")])
        await tx.fans.put([fan("77")])
        await tx.cases.put([case()])
        await tx.alerts.put(alert(), was=None)
        await tx.deliveries.request(delivery())
    before = await _everything(store)
    for number in ("8", "9"):
        with pytest.raises(KeyError):
            await change(number)

    assert await _everything(store) == before


async def _everything(store: Store) -> list[object]:
    far = START.replace(year=2030)
    ids = ["1", "7", "8", "9", "77", "1001"]
    async with store.reading(BRAND) as tx:
        return [
            await tx.posts.by_ids(ids), await tx.posts.of_conversations(ids), await tx.posts.first_times(ids),
            await tx.posts.as_stored([post("5", in_reply_to="7")]), await tx.people.by_ids(ids),
            await tx.fans.top(9, active_since=START, at_least=1), await tx.cases.of(ids, []),
            [await tx.cases.of([], [talk]) for talk in ids],
            await tx.cases.due(far), await tx.alerts.due(far), await tx.alerts.open(), await tx.alerts.of(ids),
            await tx.deliveries.due("slack", far), await tx.actions.of("a1"), await tx.counts(),
            await tx.alerts.count_opened(AlertKind.CARE, START),
            await store.due(far), await store.ledger_head(BRAND),
        ]  # fmt: skip
