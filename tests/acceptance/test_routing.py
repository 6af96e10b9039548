"""Rules send alerts to other channels in both chats, from the file and from a chat."""

import pytest

from tests.acceptance.house import COMPLAINT, QUESTION, House, Open
from tests.acceptance.test_settings_in_chat import opened, save

URGENT = "@kettleco the kettle caught fire and burned my hand, this is dangerous, help"


async def where(house: House, handle: str) -> set[str]:
    """The channels in which somebody's alert has a message."""
    alert = await house.alert(handle)
    return {one.channel for one in await house.deliveries(f"alert/{alert.id}") if one.ref}


@pytest.mark.smoke
async def test_the_first_rule_that_fits_decides_and_the_rest_goes_where_it_always_went(open_house: Open):
    house = await open_house(ROUTES="urgent -> slack:#fans discord:#fans; complaint lang:de -> slack:#fans")
    house.write("mia", URGENT)
    house.write("noa", COMPLAINT)
    house.write("jan", "@kettleco mein Wasserkocher ist kaputt und ich bin sehr enttäuscht", lang="de")
    await house.look()

    assert await where(house, "mia") == {"#fans"}
    assert await where(house, "noa") == {house.slack_care, house.discord_care}
    assert await where(house, "jan") == {"#fans", house.discord_care}
    assert "mia" in str(house.slack_messages(channel=house.slack_fans))
    assert "mia" in str(house.discord_messages(channel=house.discord_fans))


async def test_a_rule_that_is_made_in_a_chat_moves_no_alert_and_posts_none_twice(house: House):
    house.write("mia", COMPLAINT)
    await house.look()
    before = await where(house, "mia")
    await opened(house, house.eva, "routing")
    await save(house, house.eva, routes="any -> slack:#fans discord:#fans")

    house.write("mia", URGENT)  # worse news of somebody whose alert stands there
    house.write("noa", COMPLAINT)
    await house.look()
    await house.later(hours=2)

    assert await where(house, "mia") == before
    assert await where(house, "noa") == {"#fans"}
    assert "verdue" in str(house.slack_messages(channel=house.slack_fans))


async def test_a_channel_that_does_not_exist_is_told_in_the_usual_one_and_by_the_doctor(open_house: Open):
    house = await open_house(ROUTES="question -> discord:#nowhere")
    house.write("mia", QUESTION)
    await house.look()
    await house.later(hours=1, minutes=5)

    said = " ".join(house.channel_texts()["discord"])
    assert "Discord takes no alerts" in said
    assert "/mutuals settings routing" in said
    found = [one for one in await house.ctx.chats["discord"].check() if not one.ok]
    assert any("#nowhere" in one.title for one in found)


async def test_a_rule_for_a_chat_that_there_is_not_is_refused_in_words(house: House):
    await opened(house, house.dana, "routing")

    assert "is no chat; there are" in await save(house, house.dana, routes="any -> slak:#care")
