"""Alerts in a thread of Discord, which archives it by itself when nobody has written there for some days."""

from collections.abc import AsyncIterator
from dataclasses import replace

import discord
import pytest

from mutuals.cards.markup import Card
from mutuals.domain.errors import RefusalReason, Refused
from mutuals.domain.model import MessageRef
from mutuals_discord import threads
from mutuals_discord.chat import DiscordChat
from mutuals_sandbox.discord.guild import Channel
from tests.support.discord_site import Site

from .conftest import Room
from .samples import alert_card, notice_card


def history(about: str = "Mia @mia") -> Card:
    """What happened to an alert."""
    return replace(notice_card(), key="history/x900-7-1", about=about, in_thread=True)


@pytest.fixture
def thread(site: Site) -> Channel:
    """A thread in the alerts' channel."""
    guild = site.server._guild
    made = Channel(
        guild.new_id(), "care", parent_id=site.alerts, owner_id=guild.bot.id, created_at=guild.now()
    )
    guild.channels[made.id] = made
    return made


@pytest.fixture
async def chat(site: Site, thread: Channel) -> AsyncIterator[DiscordChat]:
    made = site.chat(channel=thread.id)
    await made.start()
    yield made
    await made.stop()


async def test_an_archived_thread_is_opened_to_redraw_an_alert(thread: Channel, chat: DiscordChat):
    ref = await chat.post(thread.id, alert_card())
    thread.archived = True

    await chat.edit(ref, alert_card(version=2, headline="Answered"))

    assert not thread.archived
    assert "Answered" in str(thread.messages[ref.id].data["components"])


async def test_a_post_opens_an_archived_thread(thread: Channel, chat: DiscordChat):
    thread.archived = True

    await chat.post(thread.id, alert_card())

    assert not thread.archived


async def test_a_locked_thread_is_said_to_be_closed(thread: Channel, chat: DiscordChat):
    ref = await chat.post(thread.id, alert_card())
    thread.archived = thread.locked = True

    with pytest.raises(Refused, match="thread") as refused:
        await chat.edit(ref, alert_card(version=2))
    assert refused.value.because is RefusalReason.CHANNEL


async def test_the_thread_of_a_history_is_begun_once_and_named_after_the_person(room: Room):
    """In simcord, whose server is none of ours."""
    message = await room.alert()
    under = MessageRef("discord", str(room.alerts.id), str(message.id))
    card = history("Mia *Quist* @mia")
    assert not await threads.exists(room.listener, under)

    await threads.begin(room.listener, under, card)
    await threads.begin(room.listener, under, card)

    assert await threads.exists(room.listener, under)
    thread = await room.listener.fetch_channel(message.id)
    assert isinstance(thread, discord.Thread)
    assert (thread.name, thread.parent_id) == ("History: Mia *Quist* @mia", room.alerts.id)


async def test_a_history_is_refused_with_what_to_allow_where_no_thread_may_be_begun(site: Site):
    made = site.chat()
    await made.start()
    alert = await made.post(site.alerts, alert_card())
    site.server.let_bot(site.alerts, threads=False)

    with pytest.raises(Refused, match="Create Public Threads") as refused:
        await made.post(site.alerts, history(), reply_to=alert)

    assert refused.value.because is RefusalReason.OTHER  # the channel itself takes alerts as before
    await made.stop()


async def test_where_the_alerts_stand_in_a_thread_there_is_no_room_for_a_history(
    thread: Channel, chat: DiscordChat
):
    alert = await chat.post(thread.id, alert_card())

    with pytest.raises(Refused, match="is a thread itself"):
        await chat.post(thread.id, history(), reply_to=alert)
