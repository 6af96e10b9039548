"""views.*: modals and the home tab."""

from typing import Any

from mutuals_sandbox.slack import modals
from mutuals_sandbox.slack.refusal import Args, Refused, bad_arguments
from mutuals_sandbox.slack.render import view_json
from mutuals_sandbox.slack.service import Method, Service


def _view(args: Args) -> Any:
    try:
        view = args.json("view", "invalid_arguments")
    except Refused as refused:
        raise bad_arguments("must be valid JSON [json-pointer:/view]") from refused
    if view is None:
        raise bad_arguments("missing required field: view")
    return view


def open_view(service: Service, args: Args) -> dict[str, Any]:
    """views.open."""
    view = modals.open_modal(service.space, args.need("trigger_id"), _view(args))
    return {"view": view_json(service.space, view)}


def push(service: Service, args: Args) -> dict[str, Any]:
    """views.push."""
    view = modals.push_modal(service.space, args.need("trigger_id"), _view(args))
    return {"view": view_json(service.space, view)}


def update(service: Service, args: Args) -> dict[str, Any]:
    """views.update, by view_id or external_id."""
    view_id, external_id = args.text("view_id"), args.text("external_id")
    if bool(view_id) == bool(external_id):
        raise bad_arguments("exactly one of view_id and external_id is required")
    given = _view(args)
    view = modals.find_view(service.space, view_id, external_id)
    body = modals.checked(given, view.body["type"])
    modals.check_hash(view, args.text("hash"))
    return {"view": view_json(service.space, modals.change(service.space, view, body))}


def publish(service: Service, args: Args) -> dict[str, Any]:
    """views.publish."""
    if not service.space.home_tab:
        raise Refused("not_enabled")
    user = args.need("user_id")
    if user not in service.space.users:
        raise bad_arguments("invalid user [json-pointer:/user_id]")
    view = modals.publish_home(service.space, user, _view(args), args.text("hash"))
    return {"view": view_json(service.space, view)}


VIEWS: dict[str, Method] = {
    "views.open": open_view,
    "views.push": push,
    "views.update": update,
    "views.publish": publish,
}
