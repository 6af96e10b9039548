"""Alerts in a forum of Discord: each is a post with a clear name, and its tags say how things stand."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import discord
import pytest

from mutuals.cards.markup import Card, Stage
from mutuals.domain.errors import RefusalReason, Refused
from mutuals.testing.interactions import RecordingInteractions
from mutuals_discord import forum, layout
from mutuals_discord.chat import DiscordChat
from tests.support.discord_site import Site, discord_inside, make_chat, recording
from tests.support.waiting import until

from .samples import AT, alert_card, notice_card


def alert(stage: Stage = Stage.OPEN, version: int = 1) -> Card:
    return alert_card(stage=stage, version=version, headline="Complaint", about="Jo Miller @jo_miller")


def history() -> Card:
    return replace(notice_card(), key="history/x900-7-1", about="Jo", in_thread=True)


@pytest.fixture
def place(site: Site) -> str:
    return site.server.add_forum("alerts-forum")


@pytest.fixture
async def chat(site: Site, place: str) -> AsyncIterator[DiscordChat]:
    made = site.chat(channel=place)
    await made.start()
    yield made
    await made.stop()


async def test_an_alert_is_a_post_with_a_clear_name_and_the_tag_of_its_state(
    site: Site, place: str, chat: DiscordChat
):
    ref = await chat.post(place, alert())

    [(post, name, tags)] = site.server.posts(place)
    assert (ref.channel, ref.id) == (post, post)
    assert name == "Complaint: Jo Miller @jo_miller"
    assert tags == {"Open"}
    assert "My order never came" in str(site.server.messages(post))


async def test_its_tags_follow_and_what_people_added_stays(site: Site, place: str, chat: DiscordChat):
    ref = await chat.post(place, alert())
    channel = site.server._guild.channels[place]
    theirs = {"id": "77", "name": "VIP", "moderated": False, "emoji_id": None, "emoji_name": None}
    channel.tags.append(theirs)
    site.server.let_bot(place)  # tells the bot of the forum's tags, and takes Manage Channel away
    thread = await chat._connection.listener.fetch_channel(int(ref.id))
    assert isinstance(thread, discord.Thread)
    vip = discord.ForumTag(name="VIP")
    vip.id = 77
    await thread.edit(applied_tags=[*thread.applied_tags, vip])

    for version, stage in enumerate((Stage.OVERDUE, Stage.CLAIMED, Stage.ANSWERED, Stage.CLOSED), 2):
        await chat.edit(ref, alert(stage, version))
        [(_, _, tags)] = site.server.posts(place)
        assert tags == {forum.NAMES[stage], "VIP"}


async def test_history_and_calls_stand_inside_the_post(site: Site, place: str, chat: DiscordChat):
    ref = await chat.post(place, alert())
    await chat.post(place, history(), reply_to=ref)
    call = await chat.post(place, replace(notice_card(), key="overdue/c1"), reply_to=ref)

    assert call.channel == ref.channel
    assert len(site.server.posts(place)) == 1
    assert len(site.server.messages(ref.channel)) == 3


async def test_a_post_that_was_archived_is_opened_to_be_redrawn(site: Site, place: str, chat: DiscordChat):
    ref = await chat.post(place, alert())
    thread = site.server._guild.channels[ref.channel]
    thread.archived = True

    await chat.edit(ref, alert(Stage.ANSWERED, 2))

    assert not thread.archived
    assert site.server.posts(place)[0][2] == {"Answered"}


async def test_what_got_no_answer_is_found_again(site: Site, place: str, chat: DiscordChat):
    ref = await chat.post(place, alert())
    site.server._guild.channels[ref.channel].archived = True
    other = replace(alert(), key="alert/brand7/other/1", alert_id="brand7/other/1")

    assert await chat.find(place, alert().key, AT - timedelta(days=900)) == ref
    assert await chat.find(place, other.key, AT - timedelta(days=900)) is None


async def test_a_post_that_somebody_deleted_is_gone_and_the_forum_is_not_closed(
    site: Site, place: str, chat: DiscordChat
):
    ref = await chat.post(place, alert())
    site.server.remove_channel(ref.channel)

    for again in (chat.edit(ref, alert(version=2)), chat.post(place, history(), reply_to=ref)):
        with pytest.raises(Refused) as refused:
            await again
        assert refused.value.because is RefusalReason.GONE


async def test_without_the_right_to_add_tags_alerts_come_and_it_is_said_once_and_by_the_doctor(site: Site):
    place = site.server.add_forum("quiet-forum", bot_may_add_tags=False)
    chat = site.chat(channel=place)
    await chat.start()
    try:
        first = await chat.post(place, alert())
        second = await chat.post(place, replace(alert(), key="alert/brand7/other/1"))
        await chat.edit(first, alert(Stage.ANSWERED, 2))
        checks = await chat.check()
    finally:
        await chat.stop()

    assert "Manage Channel" in str(site.server.messages(first.channel)[1])
    assert len(site.server.messages(second.channel)) == 1
    assert [tags for _, _, tags in site.server.posts(place)] == [set(), set()]
    [check] = [one for one in checks if not one.ok]
    assert "Open, Overdue, Claimed, Answered, Closed" in check.said


async def test_a_command_typed_inside_a_post_is_about_the_forums_brand(
    site: Site, place: str, chat: DiscordChat
):
    ref = await chat.post(place, alert())
    assert ref.id in (chat.message_url(ref) or "")

    await site.server.slash(site.ana, ref.channel, "mutuals", subcommand="queue")

    call = await until(
        lambda: next(iter(site.interactions.calls), None)
    )  # Discord hears "wait" before we hear of it
    assert call.channel == place


@pytest.fixture
def interactions() -> RecordingInteractions:
    return recording()


async def test_another_discord_takes_it_too(interactions: RecordingInteractions):
    chat = make_chat(interactions, channel="alerts-forum")
    listener = chat.make_listener()
    async with discord_inside(listener) as env:
        guild = env.create_guild()
        guild.create_forum_channel("alerts-forum")
        await chat.settle(listener)
        found = next(one for one in listener.guilds[0].forums)
        view = layout.card_view(alert())
        message = await chat._forum.post(found, alert(), view, discord.AllowedMentions.none())

        assert isinstance(message.channel, discord.Thread)
        assert message.channel.name == "Complaint: Jo Miller @jo_miller"
