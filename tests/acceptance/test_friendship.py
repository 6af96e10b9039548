"""Praise has a clock of its own, a reply settles the talk and not the friendship, and whoever comes is greeted once."""

from datetime import timedelta

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.model import AlertKind
from tests.acceptance.digests import tick, told, until_the_hour
from tests.acceptance.house import House

DAY = timedelta(days=1)


@pytest.mark.smoke
async def test_after_a_talk_the_next_warm_word_some_days_later_offers_a_follow_in_both_chats(house: House):
    mia = house.person("mia")
    house.world.follow(mia.id, house.brand.id)
    asked = house.write("mia", "@kettleco which kettle is best for tea?")
    await house.look()
    house.answer(asked, "The small one!")
    await house.look()
    house.write("mia", "@kettleco thank you, I love it already")
    await house.look()
    assert await house.find_alert("mia") is None  # the talk is over, and nobody is followed in its wake

    house.clock.at += 9 * DAY
    house.write("mia", "@kettleco still the best kettle, I love it so much!")
    await house.look()

    alert = await house.open_alert("mia")
    assert alert.kind is AlertKind.FAN
    shown = await house.in_both("mia", "Loyal fan", "not followed back", "answered once")
    assert all(any("Follow" in label for label in one.labels) for one in shown.values())
    await house.press(house.ana, alert, Intent.WHY)
    assert "You have talked with each other, and they came back with something warm." in house.told(house.ana)


async def test_praise_that_waits_longer_than_its_clock_is_said_in_the_fans_alert(house: House):
    house.make_loyal("savvari")
    await house.look()
    await house.in_both("savvari", "5 posts in 90 days, 0 answers, the oldest ")

    await house.restart_with(FOLLOW_POLICY="engaged")
    tom = house.person("tom")
    house.world.follow(tom.id, house.brand.id)
    for number in range(3):
        house.write("tom", f"@kettleco what a lovely kettle, {number}")
    await house.look()
    shown = await house.in_both("tom", "Spoke to you 3 times on 1 day")
    assert not any("0 answers" in one.text for one in shown.values())


async def test_who_follows_and_praises_at_once_is_to_be_greeted_and_called_so_once(house: House):
    joy = house.person("joy")
    house.world.follow(joy.id, house.brand.id)
    await tick(house)
    house.write("joy", "@kettleco your blue kettle made my whole morning, thank you!")
    await house.look()
    await until_the_hour(house)
    for texts in told(house).values():
        assert "@joy (their first, and they follow you: greet them)" in texts[-1]

    house.write("joy", "@kettleco I love this kettle, thank you so much!")
    await house.look()
    await until_the_hour(house, hours=24)
    for texts in told(house).values():
        assert "greet them" not in texts[-1] or len(texts) == 1
