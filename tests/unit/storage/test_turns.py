"""Who waits for the database gets it in the order of asking, but for a person before whom a form must open."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutuals.storage.turns import Turns

Writer = tuple[bool, bool]  # (urgent, gives up)


async def order_of(writers: list[Writer]) -> list[int]:
    """Who gets a turn, one after another, when all ask while somebody has it."""
    turns, order = Turns(), list[int]()

    async def write(number: int, urgent: bool) -> None:
        async with turns.taken(urgent=urgent):
            order.append(number)
            await asyncio.sleep(0)

    async with turns.taken():
        tasks = [asyncio.create_task(write(number, urgent)) for number, (urgent, _) in enumerate(writers)]
        await asyncio.sleep(0)
        for task, (_, gives_up) in zip(tasks, writers, strict=True):
            if gives_up:
                task.cancel()
    async with asyncio.timeout(5):
        await asyncio.gather(*tasks, return_exceptions=True)
        async with turns.taken():  # nobody has kept it
            return order


@given(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=12))
def test_urgent_ones_come_first_others_in_their_order_and_who_gives_up_keeps_nobody_waiting(
    writers: list[Writer],
) -> None:
    stay = [number for number, (_, gives_up) in enumerate(writers) if not gives_up]
    expected = [one for one in stay if writers[one][0]] + [one for one in stay if not writers[one][0]]
    assert asyncio.run(order_of(writers)) == expected


@pytest.mark.asyncio
async def test_who_is_cancelled_in_the_moment_of_their_turn_passes_it_on() -> None:
    turns = Turns()
    held = turns.taken()
    await held.__aenter__()
    second = asyncio.create_task(turns.taken().__aenter__())
    third = asyncio.create_task(turns.taken().__aenter__())
    await asyncio.sleep(0)
    await held.__aexit__(None, None, None)  # the turn is the second's now, who has not run yet
    second.cancel()
    async with asyncio.timeout(5):
        await third
    assert second.cancelled() or second.done()
