"""What a month costs, where it goes, and what stops when its budget runs out."""

import pytest

from tests.acceptance.house import COMPLAINT, House, Open


def said(house: House, words: str) -> list[int]:
    """How many messages of each channel hold these words."""
    return [len([one for one in texts if words in one]) for texts in house.channel_texts().values()]


@pytest.mark.smoke
async def test_at_80_percent_of_the_months_budget_the_chats_are_told_once_and_nothing_stops(open_house: Open):
    house = await open_house(MONTHLY_DOLLARS="1")
    await house.read(lambda tx: tx.spending.add(f"{house.clock.now():%Y-%m-%d}", "posts", 1, 800_000))
    house.write("mia", COMPLAINT)
    await house.look()
    await house.look()

    assert said(house, "80 % is used") == [1] * len(house.channel_texts())
    await house.in_both("mia", "Complaint")


async def test_status_says_what_the_month_costs(house: House):
    house.write("mia", COMPLAINT)
    await house.look()

    await house.command(house.ana, "status")

    assert "This month: $0.0" in house.told(house.ana)
