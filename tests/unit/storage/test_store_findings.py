"""Cases and alerts: found by what comes next, changed only from the version that was seen."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from mutuals.domain.model import AlertKind, AlertState, Case, CaseState
from mutuals.storage.repositories.mappers import next_moment
from mutuals.storage.store import SqlStore
from tests.support.values import BRAND, HOUR, START, alert, case

ACKNOWLEDGED: dict[str, Any] = {"state": CaseState.ACKNOWLEDGED, "told": True, "warned": True}


@pytest.mark.parametrize(
    ("one", "moment"),
    [
        (case(), START + HOUR),
        (case(told=True), START + 2 * HOUR),
        (case(told=True, warned=True), START + 3 * HOUR),
        (case(told=True, warned=True, escalated=True), START + 9 * HOUR),
        (case(**ACKNOWLEDGED, promised_at=START + 5 * HOUR), START + 5 * HOUR),
        (case(**ACKNOWLEDGED, promised_at=START + 5 * HOUR, escalated=True), START + 9 * HOUR),
        (case(state=CaseState.ANSWERED), None),
        (case(state=CaseState.GONE), None),
    ],
)
async def test_a_case_is_due_at_its_next_moment_and_not_before(
    store: SqlStore, one: Case, moment: datetime | None
) -> None:
    assert next_moment(one) == moment
    async with store.transaction(BRAND) as tx:
        await tx.cases.put([one])
        at = moment or START + timedelta(days=99)
        before, then = await tx.cases.due(at - timedelta(microseconds=1)), await tx.cases.due(at)

    assert before == []
    assert then == ([one] if moment else [])


async def test_waiting_cases_come_by_their_due_time(store: SqlStore) -> None:
    late, soon = case("1", due_at=START + 8 * HOUR), case("2", state=CaseState.ACKNOWLEDGED)
    async with store.transaction(BRAND) as tx:
        await tx.cases.put([late, soon, case("3", state=CaseState.ANSWERED)])

        assert await tx.cases.waiting() == [soon, late]


async def test_a_persons_waiting_cases_and_a_conversations_every_case_are_found(store: SqlStore) -> None:
    theirs = case("1")
    over = case("2", state=CaseState.ANSWERED)
    same_talk = case("3", conversation_id="c", state=CaseState.EXPIRED, person_id="78")
    async with store.transaction(BRAND) as tx:
        await tx.cases.put([theirs, over, same_talk, case("4", person_id="79")])

        assert await tx.cases.of(["77"], ["c"]) == [theirs, same_talk]
        assert await tx.cases.of([], []) == []


async def test_an_alert_changes_only_from_the_version_that_was_seen(store: SqlStore) -> None:
    first = alert()
    async with store.transaction(BRAND) as tx:
        assert await tx.alerts.put(first, was=None)
        assert await tx.alerts.put(replace(first, version=2, claimed_by="Ana"), was=1)
        assert not await tx.alerts.put(replace(first, version=2, claimed_by="Ben"), was=1)
        kept = await tx.alerts.get("a1")

    assert kept is not None
    assert kept.claimed_by == "Ana"


async def test_a_person_has_one_alert_that_is_not_settled(store: SqlStore) -> None:
    settled = alert("a1", state=AlertState.SETTLED)
    async with store.transaction(BRAND) as tx:
        assert await tx.alerts.put(settled, was=None)
        assert await tx.alerts.put(alert("a2", episode=2), was=None)
        assert not await tx.alerts.put(alert("a3", episode=3), was=None)
        assert not await tx.alerts.put(replace(settled, version=2, state=AlertState.OPEN), was=1)
        assert await tx.alerts.put(alert("b1", person_id="78"), was=None)

        assert await tx.alerts.open_of(["77", "79"]) == {"77": alert("a2", episode=2)}
        assert (await tx.alerts.last_episode("77"), await tx.alerts.last_episode("79")) == (2, 0)


async def test_alerts_come_newest_first_and_by_kind_and_state(store: SqlStore) -> None:
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


async def test_an_alert_wakes_when_its_snooze_claim_or_writing_ends(store: SqlStore) -> None:
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
