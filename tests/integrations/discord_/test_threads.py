"""Alerts in a thread of Discord, which archives it by itself when nobody has written there for some days."""

from collections.abc import AsyncIterator

import pytest

from mutuals.domain.errors import RefusalReason, Refused
from mutuals_discord.chat import DiscordChat
from mutuals_sandbox.discord.guild import Channel
from tests.support.discord_site import Site

from .samples import alert_card


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
