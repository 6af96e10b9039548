"""What the doctor says about Discord, in a marketing person's words."""

from collections.abc import Mapping

import discord

from mutuals.domain.errors import MutualsError, NotAuthorized, TryAgain
from mutuals.domain.model import Role
from mutuals.ports.diagnostics import Check, step_to_reach
from mutuals_discord import actors, commands, forum
from mutuals_discord.channels import ChannelDirectory
from mutuals_discord.invite import application_id, invite_url
from mutuals_discord.listeners import InteractionListener
from mutuals_discord.settings import DiscordSettings

GATEWAY = "wss://gateway.discord.gg"  # where Discord keeps it, unless the settings say otherwise
# The permissions of the invite link, as Discord calls them and as we say it.
WORDS = {
    "view_channel": ("see the channel", "View Channel"),
    "send_messages": ("post messages", "Send Messages"),
    "embed_links": ("show pictures and links", "Embed Links"),
    "read_message_history": ("find its own messages again", "Read Message History"),
    "create_public_threads": ("show an alert's history in a thread under it", "Create Public Threads"),
    "send_messages_in_threads": ("write in that thread", "Send Messages in Threads"),
}

IN_FORUM = {
    "view_channel": ("see the forum", "View Channel"),
    "send_messages": ("post alerts", "Create Posts"),
    "embed_links": ("show pictures and links", "Embed Links"),
    "read_message_history": ("find its own posts again", "Read Message History"),
    "send_messages_in_threads": ("write in its posts", "Send Messages in Posts"),
}


def failed(error: MutualsError, settings: DiscordSettings) -> Check:
    """What keeps Mutuals from connecting at all."""
    if isinstance(error, NotAuthorized):
        return Check(False, "Discord bot token", "Discord does not accept it.", str(error))
    if isinstance(error, TryAgain):
        step = step_to_reach(error, settings.api_url, settings.gateway_url or GATEWAY)
        return Check(False, "Discord connection", error.once, step)
    token = settings.bot_token.get_secret_value() if settings.bot_token else ""
    number = application_id(token)
    invite = f" The bot's invite link: {invite_url(number)}" if number else ""
    return Check(False, "Discord connection", str(error), f"Correct this and run the check again.{invite}")


async def examine(
    listener: InteractionListener,
    settings: DiscordSettings,
    directory: ChannelDirectory,
    roles: actors.Grants | None = None,
) -> list[Check]:
    """Every check of a connected client; `roles` as they were set in Discord, if they were. Raises discord.py's errors where
    Discord itself fails."""
    checks = [Check(True, "Discord bot token", f"Signed in as {listener.user}.")]
    for guild_id in sorted(directory.guilds):
        guild = listener.get_guild(guild_id) or await listener.fetch_guild(guild_id)
        checks.append(Check(True, "Discord server", f"The bot is in {guild.name}."))
        for channel_id in (one for one, server in directory.servers.items() if server == guild_id):
            checks += await _channel(listener, guild, channel_id)
        checks += [
            await _role(guild, settings, roles),
            *_mention(guild, settings),
            await _commands(listener, guild_id),
        ]
    step = "Correct the channel: /mutuals settings channels or routing, or mutuals brand set. What goes there waits."
    checks += [Check(False, f"Discord channel {one}", why, step) for one, why in directory.missing.items()]
    return [*checks, _way_back(listener)]


async def _channel(listener: InteractionListener, guild: discord.Guild, channel_id: int) -> list[Check]:
    channel = listener.get_channel(channel_id) or await listener.fetch_channel(channel_id)
    name = getattr(channel, "name", channel_id)
    checks = [Check(True, f"Discord channel #{name}", "Found.")]
    me = guild.me or await guild.fetch_member(listener.user.id if listener.user else 0)
    assert isinstance(channel, discord.abc.GuildChannel | discord.Thread)
    held = channel.permissions_for(me)
    if isinstance(channel, discord.ForumChannel):
        granted = [_permission(str(name), one, ok=getattr(held, one), words=IN_FORUM) for one in IN_FORUM]
        return [*checks, *granted, _tags(channel, may_add=held.manage_channels)]
    return checks + [_permission(str(name), one, ok=getattr(held, one)) for one in WORDS]


