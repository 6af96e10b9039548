"""A form of several fields as a modal, and what came back from one. Pure. Limits: five labels, 45 characters each."""

from collections.abc import Iterator, Mapping
from typing import Any

import discord
from discord import ui

from mutuals.cards.fields import AGAIN, HINT, LABEL, MOST_FIELDS, Field, FieldsForm
from mutuals.cards.markup import Button, EphemeralReply, Line, Strong
from mutuals.domain.model import Actor
from mutuals_discord import actions, text
from mutuals_discord.controls import OPTIONS, label

INPUT_LIMIT = 4000


class FieldsModal(ui.Modal):
    """A modal that discord.py sends and then forgets; its custom_id says what it is about."""

    def __init__(self, form: FieldsForm) -> None:
        custom_id = actions.encode(actions.FORM, form.target, form.do.value)
        if custom_id is None:
            raise ValueError("the id of what a form is about is too long for Discord")
        super().__init__(title=label(form.title, 45), custom_id=custom_id)
        for field in form.fields[:MOST_FIELDS]:
            self.add_item(
                ui.Label(
                    text=label(field.label, LABEL),
                    description=label(field.hint, HINT) if field.hint else None,
                    component=_component(field),
                )
            )
        self.stop()  # as the other forms: nothing of it stays in memory


def _component(field: Field) -> ui.UserSelect[Any] | ui.Select[Any] | ui.TextInput[Any]:
    if field.people:
        return ui.UserSelect(custom_id=field.id, placeholder="Choose somebody", required=False, min_values=0)
    return _select(field) if field.choices else _input(field)


def _input(field: Field) -> ui.TextInput[Any]:
    longest = min(INPUT_LIMIT, field.longest)
    return ui.TextInput(
        style=discord.TextStyle.paragraph if field.lines else discord.TextStyle.short,
        custom_id=field.id,
        default=text.clean(field.value)[:longest] or None,
        max_length=longest,
        required=False,
    )


def _select(field: Field) -> ui.Select[Any]:
    chosen = field.value.split(",") if field.many else [field.value]
    options = [
        discord.SelectOption(label=label(one.label, 100), value=one.value, default=one.value in chosen)
        for one in field.choices[:OPTIONS]
    ]
    most = len(options) if field.many else 1
    return ui.Select(custom_id=field.id, options=options, min_values=0, max_values=most, required=False)


def typed(data: Mapping[str, Any]) -> dict[str, str]:
    """What each field of a sent form holds, by its id."""
    found: dict[str, str] = {}
    for one in _inside(data.get("components")):
        name, value, values = one.get("custom_id"), one.get("value"), one.get("values")
        if isinstance(name, str) and isinstance(value, str):
            found[name] = value
        elif isinstance(name, str) and isinstance(values, list):
            found[name] = ",".join(map(str, values))
    return found


def chosen(data: Mapping[str, Any], people: Mapping[str, Actor]) -> dict[str, Actor]:
    """Who was chosen in each field of people, by its id."""
    return {
        str(one.get("custom_id")): people[str(values[0])]
        for one in _inside(data.get("components"))
        if isinstance(values := one.get("values"), list) and values and str(values[0]) in people
    }


def _inside(components: Any) -> Iterator[Mapping[str, Any]]:
    for component in components if isinstance(components, list) else []:
        if isinstance(component, Mapping):
            yield component
            yield from _inside([component.get("component")])
            yield from _inside(component.get("components"))


def refused(form: FieldsForm) -> EphemeralReply:
    """What is wrong: a modal of Discord is closed once it is sent, so the way back into it comes with that."""
    wrong: list[Line] = [(Strong(one.label), ": ", one.error) for one in form.fields if one.error]
    return EphemeralReply(
        (("Nothing was changed.",), *wrong),
        ok=False,
        buttons=(Button(form.do, "Edit again", AGAIN, primary=True),),
    )
