"""Cases: found by who waits, where, and what comes next."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from mutuals.domain.model import Case, CaseState
from mutuals.ports.store import Store
from tests.support.values import BRAND, HOUR, START, case

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
    store: Store, one: Case, moment: datetime | None
) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.cases.put([one])
        at = moment or START + timedelta(days=99)
        before, then = await tx.cases.due(at - timedelta(microseconds=1)), await tx.cases.due(at)

    assert before == []
    assert then == ([one] if moment else [])


async def test_waiting_cases_come_by_their_due_time(store: Store) -> None:
    late, soon = case("1", due_at=START + 8 * HOUR), case("2", state=CaseState.ACKNOWLEDGED)
    async with store.transaction(BRAND) as tx:
        await tx.cases.put([late, soon, case("3", state=CaseState.ANSWERED)])

        assert await tx.cases.waiting() == [soon, late]


async def test_a_persons_waiting_cases_and_a_conversations_every_case_are_found(store: Store) -> None:
    theirs = case("1")
    over = case("2", state=CaseState.ANSWERED)
    same_talk = case("3", conversation_id="c", state=CaseState.EXPIRED, person_id="78")
    async with store.transaction(BRAND) as tx:
        await tx.cases.put([theirs, over, same_talk, case("4", person_id="79")])

        assert await tx.cases.of(["77"], ["c"]) == [theirs, same_talk]
        assert await tx.cases.of([], []) == []


async def test_who_echoes_a_case_is_kept_with_it(store: Store) -> None:
    heard = replace(case(), echoes=("8", "9"))
    async with store.transaction(BRAND) as tx:
        await tx.cases.put([heard])

        assert (await tx.cases.by_ids([heard.id]))[heard.id].echoes == ("8", "9")


async def test_of_many_due_cases_those_come_first_that_wait_longest(store: Store) -> None:
    late, soon, now = case("1", told=True), case("2", tell_at=START + HOUR / 2), case("3", tell_at=START)
    async with store.transaction(BRAND) as tx:
        await tx.cases.put([late, soon, now])

        assert await tx.cases.due(START + 2 * HOUR, 2) == [now, soon]
        await tx.cases.put([replace(now, told=True, warned=True)])
        assert await tx.cases.due(START + 2 * HOUR) == [soon, late]


async def test_cases_that_ended_in_a_state_are_found_by_when_they_were_opened(store: Store) -> None:
    over = {"state": CaseState.EXPIRED}
    old, late, early = (case(str(n), opened_at=START + n * HOUR, **over) for n in (-1, 2, 0))
    async with store.transaction(BRAND) as tx:
        await tx.cases.put([old, late, early, case("9", state=CaseState.ANSWERED), case("8")])

        assert await tx.cases.closed(CaseState.EXPIRED, START) == [early, late]
