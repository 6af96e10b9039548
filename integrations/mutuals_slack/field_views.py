"""A form of several fields as a view, and what came back from one. Pure. Limits: docs.slack.dev/reference/views."""

from mutuals.cards.fields import Field, FieldsForm
from mutuals_slack.actions import PREFIX
from mutuals_slack.controls import MAX_LABEL
from mutuals_slack.text import Json, clean, cut, part, plain_object
from mutuals_slack.views import MAX_TEXT, MAX_TITLE, Where

CALLBACK = "mutuals:fields"
BLOCK = "mutuals:field:"  # and the field's id
VALUE = f"{PREFIX}field"
MAX_HINT = 2000
MAX_OPTIONS = 100
MAX_VALUE = 150
PEOPLE: Json = {
    "type": "users_select",
    "action_id": VALUE,
    "placeholder": plain_object("Choose somebody", 150),
}


def fields_view(form: FieldsForm, where: Where) -> Json:
    """The form as a modal."""
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "title": plain_object(form.title, MAX_TITLE),
        "submit": plain_object(form.send, MAX_TITLE),
        "close": plain_object("Cancel", MAX_TITLE),
        "private_metadata": where.packed(),
        "blocks": [_input(one) for one in form.fields],
    }


def _input(field: Field) -> Json:
    made: Json = {
        "type": "input",
        "block_id": f"{BLOCK}{field.id}",
        "label": plain_object(field.label, MAX_LABEL),
        "element": PEOPLE if field.people else _menu(field) if field.choices else _text(field),
        "optional": True,
    }
    return made | {"hint": plain_object(field.hint, MAX_HINT)} if field.hint else made


def _text(field: Field) -> Json:
    longest = min(MAX_TEXT, field.longest)
    made: Json = {
        "type": "plain_text_input",
        "action_id": VALUE,
        "multiline": field.lines,
        "max_length": longest,
    }
    text = cut(field.value, longest)
    return made | {"initial_value": text} if text else made


def _menu(field: Field) -> Json:
    options = [
        {"text": plain_object(one.label, MAX_LABEL), "value": one.value}
        for one in field.choices[:MAX_OPTIONS]
        if one.value and len(one.value) <= MAX_VALUE
    ]
    if field.many:
        many: Json = {"type": "multi_static_select", "action_id": VALUE, "options": options}
        these = [one for one in options if one["value"] in field.value.split(",")]
        return many | {"initial_options": these} if these else many
    made: Json = {"type": "static_select", "action_id": VALUE, "options": options}
    chosen = next((one for one in options if one["value"] == field.value), None)
    return made | {"initial_option": chosen} if chosen else made


def typed(view: Json) -> dict[str, str]:
    """What each field of a view holds, by its id."""
    found: dict[str, str] = {}
    values = part(part(view, "state"), "values")
    for block in values:
        if not block.startswith(BLOCK):
            continue
        held = part(part(values, block), VALUE)
        chosen = part(held, "selected_option").get("value")
        several = held.get("selected_options")
        if isinstance(several, list):
            chosen = ",".join(str(part({"": one}, "").get("value")) for one in several)
        found[block.removeprefix(BLOCK)] = clean(str(chosen or held.get("value") or ""))
    return found


def chosen(view: Json) -> dict[str, str]:
    """The ids of the people who were chosen, by the field's id."""
    values = part(part(view, "state"), "values")
    held = {
        block.removeprefix(BLOCK): part(part(values, block), VALUE).get("selected_user")
        for block in values
        if block.startswith(BLOCK)
    }
    return {field: user for field, user in held.items() if isinstance(user, str) and user}


def errors(form: FieldsForm) -> dict[str, str]:
    """What is wrong, by the block under which Slack shows it."""
    return {f"{BLOCK}{one.id}": one.error for one in form.fields if one.error}
