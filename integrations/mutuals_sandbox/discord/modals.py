"""Checks a modal, and what a person filled in, by the rules of Discord's public component reference."""

from typing import Any

from . import components as c
from .errors import Form, Json, Path

IN_LABEL = (c.TEXT_INPUT, *c.SELECTS, c.FILE_UPLOAD, c.RADIO_GROUP, c.CHECKBOX_GROUP, c.CHECKBOX)
LISTS = (*c.SELECTS, c.FILE_UPLOAD, c.CHECKBOX_GROUP)  # answered with several values


def _label(layout: c.Layout, path: Path, item: Json) -> None:
    layout.form.text((*path, "label"), item.get("label"), 1, 45, needed=True)
    layout.form.text((*path, "description"), item.get("description"), 1, 100)
    if item.get("component") is None:
        layout.form.required((*path, "component"))
        return
    layout.one((*path, "component"), item["component"], IN_LABEL)
    if isinstance(item["component"], dict) and item["component"].get("label") is not None:
        message = "A text input within a label cannot have a label of its own"
        layout.form.add((*path, "component", "label"), "COMPONENT_LABEL_NOT_ALLOWED", message)


def _row(layout: c.Layout, path: Path, item: Json) -> None:
    inside = (*path, "components")
    layout.many(inside, item.get("components"), (c.TEXT_INPUT,), 1, 1)
    for index, child in enumerate(c.dicts(item.get("components"))):
        layout.form.text((*inside, index, "label"), child.get("label"), 1, 45, needed=True)


def _text_input(layout: c.Layout, path: Path, item: Json) -> None:
    form = layout.form
    layout.custom_id(path, item)
    form.choice((*path, "style"), item.get("style"), (1, 2))
    form.text((*path, "placeholder"), item.get("placeholder"), 0, 100)
    form.number((*path, "min_length"), item.get("min_length"), 0, 4000)
    form.number((*path, "max_length"), item.get("max_length"), 1, 4000)
    longest = item.get("max_length")
    form.text((*path, "value"), item.get("value"), 0, longest if isinstance(longest, int) else 4000)


def _group(layout: c.Layout, path: Path, item: Json) -> None:
    layout.custom_id(path, item)
    fewest = 2 if item["type"] == c.RADIO_GROUP else 1
    c.check_options(layout, (*path, "options"), item.get("options"), fewest, 10)


def _by_custom_id(layout: c.Layout, path: Path, item: Json) -> None:
    layout.custom_id(path, item)


MODAL_CHECKS: dict[int, c.Check] = {
    c.LABEL: _label,
    c.ROW: _row,
    c.TEXT: c.check_text,
    c.TEXT_INPUT: _text_input,
    **dict.fromkeys(c.SELECTS, c.check_select),
    c.FILE_UPLOAD: _by_custom_id,
    c.RADIO_GROUP: _group,
    c.CHECKBOX_GROUP: _group,
    c.CHECKBOX: _by_custom_id,
}


def check_modal(data: Any) -> None:
    """Raise ApiError 50035 unless `data` is a modal: custom_id, title of 45, one to five components."""
    form = Form()
    data = data if isinstance(data, dict) else {}
    form.text(("data", "custom_id"), data.get("custom_id"), 1, 100, needed=True)
    form.text(("data", "title"), data.get("title"), 1, 45, needed=True)
    layout = c.Layout(form, MODAL_CHECKS)
    layout.many(("data", "components"), data.get("components"), (c.LABEL, c.ROW, c.TEXT), 1, 5)
    form.check()


def fill(modal: Json, values: Json) -> tuple[list[Json], str | None]:
    """What the client sends for a filled modal, and why it would not send it (None when it does).

    Fields without a value in `values` (by custom_id) keep what the modal was opened with.
    """
    filled: list[Json] = []
    for item in modal["components"]:
        kind, number = item["type"], item["id"]
        if kind == c.TEXT:
            filled.append({"type": kind, "id": number})
            continue
        inner = item["component"] if kind == c.LABEL else item["components"][0]
        title = item.get("label") or inner.get("label") or inner["custom_id"]
        answer = _answer(inner, values)
        if complaint := _complaint(inner, answer):
            return [], f"{title}: {complaint}"
        entry = {"type": inner["type"], "id": inner["id"], "custom_id": inner["custom_id"], **answer}
        nested = {"component": entry} if kind == c.LABEL else {"components": [entry]}
        filled.append({"type": kind, "id": number, **nested})
    known = {part.get("custom_id") for part in c.walk(modal["components"])}
    unknown = sorted(set(values) - known)
    return filled, f"the modal has no field {unknown[0]}" if unknown else None


def _answer(field: Json, values: Json) -> Json:
    given = values.get(field["custom_id"])
    preset = [option["value"] for option in field.get("options") or [] if option.get("default")]
    if field["type"] == c.TEXT_INPUT:
        return {"value": str(field.get("value") or "" if given is None else given)}
    if field["type"] in LISTS:
        chosen = preset if given is None else given
        return {"values": list(chosen) if isinstance(chosen, list | tuple) else [str(chosen)]}
    if field["type"] == c.CHECKBOX:
        return {"value": bool(field.get("default") if given is None else given)}
    return {"value": (preset[0] if preset else None) if given is None else given}


def _complaint(field: Json, answer: Json) -> str | None:
    chosen = answer["values"] if "values" in answer else answer["value"]
    if field["type"] == c.CHECKBOX:
        return None
    if not chosen:
        return "This field is required" if field.get("required", True) else None
    if field["type"] == c.TEXT_INPUT:
        if len(chosen) < (field.get("min_length") or 0):
            return f"Must be at least {field['min_length']} characters"
        if len(chosen) > (field.get("max_length") or 4000):
            return f"Must be at most {field.get('max_length') or 4000} characters"
        return None
    options = {option["value"] for option in field.get("options") or []}
    picked = chosen if isinstance(chosen, list) else [chosen]
    if options and not set(picked) <= options:
        return "There is no such option"
    return None
