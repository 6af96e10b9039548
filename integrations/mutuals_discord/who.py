"""Who may do what, from the interaction alone: which of our roles a member's Discord roles stand for. Deny by default."""

from collections.abc import Mapping, Sequence
from typing import Any

import discord

from mutuals.model import Actor, Role
from mutuals.rules import roles

CHANNEL = "discord"
NOT_HERE = "Alerts are handled in the server's alert channel, not in direct messages or elsewhere."
BOT = "Only people can act on alerts."
NO_PERMISSION = (
    "You need the permission Manage Messages in this channel to act on alerts. "
    "Ask an administrator of the server for it."
)
NO_ROLE = (
    "Only people with a certain role can act on alerts, and you do not have it. "
    "Ask an administrator of the server for the role that Mutuals was set up with."
)
Grants = Mapping[Role, Sequence[str]]  # our role -> Discord's roles, by id or name; empty: permissions decide


def actor(interaction: discord.Interaction[Any], grants: Grants, guild_id: int | None) -> Actor:
    """The person who acts; without a role unless a member of `guild_id` who is granted one."""
    user = interaction.user
    role, why_not = _role(interaction, grants, guild_id)
    return Actor(CHANNEL, str(user.id), user.display_name, role, why_not)


def find_role(held: Sequence[discord.Role], wanted: str) -> discord.Role | None:
    """The role with this id or name (with or without @); never the role that everybody has."""
    name = wanted.strip().removeprefix("@").casefold()
    for role in held:
        if not role.is_default() and (str(role.id) == name or role.name.casefold() == name):
            return role
    return None


def _role(interaction: discord.Interaction[Any], grants: Grants, guild_id: int | None) -> tuple[Role, str]:
    member = interaction.user
    if not isinstance(member, discord.Member) or guild_id is None or interaction.guild_id != guild_id:
        return Role.NOBODY, NOT_HERE
    if member.bot:
        return Role.NOBODY, BOT
    held = [role for role, names in grants.items() if any(find_role(member.roles, one) for one in names)]
    # Somebody must be able to pull the switch: where no role is named for it, whoever runs the server.
    if Role.ADMIN not in grants and interaction.permissions.manage_guild:
        held.append(Role.ADMIN)
    if not grants and interaction.permissions.manage_messages:
        held.append(Role.MEMBER)
    return roles.highest(held), NO_ROLE if grants else NO_PERMISSION
