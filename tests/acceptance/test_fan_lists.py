"""The lists of people to be kind to, behind /mutuals fans: who stands there, why, and what can be pressed."""

from datetime import timedelta

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.ids import person_target, queue_id
from mutuals.domain.model import AlertState
from tests.acceptance.house import House
from tests.acceptance.house.services import Member
from tests.acceptance.test_person_card import known

DAY = timedelta(days=1)
both = pytest.mark.parametrize("chat", ["slack", "discord"])


def member(house: House, chat: str) -> Member:
    return house.ana if chat == "slack" else house.ben


@both
@pytest.mark.smoke
async def test_whom_we_talked_with_and_do_not_follow_is_listed_and_followed_by_one_click(
    house: House, chat: str
):
    who = member(house, chat)
    post = house.write("mia", "@kettleco which kettle is best for tea?")
    house.world.follow(house.person("mia").id, house.brand.id)
    await house.look()
    house.answer(post, "The small one!")
    await house.look()
    await known(house, house.person("mia").id)

    said = await house.command(who, "fans talked")
    assert "Talked with, not followed" in said
    assert "Mia @mia · you answered them once" in said
    assert "which kettle is best for tea?" in said
    target = person_target(house.brand_id, house.person("mia").id)
    await house.press_in(who, house.private(who)[-1], target, Intent.FOLLOW, "listed")
    await house.quiet()
    await house.on_x(house.link(who, "intent/follow"))
    await house.later(seconds=30)

    assert (await house.alert("mia")).state is AlertState.SETTLED
    assert "Everybody with whom you have talked and who follows you is followed." in await house.command(
        who, "fans talked"
    )


@both
async def test_loyal_fans_without_any_answer_stand_in_the_order_of_their_years(house: House, chat: str):
    who = member(house, chat)
    for handle, days in (("tom", 6), ("ida", 9), ("leo", 7)):
        house.make_loyal(handle, days=days, followers=10_000 if handle == "tom" else 3)
    house.make_loyal("new", days=3)
    await house.look()

    said = await house.command(who, "fans unanswered")
    assert "Loyal, and never answered" in said
    assert said.index("@ida") < said.index("@leo") < said.index("@tom")
    assert "wrote 9 times, with you since " in said
    assert "@new" not in said


async def test_who_speaks_less_than_they_used_to_is_listed_with_the_likely_cause(house: House):
    now = house.clock.now()
    for day in range(30, 75, 3):  # a word every third day, and none for a month
        house.write("kim", f"@kettleco the kettle sings, day {day}", at=now - day * DAY)
    for day in range(1, 80, 26):  # speaks seldom, as ever
        house.write("pat", f"@kettleco hello, day {day}", at=now - day * DAY)
    await house.look()

    for who in (house.ana, house.ben):
        said = await house.command(who, "fans drifting")
        assert "Drifting away" in said
        assert "@kim" in said or "somebody whose name is not known" in said
        assert "Usually here on 10 days of 30; on none of the last 21." in said
        assert "They stopped after 15 posts without an answer." in said
        assert "@pat" not in said


async def test_who_stopped_following_is_called_to_mind(house: House):
    mia = house.make_loyal("mia", days=6)
    await house.look()
    house.world.follows.remove(mia.id, house.brand.id)
    house.clock.at += 2 * DAY
    await known(house, mia.id)

    for who in (house.ana, house.ben):
        said = await house.command(who, "fans drifting")
        assert "Mia @mia · stopped following you · last word " in said
        card = await house.command(who, "person mia")
        assert "May leave: likely. They stopped following you." in card
        assert "stopped following you about " in card


async def test_the_next_to_follow_are_the_loyal_ones_whether_told_or_not(house: House):
    for number in range(12):
        house.make_loyal(f"fan{number:02}", days=5 + number % 3)
    house.write("once", "@kettleco nice")
    await house.look()
    for number in range(12):
        await known(house, house.person(f"fan{number:02}").id)

    for who in (house.ana, house.ben):
        said = await house.command(who, "fans next")
        assert "Follow next" in said
        assert "@once" not in said
        shown = house.private(who)[-1]
        more = next(number for number in range(12, 0, -1) if f"1-{number}" in said)
        assert more >= 4
        await house.press_in(who, shown, queue_id(house.brand_id, "next"), Intent.LIST, str(more))
        await house.quiet()
        assert f"{more + 1}-" in house.private(who)[-1].text or f"{more + 1}" in house.private(who)[-1].text


async def test_whom_we_follow_and_do_not_answer_is_listed(house: House):
    mia = house.make_loyal("mia", days=3)
    house.world.follow(house.brand.id, mia.id)
    await house.look()
    await known(house, mia.id)

    said = await house.command(house.ana, "fans ignored")
    assert "Mia @mia · 3 posts without an answer, the oldest " in said
    assert "You follow them, and do not answer them." in await house.command(house.ben, "person mia")


async def test_an_unknown_word_behind_fans_is_answered_by_the_nearest(house: House):
    said = await house.command(house.ana, "fans drifing")

    assert "/mutuals fans does not know the word “drifing”" in said
    assert "Did you mean /mutuals fans drifting?" in said
