"""Far more than usual: one message for all of it, kept up to date, told again when it doubles, and over when it is calm."""

from datetime import timedelta

import pytest

from tests.acceptance.house import START, House

ANGRY = "Far more complaints than usual"
DOUBLED = "and twice as many now"


def said(house: House, words: str) -> list[int]:
    """How many messages of each channel hold these words."""
    return [len([one for one in texts if words in one]) for texts in house.channel_texts().values()]


async def usual_weeks(house: House) -> None:
    """Two weeks in which somebody says something every three hours, most of it kind."""
    for day in range(14, 0, -1):
        for hour in range(0, 24, 3):
            when = START - timedelta(days=day) + timedelta(hours=hour)
            house.write(f"guest{hour}", f"@kettleco day {day} with my kettle, tea as ever", at=when)
    await house.look()


def burst(house: House, first: int, many: int, answers: str | None = None) -> None:
    """So many people complain within minutes."""
    for n in range(first, first + many):
        text = f"@kettleco my order {n} never arrived, and nobody answers. This is unacceptable!"
        house.write(f"angry{n}", text, in_reply_to=answers)


@pytest.mark.smoke
async def test_a_burst_of_complaints_is_one_message_that_says_how_much_is_usual(house: House):
    await usual_weeks(house)
    burst(house, 0, 24)
    await house.look()
    await house.look()

    texts = [one for texts in house.channel_texts().values() for one in texts if ANGRY in one]
    assert said(house, ANGRY) == [1, 1]
    for text in texts:
        assert "24 posts" in text
        assert "24 complain (100%" in text
        assert "usually less than one" in text
        assert "/mutuals queue" in text


async def test_the_post_that_takes_off_is_named(house: House):
    await usual_weeks(house)
    first = house.write("mia", "@kettleco your kettle melted on my stove. Unacceptable!")
    burst(house, 0, 20, answers=first.id)
    await house.look()

    assert said(house, "21 of them are about one post") == [1, 1]


async def test_it_is_told_again_when_it_doubles_and_over_once_when_it_is_calm(house: House):
    await usual_weeks(house)
    burst(house, 0, 24)
    await house.look()
    burst(house, 24, 30)
    await house.look()
    doubled = said(house, DOUBLED)
    await house.restart()
    for _ in range(6):
        await house.later(hours=1)
        await house.look()

    assert doubled == [1, 1]
    assert said(house, DOUBLED) == [1, 1]
    assert said(house, "Calm again") == [1, 1]
    assert said(house, "54 posts to @kettleco from") == [1, 1]


async def test_a_brand_that_is_new_to_us_has_no_usual_and_no_alarm(house: House):
    burst(house, 0, 30)
    await house.look()

    assert said(house, ANGRY) == [0, 0]
