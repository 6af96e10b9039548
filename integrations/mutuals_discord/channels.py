"""Finding the channels named in the settings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import discord
import structlog

from mutuals.domain.errors import MutualsError, RefusalReason, Refused
from mutuals.domain.model import AlertKind
from mutuals_discord.errors import sort
from mutuals_discord.invite import invite_url
from mutuals_discord.settings import DiscordSettings

log = structlog.get_logger("mutuals.discord")


@dataclass(frozen=True, slots=True)
class ChannelDirectory:
    """The channels that alerts go to, and the servers they are in."""

    ids: Mapping[str, int]  # as configured, an id or #name -> the channel's id
    servers: Mapping[int, int]  # the channel's id -> its server's
    main: frozenset[int] = frozenset()  # the servers of the settings; others are those of single brands
    missing: Mapping[str, str] = field(
        default_factory=dict
    )  # of those that brands have: why it can't be used

    @property
    def guilds(self) -> frozenset[int]:
        """The servers whose people may act."""
        return frozenset(self.servers.values())


async def find_channels(
    client: discord.Client, settings: DiscordSettings, more: Sequence[str]
) -> ChannelDirectory:
    """Look the channels up: those of the settings, and `more` that brands have for themselves.

    Raises Refused(CHANNEL) with what to do when one of the settings is missing; a brand's is logged, and its
    alerts wait.
    """
    found: dict[str, Channel] = {}
    care, fans = settings.channel_for(AlertKind.CARE), settings.channel_for(AlertKind.FAN)
    if care:
        found[care] = await _find(client, care, "MUTUALS_DISCORD_CHANNEL", settings.guild)
    if fans and fans not in found:
        home = str(found[care].guild.id) if care else settings.guild
        found[fans] = await _find(client, fans, "MUTUALS_DISCORD_FANS_CHANNEL", home)
    if care and fans and found[care].guild.id != found[fans].guild.id:
        raise _refused(
            "MUTUALS_DISCORD_FANS_CHANNEL is in another server than MUTUALS_DISCORD_CHANNEL. Use one server."
        )
    missing: dict[str, str] = {}
    for place in more:
        if place not in found:
            try:
                found[place] = await _find(client, place, "MUTUALS_DISCORD_CHANNEL", settings.guild)
            except MutualsError as error:
                missing[place] = str(error)
                log.warning("discord.channel_missing", channel=place, error=str(error))
    ids = {place: channel.id for place, channel in found.items()}
    servers = {channel.id: channel.guild.id for channel in found.values()}
    return ChannelDirectory(
        ids, servers, _main(settings, [found[one].guild.id for one in (care, fans) if one], servers), missing
    )


def _main(settings: DiscordSettings, own: Sequence[int], servers: Mapping[int, int]) -> frozenset[int]:
    """The server of the settings' channels, else the one that they name, else the only one there is."""
    if own or settings.guild:
        return frozenset(own or [int(settings.guild or 0)])
    everywhere = frozenset(servers.values())
    return everywhere if len(everywhere) == 1 else frozenset()


Channel = discord.TextChannel | discord.Thread | discord.ForumChannel


async def _find(client: discord.Client, wanted: str, variable: str, guild_id: str | None) -> Channel:
    name = wanted.strip().removeprefix("<#").removesuffix(">").removeprefix("#")
    found = (
        await _by_id(client, int(name))
        if name.isdecimal()
        else await _by_name(client, name, variable, guild_id)
    )
    if not isinstance(found, discord.TextChannel | discord.Thread | discord.ForumChannel):
        raise _refused(f"The channel in {variable} is no text channel and no forum. Choose one of those.")
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
    found: list[Channel] = []
    for guild in guilds:
        found += [one for one in guild.text_channels if one.name == name.lower()]
        found += [one for one in guild.forums if one.name == name.lower()]
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
    return Refused(sentence, because=RefusalReason.CHANNEL)
