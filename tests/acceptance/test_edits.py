"""People edit their posts, which gives a post a new id: the case stays one, and the new words count."""

from datetime import timedelta

import pytest

from mutuals.alerting import alert_view
from mutuals.cards.markup import Intent
from mutuals.domain.model import AlertState, CaseState, Category, Flag
from mutuals_sandbox.faults import FaultKind
from tests.acceptance.house import COMPLAINT, QUESTION, House


async def edit(house: House, post_id: str, text: str) -> str:
    house.clock.at += timedelta(minutes=2)
    new = house.world.edit(post_id, text)
    await house.look()
    return new.id


@pytest.mark.smoke
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
    before = await house.find_alert("mia")

    await edit(house, post.id, "@kettleco the blue one broke on the first day, terrible, I want a refund")

    assert before is None
    await house.in_both("mia", "Complaint", "broke on the first day")
    assert (await house.case(post)).opened_at == house.clock.now()


async def test_an_edit_makes_a_question_an_urgent_complaint_without_a_second_alert(house: House):
    post = house.write("mia", QUESTION)
    await house.look()

    await edit(house, post.id, "@kettleco the kettle caught fire and burned my hand, unacceptable")

    case = await house.case(post)
    assert (case.category, Flag.URGENT in case.flags) == (Category.COMPLAINT, True)
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

    alert = await house.alert("mia")
    await house.press(house.ana, alert, Intent.WHY)
    assert "cracked and leaking" in house.told(house.ana)
    assert "arrived broken" not in house.everything_shown()
    assert alert.state is AlertState.SETTLED


async def test_an_answer_to_the_edited_post_settles_the_case(house: House):
    post = house.write("mia", COMPLAINT)
    await house.look()
    new_id = await edit(house, post.id, COMPLAINT + ", please help")

    house.answer(house.world.posts[new_id], "We are sorry! A new one is on its way.")
    await house.look()

    assert (await house.case(post)).state is CaseState.ANSWERED


SORRY = "So sorry, a new one is coming!"


async def edited_twice(house: House) -> tuple[str, str, str]:
    """A complaint edited twice; its three ids."""
    post = house.write("mia", COMPLAINT)
    await house.look()
    second = await edit(house, post.id, COMPLAINT + "!")
    return post.id, second, await edit(house, post.id, COMPLAINT + "!!")


async def test_a_reply_from_the_chat_goes_to_the_newest_version(house: House):
    *_, newest = await edited_twice(house)

    await house.reply(house.ben, await house.open_alert("mia"), SORRY)

    (ours,) = house.world.posts_of(house.brand.id)
    assert ours.in_reply_to == newest
    await house.in_both("mia", "Replied by Ben Okafor")


async def test_a_reply_by_link_opens_the_newest_version_and_is_seen(house: House):
    *_, newest = await edited_twice(house)
    async with house.ctx.store.transaction(house.brand_id) as tx:
        await tx.key_values.put(alert_view.CLOSED_PATHS, ["reply"])

    await house.reply(house.ben, await house.open_alert("mia"), SORRY)
    url = house.link(house.ben, "/intent/tweet")
    await house.on_x(url)
    await house.later(seconds=10)

    assert f"in_reply_to={newest}" in url
    await house.in_both("mia", "Replied, seen on X by Ben Okafor")


async def test_a_lost_reply_to_an_edited_post_is_found_again_and_not_doubled(house: House):
    await edited_twice(house)
    house.x_faults.plan(FaultKind.LOST_REPLY, r"POST /2/tweets$")

    await house.reply(house.ben, await house.open_alert("mia"), SORRY)
    for _ in range(4):
        await house.later(minutes=1)

    assert len(house.said_by_brand()) == 1
    await house.in_both("mia", "Replied by Ben Okafor")


async def test_a_lost_reply_is_found_though_the_post_was_edited_after_it(house: House):
    post = house.write("mia", COMPLAINT)
    await house.look()
    house.x_faults.plan(FaultKind.LOST_REPLY, r"POST /2/tweets$")
    house.x_faults.plan(FaultKind.ERROR_BEFORE, r"GET /2/users/[0-9]+/tweets$", times=2)

    await house.reply(house.ben, await house.open_alert("mia"), SORRY)
    await edit(house, post.id, COMPLAINT + "!")
    for _ in range(4):
        await house.later(minutes=1)

    assert len(house.said_by_brand()) == 1
    await house.in_both("mia", "Replied by Ben Okafor")


@pytest.mark.parametrize("version", [0, 1, 2])
async def test_an_answer_from_a_phone_to_any_version_settles_the_alert(house: House, version: int):
    ids = await edited_twice(house)

    house.world.post(house.brand.id, SORRY, in_reply_to=ids[version])
    await house.look()

    await house.in_both("mia", "Answered on X by @kettleco")


async def test_a_quote_of_the_newest_version_answers_it_too(house: House):
    *_, newest = await edited_twice(house)

    house.world.post(house.brand.id, "We are sorry for this one, a new kettle is on its way", quote_of=newest)
    await house.look()

    await house.in_both("mia", "Perhaps answered on X by @kettleco")


async def test_view_on_x_opens_the_newest_version(house: House):
    *_, newest = await edited_twice(house)

    await house.press(house.ana, await house.open_alert("mia"), Intent.WHY)

    assert f"/status/{newest}" in house.everything_shown()
