"""Who may act, from the interaction alone. Deny by default."""

from collections.abc import Sequence
from typing import Any

import discord

from mutuals.model import Actor

CHANNEL = "discord"
NOT_HERE = "Alerts are handled in the server's alert channel, not in direct messages or elsewhere."


def actor(interaction: discord.Interaction[Any], role: str | None, guild_id: int | None) -> Actor:
    """The person who acts, allowed only as a member of `guild_id` who holds `role` (unset: Manage Messages there)."""
    user = interaction.user
    allowed, why_not = _may(interaction, role, guild_id)
    return Actor(CHANNEL, str(user.id), user.display_name, may_act=allowed, why_not=why_not)


def find_role(roles: Sequence[discord.Role], wanted: str) -> discord.Role | None:
    """The role with this id or name (with or without @); never the role that everybody has."""
    name = wanted.strip().removeprefix("@").casefold()
    for role in roles:
        if not role.is_default() and (str(role.id) == name or role.name.casefold() == name):
            return role
    return None


def _may(interaction: discord.Interaction[Any], role: str | None, guild_id: int | None) -> tuple[bool, str]:
    member = interaction.user
    if not isinstance(member, discord.Member) or guild_id is None or interaction.guild_id != guild_id:
        return False, NOT_HERE
    if member.bot:
        return False, "Only people can act on alerts."
    if role is None:
        allowed = interaction.permissions.manage_messages
        return allowed, "" if allowed else (
            "You need the permission Manage Messages in this channel to act on alerts. "
            "Ask an administrator of the server for it."
        )
    if find_role(member.roles, role):
        return True, ""
    return False, (
        "Only people with a certain role can act on alerts, and you do not have it. "
        "Ask an administrator of the server for the role that Mutuals was set up with."
    )
