"""What the chats quote is looked at again, each post once a UTC day at most, for a tenth of what else is spent."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from mutuals.alerting.redaction import how_far, redact_people
from mutuals.domain.model import AlertState
from mutuals.watcher.recheck import recheck
from tests.acceptance.house import COMPLAINT, House, Open
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
async def test_a_post_is_bought_again_on_the_next_day_only_and_a_look_is_free_on_its_first_evening(
    house: House,
):
    house.write("mia", COMPLAINT)
    await house.look()
    await house.recheck(timedelta(minutes=5))
    assert await looks(house) == []

    house.clock.at = evening = house.clock.at.replace(hour=22, minute=30)
    await house.recheck(timedelta())
    await house.recheck(timedelta(minutes=40))
    assert (await looks(house), await bought(house)) == ([evening], 0)

    await house.recheck(timedelta(days=1))
    assert await bought(house) == 1
    assert (await house.alert("mia")).state is AlertState.OPEN


async def test_rechecks_keep_to_a_tenth_of_what_else_is_spent_and_open_alerts_come_first(open_house: Open):
    house = await open_house(RECHECK_PERCENT="10")
    for number in range(6):
        house.write(f"mia{number}", COMPLAINT)
    await house.look()
    house.clock.at = house.clock.at.replace(year=2031, month=5, day=1, hour=1)

    watched = await house.ctx.brands.find(house.brand_id)
    assert watched is not None
    await recheck(house.ctx, watched)

    assert await bought(house) == 3  # half a dollar a month is 100 posts, three or four a day
    assert (await house.read(how_far))["open_h"] > 24


async def test_a_post_that_the_brand_has_answered_through_us_counts_as_looked_at(house: House):
    post = house.write("mia", COMPLAINT)
    await house.look()
    await house.reply(house.ben, await house.open_alert("mia"), "Sorry!")

    quoted = await house.read(lambda tx: tx.rechecks.quoted(house.clock.now() - DAY))

    assert [one.id for one in quoted if one.looked_at] == [post.id]


async def test_what_a_look_up_shows_to_be_gone_is_redacted_without_another_look(house: House):
    post = house.write("mia", COMPLAINT)
    await house.look()
    known = await house.read(lambda tx: tx.people.by_ids([post.author_id]))
    watched = await house.ctx.brands.find(house.brand_id)
    assert watched is not None
    await redact_people(
        house.ctx, watched, {post.author_id: replace(known[post.author_id], gone="suspended")}
    )
    await house.quiet()

    assert "my kettle arrived broken" not in house.everything_shown()
    assert await bought(house) == 0


async def bought(house: House) -> int:
    """How many looks were paid for."""
    return (await house.read(lambda tx: tx.spending.since("2000-01-01"))).get("posts checked", (0, 0))[0]


async def looks(house: House) -> list[datetime]:
    """When quoted posts were looked at last."""
    quoted = await house.read(lambda tx: tx.rechecks.quoted(house.clock.now() - DAY))
    return [one.looked_at for one in quoted if one.looked_at]
