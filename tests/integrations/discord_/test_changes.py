"""What Discord tells of its servers: a channel that was closed to the bot may be open again."""

import pytest

from mutuals.domain.errors import RefusalReason, Refused
from mutuals_discord.chat import DiscordChat
from tests.support.discord_site import Site
from tests.support.waiting import until

from .conftest import Room
from .samples import alert_card, notice_card


async def test_a_new_channel_is_heard_of(room: Room):
    guild = room.env.create_guild()
    guild.create_text_channel("elsewhere")

    await until(lambda: room.opened > 0)


async def test_rights_that_the_bot_gets_are_heard_of(site: Site, chat: DiscordChat):
    site.server.let_bot(site.alerts, post=False)
    await until(lambda: site.opened == 1)

    site.server.change_role(site.role, 0)
    await until(lambda: site.opened == 2)


async def test_a_channel_that_was_deleted_and_made_anew_is_found_under_its_name(
    site: Site, chat: DiscordChat
):
    await chat.post("#alerts", alert_card())
    site.server.remove_channel(site.alerts)
    with pytest.raises(Refused) as refused:
        await chat.post("#alerts", notice_card())
    assert refused.value.because is RefusalReason.CHANNEL

    made = site.server.add_channel("alerts")
    await until(lambda: site.opened > 0)
    ref = await chat.post("#alerts", notice_card())

    assert ref.channel == made
