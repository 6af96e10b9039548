"""What X tells by its stream: told at once and never bought again; and what is done when the line fails."""

import asyncio
from dataclasses import replace
from functools import partial

import pytest

from mutuals.domain.bonds import BondEvent
from mutuals.domain.event_coverage import SETTLES
from mutuals.service import event_supervisor
from mutuals.watcher.event_coverage import spans_of
from mutuals_sandbox.faults import FaultKind
from mutuals_sandbox.world import Post
from tests.acceptance.house import COMPLAINT, House, Open
from tests.support.present import present
from tests.support.waiting import until

STREAM = {"X_PUSH": "stream"}
HANDED_OVER = SETTLES.total_seconds() + 10  # seconds after which a poll closes what came before the line


async def listening(open_house: Open, **settings: str) -> House:
    """A house whose line to X is open, and everything before that was read."""
    house = await open_house(**STREAM, **settings)
    await opened(house)
    await house.later(seconds=HANDED_OVER)
    await house.look()
    return house


async def opened(house: House) -> None:
    """Until the service knows that its line is open."""
    stream = house.ctx.brands.loaded()[0].network.events()
    assert stream is not None
    for _ in range(3_000):
        if await spans_of(house.ctx, stream.app):
            return
        await asyncio.sleep(0.01)
    raise AssertionError("the line was not opened")


async def told(house: House, post: Post) -> None:
    """Until both chats show what somebody has written."""
    await until(lambda: any(post.text[-20:] in one for one in house.channel_texts()["slack"]))
    await until(lambda: any(post.text[-20:] in one for one in house.channel_texts()["discord"]))


def says(house: House, chat: str, words: str) -> bool:
    """Does a channel hold these words?"""
    return any(words in one for one in house.channel_texts()[chat])


def reads(house: House) -> int:
    """Posts that X has charged as read from the brand's lists."""
    return house.x.meter.units.get("owned_read", 0)


@pytest.mark.smoke
async def test_what_x_tells_by_its_stream_is_told_at_once_and_never_bought_again(open_house: Open):
    house = await listening(open_house)
    bought = reads(house)

    post = house.write("mia", COMPLAINT)
    await told(house, post)
    await house.later(minutes=5)
    await house.look()
    house.answer(post, "So sorry, a new one is on its way!")
    await until(lambda: house.x.meter.units.get("post_event", 0) == 2)

    assert reads(house) == bought
    assert house.x.meter.twice == set()


async def test_what_came_before_the_line_was_open_is_read_by_a_poll(open_house: Open):
    house = await open_house(**STREAM)
    house.x.activity.faults.mute = True
    post = house.write("mia", COMPLAINT)
    await opened(house)
    await house.later(seconds=HANDED_OVER)
    await house.look()

    assert await house.find_alert("mia") is not None
    assert post.id not in house.x.meter.twice


async def test_posts_of_a_gap_are_read_once_when_the_line_is_cut_and_x_does_not_tell_again(open_house: Open):
    house = await listening(open_house)
    first = house.write("mia", COMPLAINT)
    await told(house, first)
    house.x.activity.faults.refuse_backfill = True
    house.x_faults.plan(FaultKind.ERROR_BEFORE, "GET /2/activity/stream", times=1000)
    house.x.activity.disconnect()
    await until(lambda: not house.x.activity.streams)
    await house.later(seconds=40)
    second = house.write("otto", COMPLAINT)
    await house.later(seconds=40)
    await house.look()

    assert await house.find_alert("otto") is not None
    assert house.x.meter.twice == set()
    assert second.id not in house.x.meter.twice


async def test_what_x_tells_again_after_a_short_gap_need_not_be_read(open_house: Open):
    house = await listening(open_house)
    bought = reads(house)
    house.x.activity.disconnect()
    await until(lambda: not house.x.activity.streams)
    post = house.write("mia", COMPLAINT)
    await until(lambda: house.x.activity.streams)
    await told(house, post)
    await house.later(minutes=2)
    await house.look()

    assert reads(house) == bought


async def test_half_a_line_is_told_all_the_same(open_house: Open):
    house = await listening(open_house)
    house.x.activity.faults.half_lines = 1
    post = house.write("mia", COMPLAINT)
    await told(house, post)

    assert len(await house.alerts()) == 1


async def test_a_line_that_gives_signs_of_life_and_tells_nothing_hides_no_complaint(open_house: Open):
    house = await listening(open_house)
    house.x.activity.faults.mute = True
    house.write("mia", COMPLAINT)
    await house.later(seconds=30)
    await house.look()

    assert await house.find_alert("mia") is not None


