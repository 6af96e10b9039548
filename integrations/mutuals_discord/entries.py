"""The entries of a list with buttons of their own, as many as a message of Discord has components for. Pure."""

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from mutuals.cards.markup import Card, ListItem, no_room_for
from mutuals_discord import actions, text
from mutuals_discord.controls import OPTIONS, label, links, press, select, unique

ENTRY_PARTS = 22  # components that the entries of a list may take of the message's 40 ...
SPARE_PARTS = 11  # ... and these, too, where nothing else can be pressed in it
ENTRY_TEXT = 420
_IN_ROW = 3


def listed(card: Card, budget: text.TextBudget, room: int) -> list[ui.Item[Any]]:
    """Every entry with a row of buttons; where there is no room for that, each with its first button beside it, its
    pages as links in its words, and the rest of all in one menu."""
    if not (card.buttons or card.menu) and any(entry.name for entry in card.sections):
        room += SPARE_PARTS
        if sum(map(_parts, card.sections)) > room:
            return _close(card.sections, budget, room)
    return _wide(card, budget, room)


def _parts(entry: ListItem) -> int:
    return 1 + (1 + len(entry.buttons[:_IN_ROW]) if entry.buttons else 0)


def _wide(card: Card, budget: text.TextBudget, left: int) -> list[ui.Item[Any]]:
    """No custom_id stands in a message twice."""
    items: list[ui.Item[Any]] = []
    used = {custom_id for custom_id, _ in unique(card.alert_id, card.buttons)}
    left_out = 0
    for entry in card.sections:
        said = text.render_lines(entry.lines, budget.take(ENTRY_TEXT))
        keyed = unique(entry.alert_id, [each for each in entry.buttons if not each.url])
        mine = {custom_id: one for custom_id, one in keyed[:_IN_ROW] if custom_id not in used}
        pressed: list[ui.Item[Any]] = [
            press(one.label, custom_id, primary=one.primary) for custom_id, one in mine.items()
        ]
        pressed += links([each for each in entry.buttons if each.url])[0][: 4 - len(pressed)]
        parts = 1 + (1 + len(pressed) if pressed else 0)
        if not said or parts > left:
            left_out += bool(entry.name)
            continue
        left -= parts
        used |= mine.keys()
        items.append(ui.TextDisplay(budget.spend(said)))
        items += [ui.ActionRow(*pressed)] if pressed else []
    return [*items, *_left_out(left_out, budget)]


def _close(entries: Sequence[ListItem], budget: text.TextBudget, left: int) -> list[ui.Item[Any]]:
    items: list[ui.Item[Any]] = []
    options: list[discord.SelectOption] = []
    left -= 3  # the menu with its row, and the sentence about what is left out
    left_out = 0
    for entry in entries:
        pages = [text.link(one.label, one.url) for one in entry.buttons if one.url]
        said = text.render_lines(entry.lines, budget.take(ENTRY_TEXT))
        keyed = unique(entry.alert_id, [each for each in entry.buttons if not each.url])
        parts = 3 if keyed else 1
        whole = " · ".join([said, *pages]) if said else ""
        if not said or parts > left or text.units(whole) > budget.left:
            left_out += bool(entry.name)
            continue
        left -= parts
        shown = budget.spend(whole)
        if not keyed:
            items.append(ui.TextDisplay(shown))
            continue
        (custom_id, first), *rest = keyed
        items.append(ui.Section(shown, accessory=press(first.label, custom_id, primary=first.primary)))
        options += [
            discord.SelectOption(label=label(f"{one.label}: {entry.name}", 100), value=custom_id)
            for custom_id, one in rest
        ]
    menu = select(actions.MENU, entries[-1].alert_id or "-", "More…", options[:OPTIONS])
    return [*items, *_left_out(left_out, budget), *([ui.ActionRow(menu)] if menu else [])]


def _left_out(count: int, budget: text.TextBudget) -> list[ui.Item[Any]]:
    return [ui.TextDisplay(budget.spend(no_room_for(count)))] if count else []
