"""A few words or signs are told by what they stand under: "same here" under a complaint, a lone picture in a case."""

import pytest

from mutuals.domain.model import CaseState, Category
from tests.acceptance.house import COMPLAINT, House


@pytest.mark.smoke
@pytest.mark.parametrize("words", ["same here", "me too", "+1", "😡"])
async def test_who_shares_a_complaint_raises_a_concern(house: House, words: str):
    complaint = house.write("ruth", COMPLAINT)
    await house.look()
    shared = house.write("otto", f"@ruth @kettleco {words}", in_reply_to=complaint.id)
    await house.look()

    assert (await house.case(shared)).category is Category.CONCERN


@pytest.mark.smoke
async def test_who_shares_praise_opens_nothing(house: House):
    praise = house.write("ruth", "@kettleco love my new kettle, best one ever")
    await house.look()
    shared = house.write("otto", "@ruth @kettleco same here", in_reply_to=praise.id)
    await house.look()

    assert not await house.read(lambda tx: tx.cases.by_ids([shared.id]))


@pytest.mark.smoke
async def test_a_complaint_and_who_shares_it_may_come_in_one_look(house: House):
    complaint = house.write("ruth", COMPLAINT)
    shared = house.write("otto", "@ruth @kettleco same here", in_reply_to=complaint.id)
    await house.look()

    assert (await house.case(shared)).category is Category.CONCERN


async def test_who_denies_our_answer_waits_again(house: House):
    complaint = house.write("ruth", COMPLAINT)
    await house.look()
    ours = house.answer(complaint, "It should work by now.")
    await house.look()
    await house.later(minutes=2)
    house.write("ruth", "@kettleco nope", in_reply_to=ours.id)
    await house.look()

    case = await house.case(complaint)
    assert (case.state, case.category) == (CaseState.OPEN, Category.CONCERN)


async def test_a_picture_alone_is_listed_in_a_case_and_nowhere_else(house: House):
    complaint = house.write("ruth", COMPLAINT)
    await house.look()
    ours = house.answer(complaint, "Oh no, so sorry.")
    await house.look()
    await house.later(minutes=2)
    house.write("ruth", "@kettleco https://t.co/abcd", in_reply_to=ours.id)
    alone = house.write("otto", "@kettleco https://t.co/efgh")
    await house.look()

    assert (await house.case(complaint)).state is CaseState.OPEN
    assert not await house.read(lambda tx: tx.cases.by_ids([alone.id]))
