"""What somebody writes in the wrong moment is told all the same, and nobody is silenced by what was said to another."""

from datetime import timedelta

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.model import AlertState
from mutuals_sandbox.faults import FaultKind
from tests.acceptance.house import COMPLAINT, QUESTION, House, Open

ANGRY = "@kettleco and you charged me twice, this is a scandal, refund me"


@pytest.mark.smoke
async def test_a_complaint_that_is_deleted_and_written_anew_is_told_though_its_end_was_seen_first(
    house: House,
):
    top = house.world.post(house.brand.id, "Our new kettle is here")
    first = house.write("mia", COMPLAINT, in_reply_to=top.id)
    await house.look()
    house.world.delete(first.id)
    house.clock.at += timedelta(seconds=10)
    house.write("mia", f"{COMPLAINT}, and it smells of smoke", in_reply_to=top.id)
    house.clock.at += timedelta(seconds=20)
    await house.recheck(timedelta())
    await house.look()

    await house.in_both("mia", "smells of smoke")
    assert (await house.alert("mia")).state is AlertState.OPEN


async def test_what_was_written_shortly_before_a_dismissal_and_read_after_it_is_told(house: House):
    top = house.world.post(house.brand.id, "Our new kettle is here")
    house.write("mia", COMPLAINT, in_reply_to=top.id)
    await house.look()
    house.clock.at += timedelta(minutes=5)
    house.write("mia", ANGRY, in_reply_to=top.id)
    house.clock.at += timedelta(seconds=20)
    await house.press(house.ana, await house.open_alert("mia"), Intent.DISMISS, "elsewhere")
    house.clock.at += timedelta(seconds=30)
    await house.look()

    await house.in_both("mia", "you charged me twice")
    assert (await house.alert("mia")).state is AlertState.OPEN


async def test_an_answer_to_a_reply_by_link_that_came_before_the_link_was_verified_is_told(house: House):
    ours = house.world.post(house.brand.id, "New colours are here")
    other = house.write("tom", "nice", in_reply_to=ours.id)
    house.write("mia", f"my {house.brand.name} kettle arrived broken, unacceptable", in_reply_to=other.id)
    await house.look()
    await house.reply(house.ben, await house.open_alert("mia"), "Oh no, sorry!")
    await house.on_x(house.link(house.ben, "/intent/"), text="Oh no, sorry! We fix it.")
    mine = house.world.posts_of(house.brand.id)[0]
    house.clock.at += timedelta(seconds=12)
    house.write(
        "mia", "@kettleco you said that last week, still broken, this is a scandal", in_reply_to=mine.id
    )
    await house.later(seconds=8)
    verified = (await house.alert("mia")).state
    house.clock.at += timedelta(seconds=30)
    await house.look()

    assert verified is AlertState.SETTLED
    await house.in_both("mia", "you said that last week")
    assert (await house.alert("mia")).state is AlertState.OPEN


async def test_an_answer_to_one_of_several_in_a_conversation_settles_nothing_for_the_others(house: House):
    """X puts all their handles in front of a reply to one of them."""
    top = house.world.post(house.brand.id, "Our new kettle is here")
    bob = house.write("bob", COMPLAINT, in_reply_to=top.id)
    house.clock.at += timedelta(seconds=60)
    mia = house.write("mia", "@bob @kettleco when will the blue one be back in stock?", in_reply_to=bob.id)
    await house.look()
    house.answer(mia, "On Friday!")
    house.clock.at += timedelta(seconds=60)
    await house.look()

    assert "@bob" in house.said_by_brand()[0]
    assert (await house.alert("bob")).state is AlertState.OPEN


