"""Alerts: one open one for a person, and every change only from the version that was seen."""

import asyncio
from dataclasses import replace

from mutuals.domain.model import Alert, AlertKind, AlertState
from mutuals.ports.store import Store
from tests.support.values import BRAND, HOUR, START, alert, case


async def test_an_alert_changes_only_from_the_version_that_was_seen(store: Store) -> None:
    first = alert()
    async with store.transaction(BRAND) as tx:
        assert await tx.alerts.put(first, was=None)
        assert await tx.alerts.put(replace(first, version=2, claimed_by="Ana"), was=1)
        assert not await tx.alerts.put(replace(first, version=2, claimed_by="Ben"), was=1)
        kept = await tx.alerts.get("a1")

    assert kept is not None
    assert kept.claimed_by == "Ana"


async def test_a_person_has_one_alert_that_is_not_settled(store: Store) -> None:
    settled = alert("a1", state=AlertState.SETTLED)
    async with store.transaction(BRAND) as tx:
        assert await tx.alerts.put(settled, was=None)
        assert await tx.alerts.put(alert("a2", episode=2), was=None)
        assert not await tx.alerts.put(alert("a3", episode=3), was=None)
        assert not await tx.alerts.put(replace(settled, version=2, state=AlertState.OPEN), was=1)
        assert await tx.alerts.put(alert("b1", person_id="78"), was=None)

        assert await tx.alerts.open_of(["77", "79"]) == {"77": alert("a2", episode=2)}
        assert (await tx.alerts.last_episode("77"), await tx.alerts.last_episode("79")) == (2, 0)


async def test_alerts_come_newest_first_and_by_kind_and_state(store: Store) -> None:
    old = alert("a1", person_id="1")
    fan = alert("a2", person_id="2", kind=AlertKind.FAN, opened_at=START + HOUR)
    over = alert("a3", person_id="3", state=AlertState.SETTLED, opened_at=START + 2 * HOUR)
    async with store.transaction(BRAND) as tx:
        for one in (old, fan, over):
            assert await tx.alerts.put(one, was=None)

        assert await tx.alerts.newest() == [over, fan, old]
        assert await tx.alerts.newest(limit=1) == [over]
        assert await tx.alerts.newest(kind=AlertKind.CARE, state=AlertState.OPEN) == [old]
        assert await tx.alerts.count_opened(AlertKind.CARE, START + HOUR) == 1
        counts = await tx.counts()

    assert (counts["open_care"], counts["open_fan"], counts["settled_alerts"]) == (1, 1, 1)


async def test_an_alert_wakes_when_its_snooze_claim_or_writing_ends(store: Store) -> None:
    snoozed = alert("a1", person_id="1", state=AlertState.SNOOZED, snoozed_until=START + HOUR)
    claimed = alert("a2", person_id="2", claimed_until=START + 2 * HOUR, writing_until=START + 3 * HOUR)
    over = alert("a3", person_id="3", state=AlertState.SETTLED, claimed_until=START)
    quiet = alert("a4", person_id="4", snoozed_until=START)  # awake again: the old time means nothing
    async with store.transaction(BRAND) as tx:
        for one in (claimed, snoozed, over, quiet):
            assert await tx.alerts.put(one, was=None)

        assert await tx.alerts.due(START) == []
        assert await tx.alerts.due(START + HOUR) == [snoozed]
        assert await tx.alerts.due(START + 2 * HOUR) == [snoozed, claimed]


async def test_of_two_who_open_an_alert_for_one_person_one_does(store: Store, other: Store) -> None:
    async def put(one: Store, name: str) -> bool:
        async with one.transaction(BRAND) as tx:
            return await tx.alerts.put(alert(name), was=None)

    wins = await asyncio.gather(*(put(one, f"a{n}") for n, one in enumerate([store, other] * 10)))

    assert wins.count(True) == 1


async def test_of_two_who_change_an_alert_one_does(store: Store, other: Store) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.alerts.put(alert(), was=None)

    async def put(one: Store, name: str) -> bool:
        async with one.transaction(BRAND) as tx:
            return await tx.alerts.put(alert(version=2, claimed_by=name), was=1)

    wins = await asyncio.gather(*(put(one, f"{n}") for n, one in enumerate([store, other] * 10)))

    assert wins.count(True) == 1


async def test_an_alert_that_is_there_or_not_is_not_made_or_changed_by_mistake(store: Store) -> None:
    settled = alert(state=AlertState.SETTLED)
    async with store.transaction(BRAND) as tx:
        assert not await tx.alerts.put(settled, was=1)
        assert await tx.alerts.put(settled, was=None)
        assert not await tx.alerts.put(replace(settled, version=9), was=None)
        assert await tx.alerts.by_ids(["a1", "a2"]) == {"a1": settled}
        assert await tx.alerts.by_ids([]) == {}
        assert await tx.alerts.get("a2") is None


async def test_every_open_alert_comes_with_the_cases_it_tells_of_in_its_order(store: Store) -> None:
    late = alert("a1", person_id="1", opened_at=START + HOUR, case_ids=("3", "2", "gone"))
    early = alert("a2", person_id="2", kind=AlertKind.FAN)
    over = alert("a3", person_id="3", state=AlertState.SETTLED, case_ids=("2",))
    async with store.transaction(BRAND) as tx:
        await tx.cases.put([case("2"), case("3")])
        for made in (late, early, over):
            await tx.alerts.put(made, was=None)

        assert await tx.alerts.open() == [(early, []), (late, [case("3"), case("2")])]
        assert await tx.alerts.open(AlertKind.FAN) == [(early, [])]
        assert await tx.alerts.open_since(AlertKind.CARE, START + HOUR) == [late]
        assert await tx.alerts.open_since(AlertKind.CARE, START + 2 * HOUR) == []


async def test_alerts_that_were_settled_since_a_moment_come_in_that_order(store: Store) -> None:
    def over(name: str, hours: int) -> Alert:
        return alert(name, person_id=name, state=AlertState.SETTLED, closed_at=START + hours * HOUR)

    async with store.transaction(BRAND) as tx:
        for made in (over("c", 3), over("b", 2), over("a", 1), alert("open", person_id="9")):
            await tx.alerts.put(made, was=None)

        assert [one.id for one in await tx.alerts.closed_since(START + 2 * HOUR)] == ["b", "c"]


async def test_a_persons_alerts_of_any_age_are_found_oldest_first(store: Store) -> None:
    settled = {"state": AlertState.SETTLED}
    first, second = alert("b"), alert("a", episode=2, opened_at=START + HOUR, **settled)
    async with store.transaction(BRAND) as tx:
        for made in (second, first, alert("c", person_id="78")):
            await tx.alerts.put(made, was=None)

        assert await tx.alerts.of(["77", "79", "77"]) == [first, second]
        assert await tx.alerts.of([]) == []
