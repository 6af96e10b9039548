"""What the team has agreed on stands beside the reply in both chats, for people like this one only."""

import json

import pytest

from tests.acceptance.house import COMPLAINT, QUESTION, House, Open
from tests.acceptance.test_settings_in_chat import opened, save

TEXT = "Say sorry once, offer the new lid, never promise a date."


async def test_the_text_for_complaints_stands_above_a_complaints_reply(open_house: Open):
    house = await open_house(COMPLAINT_PLAYBOOK=TEXT)
    house.write("mia", COMPLAINT)
    house.write("noa", QUESTION)
    await house.look()
    await house.later(hours=1, minutes=1)

    for who in (house.ana, house.ben):
        await house.open_form(who, await house.alert("mia"))
        assert TEXT in json.dumps(house.form(who))
        await house.open_form(who, await house.alert("noa"))
        assert TEXT not in json.dumps(house.form(who))


@pytest.mark.smoke
async def test_it_is_written_in_a_chat_and_a_text_that_is_too_long_is_told_so(house: House):
    house.write("mia", COMPLAINT)
    await house.look()
    await opened(house, house.eva, "playbook")
    await save(house, house.eva, complaint_playbook=TEXT)

    await house.open_form(house.ana, await house.alert("mia"))
    assert TEXT in json.dumps(house.form(house.ana))
