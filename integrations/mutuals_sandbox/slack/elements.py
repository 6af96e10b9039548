"""What stands inside a block: buttons, menus, inputs, pictures. Limits: docs.slack.dev/reference/block-kit."""

from collections.abc import Mapping
from typing import Any

from mutuals_sandbox.slack.shapes import (
    MAX_ID,
    Check,
    Problems,
    anything,
    boolean,
    both,
    complain,
    items,
    number,
    one_of,
    plain,
    string,
    text,
    thing,
    typed,
)

MAX_URL = 3000
CONFIRM = thing(
    {"text": text(300)}, {"title": plain(100), "confirm": plain(30), "deny": plain(30), "style": anything}
)
ACTION_ID = {"action_id": string(MAX_ID)}
ACTS = {**ACTION_ID, "confirm": CONFIRM}
FOCUS = {"focus_on_load": boolean, "placeholder": plain(150)}
OPTION = thing({"text": plain(75), "value": string(150)}, {"description": plain(75)})
RICH_OPTION = thing({"text": text(75), "value": string(150)}, {"description": text(75)})
URL_OPTION = thing(
    {"text": plain(75), "value": string(150)}, {"description": plain(75), "url": string(MAX_URL)}
)
GROUP = thing({"label": plain(75), "options": items(OPTION, 100)})
DISPATCH = thing(
    {"trigger_actions_on": items(one_of("on_enter_pressed", "on_character_entered"), 2)},
)
PICTURE_SOURCE = {"image_url": string(MAX_URL), "slack_file": anything}
STYLE = {"style": one_of("primary", "danger")}


def picture_has_a_source(value: Any, pointer: str, problems: Problems) -> None:
    """An image needs an image_url or a slack_file, and not both."""
    if isinstance(value, dict) and bool(value.get("image_url")) == bool(value.get("slack_file")):
        complain(problems, "must provide either image_url or slack_file", pointer)


def options_or_groups(value: Any, pointer: str, problems: Problems) -> None:
    """A static menu has options or option_groups, and its initial option is one of them."""
    if not isinstance(value, dict):
        return
    if bool(value.get("options")) == bool(value.get("option_groups")):
        complain(problems, "must have either options or option_groups", pointer)
        return
    options = all_options(value)
    initial = value.get("initial_options") or [value.get("initial_option")]
    if any(option is not None and option not in options for option in initial):
        complain(problems, "initial option is not one of the options", pointer)


def unique_values(value: Any, pointer: str, problems: Problems) -> None:
    """No two options of one menu share a value."""
    values = [o.get("value") for o in all_options(value) if isinstance(o, dict)]
    if len(values) != len(set(map(str, values))):
        complain(problems, "options must have unique values", pointer)


def all_options(element: Any) -> list[dict[str, Any]]:
    """Every option of a menu, out of its groups too."""
    if not isinstance(element, dict):
        return []
    options = list(element.get("options") or [])
    for group in element.get("option_groups") or []:
        if isinstance(group, dict):
            options += group.get("options") or []
    return options


def _menu(initial: Mapping[str, Check], most: Mapping[str, Check]) -> Check:
    own: dict[str, Check] = {"options": items(OPTION, 100), "option_groups": items(GROUP, 100)}
    shape = thing({}, {**ACTS, **FOCUS, **own, **initial, **most})
    return both(shape, options_or_groups, unique_values)


def _choices(initial: dict[str, Check]) -> Check:
    shape = thing({"options": items(RICH_OPTION, 10)}, {**ACTS, "focus_on_load": boolean, **initial})
    return both(shape, unique_values)


def _input(**more: Check) -> Check:
    return thing({}, {**ACTION_ID, **FOCUS, "dispatch_action_config": DISPATCH, **more})


