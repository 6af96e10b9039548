"""Apps > Show person, Apps > Reply as brand: what is offered on messages and on people of the server."""

import re
from typing import Any
from urllib.parse import unquote, urlsplit

import discord
from discord import app_commands

from mutuals_discord import actions

SHOW, REPLY = "Show person", "Reply as brand"
_LINK = re.compile(r"https?://[^\s<>|\"]{1,500}")


def menus(permissions: discord.Permissions | None) -> list[app_commands.ContextMenu]:
    """Two on messages, one on people."""

    async def show_of(interaction: discord.Interaction[Any], message: discord.Message) -> None:
        await interaction.client.shows_person(interaction, alert_in(message), person_in(message))

    async def show(interaction: discord.Interaction[Any], member: discord.Member) -> None:
        await interaction.client.commanded(interaction, "person", f"@{member.name}")

    async def reply(interaction: discord.Interaction[Any], message: discord.Message) -> None:
        await interaction.client.replies(interaction, alert_in(message), words_of(message))

    made = [
        app_commands.ContextMenu(name=SHOW, callback=show_of),
        app_commands.ContextMenu(name=SHOW, callback=show),
        app_commands.ContextMenu(name=REPLY, callback=reply),
    ]
    for one in made:
        one.guild_only, one.default_permissions = True, permissions
    return made


def alert_in(message: discord.Message) -> str | None:
    """The alert that one of our own messages shows, by what can be pressed in it; None for any other message."""
    for custom_id in _custom_ids([one.to_dict() for one in message.components]):
        key = actions.decode(custom_id)
        if key is not None and key.alert_id:
            return key.alert_id
    return None


def words_of(message: discord.Message) -> str:
    """The words of a message, with the addresses of what it embeds."""
    return " ".join([message.content, *(one.url for one in message.embeds if one.url)])


def person_in(message: discord.Message) -> str | None:
    """The handle that the first link of a message names: networks put it first behind their own name."""
    for link in _LINK.findall(words_of(message)):
        try:
            first = unquote(urlsplit(link).path).strip("/").split("/")[0].lstrip("@")
        except ValueError:
            continue
        if first:
            return first
    return None


def _custom_ids(value: Any) -> list[str]:
    if isinstance(value, list):
        return [found for each in value for found in _custom_ids(each)]
    if not isinstance(value, dict):
        return []
    own = [value["custom_id"]] if isinstance(value.get("custom_id"), str) else []
    return own + [found for each in value.values() for found in _custom_ids(each)]
