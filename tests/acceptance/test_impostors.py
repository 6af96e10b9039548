"""Somebody who speaks as our support: the team is warned once, and no clock runs."""

import pytest

from tests.acceptance.house import House

pytestmark = pytest.mark.smoke

HEADLINE = "Somebody may pretend to be you"


async def test_whoever_pretends_to_be_our_support_is_told_once_and_is_no_case(house: House):
    for when in ("today", "tomorrow"):
        house.write(
            "tom",
            f"@kettleco @mia sorry for the trouble {when}. Kindly message our help team @kettle_helpline",
        )
        await house.look()

    told = house.channel_texts()

    assert await house.find_alert("tom") is None
    assert told
    assert all(sum(HEADLINE in text for text in texts) == 1 for texts in told.values() if texts)
    assert "Report" in house.everything_shown()
