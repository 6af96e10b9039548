"""A card or an answer as a LayoutView (Components V2), built afresh each time. Pure.

Limits of Discord's public component reference: 40 components in all, 4000 characters of text in all, 5 buttons
a row, 25 options a select, labels of 80 (button) and 100 (option) characters, 512 for a link button's address.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeAlias

import discord
from discord import ui

from mutuals.cards.markup import Card, EphemeralReply, Form, Intent, Profile, Tone
from mutuals_discord import actions, entries, text
from mutuals_discord.controls import OPTIONS, label, links, press, select, unique
from mutuals_discord.controls import offered as templates_for
from mutuals_discord.dynamic_items import AlertButton

View: TypeAlias = ui.LayoutView
Row: TypeAlias = ui.ActionRow[Any]

IN_SIGHT = 4
ANSWER_PARTS = 8  # components of an answer with words and links of its own, which its list leaves free
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


def marker(key: str) -> int:
    """The id of a card's container, by which the message is recognised later: 31 bits of the key's hash, above 1000."""
    digest = hashlib.sha256(key.encode("utf-8", "replace")).digest()
    return max(int.from_bytes(digest[:4], "big") & 0x7FFFFFFF, 1001)


def card_view(card: Card, mention: str | None = None) -> View:
    """The whole message for a card; `mention` is `<@id>` or `<@&id>` and stands above it."""
    view = View(timeout=None)
    budget = text.TextBudget()
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
    view, budget = View(timeout=None), text.TextBudget()
    if mention:
        view.add_item(ui.TextDisplay(budget.spend(mention)))
    said = [one for one in _blocks(card, budget) if one]
    box: ui.Container[View] = ui.Container(id=marker(card.key))
    box.add_item(ui.TextDisplay("\n".join([*said, BARE])))
    view.add_item(box)
    return _unkept(view)


def items(card: Card, budget: text.TextBudget, parts: int = entries.ENTRY_PARTS) -> list[ui.Item[View]]:
    """A card inside a message: in a frame with the colour of its state, or without one where nothing waits in it."""
    if card.over and not card.who:
        *blocks, status = _blocks(card, budget)
        said = "\n".join(block for block in (*blocks, status) if block)
        buttons = unique(card.alert_id, card.buttons)
        if len(buttons) != 1 or buttons[0][1].url:
            return [ui.TextDisplay(said, id=marker(card.key)), *_controls(card)]
        [(custom_id, one)] = buttons  # beside the words: a row of its own would make it half as high again
        beside: ui.Item[Any] = press(one.label, custom_id, primary=one.primary)
        return [
            ui.Section(said, accessory=beside, id=marker(card.key)),
            *_controls(replace(card, buttons=())),
        ]
    return [container(card, budget, parts)]


def container(card: Card, budget: text.TextBudget, parts: int = entries.ENTRY_PARTS) -> ui.Container[View]:
    """The frame: headline, quotes, why, facts, status, then what can be pressed."""
    box: ui.Container[View] = ui.Container(accent_colour=_COLOUR[card.tone], id=marker(card.key))
    *blocks, status = _blocks(card, budget)
    listed = entries.listed(card, budget, parts)
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


def read_first_view(form: Form) -> View:
    """The text that somebody has chosen for their reply, whole, and the button that opens it in the form."""
    view, budget = View(timeout=None), text.TextBudget()
    view.add_item(ui.TextDisplay(budget.spend("Nothing is sent yet. This is your text now:")))
    view.add_item(ui.TextDisplay(budget.spend(f"> {text.cut(form.text, 3000)}")))
    again = again_button(form, "Read and send")
    if again:
        view.add_item(ui.ActionRow(again))
    return _unkept(view)


def answer_view(answer: EphemeralReply, target: str | None = None) -> View:
    """A private answer: its lines, its card, links to open, buttons about `target`, and "Edit again" where a form comes
    with it."""
    view = View(timeout=None)
    budget = text.TextBudget()
    sign = "" if answer.ok else "⚠️ "
    lines = text.render_lines(answer.told(), budget.take(1800))
    link_buttons, long_links = links(answer.buttons)
    said = "\n".join(part for part in (sign + lines if lines else "", *long_links) if part)
    if said:
        view.add_item(ui.TextDisplay(budget.spend(said)))
    if answer.card:
        bare = not (said or answer.buttons or answer.form)
        view.add_item(container(answer.card, budget, entries.ENTRY_PARTS - (0 if bare else ANSWER_PARTS)))
    again = _form_buttons(answer.form) if answer.form else []
    if answer.form and answer.form.warnings:
        view.add_item(ui.TextDisplay(budget.spend(f"> {text.cut(answer.form.text, budget.take(1500))}")))
    acts = unique(target, [one for one in answer.buttons if not one.url])
    pressed: list[ui.Item[Any]] = [*link_buttons[:2], *again]
    pressed += [
        press(one.label, custom_id, primary=one.primary) for custom_id, one in acts[: 5 - len(pressed)]
    ]
    if not said and not answer.card:
        view.add_item(ui.TextDisplay("✅ Done." if answer.ok else "⚠️ That did not work."))
    if pressed:
        view.add_item(ui.ActionRow(*pressed))
    return _unkept(view)


def _form_buttons(form: Form) -> list[ui.Item[Any]]:
    """What can be done with a text that did not go: edit it, send it in spite of warnings, or begin with another."""
    found: list[AlertButton | None] = [again_button(form)]
    if form.passes:
        found.append(_form_button(form, "Send anyway", form.passes))
    found += [_form_button(form, one.label, one.value) for one in form.buttons[:1]]
    return list({one.custom_id: one for one in found if one is not None}.values())


def _form_button(form: Form, label: str, value: str) -> AlertButton | None:
    custom_id = actions.encode(form.do.value, form.alert_id, value)
    return press(label, custom_id, primary=False) if custom_id else None


def picker_view(form: Form) -> View:
    """The holding replies, each shown whole, and a select that opens the chosen one for a last look."""
    view = View(timeout=None)
    budget = text.TextBudget()
    offered = templates_for(form)
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
        discord.SelectOption(label=label(one.label, 100), value=one.id, description=label(one.text, 100))
        for one in offered
    ]
    menu_select = select(actions.PICK, form.alert_id, "Choose a holding reply", options)
    if menu_select:
        view.add_item(ui.ActionRow(menu_select))
    again = again_button(form) if form.text and form.text not in {one.text for one in offered} else None
    if again:
        view.add_item(ui.ActionRow(again))
    return _unkept(view)


def again_button(form: Form, label: str = "Edit again") -> AlertButton | None:
    """The button that reopens a form with the draft in it."""
    custom_id = actions.encode(form.do.value, form.alert_id, actions.AGAIN)
    return press(label, custom_id, primary=True) if custom_id else None


def _unkept(view: View) -> View:
    """discord.py stores only views that are not stopped; ours need no store, so alerts cost no memory."""
    view.stop()
    return view


def _blocks(card: Card, budget: text.TextBudget) -> tuple[str, str, str, str, str]:
    """The texts in the order shown; room is given out by importance."""
    headline = budget.spend(_headline(card, budget))
    status = budget.spend(text.render_lines(card.status, budget.take(600)))
    small = budget.spend(f"-# {text.cut(card.small, 150)}") if card.small else ""
    status = "\n".join(part for part in (status, small) if part)
    why = budget.spend(text.render_lines(card.why, budget.take(700)))
    quotes = budget.spend(_quotes(card, budget))
    facts = [(f"{label}: ", *line) for label, line in card.facts]
    known = budget.spend(text.render_lines(facts, budget.take(500)))
    body = budget.spend(text.render_lines(card.body, budget.take(text.TEXT_LIMIT)))
    return headline, quotes, why, "\n".join(part for part in (known, body) if part), status


def _headline(card: Card, budget: text.TextBudget) -> str:
    words = text.cut(card.headline, budget.take(250)) or text.cut(card.summary, budget.take(250))
    first = f"{card.sign}{words or 'Mutuals'}"
    shown = f"**{first}** {text.render(card.title, budget.take(400))}" if card.title else f"### {first}"
    return f"{shown}\n{_person(card.who)}" if card.who else shown


def _person(who: Profile) -> str:
    handle = text.cut(f"@{who.handle}", 60)
    address = text.web_address(who.url)
    name = text.cut(who.name, 120)
    if address:
        return f"**[{name or handle}]({address})** {handle if name else ''}".strip()
    return f"**{name}** {handle}" if name else handle


def _quotes(card: Card, budget: text.TextBudget) -> str:
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
    pages, _ = links([one for one in every if one.do is Intent.VIEW and one.url])
    buttons = unique(card.alert_id, [one for one in card.buttons if not (one.do is Intent.VIEW and one.url)])
    menu = unique(card.alert_id, [one for one in card.menu if not (one.do is Intent.VIEW and one.url)])
    sight = [press(one.label, custom_id, primary=one.primary) for custom_id, one in buttons[:IN_SIGHT]]
    rows: list[Row] = []
    first: list[ui.Item[Any]] = [*sight, *pages[: max(1, 5 - len(sight))]]
    if first:
        rows.append(ui.ActionRow(*first[:5]))
    shown = {custom_id for custom_id, _ in buttons[:IN_SIGHT]}
    options = [
        discord.SelectOption(
            label=label(one.label, 100),
            value=custom_id,
            description=label(one.group, 100) if one.group else None,
        )
        for custom_id, one in dict([*buttons[IN_SIGHT:], *menu]).items()
        if custom_id not in shown
    ]
    menu_select = select(actions.MENU, card.alert_id or "", "More…", options[:OPTIONS])
    if menu_select:
        rows.append(ui.ActionRow(menu_select))
    return rows
