"""What one person sees in Slack right now, as JSON: raw messages and blocks for a page to draw."""

from typing import Any

from mutuals_sandbox.slack.render import view_json
from mutuals_sandbox.slack.workspace import Channel, Message, View, Workspace


def snapshot(space: Workspace, viewer: str) -> dict[str, Any]:
    """The workspace through the eyes of `viewer`; ephemeral messages of others are not in it."""
    channels = [c for c in space.channels.values() if viewer in c.members and c.partner in (None, viewer)]
    stack = space.modals.get(viewer)
    home = space.homes.get(viewer)
    return {
        "team": space.team_name,
        "me": viewer,
        "users": {
            user.id: {
                "name": user.name,
                "real_name": user.real_name,
                "guest": user.guest or user.ultra,
                "bot": user.bot,
            }
            for user in space.users.values()
        },
        "channels": [_channel(space, channel, viewer) for channel in channels],
        "view": _view(space, stack[-1]) if stack else None,
        "home": _view(space, home) if home else None,
    }


def _channel(space: Workspace, channel: Channel, viewer: str) -> dict[str, Any]:
    whispers = [m for m in channel.whispers.values() if m.viewer == viewer]
    visible = sorted([*channel.messages.values(), *whispers], key=lambda message: message.ts)
    top = [m for m in visible if m.broadcast or m.thread_ts in (None, m.ts)]
    threads: dict[str, list[Message]] = {}
    for message in visible:
        if message.thread_ts not in (None, message.ts):
            threads.setdefault(str(message.thread_ts), []).append(message)
    partner = space.users[space.bot_user].real_name if channel.partner else channel.name
    return {
        "id": channel.id,
        "name": partner,
        "direct": channel.partner is not None,
        "archived": channel.archived,
        "messages": [_with_replies(space, m, threads.get(m.ts, []), viewer) for m in top],
    }


def _with_replies(space: Workspace, message: Message, replies: list[Message], viewer: str) -> dict[str, Any]:
    answers = [_message(space, reply, viewer) | {"replies": []} for reply in replies]
    return _message(space, message, viewer) | {"replies": answers}


def _message(space: Workspace, message: Message, viewer: str) -> dict[str, Any]:
    return {
        "ts": message.ts,
        "user": message.user,
        "bot": message.bot,
        "text": message.text,
        "blocks": message.blocks,
        "attachments": message.attachments,
        "files": message.files,
        "edited": message.edited_ts is not None,
        "deleted": message.subtype == "tombstone",
        "thread_ts": message.thread_ts,
        "ephemeral": message.viewer is not None,
        "warning": space.warnings.get((viewer, message.ts)),
    }


def _view(space: Workspace, view: View) -> dict[str, Any]:
    return view_json(space, view) | {"errors": view.errors, "notification": view.notification}
