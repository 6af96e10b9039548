"""The values people put into elements: how Slack writes them in `state` and in `actions`."""

import copy
import secrets
from collections.abc import Iterator
from typing import Any

from mutuals_sandbox.slack.blocks import walk
from mutuals_sandbox.slack.elements import TYPING, all_options

Values = dict[str, dict[str, dict[str, Any]]]

# element type: (key in the state, key of the initial value)
KEYS = {
    **dict.fromkeys(TYPING, ("value", "initial_value")),
    "rich_text_input": ("rich_text_value", "initial_value"),
    "static_select": ("selected_option", "initial_option"),
    "external_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "checkboxes": ("selected_options", "initial_options"),
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_external_select": ("selected_options", "initial_options"),
    "users_select": ("selected_user", "initial_user"),
    "multi_users_select": ("selected_users", "initial_users"),
    "channels_select": ("selected_channel", "initial_channel"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
    "file_input": ("files", "initial_files"),
}


def normal(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The blocks as Slack keeps them: ids given where none were, text objects spelled out."""
    blocks = copy.deepcopy(blocks)
    for block in blocks:
        block.setdefault("block_id", secrets.token_urlsafe(4)[:5])
    for block, element in elements(blocks):
        block.setdefault("block_id", secrets.token_urlsafe(4)[:5])
        element.setdefault("action_id", secrets.token_urlsafe(4)[:5])
    for part in walk(blocks):
        if part.get("type") == "plain_text":
            part.setdefault("emoji", True)
        elif part.get("type") == "mrkdwn":
            part.setdefault("verbatim", False)
    return blocks


def elements(blocks: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Every interactive element with the block it stands in."""
    for block in blocks:
        parts = [block.get("accessory"), block.get("element"), *(block.get("actions") or [])]
        if block.get("type") in ("actions", "context_actions"):
            parts += block.get("elements") or []
        for part in parts:
            if isinstance(part, dict) and part.get("type") not in ("image", None):
                yield block, part
        children = block.get("child_blocks") or []
        if block.get("type") == "carousel":
            children = block.get("elements") or []
        yield from elements(children)


def find(
    blocks: list[dict[str, Any]], action_id: str, block_id: str | None = None
) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """The element with this action id (in this block), None when it is not there."""
    for block, element in elements(blocks):
        if element.get("action_id") == action_id and block_id in (None, block.get("block_id")):
            return block, element
    return None


def initial(element: dict[str, Any]) -> dict[str, Any]:
    """What an element holds before anybody touched it."""
    key, start = KEYS[element["type"]]
    empty: Any = [] if key.endswith("s") else None
    return {"type": element["type"], key: element.get(start, empty)}


def state_of(blocks: list[dict[str, Any]], kept: Values | None = None) -> Values:
    """The state of all elements that hold a value.

    `kept` are values people entered before the view was updated: an element with the same block id,
    action id and type keeps its own.
    """
    values: Values = {}
    for block, element in elements(blocks):
        if element.get("type") not in KEYS:
            continue
        block_id, action_id = block.get("block_id", ""), element["action_id"]
        old = (kept or {}).get(block_id, {}).get(action_id)
        fresh = old if old and old["type"] == element["type"] else initial(element)
        values.setdefault(block_id, {})[action_id] = fresh
    return values


def entered(element: dict[str, Any], value: Any) -> dict[str, Any]:
    """The state after a person entered `value`: text, an option's value, an id, a date, or a list of those.

    Raises ValueError when a menu has no such option.
    """
    key, _start = KEYS[element["type"]]
    if key == "selected_option":
        value = None if value is None else option(element, str(value))
    elif key == "selected_options":
        value = [option(element, str(one)) for one in value or []]
    elif key.endswith("s"):
        value = list(value or [])
    elif key == "value":
        value = None if value in (None, "") else str(value)
    return {"type": element["type"], key: value}


def option(element: dict[str, Any], value: str) -> dict[str, Any]:
    """The option with this value; external menus take any. Raises ValueError."""
    for each in all_options(element):
        if each.get("value") == value:
            return each
    if "external" in element["type"]:
        return {"text": {"type": "plain_text", "text": value, "emoji": True}, "value": value}
    raise ValueError(f"There is no option {value!r} in this menu.")


def missing(block: dict[str, Any], state: dict[str, Any]) -> str | None:
    """What the person is told about an input before it may be submitted; None when it is fine."""
    element = block["element"]
    value = state[KEYS[element["type"]][0]]
    if value in (None, "", []):
        return None if block.get("optional") else "Please complete this required field."
    if isinstance(value, str):
        if len(value) < element.get("min_length", 0):
            return f"Please enter at least {element['min_length']} characters."
        if len(value) > element.get("max_length", 3000):
            return f"Please enter at most {element.get('max_length', 3000)} characters."
    return None
