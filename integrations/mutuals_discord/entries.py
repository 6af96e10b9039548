"""The entries of a list with buttons of their own, as many as a message of Discord has components for. Pure."""

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from mutuals.cards.markup import Card, ListEnd, ListItem, no_room_for, runs
from mutuals_discord import actions, text
from mutuals_discord.controls import OPTIONS, label, links, press, select, unique

ENTRY_PARTS = 22  # components that the entries of a list may take of the message's 40 ...
SPARE_PARTS = 15  # ... and these, too, where nothing else can be pressed in it
ENTRY_TEXT = 420
LEAST_TEXT = 120
END_TEXT = 80  # of what stands below a list
_IN_ROW = 3
_NEXT = 5  # buttons that turn a page, of one message


def listed(card: Card, budget: text.TextBudget, room: int) -> list[ui.Item[Any]]:
    """Every entry with a row of buttons; where there is no room for that, each with its first button beside it, its
    pages as links in its words, and the rest of all in one menu. Below, how each list goes on behind what is shown."""
    grouped = runs(card.sections)
    ends = [run[0].end for run in grouped if run[0].end is not None]
    held = min(budget.left, END_TEXT * len(ends))
    budget.left -= held
    drawing = _Drawing(budget, room - (len(ends) + 1 + min(_NEXT, len(ends)) if ends else 0))
    # Of many long entries each is cut a little earlier, before the last one would be left out.
    drawing.longest = min(ENTRY_TEXT, max(LEAST_TEXT, budget.left // max(1, len(card.sections)) - 1))
    drawing.used |= {custom_id for custom_id, _ in unique(card.alert_id, card.buttons)}
    if not (card.buttons or card.menu) and any(entry.name for entry in card.sections):
        drawing.left += SPARE_PARTS
        if sum(map(_parts, card.sections)) > drawing.left:
            drawing.close = True
            drawing.left -= 3  # the menu with its row, and the sentence about what is left out
    for index, run in enumerate(grouped):
        drawing.draw(run, len(grouped) - index if run[0].end is not None else 1)
    budget.left += held
    return drawing.finished(card.sections[-1].alert_id if card.sections else "")


def _parts(entry: ListItem) -> int:
    return 1 + (1 + len(entry.buttons[:_IN_ROW]) if entry.buttons else 0)


class _Drawing:
    """The entries as they are drawn, one after another. No custom_id stands in a message twice."""

    def __init__(self, budget: text.TextBudget, left: int) -> None:
        self.left, self.close, self.used = left, False, set[str]()
        self._budget, self._left_out = budget, 0
        self._least, self._share = 0, ENTRY_TEXT
        self.longest = ENTRY_TEXT  # units of one entry
        self._items: list[ui.Item[Any]] = []
        self._options: list[discord.SelectOption] = []
        self._next: list[ui.Item[Any]] = []

    def draw(self, run: Sequence[ListItem], lists: int) -> None:
        """The entries of one list, as many as fit into its share of what is left for so many, and which they are."""
        shown: ListItem | None = None
        self._least = self.left - self.left // lists
        self._share = self._budget.left // (lists * len(run))
        for entry in run:
            if not (self._close(entry) if self.close else self._wide(entry)):
                self._left_out += bool(entry.name) and (shown is None or entry.end is None)
                if entry.end is not None:
                    break
                continue
            shown = entry
        if shown is not None and shown.end is not None:
            self._end(shown.end)

    def finished(self, menu_of: str) -> list[ui.Item[Any]]:
        """All items, with the menu and the buttons that turn the page below."""
        menu = select(actions.MENU, menu_of or "-", "More…", self._options[:OPTIONS])
        left_out = self._left_out
        told = [ui.TextDisplay[Any](self._budget.spend(no_room_for(left_out)))] if left_out else []
        turn = [ui.ActionRow[Any](*self._next[:_NEXT])] if self._next else []
        return [*self._items, *told, *turn, *([ui.ActionRow(menu)] if menu else [])]

    def _end(self, end: ListEnd) -> None:
        if end.words:
            self._items.append(ui.TextDisplay(text.render(end.words, END_TEXT)))
        for custom_id, one in unique(end.list_id, [end.button] if end.button else []):
            self._next.append(press(one.label, custom_id, primary=False))

    def _wide(self, entry: ListItem) -> bool:
        said = text.render_lines(entry.lines, self._budget.take(self.longest))
        keyed = unique(entry.alert_id, [each for each in entry.buttons if not each.url])
        mine = {custom_id: one for custom_id, one in keyed[:_IN_ROW] if custom_id not in self.used}
        pressed: list[ui.Item[Any]] = [
            press(one.label, custom_id, primary=one.primary) for custom_id, one in mine.items()
        ]
        pressed += links([each for each in entry.buttons if each.url])[0][: 4 - len(pressed)]
        parts = 1 + (1 + len(pressed) if pressed else 0)
        if not said or parts > self.left - self._least:
            return False
        self.left -= parts
        self.used |= mine.keys()
        self._items.append(ui.TextDisplay(self._budget.spend(said)))
        self._items += [ui.ActionRow(*pressed)] if pressed else []
        return True

    def _close(self, entry: ListItem) -> bool:
        pages = [text.link(one.label, one.url) for one in entry.buttons if one.url]
        room = max(LEAST_TEXT, self._share - text.units(" · ".join(["", *pages])) - 1)
        said = text.render_lines(entry.lines, self._budget.take(min(ENTRY_TEXT, room)))
        keyed = unique(entry.alert_id, [each for each in entry.buttons if not each.url])
        parts = 3 if keyed else 1
        whole = " · ".join([said, *pages]) if said else ""
        if not said or parts > self.left - self._least or text.units(whole) > self._budget.left:
            return False
        self.left -= parts
        shown = self._budget.spend(whole)
        if not keyed:
            self._items.append(ui.TextDisplay(shown))
            return True
        (custom_id, first), *rest = keyed
        self._items.append(ui.Section(shown, accessory=press(first.label, custom_id, primary=first.primary)))
        self._options += [
            discord.SelectOption(label=label(f"{one.label}: {entry.name}", 100), value=custom_id)
            for custom_id, one in rest
        ]
        return True
