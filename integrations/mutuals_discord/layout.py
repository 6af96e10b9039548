"""A card or an answer as a LayoutView (Components V2), built afresh each time. Pure.

Limits of Discord's public component reference: 40 components in all, 4000 characters of text in all, 5 buttons
a row, 25 options a select, labels of 80 (button) and 100 (option) characters, 512 for a link button's address.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

import discord
from discord import ui

from mutuals.cards.markup import Button, Card, EphemeralReply, Form, Intent, Profile, Tone
from mutuals_discord import actions, text
from mutuals_discord.dynamic_items import AlertButton, AlertSelect

View: TypeAlias = ui.LayoutView
Row: TypeAlias = ui.ActionRow[Any]

TEXT_LIMIT = 3700  # of Discord's 4000: room for BARE, and a joint more or less never matters
URL_LIMIT = 512
LONG_URL = 1900  # units that a written-out link may take from an answer
IN_SIGHT = 4
ENTRY_PARTS = 22  # components that the entries of a list may take of the message's 40 ...
ANSWER_PARTS = 8  # ... less these where the card stands in an answer with words and links of its own
ENTRY_TEXT = 420
OPTIONS = 25
BARE = (
    "Discord did not take this message in its usual form, so it has no buttons. Type /mutuals queue for them. "
    "If it happens again, tell whoever runs Mutuals."
)

_COLOUR = {
    Tone.URGENT: 0xD83A42,
    Tone.CARE: 0xE08A1E,
    Tone.FAN: 0x7C4DDB,
    Tone.WAITING: 0xD9B310,
    Tone.DONE: 0x2E9E5B,
    Tone.QUIET: 0x80848E,
}


class TextBudget:
    """The units of text that are left for one message."""

    def __init__(self, units: int = TEXT_LIMIT) -> None:
        self.left = units

    def take(self, cap: int) -> int:
        """How much a block may use: its cap, or what is left."""
        return max(0, min(cap, self.left))

    def spend(self, written: str) -> str:
        """Count a block that was written."""
        self.left -= text.units(written) + 1
        return written


def marker(key: str) -> int:
    """The id of a card's container, by which the message is recognised later: 31 bits of the key's hash, above 1000."""
    digest = hashlib.sha256(key.encode("utf-8", "replace")).digest()
    return max(int.from_bytes(digest[:4], "big") & 0x7FFFFFFF, 1001)


def card_view(card: Card, mention: str | None = None) -> View:
    """The whole message for a card; `mention` is `<@id>` or `<@&id>` and stands above it."""
    view = View(timeout=None)
    budget = TextBudget()
    if mention:
        view.add_item(ui.TextDisplay(budget.spend(mention)))
    for item in items(card, budget):
        view.add_item(item)
    return _unkept(view)


def plainer(card: Card) -> Iterator[Card]:
    """The card, then the same without its picture, whose address Discord may refuse."""
    yield card
    if card.who is not None and card.who.avatar_url:
        yield replace(card, who=replace(card.who, avatar_url=None))


def bare_view(card: Card, mention: str | None = None) -> View:
    """The words of a card and nothing to press, where Discord takes no richer form; it is known by the same id."""
    view, budget = View(timeout=None), TextBudget()
    if mention:
        view.add_item(ui.TextDisplay(budget.spend(mention)))
    said = [one for one in _blocks(card, budget) if one]
    box: ui.Container[View] = ui.Container(id=marker(card.key))
    box.add_item(ui.TextDisplay("\n".join([*said, BARE])))
    view.add_item(box)
    return _unkept(view)


def items(card: Card, budget: TextBudget, parts: int = ENTRY_PARTS) -> list[ui.Item[View]]:
    """A card inside a message: in a frame with the colour of its state, or without one where nothing waits in it."""
    if card.over and not card.who:
        *blocks, status = _blocks(card, budget)
        said = "\n".join(block for block in (*blocks, status) if block)
        return [ui.TextDisplay(said, id=marker(card.key)), *_controls(card)]
    return [container(card, budget, parts)]


def container(card: Card, budget: TextBudget, parts: int = ENTRY_PARTS) -> ui.Container[View]:
    """The frame: headline, quotes, why, facts, status, then what can be pressed."""
    box: ui.Container[View] = ui.Container(accent_colour=_COLOUR[card.tone], id=marker(card.key))
    *blocks, status = _blocks(card, budget)
    listed = _listed(card, budget, parts)
    said = "\n".join(block for block in (*blocks, "" if listed else status) if block)
    picture = text.web_address(card.who.avatar_url) if card.who else None
    if picture and card.who:
        alt = text.clean(f"Picture of {card.who.name}")[:200]
        box.add_item(ui.Section(said, accessory=ui.Thumbnail(picture, description=alt)))
    else:
        box.add_item(ui.TextDisplay(said))
    for item in listed:
        box.add_item(item)
    if listed and status:
        box.add_item(ui.TextDisplay(status))
    for row in _controls(card):
        box.add_item(row)
    return box


def answer_view(answer: EphemeralReply) -> View:
    """A private answer: its lines, its card, links to open, and "Edit again" where a form comes with it."""
    view = View(timeout=None)
    budget = TextBudget()
    sign = "" if answer.ok else "⚠️ "
    lines = text.render_lines(answer.told(), budget.take(1800))
    links, long_links = _links(answer.buttons)
    said = "\n".join(part for part in (sign + lines if lines else "", *long_links) if part)
    if said:
        view.add_item(ui.TextDisplay(budget.spend(said)))
    if answer.card:
        bare = not (said or answer.buttons or answer.form)
        view.add_item(container(answer.card, budget, ENTRY_PARTS - (0 if bare else ANSWER_PARTS)))
    again = again_button(answer.form) if answer.form else None
    pressed: list[ui.Item[Any]] = [*links[:4], *([again] if again else [])]
    if not said and not answer.card:
        view.add_item(ui.TextDisplay("✅ Done." if answer.ok else "⚠️ That did not work."))
    if pressed:
        view.add_item(ui.ActionRow(*pressed))
    return _unkept(view)


def picker_view(form: Form) -> View:
    """The holding replies, each shown whole, and a select that opens the chosen one for a last look."""
    view = View(timeout=None)
    budget = TextBudget()
    offered = [one for one in form.templates if one.id and len(one.id) <= 100][:OPTIONS]
    head = text.render_lines(form.notes, budget.take(600))
    intro = "Choose a holding reply. You can change it before it goes."
    view.add_item(ui.TextDisplay(budget.spend(f"{intro}\n{head}".strip())))
    share = budget.left // max(1, len(offered)) - 8
    shown = "\n\n".join(
        f"**{text.cut(one.label, 100)}**\n> {text.cut(one.text, max(40, share - 110))}" for one in offered
    )
    if shown:
        view.add_item(ui.TextDisplay(budget.spend(shown)))
    options = [
        discord.SelectOption(label=_label(one.label, 100), value=one.id, description=_label(one.text, 100))
        for one in {one.id: one for one in offered}.values()
    ]
    select = _select(actions.PICK, form.alert_id, "Choose a holding reply", options)
    if select:
        view.add_item(ui.ActionRow(select))
    again = again_button(form) if form.text and form.text not in {one.text for one in offered} else None
    if again:
        view.add_item(ui.ActionRow(again))
    return _unkept(view)


def again_button(form: Form) -> AlertButton | None:
    """The button that reopens a form with the draft in it."""
    custom_id = actions.encode(form.do.value, form.alert_id, actions.AGAIN)
    return _press("Edit again", custom_id, primary=True) if custom_id else None


def _unkept(view: View) -> View:
    """discord.py stores only views that are not stopped; ours need no store, so alerts cost no memory."""
    view.stop()
    return view


def _blocks(card: Card, budget: TextBudget) -> tuple[str, str, str, str, str]:
    """The texts in the order shown; room is given out by importance."""
    headline = budget.spend(_headline(card, budget))
    status = budget.spend(text.render_lines(card.status, budget.take(600)))
    small = budget.spend(f"-# {text.cut(card.small, 150)}") if card.small else ""
    status = "\n".join(part for part in (status, small) if part)
    why = budget.spend(text.render_lines(card.why, budget.take(700)))
    quotes = budget.spend(_quotes(card, budget))
    facts = [(f"{label}: ", *line) for label, line in card.facts]
    known = budget.spend(text.render_lines(facts, budget.take(500)))
    body = budget.spend(text.render_lines(card.body, budget.take(TEXT_LIMIT)))
    return headline, quotes, why, "\n".join(part for part in (known, body) if part), status


def _listed(card: Card, budget: TextBudget, left: int) -> list[ui.Item[View]]:
    """Entries with buttons of their own, as many as a message has components for; no custom_id stands there twice."""
    items: list[ui.Item[View]] = []
    used = {custom_id for custom_id, _ in _unique(card.alert_id, card.buttons)}
    for entry in card.sections:
        said = text.render_lines(entry.lines, budget.take(ENTRY_TEXT))
        keyed = _unique(entry.alert_id, [each for each in entry.buttons if not each.url])
        mine = {custom_id: one for custom_id, one in keyed[:3] if custom_id not in used}
        pressed: list[ui.Item[Any]] = [
            _press(one.label, custom_id, primary=one.primary) for custom_id, one in mine.items()
        ]
        pressed += _links([each for each in entry.buttons if each.url])[0][: 4 - len(pressed)]
        parts = 1 + (1 + len(pressed) if pressed else 0)
        if not said or parts > left:
            continue
        left -= parts
        used |= mine.keys()
        items.append(ui.TextDisplay(budget.spend(said)))
        items += [ui.ActionRow(*pressed)] if pressed else []
    return items


def _headline(card: Card, budget: TextBudget) -> str:
    words = text.cut(card.headline, budget.take(250)) or text.cut(card.summary, budget.take(250))
    first = f"{card.tone.sign} {words or 'Mutuals'}"
    shown = f"**{first}** {text.render(card.title, budget.take(400))}" if card.title else f"### {first}"
    return f"{shown}\n{_person(card.who)}" if card.who else shown


def _person(who: Profile) -> str:
    handle = text.cut(f"@{who.handle}", 60)
    address = text.web_address(who.url)
    name = text.cut(who.name, 120)
    if address:
        return f"**[{name or handle}]({address})** {handle if name else ''}".strip()
    return f"**{name}** {handle}" if name else handle


def _quotes(card: Card, budget: TextBudget) -> str:
    shown: list[str] = []
    room = budget.take(1400)
    for index, post in enumerate(card.quotes[:4]):
        written = text.quoted(post, min(room, 900 if index == 0 else 400))
        if written:
            shown.append(written)
            room -= text.units(written) + 1
    hidden = len(card.quotes) - len(shown)
    if hidden and room > 30:
        shown.append(
            f"{text.ELLIPSIS} and {hidden} more posts" if hidden > 1 else f"{text.ELLIPSIS} and 1 more post"
        )
    return "\n".join(shown)


def _controls(card: Card) -> list[Row]:
    """A row of buttons and a row with the menu. A VIEW from the menu is a real link, beside the buttons."""
    every = [*card.buttons, *card.menu]
    links, _ = _links([one for one in every if one.do is Intent.VIEW and one.url])
    buttons = _unique(card.alert_id, [one for one in card.buttons if not (one.do is Intent.VIEW and one.url)])
    menu = _unique(card.alert_id, [one for one in card.menu if not (one.do is Intent.VIEW and one.url)])
    sight = [_press(one.label, custom_id, primary=one.primary) for custom_id, one in buttons[:IN_SIGHT]]
    rows: list[Row] = []
    first: list[ui.Item[Any]] = [*sight, *links[: max(1, 5 - len(sight))]]
    if first:
        rows.append(ui.ActionRow(*first[:5]))
    shown = {custom_id for custom_id, _ in buttons[:IN_SIGHT]}
    options = [
        discord.SelectOption(
            label=_label(one.label, 100),
            value=custom_id,
            description=_label(one.group, 100) if one.group else None,
        )
        for custom_id, one in dict([*buttons[IN_SIGHT:], *menu]).items()
        if custom_id not in shown
    ]
    select = _select(actions.MENU, card.alert_id or "", "More…", options[:OPTIONS])
    if select:
        rows.append(ui.ActionRow(select))
    return rows


def _unique(alert_id: str | None, buttons: Iterable[Button]) -> list[tuple[str, Button]]:
    """Buttons with their custom_ids; what has none (no alert, too long) can't be pressed and is left out."""
    found: dict[str, Button] = {}
    for one in buttons:
        custom_id = actions.encode(one.do.value, alert_id or "", one.value)
        if custom_id:
            found.setdefault(custom_id, one)
    return list(found.items())


