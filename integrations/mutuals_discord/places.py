"""Finding the channels named in the settings."""

from collections.abc import Sequence
from dataclasses import dataclass

import discord

from mutuals.errors import Because, Refused
from mutuals.model import AlertKind
from mutuals_discord.errors import sort
from mutuals_discord.invite import invite_url
from mutuals_discord.settings import DiscordSettings


@dataclass(frozen=True, slots=True)
class Places:
    """Channel ids, and the server they are in."""

    guild_id: int
    care: int
    fans: int

    def of(self, kind: AlertKind) -> str:
        """The channel for alerts of this kind."""
        return str(self.fans if kind is AlertKind.FAN else self.care)


async def find_places(client: discord.Client, settings: DiscordSettings) -> Places:
    """Look the channels up. Raises Refused(PLACE) with what to do."""
    care = await _find(client, settings.channel or "", "MUTUALS_DISCORD_CHANNEL", settings.guild)
    fans = care
    if settings.fans_channel:
        fans = await _find(client, settings.fans_channel, "MUTUALS_DISCORD_FANS_CHANNEL", str(care.guild.id))
    if fans.guild.id != care.guild.id:
        raise _refused(
            "MUTUALS_DISCORD_FANS_CHANNEL is in another server than MUTUALS_DISCORD_CHANNEL. Use one server."
        )
    return Places(care.guild.id, care.id, fans.id)


Channel = discord.TextChannel | discord.Thread


async def _find(client: discord.Client, wanted: str, variable: str, guild_id: str | None) -> Channel:
    name = wanted.strip().removeprefix("<#").removesuffix(">").removeprefix("#")
    found = (
        await _by_id(client, int(name))
        if name.isdecimal()
        else await _by_name(client, name, variable, guild_id)
    )
    if not isinstance(found, discord.TextChannel | discord.Thread):
        raise _refused(f"The channel in {variable} is not a text channel. Choose a text channel.")
    return found


async def _by_id(client: discord.Client, channel_id: int) -> object:
    try:
        return client.get_channel(channel_id) or await client.fetch_channel(channel_id)
    except discord.HTTPException as error:
        raise sort(error) from error


async def _by_name(client: discord.Client, name: str, variable: str, guild_id: str | None) -> Channel:
    guilds = [guild for guild in client.guilds if guild_id is None or str(guild.id) == guild_id]
    if not guilds:
        link = invite_url(client.application_id or 0)
        raise _refused(f"The bot is in no Discord server that it may use. Invite it: {link}")
    found = [channel for guild in guilds for channel in guild.text_channels if channel.name == name.lower()]
    if len(found) == 1:
        return found[0]
    if found:
        raise _refused(
            f"There are {len(found)} channels named #{name}. Put the channel's id into {variable}, "
            "or the server's into MUTUALS_DISCORD_GUILD."
        )
    raise _refused(
        f"There is no channel #{name} that the bot can see{_servers(guilds)}. Create it, let the bot see it, "
        f"or correct {variable}."
    )


def _servers(guilds: Sequence[discord.Guild]) -> str:
    return f" in {guilds[0].name}" if len(guilds) == 1 else f" in its {len(guilds)} servers"


def _refused(sentence: str) -> Refused:
    return Refused(sentence, because=Because.PLACE)
