"""Submitting a modal: filling it in, what the client checks itself, and what the app answers."""

from typing import Any

from mutuals_sandbox.slack import modals
from mutuals_sandbox.slack.refusal import Refused
from mutuals_sandbox.slack.values import entered, find, missing
from mutuals_sandbox.slack.workspace import View, Workspace


def fill_in(view: View, values: dict[str, dict[str, Any]]) -> None:
    """Put values into the elements. Raises ValueError for one that is not there."""
    for block_id, actions in values.items():
        for action_id, value in actions.items():
            found = find(view.body["blocks"], action_id, block_id)
            if found is None:
                raise ValueError(f"The modal has no {block_id}/{action_id} to fill in.")
            view.values[block_id][action_id] = entered(found[1], value)


def incomplete(view: View) -> dict[str, str]:
    """What Slack's own client complains about before it sends anything: block id to sentence."""
    errors = {}
    for block in view.body["blocks"]:
        if block["type"] == "input":
            state = view.values[block["block_id"]][block["element"]["action_id"]]
            problem = missing(block, state)
            if problem:
                errors[block["block_id"]] = problem
    return errors


def respond(
    space: Workspace, user: str, view: View, payload: dict[str, Any] | None
) -> tuple[str | None, str | None]:
    """Carry out the app's answer to a submission; returns the outcome and an error, one of them None."""
    kind = (payload or {}).get("response_action")
    stack = space.modals.get(user) or []
    if view not in stack:
        return "closed", None
    if kind is None:
        stack.remove(view)
        stack.append(view)  # close_top takes the submitted one
        modals.close_top(space, user)
        return "closed", None
    try:
        return _act(space, user, stack, view, payload or {}), None
    except Refused as refused:
        return None, refused.code


def _act(space: Workspace, user: str, stack: list[View], view: View, payload: dict[str, Any]) -> str:
    kind = payload["response_action"]
    if kind == "clear":
        space.modals.pop(user, None)
        space.changed()
        return "cleared"
    if kind == "update":
        modals.change(space, view, modals.checked(payload.get("view"), "modal"))
        return "updated"
    if kind == "push":
        modals.put_on_top(space, stack, modals.checked(payload.get("view"), "modal"))
        return "pushed"
    if kind == "errors":
        return _complain(space, view, payload.get("errors"))
    raise Refused("invalid_response_action")


def _complain(space: Workspace, view: View, errors: Any) -> str:
    """Show errors under their inputs; an id that is no input makes Slack refuse the answer."""
    inputs = {block["block_id"] for block in view.body["blocks"] if block["type"] == "input"}
    if not isinstance(errors, dict) or not errors or not set(errors) <= inputs:
        raise Refused("invalid_response_errors")
    view.errors = {key: str(value) for key, value in errors.items()}
    space.changed()
    return "errors"