async def test_a_holding_reply_to_one_does_not_keep_anothers_question_from_being_told(house: House):
    top = house.world.post(house.brand.id, "Our new kettle is here")
    bob = house.write("bob", QUESTION, in_reply_to=top.id)
    house.clock.at += timedelta(seconds=60)
    house.write("mia", "@bob @kettleco my kettle arrived broken, this is unacceptable", in_reply_to=bob.id)
    await house.look()
    before = await house.find_alert("bob")
    await house.reply(
        house.ana, await house.open_alert("mia"), "Sorry! We look into it.", do=Intent.ACKNOWLEDGE
    )
    house.clock.at += timedelta(seconds=60)
    await house.look()
    await house.later(hours=3)

    assert before is None
    await house.in_both("bob", "Question")


async def test_a_mention_that_x_shows_late_with_an_older_id_is_told(house: House):
    house.write("tom", "@kettleco nice kettle")
    house.clock.at += timedelta(seconds=2)
    await house.look()
    house.write("mia", COMPLAINT, at=house.clock.now() - timedelta(seconds=3))
    house.clock.at += timedelta(minutes=1)
    await house.look()

    await house.in_both("mia", "Complaint")


async def test_a_days_limit_smaller_than_what_waits_is_worked_off_day_by_day(open_house: Open):
    house = await open_house(DAILY_DOLLARS="0.6")
    house.write("mia", COMPLAINT, at=house.clock.now() + timedelta(seconds=1))
    for number in range(200):
        house.write(
            f"p{number % 40}", f"@kettleco hello {number}", at=house.clock.now() + timedelta(seconds=60)
        )
    house.clock.at += timedelta(hours=1)
    await house.look()
    first_day = await house.find_alert("mia")
    await house.later(days=1)
    await house.look()
    await house.later(days=1)
    await house.look()

    assert first_day is None
    await house.in_both("mia", "Complaint")


async def test_a_case_put_aside_for_a_week_wakes_after_it(house: House):
    """It would have run out after five days."""
    house.write("mia", COMPLAINT)
    await house.look()
    await house.press(house.ben, await house.open_alert("mia"), Intent.SNOOZE, "1w")
    for _ in range(6):
        await house.later(days=1)
    asleep = (await house.alert("mia")).state
    await house.later(days=1, minutes=1)

    assert asleep is AlertState.SNOOZED
    shown = await house.in_both("mia", "Complaint")
    assert (await house.alert("mia")).state is AlertState.OPEN
    assert len(shown["slack"].replies) == 1


async def test_all_cases_of_somebody_who_protects_the_account_end_not_only_the_one_that_was_looked_at(
    house: House,
):
    first = house.write("mia", COMPLAINT)
    await house.look()
    house.clock.at += timedelta(days=2)
    house.write("mia", QUESTION)
    await house.look()
    house.world.protect(first.author_id)
    house.clock.at += timedelta(days=1)  # each post is looked at once a day
    await house.recheck()
    await house.later(hours=3)

    alert = await house.alert("mia")
    assert (alert.episode, alert.state) == (1, AlertState.SETTLED)


async def test_a_fan_whom_somebody_follows_on_x_itself_is_no_longer_waiting_the_next_day(house: House):
    fan = house.make_loyal("savvari")
    await house.look()
    house.world.follow(house.brand.id, fan.id)
    house.clock.at += timedelta(days=2)
    await house.look()

    await house.in_both("savvari", "Followed on X by @kettleco")
    assert (await house.alert("savvari")).state is AlertState.SETTLED


async def test_nobody_is_suggested_by_what_was_known_days_ago(open_house: Open):
    house = await open_house(FANS_PER_HOUR="1")
    fans = [house.make_loyal("fana", days=7), house.make_loyal("fanb", days=6)]
    await house.look()
    [told] = await house.alerts()
    [other] = [one for one in fans if one.id != told.person_id]
    house.world.follow(house.brand.id, other.id)
    house.clock.at += timedelta(days=2)
    house.x_faults.plan(FaultKind.ERROR_BEFORE, r"GET /2/users\b(?!/)", times=9, status=503)
    await house.look()

    assert [one.person_id for one in await house.alerts()] == [told.person_id]
