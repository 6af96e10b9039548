"""Posts below the line, offered in the digest so that somebody says whether one was a complaint."""

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.model import AlertState
from tests.acceptance.digests import busy_day, day_of, give_feedback, offered, tick, told, until_the_hour
from tests.acceptance.house import House
from tests.acceptance.pressing import press_on


@pytest.mark.smoke
async def test_a_post_below_the_line_is_offered_and_a_missed_complaint_is_told_after_all(house: House):
    await tick(house)
    missed = house.write("quiet", "@kettleco the blue one on your shelf, at my aunt's place since May")
    await house.look()
    await until_the_hour(house)
    offered = told(house)

    await give_feedback(house, house.ben, missed.id, "complaint")

    assert all("Did we miss a complaint?" in one for texts in offered.values() for one in texts)
    await house.in_both("quiet", "Complaint", "Ben Okafor called it a complaint")
    assert all("A complaint, says Ben Okafor." in one for texts in told(house).values() for one in texts)
    assert (await house.open_alert("quiet")).state is AlertState.OPEN
    [kept] = await house.read(lambda tx: tx.feedback.newest())
    assert (kept.value, kept.category) == ("complaint", "other")


async def test_not_a_complaint_under_a_sample_opens_nothing_and_the_second_person_is_told_so(house: House):
    await tick(house)
    post = house.write("quiet", "@kettleco the blue one on your shelf, at my aunt's place since May")
    await house.look()
    await until_the_hour(house)

    await give_feedback(house, house.ana, post.id, "not_complaint")

    assert await house.find_alert("quiet") is None
    assert all("Not a complaint, says Ana." in one for texts in told(house).values() for one in texts)


async def test_a_busy_day_offers_one_in_twenty_the_rest_of_them_behind_a_button(house: House):
    await busy_day(house, 150)
    [shown, hidden], day = await offered(house), await day_of(house)
    for who in (house.ana, house.ben):
        await press_on(house, who, day, Intent.MEMBERS, "3")

    assert (len(shown), len(hidden)) == (3, 5)
    for chat, [text] in told(house).items():
        assert "3 of 8 samples from the 150 posts that opened no alert" in text, chat
    for who in (house.ana, house.ben):
        assert "Did we miss a complaint? 4 to 8 of 8" in house.told(who)
        assert house.told(who).count("at my aunt's place") == 5


async def test_a_sample_behind_the_button_is_told_when_it_was_a_complaint(house: House):
    await busy_day(house, 150)
    [_, hidden], day = await offered(house), await day_of(house)
    await press_on(house, house.ben, day, Intent.MEMBERS, "3")

    await give_feedback(house, house.ben, hidden[0], "complaint")
    await give_feedback(house, house.ben, hidden[1], "not_complaint")

    [alert] = await house.alerts()
    assert alert.case_ids == (hidden[0],)
    assert "Noted: not a complaint." in house.told(house.ben)
    await press_on(house, house.ana, day, Intent.MEMBERS, "3")
    assert "A complaint, says Ben Okafor." in house.told(house.ana)


async def test_a_sample_that_is_gone_is_not_shown_behind_the_button(house: House):
    await busy_day(house, 150)
    [_, hidden], day = await offered(house), await day_of(house)
    await house.read(lambda tx: tx.posts.redact([hidden[0]], "deleted"))

    await press_on(house, house.ana, day, Intent.MEMBERS, "3")

    assert "1 of these is gone from X." in house.told(house.ana)
