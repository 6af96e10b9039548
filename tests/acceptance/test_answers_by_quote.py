"""A brand may answer by quoting: whoever was quoted has been heard."""

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.model import CaseState
from tests.acceptance.house import COMPLAINT, House


@pytest.mark.smoke
async def test_quoting_a_complaint_settles_it_and_nobody_is_called(house: House):
    post = house.write("ruth", COMPLAINT)
    await house.look()
    house.world.post(
        house.brand.id, "This should not have happened, we have sent you another.", quote_of=post.id
    )
    await house.look()
    await house.later(minutes=80)
    await house.look()
    case = await house.case(post)
    assert (case.state, case.escalated) == (CaseState.ANSWERED, False)


@pytest.mark.parametrize(("answer", "state"), [("yes", CaseState.ANSWERED), ("no", CaseState.OPEN)])
async def test_the_team_is_asked_whether_a_quote_was_the_answer(house: House, answer: str, state: CaseState):
    post = house.write("ruth", COMPLAINT)
    await house.look()
    alert = await house.open_alert("ruth")
    house.world.post(house.brand.id, "This should not have happened.", quote_of=post.id)
    await house.look()
    await house.in_both("ruth", "Perhaps answered", "was this the answer?")

    await house.press(house.ana, alert, Intent.ANSWER, answer)

    assert (await house.case(post)).state is state
    shown = await house.shown(alert)
    assert all(("was this the answer?" in one.text) is False for one in shown.values())
    if answer == "no":
        await house.later(minutes=1)
        await house.look()
        assert (await house.case(post)).state is CaseState.OPEN
        await house.open_alert("ruth")


async def test_quoting_somebody_else_settles_nothing(house: House):
    post = house.write("ruth", COMPLAINT)
    other = house.write("otto", "@kettleco what a lovely blue")
    await house.look()
    house.world.post(house.brand.id, "Look at this blue!", quote_of=other.id)
    await house.later(minutes=5)
    await house.look()
    assert (await house.case(post)).state is CaseState.OPEN
