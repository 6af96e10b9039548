"""Who may do what, from the interaction alone: which of our roles a member's Discord roles stand for. Deny by default."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import discord

from mutuals.domain import roles
from mutuals.domain.model import Actor, Role
from mutuals_discord.channels import ChannelDirectory

CHANNEL = "discord"
NOT_HERE = "Alerts are handled in the server's alert channel, not in direct messages or elsewhere."
BOT = "Only people can act on alerts."
NO_PERMISSION = (
    "You need the permission Manage Messages in the alert channel to act on alerts. "
    "Ask an administrator of the server for it."
)
NO_ROLE = (
    "Only people with a certain role can act on alerts, and you do not have it. "
    "Ask an administrator of the server for the role that Mutuals was set up with."
)
Grants = Mapping[Role, Sequence[str]]  # our role -> Discord's roles, by id or name; empty: permissions decide


def actor(interaction: discord.Interaction[Any], grants: Grants, directory: ChannelDirectory) -> Actor:
    """The person who acts; without a role unless a member of one of our servers who is granted one."""
    user = interaction.user
    role, why_not = _role(interaction, grants, directory)
    return Actor(CHANNEL, str(user.id), user.display_name, role, why_not)


def called(existing: Sequence[discord.Role], wanted: str) -> list[discord.Role]:
    """The role with this id, or all with this name (with or without @); never the role that everybody has."""
    name = wanted.strip().removeprefix("@").casefold()
    known = [role for role in existing if not role.is_default()]
    if is_id(name):  # never a name: whoever may make roles could call one so
        return [role for role in known if str(role.id) == name]
    return [role for role in known if role.name.casefold() == name]


def is_id(wanted: str) -> bool:
    """Is this an id of Discord and not a name?"""
    return wanted.strip().removeprefix("@").isdecimal()


@dataclass(frozen=True, slots=True)
class Membership:
    """What Discord says of a member of a server; the permissions are those where they act."""

    guild: discord.Guild
    role_ids: frozenset[int]
    bot: bool
    manages: bool  # the server
    moderates: bool  # the alert channel
    user_id: int = 0


def role_of(one: Membership, grants: Grants, directory: ChannelDirectory) -> tuple[Role, str]:
    """The role that a member of a server is granted, and why not where it is none."""
    if one.guild.id not in directory.guilds:
        return Role.NOBODY, NOT_HERE
    if one.bot:
        return Role.NOBODY, BOT
    is_main = one.guild.id in directory.main
    held = [
        # A single brand's server is run by others: what they call their roles makes nobody the admin of all brands.
        role if is_main or is_id(name) else min(role, Role.APPROVER)
        for role, names in grants.items()
        for name in names
        if _holds(one, name)
    ]
    # Somebody must be able to pull the switch: where no role is named for it, whoever runs the server.
    if Role.ADMIN not in grants and is_main and one.manages:
        held.append(Role.ADMIN)
    if not grants and one.moderates:
        held.append(Role.MEMBER)
    return roles.highest(held), NO_ROLE if grants else NO_PERMISSION


def _role(
    interaction: discord.Interaction[Any], grants: Grants, directory: ChannelDirectory
) -> tuple[Role, str]:
    membership = membership_of(interaction, directory)
    return role_of(membership, grants, directory) if membership else (Role.NOBODY, NOT_HERE)


def membership_of(interaction: discord.Interaction[Any], directory: ChannelDirectory) -> Membership | None:
    """Who acts, as a member of the server where they act; None in direct messages."""
    member = interaction.user
    if not isinstance(member, discord.Member):
        return None
    ids = frozenset(one.id for one in member.roles)
    manages = interaction.permissions.manage_guild
    moderates = _moderates(interaction, member, directory)
    return Membership(member.guild, ids, member.bot, manages, moderates, member.id)


async def unknown(guild: discord.Guild, grants: Grants) -> tuple[str, ...]:
    """Names that no role of the server has, or several, and ids that are of no role and of no member."""
    names = dict.fromkeys(name for given in grants.values() for name in given)
    lost = [one for one in names if len(called(guild.roles, one)) != 1]
    return tuple([one for one in lost if await person(guild, one) is None])


async def person(guild: discord.Guild, wanted: str) -> str | None:
    """The name of the member with this id; None where there is none, or Discord does not say."""
    if not is_id(wanted):
        return None
    try:
        return (await guild.fetch_member(int(wanted.strip().removeprefix("@")))).display_name
    except discord.HTTPException:
        return None


def chosen(
    interaction: discord.Interaction[Any], data: Any, grants: Grants, directory: ChannelDirectory
) -> dict[str, Actor]:
    """The members who were chosen in a form, by their ids, as the interaction's data tells of them."""
    resolved = data.get("resolved") if isinstance(data, Mapping) else None
    users, members = ((resolved or {}).get(key) or {} for key in ("users", "members"))
    found = {}
    for key, user in users.items():
        name = str(user.get("global_name") or user.get("username") or key)
        member = members.get(key)
        if interaction.guild is None or member is None:  # they have left the server
            found[key] = Actor(CHANNEL, key, name, Role.NOBODY, NOT_HERE)
            continue
        allowed = discord.Permissions(int(member.get("permissions") or 0))
        ids = frozenset(int(one) for one in member.get("roles") or ())
        standing = Membership(
            interaction.guild,
            ids,
            bool(user.get("bot")),
            allowed.manage_guild,
            allowed.manage_messages,
            int(key),
        )
        role, why_not = role_of(standing, grants, directory)
        found[key] = Actor(CHANNEL, key, str(member.get("nick") or name), role, why_not)
    return found


def _holds(one: Membership, wanted: str) -> bool:
    """A role that they have, or they themselves by their id. Of several roles with one name nobody knows which is meant:
    then nobody holds it."""
    if is_id(wanted) and wanted.strip().removeprefix("@") == str(one.user_id):
        return True
    found = called(one.guild.roles, wanted)
    return len(found) == 1 and found[0].id in one.role_ids


def _moderates(
    interaction: discord.Interaction[Any], member: discord.Member, directory: ChannelDirectory
) -> bool:
    """May they manage messages in an alert channel, wherever they type?"""
    if interaction.channel_id in directory.servers:
        return interaction.permissions.manage_messages
    channels = [member.guild.get_channel(one) for one in directory.servers]
    return any(one is not None and one.permissions_for(member).manage_messages for one in channels)