async def test_an_event_that_comes_twice_or_out_of_order_is_one_alert(open_house: Open):
    house = await listening(open_house)
    house.x.activity.faults.duplicates = 1
    twice = house.write("mia", COMPLAINT)
    await told(house, twice)
    house.x.activity.faults.hold_back = 1
    late = house.write("otto", f"{COMPLAINT} It was order number 4711.")
    early = house.write("ruth", f"{COMPLAINT} It was order number 2345.")
    await told(house, early)
    await told(house, late)
    await house.quiet()

    assert len(await house.alerts()) == 3
    assert house.x.meter.twice == set()


@pytest.mark.smoke
async def test_that_the_brand_has_taken_back_its_access_is_said_at_once_with_what_mends_it(open_house: Open):
    house = await listening(open_house)
    house.x.revoke(house.access)
    for chat in ("slack", "discord"):
        await until(partial(says, house, chat, "taken back"))

    said = next(one for one in house.channel_texts()["slack"] if "taken back" in one)
    assert "mutuals connect x" in said


async def test_a_deleted_post_of_ours_goes_from_the_chats_when_x_tells_of_it(open_house: Open):
    house = await listening(open_house)
    post = house.write("mia", COMPLAINT)
    await told(house, post)
    answer = house.answer(post, "So sorry, a new one is on its way!")
    await until(lambda: house.x.meter.units.get("post_event", 0) == 2)
    await house.quiet()
    house.world.delete(answer.id)

    async def gone() -> bool:
        stored = await house.read(lambda tx: tx.posts.by_ids([answer.id]))
        return stored[answer.id].gone == "deleted"

    for _ in range(200):
        if await gone():
            break
        await house.quiet()
    assert await gone()


async def test_who_follows_the_brand_is_known_without_a_look_up_and_an_unfollow_is_seen_at_once(
    open_house: Open,
):
    house = await listening(open_house, X_PUSH_FOLLOWS="true")
    post = house.write("mia", COMPLAINT)
    await told(house, post)
    mia, looked_up = house.person("mia"), house.x.meter.units.get("user_read", 0)

    house.world.follow(mia.id, house.brand.id)
    await until_known(house, mia.id, follows_us=True)
    house.world.unfollow(mia.id, house.brand.id)
    await until_known(house, mia.id, follows_us=False)
    history = (await house.read(lambda tx: tx.bonds.of([mia.id])))[mia.id]

    assert [one.event for one in history] == [BondEvent.THEY_FOLLOW, BondEvent.THEY_LEFT]
    assert house.x.meter.units.get("user_read", 0) == looked_up


async def until_known(house: House, person_id: str, *, follows_us: bool) -> None:
    """Until it is stored whether somebody follows the brand."""
    for _ in range(1_000):
        found = await house.read(lambda tx: tx.people.by_ids([person_id]))
        if found[person_id].relationship.follows_us is follows_us:
            return
        await asyncio.sleep(0.01)
    raise AssertionError("never known")


async def test_when_no_more_may_be_spent_nothing_is_told_any_more_and_that_is_said(open_house: Open):
    house = await listening(open_house, DAILY_DOLLARS="0.05")
    for number in range(12):
        house.write("ruth", f"@kettleco lovely colour number {number}")
    await until(lambda: not house.x.activity.subscriptions)
    await until(partial(says, house, "slack", "can't see X now"))


async def test_that_x_tells_nothing_for_good_is_said_and_polling_goes_on(open_house: Open):
    house = await open_house(X_PUSH="stream", X_BEARER_TOKEN="no-such-token-at-all")
    await until(partial(says, house, "slack", "does not tell Mutuals of new posts by itself now"))
    house.write("mia", COMPLAINT)
    await house.look()

    assert await house.find_alert("mia") is not None


async def test_a_brand_that_is_paused_is_told_of_nothing_and_pays_for_nothing(
    open_house: Open, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(event_supervisor, "LOOK_SECONDS", 0.1)
    house = await listening(open_house)
    brand = present(await house.store.brand(house.brand_id))
    await house.store.put_brand(replace(brand, paused=True))
    house.service._brands.changed(house.brand_id)
    await until(lambda: not house.x.activity.subscriptions)

    await house.store.put_brand(brand)
    house.service._brands.changed(house.brand_id)
    await until(lambda: house.x.activity.subscriptions)
