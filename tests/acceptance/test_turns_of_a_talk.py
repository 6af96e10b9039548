"""A talk has turns: it is solved as they say, they answer what we asked, or they speak to each other."""

import pytest

from mutuals.domain.model import AlertState, CaseState, Turn
from tests.acceptance.house import COMPLAINT, House


@pytest.mark.smoke
async def test_who_says_it_is_solved_has_closed_it_and_nobody_is_called(house: House):
    post = house.write("ruth", COMPLAINT)
    await house.look()
    house.write("ruth", "@kettleco forget it, works again. Thank you!", in_reply_to=post.id)
    await house.look()
    await house.later(minutes=90)
    case = await house.case(post)
    assert (case.state, case.turn, case.escalated) == (CaseState.WITHDRAWN, Turn.SOLVED, False)
    await house.in_both("ruth", "Complaint, solved", "They say it is solved")


@pytest.mark.smoke
async def test_after_a_question_of_ours_the_alert_says_that_it_is_their_turn(house: House):
    post = house.write("ruth", COMPLAINT)
    await house.look()
    ours = house.answer(post, "Oh no! Which one is it?")
    await house.look()
    await house.in_both("ruth", "their turn: you asked something")
    assert "You have asked 1 person something" in await house.command(house.ana, "queue")

    await house.later(minutes=2)
    house.write("ruth", "perfect, thank you", in_reply_to=ours.id)
    await house.look()

    await house.in_both("ruth", "they thanked you")
    assert "their turn" not in await house.command(house.ben, "queue")


@pytest.mark.smoke
async def test_who_wrote_in_private_is_told_at_once_since_nobody_else_looks_there(house: House):
    house.write("ruth", "@kettleco just sent you a DM with my order number")
    await house.look()

    await house.in_both("ruth", "They wrote to you in private")


async def test_a_new_fault_after_that_waits_again(house: House):
    post = house.write("ruth", COMPLAINT)
    await house.look()
    house.write("ruth", "never mind, works again", in_reply_to=post.id)
    await house.look()
    await house.later(minutes=5)
    house.write("ruth", "@kettleco it broke again, this is unacceptable", in_reply_to=post.id)
    await house.look()
    await house.later(minutes=70)
    case = await house.case(post)
    assert (case.turn, case.escalated) == (None, True)


@pytest.mark.parametrize(
    ("words", "back"), [("the tall one, number QX-88", True), ("perfect, thank you", False)]
)
async def test_an_answer_to_our_question_comes_back_quietly_and_thanks_do_not(
    house: House, words: str, back: bool
):
    post = house.write("ruth", COMPLAINT)
    await house.look()
    ours = house.answer(post, "Oh no! Which one is it?")
    await house.later(minutes=2)
    await house.look()
    house.write("ruth", words, in_reply_to=ours.id)
    await house.look()
    case = await house.case(post)
    assert (case.state is CaseState.OPEN, case.turn is Turn.REPLIED) == (back, back)
    await house.later(minutes=65)
    if back:
        await house.in_both("ruth", "They answered you")
    else:
        assert (await house.alert("ruth")).state is AlertState.SETTLED


async def test_customers_who_talk_to_each_other_start_no_clock_and_who_types_our_handle_does(house: House):
    ours = house.world.post(house.brand.id, "A new shape!")
    first = house.write("ruth", "@kettleco lovely curves", in_reply_to=ours.id)
    house.write("otto", "what did you pay for it?", in_reply_to=first.id)
    house.write("nils", "@kettleco mine arrived broken, this is unacceptable", in_reply_to=first.id)
    await house.look()
    await house.later(minutes=90)
    assert await house.find_alert("otto") is None
    await house.open_alert("nils")
