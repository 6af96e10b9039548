"""The guild's things as Discord writes them in JSON."""

from .errors import Json
from .guild import FORUM, PUBLIC_THREAD, Channel, Guild, Member, Role


def user_json(member: Member) -> Json:
    """A user object."""
    return {
        "id": member.id,
        "username": member.name,
        "discriminator": "0",
        "global_name": None if member.bot else member.name,
        "avatar": None,
        "bot": member.bot,
        "public_flags": 0,
    }


def member_json(member: Member) -> Json:
    """A guild member object, with its user."""
    return {
        "user": user_json(member),
        "nick": None,
        "avatar": None,
        "roles": list(member.role_ids),
        "joined_at": member.joined_at,
        "premium_since": None,
        "deaf": False,
        "mute": False,
        "flags": 0,
        "pending": False,
        "communication_disabled_until": None,
    }


def role_json(role: Role) -> Json:
    """A role object."""
    return {
        "id": role.id,
        "name": role.name,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "icon": None,
        "unicode_emoji": None,
        "position": role.position,
        "permissions": str(role.permissions),
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }


def channel_json(guild: Guild, channel: Channel) -> Json:
    """A channel object; a thread has its own fields."""
    visible = [key for key, message in channel.messages.items() if message.ephemeral_for is None]
    common: Json = {
        "id": channel.id,
        "guild_id": guild.id,
        "name": channel.name,
        "parent_id": channel.parent_id,
        "last_message_id": visible[-1] if visible else None,
        "rate_limit_per_user": 0,
        "flags": 0,
    }
    if channel.parent_id is None:
        overwrites = [
            {"id": o.target_id, "type": o.kind, "allow": str(o.allow), "deny": str(o.deny)}
            for o in channel.overwrites
        ]
        return common | {
            "type": channel.kind,
            **({"available_tags": channel.tags} if channel.kind == FORUM else {}),
            "topic": None,
            "position": channel.position,
            "nsfw": False,
            "permission_overwrites": overwrites,
        }
    metadata = {
        "archived": channel.archived,
        "auto_archive_duration": 1440,
        "archive_timestamp": channel.created_at,
        "locked": channel.locked,
        "create_timestamp": channel.created_at,
    }
    return common | {
        "type": PUBLIC_THREAD,
        "applied_tags": channel.applied,
        "owner_id": channel.owner_id,
        "message_count": len(visible),
        "total_message_sent": len(visible),
        "member_count": 1,
        "thread_metadata": metadata,
    }


def guild_json(guild: Guild) -> Json:
    """A guild object, as GET /guilds/:id answers it."""
    return {
        "id": guild.id,
        "name": guild.name,
        "icon": None,
        "splash": None,
        "discovery_splash": None,
        "banner": None,
        "description": None,
        "vanity_url_code": None,
        "owner_id": guild.owner_id,
        "application_id": None,
        "region": "deprecated",
        "afk_channel_id": None,
        "afk_timeout": 300,
        "system_channel_id": None,
        "system_channel_flags": 0,
        "rules_channel_id": None,
        "public_updates_channel_id": None,
        "safety_alerts_channel_id": None,
        "verification_level": 0,
        "default_message_notifications": 1,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw": False,
        "nsfw_level": 0,
        "premium_tier": 0,
        "premium_subscription_count": 0,
        "premium_progress_bar_enabled": False,
        "preferred_locale": "en-US",
        "features": [],
        "emojis": [],
        "stickers": [],
        "roles": [role_json(role) for role in guild.roles.values()],
    }


def guild_create_json(guild: Guild) -> Json:
    """The guild as GUILD_CREATE carries it: with channels, threads, and the bot as the one member sent."""
    channels = guild.channels.values()
    return guild_json(guild) | {
        "joined_at": guild.bot.joined_at,
        "large": False,
        "unavailable": False,
        "member_count": len(guild.members),
        "members": [member_json(guild.bot)],
        "channels": [channel_json(guild, channel) for channel in channels if channel.parent_id is None],
        "threads": [channel_json(guild, channel) for channel in channels if channel.parent_id is not None],
        "voice_states": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
    }


def application_json(guild: Guild) -> Json:
    """The application behind the bot; its id is the bot's, as for every application made today."""
    return {
        "id": guild.bot.id,
        "name": guild.bot.name,
        "icon": None,
        "description": "",
        "summary": "",
        "bot_public": False,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "flags": 0,
        "team": None,
        "owner": user_json(guild.members[guild.owner_id]),
        "bot": user_json(guild.bot),
        "interactions_endpoint_url": None,
        "redirect_uris": [],
        "hook": True,
        **guild.application,
    }
