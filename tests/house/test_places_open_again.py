"""A channel that was closed and is open again shows what was missed at once, and the notice says how much it was."""

from datetime import timedelta

from house import COMPLAINT, House


def told(house: House, words: str) -> list[str]:
    return [one for one in house.channel_texts()["discord"] if words in one]


async def test_all_that_was_missed_comes_with_the_first_message_that_gets_through(house: House):
    place = house.slack.space.channels[house.slack_care]
    place.archived = True
    for handle in ("mia", "noa"):
        house.write(handle, COMPLAINT)
        await house.look()
    place.archived = False
    house.write("zoe", COMPLAINT)
    await house.look()

    shown = str(house.slack_messages())
    assert all(handle in shown for handle in ("mia", "noa", "zoe"))
    (notice,) = told(house, "Alerts reach Slack again")
    assert "2 messages that had to wait are shown now" in notice


async def test_a_restart_shows_at_once_what_was_missed(house: House):
    place = house.slack.space.channels[house.slack_care]
    place.archived = True
    house.write("mia", COMPLAINT)
    await house.look()
    place.archived = False

    await house.restart()

    assert "mia" in str(house.slack_messages())


async def test_without_a_word_from_the_chat_it_is_tried_again_within_a_minute(house: House):
    place = house.slack.space.channels[house.slack_care]
    place.archived = True
    house.write("mia", COMPLAINT)
    await house.look()
    place.archived = False

    await house.later(seconds=timedelta(minutes=1, seconds=2).total_seconds())

    assert "mia" in str(house.slack_messages())