def _tags(channel: discord.ForumChannel, *, may_add: bool) -> Check:
    """Whether the tags of alerts can follow them."""
    title = f"Tags in #{channel.name}"
    missing = forum.missing(channel)
    if not missing:
        return Check(True, title, "The tags are there.")
    room = len(channel.available_tags) + len(missing) <= forum.MOST_TAGS
    if may_add and room:
        return Check(True, title, "The bot adds them with the first alert.")
    lacks = f"These tags are missing, so alerts have none of them: {', '.join(missing)}. Alerts come all the same."
    step = "Add them in the channel's settings, or allow the bot Manage Channel on its page Permissions."
    return Check(False, title, lacks, step if room else "A forum has 20 tags at most: remove some first.")


def _permission(
    channel: str, permission: str, *, ok: bool, words: Mapping[str, tuple[str, str]] = WORDS
) -> Check:
    does, label = words[permission]
    if ok:
        return Check(True, f"{label} in #{channel}", f"The bot can {does}.")
    step = f"Open the settings of #{channel}, page Permissions, add the bot and allow {label}."
    return Check(False, f"{label} in #{channel}", f"The bot can't {does}.", step)


async def _role(guild: discord.Guild, settings: DiscordSettings, now: actors.Grants | None) -> Check:
    """Which of Discord's roles stand for which of ours, and which do not exist."""
    title = "Who may act in Discord"
    grants = settings.grants if now is None else now
    said, missing = [], []
    for role, names in grants.items():
        found = [actors.called(guild.roles, one) for one in names]
        people = {
            one: await actors.person(guild, one) for one, there in zip(names, found, strict=True) if not there
        }
        missing += [
            _not_one(one, len(there))
            for one, there in zip(names, found, strict=True)
            if len(there) != 1 and people.get(one) is None
        ]
        if named := [one for one in people.values() if one is not None]:
            said.append(f"{role.name.capitalize()}s by name: {', '.join(named)}.")
        held = [one[0].name for one in found if len(one) == 1]
        if held:
            said.append(
                f"{role.name.capitalize()}s: the role{'s' if len(held) > 1 else ''} {', '.join(held)}."
            )
    if not grants:
        said.append("Members: everyone who has the permission Manage Messages in the channel.")
    if Role.ADMIN not in grants:
        said.append("Admins: everyone who has the permission Manage Server.")
    if not missing:
        return Check(True, title, " ".join(said))
    step = (
        "Create it in the server's settings, page Roles, or correct MUTUALS_DISCORD_ROLE, MUTUALS_DISCORD_VIEWERS, "
        "_HELPERS, _TRAINEES, _MEMBERS, _APPROVERS or _ADMINS. A role's id is safest: right click, Copy Role ID."
    )
    return Check(False, title, f"{' '.join(missing)} Nobody holds what it grants. {' '.join(said)}", step)


def _not_one(wanted: str, count: int) -> str:
    return f"There are {count} roles called {wanted}." if count else f"There is no role {wanted}."


def _mention(guild: discord.Guild, settings: DiscordSettings) -> list[Check]:
    """Discord rings for a role only when it may be mentioned by everyone, or the bot may mention all."""
    mention = settings.mentioned()
    role = guild.get_role(int(mention)) if mention else None
    if role is None or role.mentionable:
        return []
    if guild.me and guild.me.guild_permissions.mention_everyone:
        return []
    step = f"In the server's settings, page Roles, allow anyone to mention the role {role.name}."
    return [
        Check(False, "Mention when a case is overdue", f"The bot can't notify the role {role.name}.", step)
    ]


async def _commands(listener: InteractionListener, guild_id: int) -> Check:
    if await commands.registered(listener.tree, guild_id):
        return Check(True, "Discord commands", "/mutuals is registered.")
    step = "Invite the bot again with its link, then start Mutuals again."
    return Check(False, "Discord commands", "/mutuals is not registered in the server.", step)


def _way_back(listener: InteractionListener) -> Check:
    """Clicks come over the gateway, unless the application sends them to an address of its own."""
    title = "Clicks in Discord"
    if listener.application and listener.application.interactions_endpoint_url:
        step = "In the Discord developer portal, page General Information, empty Interactions Endpoint URL."
        return Check(
            False, title, "The application sends clicks to a web address instead of to Mutuals.", step
        )
    if listener.is_ready() and not listener.down:
        return Check(
            True, title, f"The connection that brings clicks is open ({listener.latency * 1000:.0f} ms)."
        )
    return Check(
        False, title, "The connection that brings clicks is not open.", "Wait a minute and check again."
    )
