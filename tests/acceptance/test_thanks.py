"""Thank, under a fan's alert: a form that is filled in with what they did."""

import pytest

from mutuals.cards.markup import Intent
from mutuals.cards.starter_replies import STARTERS
from mutuals.cards.templates import ReplyEvidence, kindest, values
from mutuals.domain.model import AlertState, Interaction
from mutuals.domain.saved_replies import merged
from tests.acceptance.house import House
from tests.support.values import START

THANKS = next(one for one in STARTERS if one.id == "thanks.en")


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
    known = ReplyEvidence("Mia Quist", did=kindest(did), praised=True)
    text = merged(THANKS.text, values(known, "en", START))

    assert text is not None
    assert words in text
    assert text.startswith("Hi Mia, thank you")


def test_nobody_is_thanked_for_kind_words_that_they_did_not_write():
    assert merged(THANKS.text, values(ReplyEvidence("Mia Quist"), "en", START)) is None
