"""What is deleted, protected or suspended on X goes away here too."""

from datetime import timedelta

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.model import AlertState, CaseState
from mutuals_sandbox.world import Post
from tests.acceptance.house import COMPLAINT, House
from tests.support.present import present

SECRET_WORDS = "my kettle arrived broken"


async def in_store(house: House, post: Post) -> str:
    return (await house.read(lambda tx: tx.posts.by_ids([post.id])))[post.id].text


@pytest.mark.smoke
@pytest.mark.parametrize("what", ["deleted", "protected", "suspended"])
async def test_a_post_that_is_gone_is_redacted_in_the_store_and_in_both_chats(house: House, what: str):
    post = house.write("mia", COMPLAINT)
    await house.look()
    before = house.everything_shown()

    if what == "deleted":
        house.world.delete(post.id)
    elif what == "protected":
        house.world.protect(post.author_id)
    else:
        house.world.suspend(post.author_id)
    house.clock.at += timedelta(minutes=5)
    await house.recheck()

    assert SECRET_WORDS in before
    assert SECRET_WORDS not in house.everything_shown()
    assert await in_store(house, post) == ""
    assert (await house.alert("mia")).state is AlertState.SETTLED
    assert (await house.case(post)).state is CaseState.GONE


async def test_of_two_posts_the_one_that_is_left_keeps_the_alert_open(house: House):
    first = house.write("mia", COMPLAINT)
    house.write("mia", "@kettleco and nobody answers the phone, this is terrible")
    await house.look()

    house.world.delete(first.id)
    house.clock.at += timedelta(minutes=5)
    await house.recheck()

    shown = await house.in_both("mia", "nobody answers the phone")
    assert all(SECRET_WORDS not in one.text for one in shown.values())
    assert (await house.open_alert("mia")).case_ids


async def test_a_settled_alert_is_redacted_too(house: House):
    post = house.write("mia", COMPLAINT)
    await house.look()
    await house.reply(house.ben, await house.open_alert("mia"), "Sorry!")

    house.world.delete(post.id)
    house.clock.at += timedelta(minutes=5)
    await house.recheck()

    assert SECRET_WORDS not in house.everything_shown()
    await house.in_both("mia", "Replied by Ben Okafor")


async def test_a_fans_alert_goes_when_the_fan_is_suspended(house: House):
    who = house.make_loyal("savvari", name="Savvari Quist")
    await house.look()

    house.world.suspend(who.id)
    house.clock.at += timedelta(minutes=5)
    await house.recheck()

    assert (await house.alert("savvari")).state is AlertState.SETTLED
    assert "copper" not in str(house.slack_messages())
    assert "Savvari Quist" not in str(house.slack_messages()) + str(house.discord_messages())


async def test_a_reply_to_a_post_that_went_away_meanwhile_says_so_and_sends_nothing(house: House):
    post = house.write("mia", COMPLAINT)
    await house.look()
    await house.open_form(house.ben, await house.open_alert("mia"))

    house.world.delete(post.id)
    await house.send(house.ben, "So sorry!")

    assert house.said_by_brand() == []
    assert "deleted" in house.told(house.ben)


async def test_a_post_that_was_deleted_before_it_could_be_told_is_not_shown(house: House):
    post = house.write("noor", "@kettleco when will the blue kettle be back in stock?")
    await house.look()
    house.world.delete(post.id)

    await house.later(minutes=61)
    await house.recheck()

    assert "blue kettle" not in str(house.slack_messages()) + str(house.discord_messages())


async def test_an_alert_that_somebody_deleted_in_the_chat_troubles_nobody(house: House):
    house.write("mia", COMPLAINT)
    await house.look()
    alert = await house.open_alert("mia")
    shown = await house.shown(alert)
    house.discord._guild.remove(*present(house.discord._guild.find_message(shown["discord"].id)))

    await house.press(house.ana, alert, Intent.CLAIM)

    assert "takes no alerts" not in str(house.slack_messages())
    assert (await house.open_alert("mia")).claimed_by == "Ana"


async def test_an_edited_post_is_not_taken_for_a_deleted_one(house: House):
    post = house.write("mia", COMPLAINT)
    await house.look()
    house.world.edit(post.id, f"{COMPLAINT}, and the spout drips")

    await house.recheck()

    await house.in_both("mia", "complaint", "arrived broken")
