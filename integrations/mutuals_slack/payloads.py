"""What stands in a body that Slack sends: its shape, who did it and where. Pure."""

import hashlib
import json
from typing import Any

from mutuals_slack import views
from mutuals_slack.text import Json, part

OBJECTS = ("user", "team", "view", "container", "channel", "enterprise", "message", "event")
TEXTS = ("type", "response_url", "trigger_id", "command", "text")
INTERACTIONS = ("block_actions", "view_submission", "view_closed")


def sound(body: Json) -> bool:
    """Has it the shape of what Slack sends, as far as Bolt and we rely on it without a look?"""
    kind, actions, view = body.get("type"), body.get("actions"), body.get("view")
    objects = [body[name] for name in OBJECTS if body.get(name) is not None]
    told = [body[name] for name in TEXTS if body.get(name) is not None]
    if not (all(map(is_object, objects)) and all(isinstance(one, str) for one in told)):
        return False
    if kind == "block_actions":
        pressed = actions if isinstance(actions, list) and actions else [None]
        names = [part({"": one}, "").get("action_id") for one in pressed]
        if not all(isinstance(one, str) for one in names) or (
            view is None and set(names) & set(views.FIELDS)
        ):
            return False
    elif kind in ("view_submission", "view_closed") and view is None:
        return False
    if kind == "event_callback" and not isinstance(part(body, "event").get("type"), str):
        return False
    if kind in INTERACTIONS and body.get("user") is None:
        return False
    ids = [part(body, name).get("id") for name in ("user", "view") if body.get(name) is not None]
    return all(isinstance(one, str) for one in ids)


def fingerprint(body: Json) -> str:
    """What an interaction and its repetitions have in common: they are the same to the letter."""
    return hashlib.sha256(json.dumps(body, sort_keys=True, default=str).encode()).hexdigest()


def acts(body: Json) -> bool:
    """What is typed into an open form only redraws and keeps a draft: not worth a row for every letter. A form that
    was sent is guarded by its act, which begins once: its first process may have died before the text was stored,
    and then the second delivery is the one that counts."""
    kind = body.get("type")
    in_form = kind == "block_actions" and part(body, "view") and not at_home(body)
    return kind != "view_submission" and not in_form


def at_home(body: Json) -> bool:
    """Was it done in the Home tab?"""
    return part(body, "view").get("type") == "home"


def thread(body: Json) -> str | None:
    """The thread under the message that was pressed, if there is one: in one that is only begun so, Slack shows
    nobody a private answer."""
    thread = part(body, "message").get("thread_ts")
    return thread if isinstance(thread, str) and thread else None


def is_object(value: Any) -> bool:
    return isinstance(value, dict)


def ourselves(body: Json) -> list[Any]:
    """The app's own users, for which an event is delivered."""
    given = body.get("authorizations")
    return [one.get("user_id") for one in (given if isinstance(given, list) else []) if is_object(one)]


def user(body: Json) -> str:
    """Who did it: interactions nest the id, commands do not."""
    return str(part(body, "user").get("id") or body.get("user_id") or "")


def where(body: Json) -> tuple[str, str]:
    """The channel and the message of an interaction, as far as there are any."""
    container = part(body, "container")
    place = container.get("channel_id") or part(body, "channel").get("id") or body.get("channel_id")
    if not place and part(body, "view"):
        where = views.where_of(part(body, "view"))
        return (where.place, where.message) if where else ("", "")
    return str(place or ""), str(container.get("message_ts") or "")
