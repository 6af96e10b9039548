"""X shows some posts only long after younger ones: they are told all the same, and answers among them settle."""

from datetime import timedelta

import pytest

from mutuals.domain.model import CaseState
from tests.acceptance.house import COMPLAINT, House


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
    assert await house.find_alert("otto") is not None


@pytest.mark.smoke
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


async def looked_back(house: House) -> None:
    """The next look back is minutes away."""
    house.write("ruth", "@kettleco what a lovely blue")
    await house.look()
    await house.later(minutes=2)
    house.write("ruth", "@kettleco and the red one, too")
    await house.look()


async def test_a_post_that_x_shows_late_is_found_after_a_restart_too(house: House):
    await looked_back(house)
    house.write("otto", COMPLAINT, at=house.clock.now() - timedelta(minutes=50))

    await house.restart()
    await house.look()

    assert await house.find_alert("otto") is not None


async def test_a_restart_counts_nothing_again_that_was_paid_for_today(house: House):
    async def bought() -> dict[str, tuple[int, int]]:
        return await house.read(lambda tx: tx.spending.since("2000-01-01"))

    for number in range(5):
        house.write("ruth", f"@kettleco lovely colour number {number}")
    post = house.write("mia", COMPLAINT)
    await house.look()
    house.answer(post, "So sorry, a new one is on its way!")
    await house.look()
    before, x = await bought(), house.x.meter.total

    for _ in range(2):
        await house.restart()
        await house.look()

    assert await bought() == before
    assert house.x.meter.total == x


async def test_what_was_paid_for_yesterday_is_forgotten_and_counted_again(house: House):
    post = house.write("ruth", "@kettleco what a lovely blue")
    await house.look()
    yesterday, name = house.clock.now().date().isoformat(), f"post/{post.id}"
    before = await house.read(lambda tx: tx.spending.paid(yesterday, [name]))

    await house.later(days=1)
    house.write("ruth", "@kettleco and the red one, too")
    await house.look()

    assert before == {name}
    assert await house.read(lambda tx: tx.spending.paid(yesterday, [name])) == set()


async def test_that_a_look_back_can_not_go_as_far_as_it_should_is_said_once_a_day(house: House):
    ruth = house.person("ruth")
    for number in range(805):
        at = house.clock.now() - timedelta(minutes=200) + timedelta(seconds=number)
        house.world.post(ruth.id, f"@kettleco colour {number} on the shelf", at=at)
    await house.look()
    for _ in range(3):
        await house.later(minutes=11)
        house.write("ruth", "@kettleco one more")
        await house.look()

    texts = house.channel_texts()
    for chat in texts:
        assert sum("Some late posts may not be seen" in one for one in texts[chat]) == 1
