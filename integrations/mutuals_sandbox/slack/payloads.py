"""The payloads an app gets: block_actions, view_submission, slash commands, events."""

from typing import Any

from mutuals_sandbox.slack.render import message_json, view_json
from mutuals_sandbox.slack.values import KEYS, Values, entered, option, state_of
from mutuals_sandbox.slack.workspace import Channel, Message, View, Workspace, new_id


def common(space: Workspace, user: str, kind: str) -> dict[str, Any]:
    """What every interactive payload carries."""
    person = space.users[user]
    return {
        "type": kind,
        "user": {"id": user, "username": person.name, "name": person.name, "team_id": space.team_id},
        "api_app_id": space.app_id,
        "token": space.verification_token,
        "team": {"id": space.team_id, "domain": space.domain},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def action(space: Workspace, block: dict[str, Any], element: dict[str, Any], value: Any) -> dict[str, Any]:
    """One entry of `actions`. Raises ValueError when a menu has no such option."""
    kind = element["type"]
    out = {"type": kind, "block_id": block["block_id"], "action_id": element["action_id"]}
    out["action_ts"] = space.ts()
    if kind == "overflow":
        out["selected_option"] = option(element, str(value))
    elif kind in KEYS:
        out |= entered(element, value)
    else:
        out |= {key: element[key] for key in ("text", "value", "style") if key in element}
    return out


def message_action(
    space: Workspace,
    user: str,
    channel: Channel,
    message: Message,
    done: dict[str, Any],
    *,
    response_url: str,
    metadata: bool = False,
) -> dict[str, Any]:
    """block_actions from a message; an ephemeral one is not shown to the app again."""
    hidden = message.viewer is not None
    container = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": channel.id,
        "is_ephemeral": hidden,
    }
    if message.thread_ts and message.thread_ts != message.ts:
        container["thread_ts"] = message.thread_ts
    values: Values = state_of(message.all_blocks)
    if done["type"] in KEYS:
        key = KEYS[done["type"]][0]
        values[done["block_id"]][done["action_id"]] = {"type": done["type"], key: done[key]}
    payload = common(space, user, "block_actions") | {
        "container": container,
        "trigger_id": space.new_trigger(user),
        "channel": {"id": channel.id, "name": channel.name or "directmessage"},
        "state": {"values": values},
        "response_url": response_url,
        "actions": [done],
    }
    if not hidden:
        payload["message"] = message_json(space, channel, message, metadata=metadata)
    return payload


def view_action(space: Workspace, user: str, view: View, done: dict[str, Any]) -> dict[str, Any]:
    """block_actions from a modal or the home tab."""
    return common(space, user, "block_actions") | {
        "container": {"type": "view", "view_id": view.id},
        "trigger_id": space.new_trigger(user, view.id),
        "view": view_json(space, view),
        "actions": [done],
    }


def suggestion(
    space: Workspace, user: str, view: View, block_id: str, action_id: str, query: str
) -> dict[str, Any]:
    """block_suggestion: the app is asked for the options of an external menu."""
    return common(space, user, "block_suggestion") | {
        "container": {"type": "view", "view_id": view.id},
        "view": view_json(space, view),
        "block_id": block_id,
        "action_id": action_id,
        "value": query,
    }


def global_shortcut(space: Workspace, user: str, callback_id: str) -> dict[str, Any]:
    """A shortcut from the menu beside the composer: of no channel."""
    return common(space, user, "shortcut") | {
        "callback_id": callback_id,
        "trigger_id": space.new_trigger(user),
        "action_ts": space.ts(),
    }


def message_shortcut(
    space: Workspace, user: str, channel: Channel, message: Message, callback_id: str, response_url: str
) -> dict[str, Any]:
    """A shortcut from the menu of a message, which it shows to the app."""
    return common(space, user, "message_action") | {
        "callback_id": callback_id,
        "trigger_id": space.new_trigger(user),
        "action_ts": space.ts(),
        "message_ts": message.ts,
        "channel": {"id": channel.id, "name": channel.name or "directmessage"},
        "message": message_json(space, channel, message),
        "response_url": response_url,
    }


def view_submission(space: Workspace, user: str, view: View) -> dict[str, Any]:
    """A submitted modal with all its values."""
    return common(space, user, "view_submission") | {
        "trigger_id": space.new_trigger(user, view.id),
        "view": view_json(space, view),
        "response_urls": [],
    }


def view_closed(space: Workspace, user: str, view: View, *, cleared: bool) -> dict[str, Any]:
    """A modal that was closed without being submitted."""
    return common(space, user, "view_closed") | {"view": view_json(space, view), "is_cleared": cleared}


def slash_command(
    space: Workspace, user: str, channel: Channel, command: str, text: str, response_url: str
) -> dict[str, Any]:
    """A slash command; its fields are flat."""
    return {
        "token": space.verification_token,
        "team_id": space.team_id,
        "team_domain": space.domain,
        "channel_id": channel.id,
        "channel_name": channel.name or "directmessage",
        "user_id": user,
        "user_name": space.users[user].name,
        "command": command,
        "text": text,
        "api_app_id": space.app_id,
        "is_enterprise_install": "false",
        "response_url": response_url,
        "trigger_id": space.new_trigger(user),
    }


def event_callback(space: Workspace, event: dict[str, Any]) -> dict[str, Any]:
    """An event in its envelope."""
    authorization = {
        "enterprise_id": None,
        "team_id": space.team_id,
        "user_id": space.bot_user,
        "is_bot": True,
        "is_enterprise_install": False,
    }
    return {
        "token": space.verification_token,
        "team_id": space.team_id,
        "api_app_id": space.app_id,
        "event": {"event_ts": space.ts(), **event},
        "type": "event_callback",
        "event_id": new_id("Ev"),
        "event_time": int(space.clock()),
        "authorizations": [authorization],
        "is_ext_shared_channel": False,
    }
