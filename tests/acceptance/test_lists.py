"""The lists in chat hold everything that waits, however much there is, and never call an all-clear that is none."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mutuals.alerting import incidents
from mutuals.cards.markup import Intent
from mutuals.domain.model import Alert, AlertKind, AlertState, Case, Category
from mutuals.domain.queue_order import QueueFilter, QueuePart
from tests.acceptance.house import COMPLAINT, START, House

HOUR = timedelta(hours=1)


async def keep(house: House, alerts: list[Alert], cases: list[Case]) -> None:
    async with house.ctx.store.transaction(house.brand_id) as tx:
        await tx.cases.put(cases)
        for one in alerts:
            await tx.alerts.put(one, was=None)


def many(
    house: House, count: int, *, first: int = 1000, due_first: float = 100
) -> tuple[list[Alert], list[Case]]:
    """Complaints of so many people, the later written the later due."""
    alerts, cases = [], []
    for number in range(first, first + count):
        due = house.clock.now() + timedelta(hours=due_first + number)
        case = Case(
            house.brand_id, f"{number}1", f"{number}", f"{number}1", Category.COMPLAINT, 0.9, (f"{number}1",),
            START, START, START, due, due, due + 99 * HOUR, told=True,
        )  # fmt: skip
        alerts.append(Alert(
            f"a{number}", house.brand_id, f"{number}", 1, AlertKind.CARE, START + number * timedelta(seconds=1),
            case_ids=(case.id,),
        ))  # fmt: skip
        cases.append(case)
    return alerts, cases


def settled(house: House, count: int) -> list[Alert]:
    alerts, _ = many(house, count, first=5000)
    later = house.clock.now() + HOUR
    return [
        replace(one, state=AlertState.SETTLED, opened_at=later, closed_at=later, case_ids=())
        for one in alerts
    ]


@pytest.mark.smoke
@pytest.mark.parametrize("who", ["ana", "ben"])
async def test_what_waits_is_listed_behind_any_number_of_newer_settled_alerts(house: House, who: str):
    house.write("mia", COMPLAINT)
    await house.look()
    await keep(house, settled(house, 250), [])

    for words in ("queue", "complaints"):
        said = await house.command(getattr(house, who), words)
        assert "@mia" in said
        assert "Nothing waits" not in said


@pytest.mark.smoke
@pytest.mark.parametrize("who", ["ana", "ben"])
async def test_of_hundreds_the_most_pressing_stands_first_and_the_rest_is_counted_and_can_be_seen(
    house: House, who: str
):
    house.write("mia", COMPLAINT)
    await house.look()
    await keep(house, *many(house, 300))
    member = getattr(house, who)

    first = await house.command(member, "complaints")
    last = await house.command(member, "complaints 31")

    assert "@mia" in first
    assert "1-10 of 301 Next 10" in first
    assert "@mia" not in last
    assert "301 of 301" in last


@pytest.mark.smoke
@pytest.mark.parametrize("who", ["ana", "ben"])
async def test_next_goes_on_right_behind_what_was_shown_though_the_list_has_moved(house: House, who: str):
    alerts, cases = many(house, 13)
    await keep(house, alerts, cases)
    member = getattr(house, who)
    first = await house.command(member, "queue complaints")
    assert "1-10 of 13 Next 3" in first
    async with house.ctx.store.transaction(house.brand_id) as tx:
        for one in alerts[:4]:  # meanwhile somebody deals with four of the first ten
            over = replace(one, state=AlertState.SETTLED, version=2, closed_at=house.clock.now())
            assert await tx.alerts.put(over, was=1)
        wanted = QueueFilter(QueuePart.ALL, "", house.clock.now())
        seen = (await tx.alerts.queue(wanted, skip=5, limit=1)).alerts[0][0]

    await house.press_in(
        member, house.private(member)[-1], f"{house.brand_id}-queue.complaints-0", Intent.LIST, seen
    )
    await house.quiet()

    said = house.private(member)[-1].text
    assert "7-9 of 9" in said
    assert said.count("somebody") == 3
    assert "Next" not in said


async def test_an_alert_that_sleeps_is_no_all_clear(house: House):
    house.write("mia", COMPLAINT)
    await house.look()
    alert = await house.open_alert("mia")
    async with house.ctx.store.transaction(house.brand_id) as tx:
        asleep = replace(alert, state=AlertState.SNOOZED, version=alert.version + 1,
                         snoozed_until=house.clock.now() + HOUR)  # fmt: skip
        assert await tx.alerts.put(asleep, was=alert.version)

    said = await house.command(house.ana, "queue")

    assert "Nothing waits" not in said
    assert "@mia" in said
    assert "snoozed" in said


async def test_while_something_is_wrong_an_empty_list_says_what_may_be_missing(house: House):
    assert "Nothing waits. Well done." in await house.command(house.ana, "queue")
    async with house.ctx.store.transaction(house.brand_id) as tx:
        await tx.key_values.put(incidents.TROUBLES, {"paused": {"sentence": "X lets nobody read now."}})

    said = await house.command(house.ana, "queue")

    assert "Well done" not in said
    assert "X lets nobody read now." in said
