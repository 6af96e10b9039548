"""Deliveries: desired state that is never lowered, and one attempt at a time."""

from datetime import timedelta

import pytest

from mutuals.domain.model import DeliveryState, MessageRef
from mutuals.ports.store import Store
from mutuals.testing.clock import FixedClock
from tests.support.values import BRAND, HOUR, START, delivery

SECOND = timedelta(seconds=1)
SENDING = DeliveryState.SENDING


async def test_a_wish_raises_the_wanted_version_and_never_lowers_it(store: Store) -> None:
    ref = MessageRef("slack", "C1", "17.1")
    async with store.transaction(BRAND) as tx:
        await tx.deliveries.request(delivery(wanted=3))
        assert await tx.deliveries.put(delivery(wanted=3, shown=3, ref=ref, attempt=1), was_attempt=0)
        await tx.deliveries.request(delivery(wanted=2, priority=7))
        assert await tx.deliveries.due("slack", START) == []
        assert [one.wanted for one in await tx.deliveries.of("alert/a1")] == [3]
        await tx.deliveries.request(delivery(wanted=4))

        assert await tx.deliveries.of("alert/a1") == [delivery(wanted=4, shown=3, ref=ref, attempt=1)]


async def test_a_wish_made_during_an_attempt_survives_its_outcome(store: Store) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.deliveries.request(delivery(wanted=1))
        await tx.deliveries.put(delivery(state=SENDING, attempt=1, next_at=START + HOUR), was_attempt=0)
        await tx.deliveries.request(delivery(wanted=2))
        assert await tx.deliveries.put(delivery(wanted=1, shown=1, attempt=1), was_attempt=1)

        assert [one.wanted for one in await tx.deliveries.due("slack", START)] == [2]


async def test_a_back_off_outlives_a_new_wish_and_a_mere_delay_does_not(store: Store) -> None:
    later = START + HOUR
    async with store.transaction(BRAND) as tx:
        for channel, error in (("C1", "429"), ("C2", None)):
            await tx.deliveries.request(delivery(channel=channel))
            held = delivery(channel=channel, attempt=1, next_at=later, error=error)
            await tx.deliveries.put(held, was_attempt=0)
            await tx.deliveries.request(delivery(channel=channel, wanted=2))

        assert [one.channel for one in await tx.deliveries.due("slack", START)] == ["C2"]
        assert [one.channel for one in await tx.deliveries.due("slack", later)] == ["C1", "C2"]


async def test_a_row_left_sending_is_due_when_its_lease_has_run_out(store: Store) -> None:
    async with store.transaction(BRAND) as tx:
        await tx.deliveries.request(delivery())
        left = delivery(state=SENDING, attempt=1, next_at=START + HOUR)
        await tx.deliveries.put(left, was_attempt=0)

        assert await tx.deliveries.due("slack", START + HOUR - SECOND) == []
        assert await tx.deliveries.due("slack", START + HOUR) == [left]
        assert await tx.deliveries.due("discord", START + HOUR) == []


async def test_deliveries_go_by_priority_then_by_age(store: Store, clock: FixedClock) -> None:
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


async def test_of_what_people_have_just_changed_the_newest_goes_first_and_a_newer_click_moves_it_up(
    store: Store,
) -> None:
    async with store.transaction(BRAND) as tx:
        for subject, priority in (
            ("alert/a", -1),
            ("alert/b", -1),
            ("alert/c", -2),
            ("alert/d", 0),
            ("alert/e", -1),
        ):
            await tx.deliveries.request(delivery(subject=subject, priority=priority))
        await tx.deliveries.request(delivery(subject="alert/a", priority=-1, wanted=2))
        due = [one.subject for one in await tx.deliveries.due("slack", START)]

    assert due == ["alert/c", "alert/a", "alert/e", "alert/b", "alert/d"]


async def test_deliveries_are_found_by_the_beginning_of_their_subject(store: Store) -> None:
    subjects = ("news/a1/2/gone", "news/a1/1/gone", "news/a10/1/gone", "news/a1")
    async with store.transaction(BRAND) as tx:
        for subject in subjects:
            await tx.deliveries.request(delivery(subject=subject, chat="slack"))
        await tx.deliveries.request(delivery(subject=subjects[1], chat="discord"))
        found = await tx.deliveries.below("news/a1/")

    assert [(one.subject, one.chat) for one in found] == [
        (subjects[1], "discord"),
        (subjects[1], "slack"),
        (subjects[0], "slack"),
    ]


@pytest.mark.parametrize(("channel", "awake"), [(None, ["C1", "C2"]), ("C2", ["C2"])])
async def test_what_waits_in_a_chat_that_is_back_is_due_at_once_and_a_lease_stays(
    store: Store, channel: str | None, awake: list[str]
) -> None:
    later = START + HOUR
    async with store.transaction(BRAND) as tx:
        for waits in (
            delivery(channel="C1", next_at=later, error="down"),
            delivery(channel="C2", next_at=later),
            delivery(channel="C2", subject="notice/line", next_at=later),
            delivery(channel="C2", subject="alert/sending", state=SENDING, next_at=later),
            delivery(channel="C2", chat="discord", next_at=later),
        ):
            await tx.deliveries.request(waits)
        count = await tx.deliveries.wake("slack", channel)
        due = {one.channel for one in await tx.deliveries.due("slack", START)}
        [lease] = await tx.deliveries.of("alert/sending")

    assert (count, sorted(due)) == (
        len(awake),
        awake,
    )  # a notice about Mutuals itself is no message that is missed
    assert lease.next_at == later
