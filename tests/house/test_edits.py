"""People edit their posts, which gives a post a new id: the case stays one, and the new words count."""

from datetime import timedelta

from house import COMPLAINT, QUESTION, House
from mutuals.model import AlertState, CaseState, Flag, PostClass


async def edit(house: House, post_id: str, text: str) -> str:
    house.clock.at += timedelta(minutes=2)
    new = house.world.edit(post_id, text)
    await house.look()
    return new.id


async def test_an_edited_complaint_is_one_case_and_both_chats_show_the_new_words(house: House):
    post = house.write("mia", COMPLAINT)
    await house.look()

    await edit(house, post.id, COMPLAINT + " and the spout drips")

    shown = await house.in_both("mia", "the spout drips")
    assert len(shown) == 2
    assert len(await house.alerts()) == 1
    assert (await house.case(post)).post_ids == (post.id,)


async def test_a_harmless_post_that_is_edited_into_a_complaint_is_told(house: House):
    post = house.write("mia", "@kettleco the blue one on your shelf, at my aunt's place since May")
    await house.look()
    before = await house.alert("mia")

    await edit(house, post.id, "@kettleco the blue one broke on the first day, terrible, I want a refund")

    assert before is None
    await house.in_both("mia", "Complaint", "broke on the first day")
    assert (await house.case(post)).opened_at == house.clock.now()


async def test_an_edit_makes_a_question_an_urgent_complaint_without_a_second_alert(house: House):
    post = house.write("mia", QUESTION)
    await house.look()

    await edit(house, post.id, "@kettleco the kettle caught fire and burned my hand, unacceptable")

    case = await house.case(post)
    assert (case.klass, Flag.URGENT in case.flags) == (PostClass.COMPLAINT, True)
    assert [one.state for one in await house.alerts()] == [AlertState.OPEN]
    await house.in_both("mia", "caught fire")


async def test_an_edit_neither_closes_a_case_nor_opens_a_closed_one(house: House):
    taken_back, answered = house.write("mia", COMPLAINT), house.write("lo", COMPLAINT)
    await house.look()
    house.answer(answered, "A new one is on its way!")
    await house.look()

    await edit(house, taken_back.id, "@kettleco a lovely kettle, thank you")
    await edit(house, answered.id, COMPLAINT + "!")

    assert (await house.case(taken_back)).state is CaseState.OPEN
    assert (await house.case(answered)).state is CaseState.ANSWERED


async def test_an_edit_after_the_answer_shows_in_the_closed_alert(house: House):
    post = house.write("mia", COMPLAINT)
    await house.look()
    house.answer(post, "So sorry! A new one is on its way.")
    await house.look()

    await edit(house, post.id, "@kettleco my kettle arrived cracked and leaking, this is unacceptable")

    for one in (await house.in_both("mia", "cracked and leaking")).values():
        assert "arrived broken" not in one.text
    alert = await house.alert("mia")
    assert alert is not None
    assert alert.state is AlertState.SETTLED


async def test_an_answer_to_the_edited_post_settles_the_case(house: House):
    post = house.write("mia", COMPLAINT)
    await house.look()
    new_id = await edit(house, post.id, COMPLAINT + ", please help")

    house.answer(house.world.posts[new_id], "We are sorry! A new one is on its way.")
    await house.look()

    assert (await house.case(post)).state is CaseState.ANSWERED
