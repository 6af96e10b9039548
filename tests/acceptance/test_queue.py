"""The queue in chat: parts of it, the way to each alert, its buttons; and a word that nobody knows."""

from datetime import timedelta

import pytest

from mutuals.cards.markup import Intent
from tests.acceptance.alerts import complaint, fans
from tests.acceptance.house import QUESTION, House
from tests.acceptance.house.services import Member


def member(house: House, chat: str) -> Member:
    return house.ana if chat == "slack" else house.ben


@pytest.mark.smoke
@pytest.mark.parametrize("chat", ["slack", "discord"])
async def test_open_leads_to_the_message_of_the_alert_in_the_same_chat(house: House, chat: str):
    alert = await complaint(house)
    said = await house.command(member(house, chat), "queue")

    message = (await house.shown(alert))[chat].id
    [opens] = [
        one
        for one in house.private(member(house, chat))[-1].urls
        if one.endswith((f"/archives/{house.slack_care}/p{message.replace('.', '')}", f"/{message}"))
    ]
    assert ("slack.com" if chat == "slack" else "discord.com/channels/") in opens
    assert "arrived broken" in said


@pytest.mark.smoke
@pytest.mark.parametrize("chat", ["slack", "discord"])
async def test_who_claims_in_the_list_is_told_and_finds_it_under_mine(house: House, chat: str):
    who = member(house, chat)
    alert = await complaint(house)
    assert "You have claimed nothing that waits. 1 waits in all" in await house.command(who, "queue mine")
    await house.command(who, "queue")
    await house.press_in(who, house.private(who)[-1], alert.id, Intent.CLAIM, "listed")
    await house.quiet()

    assert "Claimed: you have it until" in house.told(who)
    assert "@mia" in await house.command(who, "queue mine")
    other = house.ben if chat == "slack" else house.ana
    assert "You have claimed nothing" in await house.command(other, "queue mine")
    assert "has it" in await house.command(other, "queue")


@pytest.mark.smoke
@pytest.mark.parametrize("chat", ["slack", "discord"])
async def test_reply_in_the_list_opens_the_form(house: House, chat: str):
    who = member(house, chat)
    alert = await complaint(house)
    await house.command(who, "queue complaints")
    await house.press_in(who, house.private(who)[-1], alert.id, Intent.REPLY)
    await house.quiet()

    assert house.form(who) is not None


@pytest.mark.smoke
@pytest.mark.parametrize("chat", ["slack", "discord"])
async def test_each_part_of_the_queue_holds_what_it_says(house: House, chat: str):
    who = member(house, chat)
    await fans(house, "savvari")
    house.write("tom", QUESTION)
    await house.look()
    await house.later(minutes=65)  # a question has time, and is told later
    await complaint(house)

    assert "Nothing is overdue. 3 wait in all" in await house.command(who, "queue overdue")
    for words, inside in (("fans", "savvari"), ("complaints", "mia"), ("questions", "tom")):
        said = await house.command(who, f"queue {words}")
        assert [one for one in ("savvari", "mia", "tom") if f"@{one}" in said] == [inside]
    house.clock.at += timedelta(hours=3)
    assert "@mia" in await house.command(who, "queue overdue")


async def test_a_word_that_is_unknown_is_said_and_the_nearest_is_offered(house: House):
    await complaint(house)

    assert "Did you mean /mutuals queue?" in await house.command(house.ana, "quue")
    assert "Did you mean /mutuals queue overdue?" in await house.command(house.ana, "queue overdu")
    assert "does not know the word “mine”" in await house.command(house.ana, "complaints mine")
    assert "Guests" in await house.command(house.guest, "quue")


@pytest.mark.parametrize("chat", ["slack", "discord"])
async def test_the_help_explains_one_command_in_two_lines(house: House, chat: str):
    who = member(house, chat)

    assert "queue mine, overdue, fans" in await house.command(who, "help queue")
    assert "Did you mean /mutuals status?" in await house.command(who, "help staus")


@pytest.mark.parametrize("chat", ["slack", "discord"])
async def test_who_wakes_an_alert_in_the_list_is_told(house: House, chat: str):
    who = member(house, chat)
    alert = await complaint(house)
    await house.press(house.ana, alert, Intent.SNOOZE, "1w")
    await house.command(who, "queue")
    await house.press_in(who, house.private(who)[-1], alert.id, Intent.WAKE, "listed")
    await house.quiet()

    assert "It is awake and waits again." in house.told(who)
    await house.in_both("mia", "Complaint", "due")
