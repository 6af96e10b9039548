"""Thank, under a fan's alert: a form that is filled in with what they did."""

import pytest

from mutuals.cards.markup import Intent
from mutuals.cards.templates import thanks
from mutuals.domain.model import AlertState, Interaction
from tests.acceptance.house import House


@pytest.mark.smoke
@pytest.mark.parametrize("name", ["ana", "ben"])
async def test_a_fan_is_thanked_by_a_text_that_stands_there_to_be_read_first(house: House, name: str):
    who = getattr(house, name)
    house.make_loyal("savvari")
    await house.look()
    alert = await house.open_alert("savvari")

    await house.press(who, alert, Intent.REPLY, "thanks")

    filled = house.filled(who)
    assert filled.startswith("Hi Savvari, thank you for your kind words")
    assert house.said_by_brand() == []
    await house.send(who, filled)
    await house.quiet()
    assert [one.endswith(filled) for one in house.said_by_brand()] == [True]
    assert (await house.alert("savvari")).state is AlertState.SETTLED


@pytest.mark.parametrize(
    ("did", "words"),
    [
        ({Interaction.RECOMMENDED, Interaction.MENTION}, "for recommending us"),
        ({Interaction.HELPED, Interaction.REPLY}, "for helping other customers"),
        ({Interaction.MENTION}, "for your kind words"),
        (set(), "for your kind words"),
    ],
)
def test_thanks_name_the_kindest_thing_that_somebody_did(did: set[Interaction], words: str):
    text = thanks(did, "Mia Quist", "Ana")

    assert words in text
    assert text.startswith("Hi Mia, thank you")
    assert text.endswith(" ^Ana")
    assert thanks(did, "", None).startswith("Hi, thank you")
