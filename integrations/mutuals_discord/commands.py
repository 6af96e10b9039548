"""The slash commands: `/mutuals queue|fans|...`, registered in the server of the alert channel."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import discord
import structlog
from discord import app_commands

from mutuals.cards.setting_groups import GROUPS
from mutuals.domain.kill_switch import LONGEST_WHY
from mutuals.domain.person_notes import LONGEST
from mutuals.domain.saved_replies import LANGUAGES
from mutuals.ports.key_values import KeyValueStore
from mutuals_discord.actors import Grants
from mutuals_discord.context_menus import menus
from mutuals_discord.translations import CommandTranslator

log = structlog.get_logger("mutuals.discord")

GROUP = "mutuals"
LISTS = ("complaints",)
FANS = {
    "next": "Whom to follow next",
    "talked": "Talked with, not followed",
    "unanswered": "Loyal, and never answered",
    "drifting": "Drifting away",
    "ignored": "You follow them, and owe them a word",
}
SHOW = {
    "mine": "What you have claimed",
    "overdue": "What is overdue",
    "fans": "Loyal fans",
    "complaints": "Complaints",
    "questions": "Questions",
}
OURS = {"yes": "Yes, it is ours", "no": "No, not ours", "later": "Not sure, ask in 30 days"}
MOST_CHOICES = 25
LONGEST_ACCOUNT = 300  # characters of a name; networks of many servers put the server behind it
COMMANDS = {
    "queue": "Everything that waits for somebody, the most urgent first",
    "today": "Five things that are quick to do and kind",
    "fans": "Loyal fans who are not followed back",
    "complaints": "Complaints and questions that nobody has answered",
    "show": "The alert about one person, as it is now",
    "person": "One person: since when, what was said, what you owe them",
    "note": "Keep a note about a person, for your team only",
    "replies": "The texts that your team keeps to answer with",
    "settings": "What is set and why; admins change it",
    "stats": "How you have answered lately, and whom you have welcomed",
    "status": "Is everything working, and when did Mutuals last look?",
    "family": "Your own accounts, and those that may be yours",
    "reset-line": "Put the alert line back to where it was before your verdicts moved it",
    "stop": "Stop everything that goes out, for all brands (admins; asks first)",
    "start": "Let acts go out again (admins)",
    "link": "Your accounts in both chats are you: claims and drafts are yours in both",
    "help": "What the buttons and commands do, and who may use them",
}


def group(grants: Grants) -> app_commands.Group:
    """The command group. Where the settings name no role, Discord shows it only to those with Manage Messages
    (a default that administrators can override, so every use is checked again)."""
    permissions = None if grants else discord.Permissions(manage_messages=True)
    made = app_commands.Group(
        name=GROUP,
        description="Fans to follow back and complaints to answer",
        guild_only=True,
        default_permissions=permissions,
    )
    for name, description in COMMANDS.items():
        made.add_command(_made(name, description))
    return made


def _made(name: str, description: str) -> app_commands.Command[Any, ..., None]:
    if name == "stop":
        return _stop(name, description)
    if name == "family":
        return _family(name, description)
    if name in ("queue", "fans"):
        return _queue(name, description, SHOW if name == "queue" else FANS)
    if name in ("show", "person"):
        return _show(name, description)
    if name == "note":
        return _note(name, description)
    if name == "replies":
        return _replies(name, description)
    if name == "settings":
        return _settings(name, description)
    if name == "help":
        return _help(name, description)
    if name == "link":
        return _link(name, description)
    return _list(name, description) if name in LISTS else _command(name, description)


def _queue(name: str, description: str, parts: Mapping[str, str]) -> app_commands.Command[Any, ..., None]:
    """The list of all, what of it to show, and the page to turn to."""

    @app_commands.describe(show="Only these", page="Which ten: 2 shows the next ones")
    @app_commands.choices(
        show=[app_commands.Choice(name=label, value=value) for value, label in parts.items()]
    )
    async def run(
        interaction: discord.Interaction[Any],
        show: str | None = None,
        page: app_commands.Range[int, 1, 99_999] | None = None,
    ) -> None:
        await interaction.client.commanded(interaction, name, f"{show or ''} {page or ''}".strip())

    return app_commands.Command(name=name, description=description, callback=run)


def _show(name: str, description: str) -> app_commands.Command[Any, ..., None]:
    """One person."""

    @app_commands.describe(person="Whose, for example @mia")
    async def run(
        interaction: discord.Interaction[Any], person: app_commands.Range[str, 1, LONGEST_ACCOUNT]
    ) -> None:
        await interaction.client.commanded(interaction, name, person)

    run = app_commands.autocomplete(person=_people)(run)
    return app_commands.Command(name=name, description=description, callback=run)


async def _people(interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
    """The names that may be meant, as somebody types."""
    names = await interaction.client.suggested(interaction, typed)
    return [app_commands.Choice(name=f"@{one}"[:100], value=f"@{one}"[:100]) for one in names[:MOST_CHOICES]]


def _note(name: str, description: str) -> app_commands.Command[Any, ..., None]:
    """One person, and what to write down about them."""

    @app_commands.describe(person="Whom, for example @mia", words="The note: nobody outside sees it")
    async def run(
        interaction: discord.Interaction[Any],
        person: app_commands.Range[str, 1, LONGEST_ACCOUNT],
        words: app_commands.Range[str, 1, LONGEST],
    ) -> None:
        await interaction.client.commanded(interaction, name, f"{person} {words}")

    run = app_commands.autocomplete(person=_people)(run)
    return app_commands.Command(name=name, description=description, callback=run)


def _replies(name: str, description: str) -> app_commands.Command[Any, ..., None]:
    """A page of the list, of one language if that is chosen."""

    @app_commands.describe(language="Only those in this language", page="Which ones: 2 shows the next")
    @app_commands.choices(
        language=[app_commands.Choice(name=label, value=code) for code, label in LANGUAGES.items()]
    )
    async def run(
        interaction: discord.Interaction[Any],
        language: str | None = None,
        page: app_commands.Range[int, 1, 999] | None = None,
    ) -> None:
        await interaction.client.commanded(interaction, name, f"{language or ''} {page or ''}".strip())

    return app_commands.Command(name=name, description=description, callback=run)


def _settings(name: str, description: str) -> app_commands.Command[Any, ..., None]:
    """All groups, or one."""

    @app_commands.describe(group="Only these, each with its grounds")
    @app_commands.choices(group=[app_commands.Choice(name=one.title, value=one.id) for one in GROUPS])
    async def run(interaction: discord.Interaction[Any], group: str | None = None) -> None:
        await interaction.client.commanded(interaction, name, group or "")

    return app_commands.Command(name=name, description=description, callback=run)


def _help(name: str, description: str) -> app_commands.Command[Any, ..., None]:
    """All commands, or one."""

    @app_commands.describe(word="One command, explained: for example queue")
    async def run(
        interaction: discord.Interaction[Any], word: app_commands.Range[str, 1, 50] | None = None
    ) -> None:
        await interaction.client.commanded(interaction, name, word or "")

    return app_commands.Command(name=name, description=description, callback=run)


def _link(name: str, description: str) -> app_commands.Command[Any, ..., None]:
    """A code to type in the other chat, or the code that the other chat gave."""

    @app_commands.describe(code="From your other chat; empty: get one to type there; off: no longer linked")
    async def run(
        interaction: discord.Interaction[Any], code: app_commands.Range[str, 1, 20] | None = None
    ) -> None:
        await interaction.client.commanded(interaction, name, code or "")

    return app_commands.Command(name=name, description=description, callback=run)


def _list(name: str, description: str) -> app_commands.Command[Any, ..., None]:
    """A list of ten, and the page to turn to."""

    @app_commands.describe(page="Which ten: 2 shows the next ones")
    async def run(
        interaction: discord.Interaction[Any], page: app_commands.Range[int, 1, 99_999] | None = None
    ) -> None:
        await interaction.client.commanded(interaction, name, str(page or ""))

    return app_commands.Command(name=name, description=description, callback=run)


def _stop(name: str, description: str) -> app_commands.Command[Any, ..., None]:
    """The one command with a word of its own: why."""

    @app_commands.describe(why="Why, in a few words: every alert channel is told")
    async def run(
        interaction: discord.Interaction[Any], why: app_commands.Range[str, 1, LONGEST_WHY] | None = None
    ) -> None:
        await interaction.client.commanded(interaction, name, why or "")

    return app_commands.Command(name=name, description=description, callback=run)


def _family(name: str, description: str) -> app_commands.Command[Any, ..., None]:
    """A list, and what to change in it."""

    @app_commands.describe(ours="Is it yours?", account="Its name, for example @acme_uk")
    @app_commands.choices(
        ours=[app_commands.Choice(name=label, value=value) for value, label in OURS.items()]
    )
    async def run(
        interaction: discord.Interaction[Any],
        ours: str | None = None,
        account: app_commands.Range[str, 1, LONGEST_ACCOUNT] | None = None,
    ) -> None:
        await interaction.client.commanded(interaction, name, f"{ours or ''} {account or ''}".strip())

    return app_commands.Command(name=name, description=description, callback=run)


def _command(name: str, description: str) -> app_commands.Command[Any, ..., None]:
    async def run(interaction: discord.Interaction[Any]) -> None:
        await interaction.client.commanded(interaction, name)

    return app_commands.Command(name=name, description=description, callback=run)


async def register(
    tree: app_commands.CommandTree[Any], grants: Grants, guild_id: int, memory: KeyValueStore
) -> None:
    """Tell Discord the commands of this server, but only when they changed since the last time.

    Discord limits creations to 200 a day and server; a kicked and re-invited bot has lost its commands, which
    the look at what is registered notices. Raises discord.HTTPException.
    """
    guild = discord.Object(guild_id)
    made = group(grants)
    tree.add_command(made, guild=guild, override=True)
    for menu in menus(made.default_permissions):
        tree.add_command(menu, guild=guild, override=True)
    translator = CommandTranslator()
    await tree.set_translator(translator)
    wanted = [await each.get_translated_payload(tree, translator) for each in tree.get_commands(guild=guild)]
    digest = hashlib.sha256(json.dumps(wanted, sort_keys=True).encode()).hexdigest()
    key = f"discord.commands.{tree.client.application_id}.{guild_id}"
    if await memory.get(key) == digest and await registered(tree, guild_id):
        return
    await tree.sync(guild=guild)
    await memory.put(key, digest)
    log.info("discord.commands_registered", guild=guild_id)


async def registered(tree: app_commands.CommandTree[Any], guild_id: int) -> bool:
    """Whether Discord offers our command group in this server. Raises discord.HTTPException."""
    found = await tree.fetch_commands(guild=discord.Object(guild_id))
    return any(command.name == GROUP for command in found)
