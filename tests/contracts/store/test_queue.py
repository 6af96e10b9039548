"""The queue: one order and the same parts of it in every store, page by page, with nobody lost and nobody twice."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from mutuals.domain import queue_order
from mutuals.domain.model import Alert, AlertKind, AlertState, Case, CaseState, Category, Flag, Turn
from mutuals.domain.queue_order import QueueFilter, QueuePart
from mutuals.ports.store import Store
from tests.support.values import ANA, BRAND, HOUR, START, alert, case

NOW = START + 5 * HOUR


def _cases(chance: random.Random, person: str) -> list[Case]:
    return [
        case(
            f"{person}{number}",
            person_id=person,
            category=chance.choice(list(Category)),
            score=chance.random(),
            state=chance.choice([CaseState.OPEN] * 3 + [CaseState.ACKNOWLEDGED, CaseState.ANSWERED]),
            turn=chance.choice([None, None, Turn.SOLVED, Turn.ASKED]),
            flags=frozenset(chance.choice([[], [Flag.URGENT]])),
            due_at=START + timedelta(minutes=chance.randint(0, 600)),
            promised_at=chance.choice([None, START + timedelta(minutes=chance.randint(0, 600))]),
            told=chance.random() < 0.7,
        )
        for number in range(chance.randint(0, 3))
    ]


def _team(seed: int, people: int = 24) -> list[tuple[Alert, list[Case]]]:
    chance = random.Random(seed)
    made = []
    for number in range(people):
        cases = _cases(chance, f"{number}")
        state = chance.choice([AlertState.OPEN] * 4 + [AlertState.SNOOZED, AlertState.SETTLED])
        one = alert(
            f"a{number}",
            person_id=f"{number}",
            kind=chance.choice(list(AlertKind)),
            state=state,
            opened_at=START + timedelta(seconds=chance.randint(0, 5)),
            case_ids=tuple(each.id for each in cases),
            claimed_key=chance.choice([None, ANA.key, "slack:U2"]),
        )
        made.append((one, cases))
    return made


async def _keep(store: Store, made: list[tuple[Alert, list[Case]]]) -> None:
    async with store.transaction(BRAND) as tx:
        for one, cases in made:
            await tx.alerts.put(one, was=None)
            await tx.cases.put(cases)


def _meant(made: list[tuple[Alert, list[Case]]], wanted: QueueFilter) -> list[str]:
    places = [
        (queue_order.place(one, cases), one) for one, cases in made if one.state is not AlertState.SETTLED
    ]
    fit = [(where.key, one.id) for where, one in places if queue_order.fits(one, where, wanted)]
    return [alert_id for _, alert_id in sorted(fit)]


@pytest.mark.parametrize("part", list(QueuePart))
async def test_every_part_of_the_queue_is_read_in_its_order_page_by_page(
    store: Store, part: QueuePart
) -> None:
    made, wanted = _team(7), QueueFilter(part, ANA.key, NOW)
    await _keep(store, made)
    meant = _meant(made, wanted)
    assert meant

    seen: list[str] = []
    after = ""
    async with store.reading(BRAND) as tx:
        while True:
            page = await tx.alerts.queue(wanted, after=after, limit=3)
            assert (page.start, page.total) == (len(seen), len(meant))
            if not page.alerts:
                break
            seen += [one.id for _, one in page.alerts]
            after = page.alerts[-1][0]
        skipped = await tx.alerts.queue(wanted, skip=2, limit=2)
        beyond = await tx.alerts.queue(wanted, skip=999, limit=2)

    assert seen == meant
    assert [one.id for _, one in skipped.alerts] == meant[2:4]
    assert (skipped.start, beyond.start, beyond.alerts) == (min(2, len(meant)), len(meant), [])


async def test_a_page_goes_on_where_the_last_one_ended_though_people_before_it_were_answered(
    store: Store,
) -> None:
    made, wanted = _team(3), QueueFilter(QueuePart.ALL, ANA.key, NOW)
    await _keep(store, made)
    meant = _meant(made, wanted)
    async with store.transaction(BRAND) as tx:
        first = await tx.alerts.queue(wanted, limit=5)
        for _, one in first.alerts[:3]:
            over = replace(one, state=AlertState.SETTLED, version=2, closed_at=NOW)
            assert await tx.alerts.put(over, was=1)
        second = await tx.alerts.queue(wanted, after=first.alerts[-1][0], limit=5)

    assert [one.id for _, one in second.alerts] == meant[5:10]
    assert (second.start, second.total) == (2, len(meant) - 3)


async def test_an_alert_moves_with_its_cases_inside_the_same_transaction(store: Store) -> None:
    wanted = QueueFilter(QueuePart.ALL, ANA.key, NOW)
    calm, soon = case("1", person_id="1", due_at=START + 9 * HOUR), case("2", person_id="2")
    await _keep(
        store, [(alert("a1", person_id="1", case_ids=("1",)), [calm]), (alert("a2", person_id="2", case_ids=("2",)), [soon])]
    )  # fmt: skip
    async with store.transaction(BRAND) as tx:
        before = [one.id for _, one in (await tx.alerts.queue(wanted, limit=9)).alerts]
        await tx.cases.put([replace(calm, flags=frozenset({Flag.URGENT}))])
        inside = [one.id for _, one in (await tx.alerts.queue(wanted, limit=9)).alerts]
    async with store.reading(BRAND) as tx:
        after = [one.id for _, one in (await tx.alerts.queue(wanted, limit=9)).alerts]

    assert (before, inside, after) == (["a2", "a1"], ["a1", "a2"], ["a1", "a2"])


async def test_what_sleeps_is_counted_and_stands_last(store: Store) -> None:
    urgent = case("1", person_id="1", flags=frozenset({Flag.URGENT}))
    asleep = alert("a1", person_id="1", case_ids=("1",), state=AlertState.SNOOZED)
    await _keep(store, [(asleep, [urgent]), (alert("a2", person_id="2", kind=AlertKind.FAN), [])])
    async with store.reading(BRAND) as tx:
        page = await tx.alerts.queue(QueueFilter(QueuePart.ALL, ANA.key, NOW), limit=9)

    assert [one.id for _, one in page.alerts] == ["a2", "a1"]
    assert page.snoozed == 1


async def test_what_is_not_told_yet_and_whose_turn_it_is_are_counted(store: Store) -> None:
    asked = {"state": CaseState.ANSWERED, "turn": Turn.ASKED, "told": True}
    async with store.transaction(BRAND) as tx:
        await tx.cases.put(
            [
                case("1"),
                case("2", told=True),
                case("3", state=CaseState.ANSWERED),
                case("4", **asked),
                case("5", **asked),
                case("6", person_id="78", opened_at=START - HOUR, **asked),
            ]
        )
    async with store.reading(BRAND) as tx:
        assert await tx.cases.count_untold() == 1
        assert await tx.cases.count_their_turn(START) == 1
        assert await tx.cases.count_their_turn(START - HOUR) == 2
