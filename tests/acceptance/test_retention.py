"""After ninety days the words of what is settled are nowhere any more; what is open is kept whole."""

from datetime import timedelta

import pytest

from mutuals.domain.model import AlertState, PeriodicTask
from tests.acceptance.house import COMPLAINT, House

SECRET_WORDS = "my kettle arrived broken"


@pytest.mark.smoke
async def test_the_words_of_a_settled_alert_leave_the_store_and_both_chats_in_time(house: House):
    post = house.write("mia", COMPLAINT)
    await house.look()
    assert SECRET_WORDS in house.everything_shown()
    await house.reply(house.ben, await house.open_alert("mia"), "Sorry!")

    await house.do(PeriodicTask.RETENTION)
    assert post.id in await house.read(lambda tx: tx.posts.by_ids([post.id]))
    house.clock.at += timedelta(days=91)
    await house.do(PeriodicTask.RETENTION)

    assert await house.read(lambda tx: tx.posts.by_ids([post.id])) == {}
    assert SECRET_WORDS not in house.everything_shown()
    assert (await house.alert("mia")).state is AlertState.SETTLED
    await house.in_both("mia", "Replied by Ben Okafor")


async def test_an_alert_that_somebody_still_has_keeps_its_words(house: House):
    post = house.write("mia", COMPLAINT)
    await house.look()
    house.clock.at += timedelta(days=91)

    await house.do(PeriodicTask.RETENTION)

    assert SECRET_WORDS in (await house.read(lambda tx: tx.posts.by_ids([post.id])))[post.id].text
