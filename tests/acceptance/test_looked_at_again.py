"""What the chats quote is looked at again, each post once a day, however much is open or settled."""

from datetime import datetime, timedelta

import pytest

from mutuals.domain.model import AlertState
from tests.acceptance.house import COMPLAINT, House
from tests.acceptance.test_lists import keep, settled

DAY = timedelta(days=1)


async def test_an_old_settled_alert_behind_many_newer_ones_is_redacted_too(house: House):
    post = house.write("mia", COMPLAINT)
    await house.look()
    await house.reply(house.ben, await house.open_alert("mia"), "Sorry!")
    await keep(house, settled(house, 250), [])

    house.world.delete(post.id)
    house.clock.at += timedelta(minutes=5)
    await house.recheck()

    assert "my kettle arrived broken" not in house.everything_shown()
    assert (await house.read(lambda tx: tx.posts.by_ids([post.id])))[post.id].text == ""


@pytest.mark.smoke
async def test_each_post_is_looked_at_once_a_day_and_again_on_the_next(house: House):
    post = house.write("mia", COMPLAINT)
    await house.look()
    await house.recheck()
    house.clock.at += timedelta(minutes=5)

    async with house.ctx.store.reading(house.brand_id) as tx:
        shown = await tx.rechecks.quoted(house.clock.now())
        assert shown == {post.id}
        assert await tx.rechecks.unchecked(shown, house.clock.now(), 100) == []
        assert await tx.rechecks.unchecked(shown, house.clock.now() + DAY, 100) == [post.id]
    assert (await house.alert("mia")).state is AlertState.OPEN


async def due_again(house: House, post_id: str, *, checked: datetime) -> datetime:
    """The first full half hour at which the post is due after that check."""
    async with house.ctx.store.transaction(house.brand_id) as tx:
        await tx.rechecks.mark([post_id], checked)
    at = checked
    async with house.ctx.store.reading(house.brand_id) as tx:
        while not await tx.rechecks.unchecked([post_id], at, 100):
            at += timedelta(minutes=30)
    return at


async def test_a_deletion_is_noticed_within_a_day_though_each_post_is_bought_once_a_day(house: House):
    post = house.write("mia", COMPLAINT)
    await house.look()
    midnight = house.clock.now().replace(hour=0, minute=0, second=0, microsecond=0)

    for hour in (22, 13, 9):  # each check an hour earlier than the one before it
        checked = midnight + timedelta(hours=hour)
        assert await due_again(house, post.id, checked=checked) == checked + timedelta(hours=23)
    early = midnight + timedelta(minutes=30)  # 23 hours later it is still the same day of X's meter
    assert await due_again(house, post.id, checked=early) == midnight + DAY
