"""The card of a person: what the two of you are to each other, told to whoever asks, in both chats."""

from datetime import timedelta

import pytest

from mutuals.alerting.contacts import remember
from mutuals.cards.markup import Intent
from mutuals.domain.ids import person_target
from mutuals.domain.model import AlertState
from tests.acceptance.alerts import complaint, fan
from tests.acceptance.house import House
from tests.acceptance.house.services import Member


def member(house: House, chat: str) -> Member:
    return house.ana if chat == "slack" else house.ben


both = pytest.mark.parametrize("chat", ["slack", "discord"])


@both
@pytest.mark.smoke
async def test_the_card_tells_what_there_is_between_a_person_and_the_brand(house: House, chat: str):
    who = member(house, chat)
    house.make_loyal("mia", days=6)
    await house.look()
    alert = await complaint(house, "mia")
    await house.press(who, alert, Intent.PERSON)
    said = house.private(who)[-1].text

    assert "Person" in said
    assert "first post" in said
    assert "7 posts from them, no answer from you." in said
    assert "an answer to 7 posts, the oldest " in said
    assert "follows you, not followed by you (looked up " in said
    assert "follows you since at least " in said
    assert "never answered" in said  # why they may leave
    assert "praise 6 times" in said
    assert "1 complaint" in said
    assert "arrived broken" in said
    assert "followers" not in said


@both
async def test_what_is_owed_is_nothing_after_an_answer_and_the_last_word_is_ours(house: House, chat: str):
    who = member(house, chat)
    alert = await complaint(house)
    assert "You owe them: an answer" in await house.command(who, "person @MIA")

    await house.reply(house.ana, alert, "Sorry! A new one is on its way.")
    await house.look()
    said = await house.command(who, "person mia")

    assert "You owe them: nothing." in said
    assert "Last word: yours, " in said
    assert "1 post from them, 1 answer from you, 1 talk both ways" in said
    assert "· answered" in said
    assert "Last of the team: Ana (Replied)" in said


@both
async def test_a_promise_that_is_not_kept_stands_on_the_card(house: House, chat: str):
    who = member(house, chat)
    alert = await complaint(house)
    await house.reply(house.ana, alert, "We are looking into it.", Intent.ACKNOWLEDGE)
    await house.look()
    assert "Open promise: an answer by " in await house.command(who, "person @mia")

    await house.later(hours=5)
    said = await house.command(who, "person @mia")
    assert "Open promise: overdue, it was due " in said
    assert "An answer was promised to them and is overdue." in said


@both
async def test_a_note_is_written_in_a_form_and_seen_by_the_whole_team_only(house: House, chat: str):
    who, other = member(house, chat), house.ben if chat == "slack" else house.ana
    alert = await complaint(house)
    await house.command(who, "person mia")
    await house.press_in(who, house.private(who)[-1], alert.id, Intent.NOTE)
    await house.quiet()
    await house.send(who, "Prefers to be called Mimi. <@U1> & co")

    assert "Noted about @mia" in house.told(who)
    said = await house.command(other, "person mia")
    assert "Prefers to be called Mimi. <@U1> & co" in said
    assert f"{who.name}, " in said
    assert not any("Mimi" in text for texts in house.channel_texts().values() for text in texts)
    assert house.said_by_brand() == []


@both
async def test_a_note_is_kept_by_a_command_too_and_too_much_is_refused(house: House, chat: str):
    who = member(house, chat)
    await complaint(house)

    assert "Noted about @mia" in await house.command(who, "note @mia Likes the blue one")
    assert "Likes the blue one" in await house.command(who, "person @mia")
    if chat == "slack":  # Discord refuses before it comes to us
        assert "at most 1000 characters; this one has 1200" in await house.command(
            who, f"note @mia {'x' * 1200}"
        )
        assert "Write whom it is about" in await house.command(who, "note @mia")


@both
async def test_a_person_without_an_alert_can_be_followed_from_the_card_by_one_click(house: House, chat: str):
    who = member(house, chat)
    house.make_loyal("tom", days=2)
    await house.look()
    assert await house.find_alert("tom") is None
    tom = house.person("tom")
    await known(house, tom.id)
    await house.command(who, "person @tom")
    target = person_target(house.brand_id, tom.id)
    await house.press_in(who, house.private(who)[-1], target, Intent.FOLLOW, "listed")
    await house.quiet()

    alert = await house.open_alert("tom")
    assert alert.is_fan
    assert f"{who.name} chose them." in alert.why[0]
    assert "press Follow" in house.told(who)
    await house.on_x(house.link(who, "intent/follow"))
    await house.later(seconds=30)
    assert (await house.alert("tom")).state is AlertState.SETTLED


async def known(house: House, person_id: str) -> None:
    """They were looked up."""
    watched = await house.ctx.brands.find(house.brand_id)
    assert watched is not None
    people = await watched.network.people([person_id])
    async with house.ctx.store.transaction(house.brand_id) as tx:
        await remember(tx, watched, people.values(), house.clock.now())


@both
async def test_a_name_that_nobody_has_is_said_and_the_nearest_are_offered(house: House, chat: str):
    who = member(house, chat)
    await complaint(house)

    said = await house.command(who, "person @miaa")
    assert "Mutuals knows nobody called @miaa" in said
    assert "Did you mean /mutuals person @mia?" in said
    if chat == "slack":
        assert "Write whose card" in await house.command(who, "person")


@both
async def test_the_words_of_a_deleted_post_stand_on_no_card(house: House, chat: str):
    who = member(house, chat)
    await complaint(house)
    [post] = house.world.posts_of(house.person("mia").id)
    house.world.delete(post.id)
    house.clock.at += timedelta(days=1)
    await house.recheck()

    said = await house.command(who, "person mia")
    assert "arrived broken" not in said
    assert "its words are gone from X" in said


@both
async def test_how_they_wish_to_be_treated_can_be_noted_on_the_card(house: House, chat: str):
    who = member(house, chat)
    alert = await fan(house)
    await house.press(house.ana, alert, Intent.FEEDBACK, "not_us")
    await house.command(who, "person savvari")
    target = person_target(house.brand_id, alert.person_id)
    await house.press_in(who, house.private(who)[-1], target, Intent.PREFER, "talk")
    await house.quiet()

    said = await house.command(who, "person savvari")
    assert f"Wish: not to be followed ({who.name} noted it, " in said
    assert "Follow" not in house.private(who)[-1].labels
