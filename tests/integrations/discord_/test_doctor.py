"""What the doctor tells a marketing person about Discord."""

import discord

from mutuals.ports.diagnostics import Check
from mutuals_discord import commands, doctor, invite
from tests.support.discord_site import Site

from .conftest import Room


def wrong(checks: list[Check]) -> list[str]:
    return [one.title for one in checks if not one.ok]


async def test_when_all_is_well_every_thing_is_named(site: Site):
    checks = list(await site.chat(fans_channel="#fans").check())

    assert wrong(checks) == []
    assert {one.title for one in checks} >= {
        "Discord bot token",
        "Discord channel #alerts",
        "Discord channel #fans",
        "Send Messages in #alerts",
        "Read Message History in #fans",
        "Who may act in Discord",
        "Discord commands",
        "Clicks in Discord",
    }
    assert site.server.sessions == 0


async def test_a_check_leaves_a_running_channel_running(site: Site):
    chat = site.chat()
    await chat.start()

    checks = list(await chat.check())

    assert wrong(checks) == []
    assert site.server.sessions == 1
    await chat.stop()


async def test_a_refused_token_is_told_with_the_next_step(site: Site):
    [check] = await site.chat(bot_token="wrong").check()

    assert not check.ok
    assert "MUTUALS_DISCORD_BOT_TOKEN" in check.next_step


async def test_a_missing_channel_is_told_with_its_name(site: Site):
    [check] = await site.chat(channel="#nowhere").check()

    assert not check.ok
    assert "#nowhere" in check.said


async def test_a_role_that_does_not_exist_means_that_nobody_can_act(site: Site):
    checks = list(await site.chat(role="Nobody").check())

    assert wrong(checks) == ["Who may act in Discord"]


async def test_each_role_is_said_and_what_is_missing_is_named(site: Site):
    checks = list(await site.chat(trainees="New people, Care team", admins=site.role).check())

    [check] = [one for one in checks if one.title == "Who may act in Discord"]
    assert not check.ok
    assert "There is no role New people." in check.said
    for words in (
        "Trainees: the role Care team.",
        "Members: the role Care team.",
        "Admins: the role Care team.",
    ):
        assert words in check.said
    assert "_TRAINEES" in check.next_step


async def test_the_role_that_everybody_has_is_no_role_to_choose(site: Site):
    for name in ("@everyone", site.server.guild_id):
        assert wrong(list(await site.chat(role=name).check())) == ["Who may act in Discord"]


async def test_a_role_that_cannot_be_mentioned_is_told(site: Site):
    checks = list(await site.chat(mention=site.role).check())

    assert wrong(checks) == ["Mention when a case is overdue"]


async def test_each_missing_permission_is_named_with_where_to_allow_it(site: Site):
    channel = site.server.add_channel("quiet", bot_may_post=False)

    checks = list(await site.chat(channel=channel).check())

    assert wrong(checks) == ["Send Messages in #quiet", "Embed Links in #quiet"]  # the second needs the first
    check = next(one for one in checks if not one.ok)
    assert (
        check.next_step
        == "Open the settings of #quiet, page Permissions, add the bot and allow Send Messages."
    )


async def test_lost_commands_are_noticed_and_registered_again_at_the_next_start(room: Room):
    room.listener.tree.clear_commands(guild=discord.Object(room.env.guild.id))
    await room.listener.tree.sync(guild=discord.Object(room.env.guild.id))
    lost = await commands.registered(room.listener.tree, room.env.guild.id)

    await room.chat.settle(room.listener)

    assert not lost
    assert await commands.registered(room.listener.tree, room.env.guild.id)


def test_the_invite_link_asks_for_exactly_what_is_needed():
    url = invite.invite_url(42)

    assert "client_id=42" in url
    assert "scope=bot+applications.commands" in url
    needed = discord.Permissions(
        view_channel=True, send_messages=True, embed_links=True, read_message_history=True,
        create_public_threads=True, send_messages_in_threads=True,
    )  # fmt: skip
    assert f"permissions={needed.value}" in url


def test_the_doctor_looks_at_every_permission_of_the_invite_link():
    assert discord.Permissions(**dict.fromkeys(doctor.WORDS, True)) == invite.PERMISSIONS


def test_the_invite_link_is_known_from_the_token_alone():
    assert invite.application_id("MTIzNDU2Nzg5MDEyMzQ1Njc4.x.y") == 123456789012345678
    assert invite.application_id("nonsense") is None
