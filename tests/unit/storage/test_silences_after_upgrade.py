"""An upgrade: who was silenced as a fan by an answered question is heard again, a decision about the fan stays."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from mutuals.domain.model import AlertKind, AlertState, CaseState
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock
from tests.support.earlier_database import as_of
from tests.support.values import BRAND, alert, case, fan

T0 = datetime(2026, 9, 1, 12, tzinfo=UTC)
DAYS = timedelta(days=1)
COOL_DOWN = timedelta(days=90)


# How the person's alerts ended, on which day: (day, closed_by, is_fan, why it was dismissed) -> from when the
# silence counts and how long, if there is one.
LIVES = [
    ([(0, "answered", False, None)], None),
    ([(0, "expired", False, None), (9, "answered", False, None)], None),
    ([(0, "dismissed", False, "spam")], None),
    ([(0, "dismissed", False, "not_us")], (0, COOL_DOWN)),
    ([(0, "followed", True, None)], (0, COOL_DOWN)),
    ([(0, "dismissed", True, "not_now"), (30, "answered", False, None)], (0, COOL_DOWN)),
    ([(0, "answered", True, None)], (0, 7 * DAYS)),
]


async def test_only_a_decision_about_the_fan_keeps_them_silent_after_an_upgrade(url: str):
    clock = FixedClock(T0)
    store = await SqlStore.open(url, clock=clock)
    async with store.transaction(BRAND) as tx:
        await tx.fans.put([fan("78")])
        for person, (ends, _) in enumerate(LIVES):
            await live(tx, str(person), ends)
    await store.close()
    as_of(url, "0007")

    store = await SqlStore.open(url, clock=clock)
    async with store.transaction(BRAND) as tx:
        fans = await tx.fans.by_ids([*(str(person) for person in range(len(LIVES))), "78"])
    await store.close()

    for person, (ends, silence) in enumerate(LIVES):
        assert fans[str(person)].quiet_until == (silence and T0 + silence[0] * DAYS + silence[1]), ends
    assert fans["78"].quiet_until is None


async def live(tx, person: str, ends) -> None:
    """A silent fan whose alerts ended so."""
    last = T0 + ends[-1][0] * DAYS
    await tx.fans.put([fan(person, quiet_until=last + COOL_DOWN)])
    for number, (day, by, is_fan, reason) in enumerate(ends):
        at, state = T0 + day * DAYS, AlertState.SETTLED
        ids = () if is_fan else (f"post{number} of {person}",)
        done = CaseState.DISMISSED if reason else CaseState.ANSWERED
        await tx.cases.put([case(one, person_id=person, state=done, closed_by=reason or by) for one in ids])
        kind = AlertKind.FAN if is_fan else AlertKind.CARE
        made = alert(
            f"a{number} of {person}", person_id=person, kind=kind, is_fan=is_fan, state=state, closed_by=by
        )
        await tx.alerts.put(replace(made, closed_at=at, case_ids=ids, episode=number + 1), was=None)


@pytest.mark.long
async def test_a_silence_whose_alerts_are_not_there_any_more_stays(url: str):
    clock = FixedClock(T0)
    store = await SqlStore.open(url, clock=clock)
    async with store.transaction(BRAND) as tx:
        await tx.fans.put([fan("77", quiet_until=T0 + COOL_DOWN)])
    await store.close()
    as_of(url, "0007")

    store = await SqlStore.open(url, clock=clock)
    async with store.transaction(BRAND) as tx:
        found = (await tx.fans.by_ids(["77"]))["77"]
    await store.close()

    assert found.quiet_until == T0 + COOL_DOWN
