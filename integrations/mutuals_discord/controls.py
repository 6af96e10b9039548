"""What can be pressed in a message of Discord: buttons, links, menus, within Discord's limits. Pure."""

from collections.abc import Iterable, Sequence
from typing import Any

import discord
from discord import ui

from mutuals.cards.markup import Button, Form, Template
from mutuals_discord import actions, text
from mutuals_discord.dynamic_items import AlertButton, AlertSelect

URL_LIMIT = 512
LONG_URL = 1900  # units that a written-out link may take from an answer
OPTIONS = 25  # of one menu


def unique(alert_id: str | None, buttons: Iterable[Button]) -> list[tuple[str, Button]]:
    """Buttons with their custom_ids; what has none (no alert, too long) can't be pressed and is left out."""
    found: dict[str, Button] = {}
    for one in buttons:
        custom_id = actions.encode(one.do.value, alert_id or "", one.value)
        if custom_id:
            found.setdefault(custom_id, one)
    return list(found.items())


def links(buttons: Sequence[Button]) -> tuple[list[ui.Button[Any]], list[str]]:
    """Link buttons, and as text those whose address is longer than a button may have."""
    pressed: list[ui.Button[Any]] = []
    written: list[str] = []
    for one in buttons:
        address = text.web_address(one.url, LONG_URL)
        if address and len(address) <= URL_LIMIT:
            pressed.append(ui.Button(style=discord.ButtonStyle.link, label=label(one.label, 80), url=address))
        elif address and not written:
            written.append(text.link(label(one.label, 80), address, LONG_URL))
    return pressed, written


def press(words: str, custom_id: str, *, primary: bool) -> AlertButton:
    """A button that acts."""
    style = discord.ButtonStyle.primary if primary else discord.ButtonStyle.secondary
    return AlertButton(ui.Button(style=style, label=label(words, 80), custom_id=custom_id))


def select(
    verb: str, alert_id: str, placeholder: str, options: Sequence[discord.SelectOption]
) -> ui.Item[Any] | None:
    custom_id = actions.encode(verb, alert_id)
    if not custom_id or not options:
        return None
    return AlertSelect(ui.Select(custom_id=custom_id, placeholder=placeholder, options=list(options)))


def offered(form: Form) -> list[Template]:
    """The texts of a form that a menu has room for, none twice."""
    fit = [one for one in form.templates if one.id and len(one.id) <= 100]
    return list({one.id: one for one in fit}.values())[:OPTIONS]


def label(words: str, limit: int) -> str:
    """A label is plain text to Discord; it must not be empty."""
    shown = text.clean(words)
    while text.units(shown) > limit:
        shown = shown[: limit - 1 if len(shown) > limit else len(shown) - 2] + text.ELLIPSIS
    return shown or text.ELLIPSIS
