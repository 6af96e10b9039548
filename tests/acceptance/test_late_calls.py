"""What was overdue before anybody could be told of it: somebody is called, and never for each of twenty."""

from datetime import timedelta

import pytest

from tests.acceptance.house import COMPLAINT, House

TROUBLES = (
    "@kettleco my kettle leaks all over the kitchen, this is unacceptable",
    "@kettleco still no refund for my broken toaster, three weeks now",
    "@kettleco your app logs me out every morning and loses my basket",
    "@kettleco the lid of the teapot arrived in two pieces, very disappointed",
    "@kettleco your courier threw the parcel over the fence, the grinder is dead",
)


async def away(house: House, posts: dict[str, str]) -> None:
    """The service is down for three hours, and these people write ten minutes after it went."""
    await house.stop()
    at = house.clock.now() + timedelta(minutes=10)
    house.clock.at += timedelta(hours=3)
    for handle, text in posts.items():
        house.write(handle, text, at=at)
    await house.start()
    await house.look()


@pytest.mark.smoke
async def test_what_fell_due_while_mutuals_was_down_calls_once_when_it_is_told(house: House):
    await house.look()
    await away(house, {"mia": COMPLAINT})

    for one in (await house.in_both("mia", "overdue")).values():
        assert ["Overdue" in text for text in one.replies] == [True]
    await house.later(minutes=10)
    for one in (await house.in_both("mia", "overdue")).values():
        assert ["Overdue" in text for text in one.replies] == [True]


async def test_of_five_that_fell_due_meanwhile_one_call_names_the_worst_and_counts_the_others(house: House):
    await house.look()
    await away(house, {f"cust{number}": text for number, text in enumerate(TROUBLES)})

    shown = [await house.in_both(f"cust{number}", "overdue") for number in range(len(TROUBLES))]
    for chat in ("slack", "discord"):
        said = [text for one in shown for text in one[chat].replies if "Overdue" in text]
        assert len(said) == 1
        assert "4 others were overdue as well" in said[0]
        assert "/mutuals queue overdue" in said[0]


async def test_what_was_overdue_before_the_first_look_calls_nobody(house: House):
    house.write("mia", COMPLAINT, at=house.clock.now() - timedelta(hours=5))
    await house.look()
    await house.later(minutes=5)

    for one in (await house.in_both("mia", "overdue")).values():
        assert one.replies == []