def _links(buttons: Sequence[Button]) -> tuple[list[ui.Button[View]], list[str]]:
    """Link buttons, and as text those whose address is longer than a button may have."""
    pressed: list[ui.Button[View]] = []
    written: list[str] = []
    for one in buttons:
        address = text.web_address(one.url, LONG_URL)
        if address and len(address) <= URL_LIMIT:
            pressed.append(
                ui.Button(style=discord.ButtonStyle.link, label=_label(one.label, 80), url=address)
            )
        elif address and not written:
            written.append(text.link(_label(one.label, 80), address, LONG_URL))
    return pressed, written


def _press(label: str, custom_id: str, *, primary: bool) -> AlertButton:
    style = discord.ButtonStyle.primary if primary else discord.ButtonStyle.secondary
    return AlertButton(ui.Button(style=style, label=_label(label, 80), custom_id=custom_id))


def _select(
    verb: str, alert_id: str, placeholder: str, options: Sequence[discord.SelectOption]
) -> ui.Item[Any] | None:
    custom_id = actions.encode(verb, alert_id)
    if not custom_id or not options:
        return None
    return AlertSelect(ui.Select(custom_id=custom_id, placeholder=placeholder, options=list(options)))


def _label(words: str, limit: int) -> str:
    """A label is plain text to Discord; it must not be empty."""
    label = text.clean(words)
    while text.units(label) > limit:
        label = label[: limit - 1 if len(label) > limit else len(label) - 2] + text.ELLIPSIS
    return label or text.ELLIPSIS