MANY = {"max_selected_items": number}
FILTER = {"filter": anything, "default_to_current_conversation": boolean, "response_url_enabled": boolean}
ELEMENTS: dict[str, Check] = {
    "button": thing(
        {"text": plain(75)},
        {
            **ACTS,
            **STYLE,
            "url": string(MAX_URL),
            "value": string(2000),
            "accessibility_label": string(75),
        },
    ),
    "overflow": both(thing({"options": items(URL_OPTION, 5)}, dict(ACTS)), unique_values),
    "static_select": _menu({"initial_option": OPTION}, {}),
    "multi_static_select": _menu({"initial_options": items(OPTION, 100)}, MANY),
    "external_select": thing({}, {**ACTS, **FOCUS, "initial_option": OPTION, "min_query_length": number}),
    "multi_external_select": thing(
        {}, {**ACTS, **FOCUS, "initial_options": items(OPTION, 100), "min_query_length": number, **MANY}
    ),
    "users_select": thing({}, {**ACTS, **FOCUS, "initial_user": string(64)}),
    "multi_users_select": thing({}, {**ACTS, **FOCUS, "initial_users": items(string(64), 100), **MANY}),
    "channels_select": thing(
        {}, {**ACTS, **FOCUS, "initial_channel": string(64), "response_url_enabled": boolean}
    ),
    "multi_channels_select": thing({}, {**ACTS, **FOCUS, "initial_channels": items(string(64), 100), **MANY}),
    "conversations_select": thing({}, {**ACTS, **FOCUS, **FILTER, "initial_conversation": string(64)}),
    "multi_conversations_select": thing(
        {}, {**ACTS, **FOCUS, **FILTER, "initial_conversations": items(string(64), 100), **MANY}
    ),
    "checkboxes": _choices({"initial_options": items(RICH_OPTION, 10)}),
    "radio_buttons": _choices({"initial_option": RICH_OPTION}),
    "datepicker": thing({}, {**ACTS, **FOCUS, "initial_date": string(10)}),
    "timepicker": thing({}, {**ACTS, **FOCUS, "initial_time": string(5), "timezone": string(64)}),
    "datetimepicker": thing({}, {**ACTS, "focus_on_load": boolean, "initial_date_time": number}),
    "plain_text_input": _input(
        initial_value=string(3000, 0), multiline=boolean, min_length=number, max_length=number
    ),
    "number_input": both(
        thing(
            {"is_decimal_allowed": boolean},
            {
                **ACTION_ID,
                **FOCUS,
                "dispatch_action_config": DISPATCH,
                "initial_value": string(3000),
                "min_value": string(64),
                "max_value": string(64),
            },
        )
    ),
    "email_text_input": _input(initial_value=string(3000)),
    "url_text_input": _input(initial_value=string(3000)),
    "rich_text_input": _input(initial_value=anything),
    "file_input": thing({}, {**ACTION_ID, "filetypes": items(string(32), 100), "max_files": number}),
    "image": both(thing({"alt_text": string(2000)}, PICTURE_SOURCE), picture_has_a_source),
    "workflow_button": thing({"text": plain(75), "workflow": anything}, {**ACTION_ID, **STYLE}),
    "feedback_buttons": thing({"positive_button": anything, "negative_button": anything}, ACTION_ID),
    "icon_button": thing(
        {"icon": string(64), "text": plain(75)},
        {**ACTS, "value": string(2000), "accessibility_label": string(75), "visible_to_user_ids": anything},
    ),
}
TYPING = frozenset(
    {"plain_text_input", "number_input", "email_text_input", "url_text_input", "rich_text_input"}
)
MENUS = frozenset(
    {"static_select", "external_select", "users_select", "channels_select", "conversations_select"}
)
MULTI_MENUS = frozenset(f"multi_{kind}" for kind in MENUS)
PICKERS = frozenset({"datepicker", "timepicker"})
CHOICES = frozenset({"checkboxes", "radio_buttons"})
IN_INPUT = TYPING | MENUS | MULTI_MENUS | PICKERS | CHOICES | {"datetimepicker", "file_input"}
IN_ACTIONS = MENUS | MULTI_MENUS | PICKERS | CHOICES
IN_ACTIONS |= {"button", "overflow", "datetimepicker", "rich_text_input", "workflow_button"}
IN_SECTION = MENUS | MULTI_MENUS | PICKERS | CHOICES | {"button", "overflow", "image", "workflow_button"}


def element(allowed: frozenset[str]) -> Check:
    """An element of one of these types."""
    return typed(ELEMENTS, allowed)
