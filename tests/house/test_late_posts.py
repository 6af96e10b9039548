"""X shows some posts only long after younger ones: they are told all the same, and answers among them settle."""

from datetime import timedelta

import pytest

from house import COMPLAINT, House
from mutuals.model import CaseState


@pytest.mark.parametrize("late", [90, 600, 3_000])
async def test_a_complaint_that_x_shows_late_is_told_however_much_younger_posts_were_read(
    house: House, late: int
):
    house.write("ruth", "@kettleco what a lovely blue")
    await house.look()
    await house.look()
    house.write("otto", COMPLAINT, at=house.clock.now() - timedelta(seconds=late))
    await house.later(minutes=11)
    await house.look()
    assert await house.alert("otto") is not None


async def test_an_answer_of_ours_that_x_shows_late_settles_what_it_answered(house: House):
    post = house.write("otto", COMPLAINT)
    await house.look()
    await house.later(minutes=20)
    house.world.post(house.brand.id, "We made a new kettle!")
    await house.look()
    late = house.clock.now() - timedelta(minutes=10)
    house.world.post(house.brand.id, "So sorry, a new one is on its way!", in_reply_to=post.id, at=late)
    await house.later(minutes=11)
    await house.look()
    assert (await house.case(post)).state is CaseState.ANSWERED
