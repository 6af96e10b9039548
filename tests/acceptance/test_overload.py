"""More waits than those on duty can answer: one notice in both chats, once."""

import pytest

from tests.acceptance.house import COMPLAINT, LATE, Open


@pytest.mark.smoke
async def test_too_much_for_those_on_duty_is_said_once_in_both_chats(open_house: Open):
    house = await open_house(ROTA="Ana mon-fri 09:00-12:20", BUNDLE_FROM="0")  # twenty minutes are left
    for number in range(6):
        house.write(f"cust{number}", LATE[number % len(LATE)])
    await house.look()
    house.write("one_more", COMPLAINT)
    await house.later(minutes=1)
    await house.look()

    for texts in house.channel_texts().values():
        [said] = [one for one in texts if "More waits than you can answer" in one]
        assert "6 people wait for an answer: about 24 min of work" in said
        assert "On duty: Ana, with 20 min left." in said
