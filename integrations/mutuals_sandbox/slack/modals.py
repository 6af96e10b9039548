"""Modals: opening, stacking, changing and closing them, and the triggers that allow it."""

import json
from typing import Any

from mutuals_sandbox.slack.blocks import HOME, MAX_VIEW_BYTES, MODAL, check_view
from mutuals_sandbox.slack.refusal import Refused
from mutuals_sandbox.slack.values import normal, state_of
from mutuals_sandbox.slack.workspace import Trigger, View, Workspace, new_id

TRIGGER_SECONDS = 3.0  # docs.slack.dev/interactivity: a trigger_id expires after three seconds
MAX_STACK = 3  # the root and two pushed on it


def checked(view: Any, kind: str | None = None) -> dict[str, Any]:
    """The view, put into Slack's own form. Raises Refused (invalid_arguments, view_too_large)."""
    if isinstance(view, dict) and len(json.dumps(view).encode()) > MAX_VIEW_BYTES:
        raise Refused("view_too_large")
    problems = check_view(view)
    if not problems and kind is not None and view["type"] != kind:
        problems = [f"[ERROR] view type must be {kind} [json-pointer:/view/type]"]
    if problems:
        raise Refused("invalid_arguments", messages=problems)
    body = {**view, "blocks": normal(view["blocks"])}
    for key in ("title", "submit", "close"):
        if body.get(key):
            body[key] = {"emoji": True, **body[key]}
    return body


def take_trigger(space: Workspace, trigger_id: str) -> Trigger:
    """Use a trigger up. Raises Refused: invalid, exchanged (used before) or expired (3 s)."""
    trigger = space.triggers.get(trigger_id)
    if trigger is None:
        raise Refused("invalid_trigger_id")
    if trigger.used:
        raise Refused("exchanged_trigger_id")
    if space.clock() - trigger.born > TRIGGER_SECONDS:
        raise Refused("expired_trigger_id")
    trigger.used = True
    return trigger


def open_modal(space: Workspace, trigger_id: str, view: Any) -> View:
    """views.open: a new stack of one, in front of whatever the person had open."""
    body = checked(view, MODAL)
    _free_external_id(space, body)
    trigger = take_trigger(space, trigger_id)
    opened = _new(space, body)
    space.modals[trigger.user] = [opened]
    space.changed()
    return opened


def push_modal(space: Workspace, trigger_id: str, view: Any) -> View:
    """views.push: on top of the modal that the trigger comes from."""
    body = checked(view, MODAL)
    _free_external_id(space, body)
    trigger = take_trigger(space, trigger_id)
    stack = space.modals.get(trigger.user) or []
    if not stack or trigger.view_id not in [each.id for each in stack]:
        raise Refused("not_found")
    return put_on_top(space, stack, body)


def put_on_top(space: Workspace, stack: list[View], body: dict[str, Any]) -> View:
    """Push a checked view on a stack. Raises Refused (push_limit_reached)."""
    if len(stack) >= MAX_STACK:
        raise Refused("push_limit_reached")
    pushed = _new(space, body)
    pushed.root, pushed.previous = stack[0].id, stack[-1].id
    stack.append(pushed)
    space.changed()
    return pushed


def find_view(space: Workspace, view_id: str | None, external_id: str | None) -> View:
    """An open modal or a home tab by either id. Raises Refused (not_found)."""
    views = [view for stack in space.modals.values() for view in stack] + list(space.homes.values())
    for view in views:
        if view.id == view_id or (external_id and view.body.get("external_id") == external_id):
            return view
    raise Refused("not_found")


def change(space: Workspace, view: View, body: dict[str, Any]) -> View:
    """Replace a view's body; what people entered stays where the ids stayed."""
    _free_external_id(space, body, view)
    view.body = body
    view.values = state_of(body["blocks"], view.values)
    view.errors, view.notification = {}, None
    view.hash = _hash(space)
    space.changed()
    return view


def check_hash(view: View, given: str | None) -> None:
    """Raises Refused (hash_conflict) when the caller has seen an older version."""
    if given and given != view.hash:
        raise Refused("hash_conflict")


def publish_home(space: Workspace, user: str, body: Any, given_hash: str | None) -> View:
    """views.publish: the person's home tab."""
    checked_body = checked(body, HOME)
    view = space.homes.get(user)
    if view is None:
        view = space.homes[user] = _new(space, checked_body)
        space.changed()
        return view
    check_hash(view, given_hash)
    return change(space, view, checked_body)


def close_top(space: Workspace, user: str) -> None:
    """The topmost modal goes; the one below shows again."""
    stack = space.modals.get(user)
    if stack:
        stack.pop()
    if not stack:
        space.modals.pop(user, None)
    space.changed()


def _new(space: Workspace, body: dict[str, Any]) -> View:
    view = View(new_id("V"), body, _hash(space), "")
    view.root = view.id
    view.values = state_of(body["blocks"])
    return view


def _hash(space: Workspace) -> str:
    return f"{space.ts()}{new_id('')[:6]}"


def _free_external_id(space: Workspace, body: dict[str, Any], own: View | None = None) -> None:
    external_id = body.get("external_id")
    if not external_id:
        return
    for stack in space.modals.values():
        if any(view is not own and view.body.get("external_id") == external_id for view in stack):
            raise Refused("duplicate_external_id")
