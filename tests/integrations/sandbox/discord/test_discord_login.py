"""discord.py signs in, sees the guild, and is told when its token or intents are no good."""

import discord
import pytest

from tests.integrations.sandbox.discord.discord_world import World
from tests.support.present import present
from tests.support.waiting import until


async def test_a_bot_signs_in_and_sees_the_guild_as_it_is(world: World) -> None:
    role = world.server.add_role("care team", permissions=discord.Permissions(manage_messages=True).value)

    async with world.bot() as bot:
        guild = bot.get_guild(int(world.server.guild_id))
        assert guild is not None
        assert [channel.name for channel in guild.text_channels] == ["care"]
        assert present(guild.get_role(int(role))).permissions.manage_messages
        assert guild.owner_id == int(world.owner)
        assert (await bot.application_info()).id == present(bot.user).id == int(world.server.bot_id)
        assert (await guild.fetch_member(int(world.ana))).name == "ana"
        assert len(await guild.fetch_channels()) == 1
        assert [found.id async for found in bot.fetch_guilds(with_counts=False)] == [guild.id]
        assert world.server.sessions == 1


async def test_a_closed_bot_leaves_no_session(world: World) -> None:
    async with world.bot():
        pass

    await until(lambda: world.server.sessions == 0)


async def test_a_wrong_token_is_refused_at_login(world: World) -> None:
    client = discord.Client(intents=discord.Intents.none())

    with pytest.raises(discord.LoginFailure):
        await client.login("wrong")
    await client.close()


async def test_a_privileged_intent_is_refused_with_4014(world: World) -> None:
    with pytest.raises(discord.PrivilegedIntentsRequired):
        async with world.bot(intents=discord.Intents(guilds=True, message_content=True)):
            pass


async def test_a_revoked_token_closes_the_gateway_and_the_api(world: World) -> None:
    async with world.bot() as bot:
        await world.server.revoke()
        await until(bot.is_closed)

        status, body, _ = await world.call("GET", "/users/@me")
        assert (status, body) == (401, {"message": "401: Unauthorized", "code": 0})
        assert world.server.sessions == 0


async def test_a_channel_added_later_reaches_the_bot(world: World) -> None:
    async with world.bot() as bot:
        added = int(world.server.add_channel("later"))
        await until(lambda: bot.get_channel(added))

        world.server.remove_channel(str(added))
        await until(lambda: not bot.get_channel(added))
