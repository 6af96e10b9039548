"""A Form as a modal, and what came back from one. Pure.

The modal is not kept in memory: its custom_id says everything, so a form that was open during a restart can
still be sent. Limits of Discord's component reference: title 45, label 45, description 100, text 4000.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import discord
from discord import ui

from mutuals.cards.form_words import form_words
from mutuals.cards.markup import Form, Intent
from mutuals_discord import actions, text
from mutuals_discord.controls import label, offered

FIELD = "text"
PICKED = "picked"
INPUT_LIMIT = 4000


class FormModal(ui.Modal):
    """A modal that discord.py sends and then forgets; the answer is read by `on_interaction`."""

    def __init__(self, form: Form, used: int) -> None:
        super().__init__(title=form.title[:45] or "Reply", custom_id=_custom_id(form))
        for block in _above(form):
            self.add_item(ui.TextDisplay(block))
        self.add_item(
            ui.Label(
                text=form_words(form.do).label,
                description=f"{used} of {form.limit} characters used. Counted again when you send it.",
                component=ui.TextInput(
                    style=discord.TextStyle.paragraph,
                    custom_id=FIELD,
                    default=form.text[:INPUT_LIMIT] or None,
                    max_length=INPUT_LIMIT,
                    required=not _offers(form),
                ),
            )
        )
        if _offers(form):
            self.add_item(_choice(form))
        self.stop()  # a stopped modal is not put into discord.py's store, where an abandoned one would stay


def _offers(form: Form) -> bool:
    """Are texts to choose from offered inside? Those of a holding reply are chosen before."""
    return form.do is not Intent.ACKNOWLEDGE and bool(offered(form))


def _choice(form: Form) -> ui.Label[Any]:
    menu: ui.Select[Any] = ui.Select(
        custom_id=PICKED,
        placeholder="Choose a text",
        required=False,
        options=[
            discord.SelectOption(label=label(one.label, 100), value=one.id, description=label(one.text, 100))
            for one in offered(form)
        ],
    )
    return ui.Label(
        text="Or start from one of these",
        description="Nothing is sent then: you see the text first and can change it.",
        component=menu,
    )


def picked(data: Mapping[str, Any]) -> str:
    """The id of the text that was chosen in a sent form; empty when none was."""
    for field in _fields(data.get("components")):
        values = field.get("values")
        if field.get("custom_id") == PICKED and isinstance(values, list) and values:
            return str(values[0])
    return ""


def submitted(data: Mapping[str, Any]) -> str:
    """The text of a sent form, from the interaction's data; empty when the payload holds none."""
    for field in _fields(data.get("components")):
        if field.get("custom_id") == FIELD and isinstance(field.get("value"), str):
            return str(field["value"])
    return ""


def _fields(components: Any) -> Iterator[Mapping[str, Any]]:
    for component in components if isinstance(components, list) else []:
        if isinstance(component, Mapping):
            yield component
            yield from _fields([component.get("component")])
            yield from _fields(component.get("components"))


def _above(form: Form) -> list[str]:
    """What stands above the field: what went wrong, the post, the notes; at most three blocks."""
    wrong = f"⚠️ {text.cut(form.error, 600)}" if form.error else ""
    post = text.quoted(form.quote, 1500) if form.quote else ""
    notes = text.render_lines(form.notes, 1000)
    return [block for block in (wrong, post, notes) if block]


def _custom_id(form: Form) -> str:
    custom_id = actions.encode(actions.FORM, form.alert_id, form.do.value)
    if custom_id is None:
        raise ValueError("an alert's id is too long for Discord")
    return custom_id
