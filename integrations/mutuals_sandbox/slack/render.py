"""The JSON Slack answers with: users, channels, messages, views."""

import zoneinfo
from datetime import UTC, datetime
from typing import Any

from mutuals_sandbox.slack.workspace import Channel, Message, User, View, Workspace


def user_json(space: Workspace, user: User) -> dict[str, Any]:
    """A user object as users.info gives it; a deleted person has fewer fields."""
    team = "T0STRANGER" if user.stranger else space.team_id
    profile = {
        "real_name": user.real_name,
        "real_name_normalized": user.real_name,
        "display_name": user.name,
        "display_name_normalized": user.name,
        "status_text": "",
        "status_emoji": "",
        "team": team,
    }
    if user.id == space.bot_user:
        profile |= {"bot_id": space.bot_id, "api_app_id": space.app_id}
    out: dict[str, Any] = {
        "id": user.id,
        "team_id": team,
        "name": user.name,
        "deleted": user.deleted,
        "profile": profile,
        "is_bot": user.bot,
        "is_app_user": False,
        "updated": 1_700_000_000,
    }
    if user.stranger:
        out["is_stranger"] = True
    if not user.deleted:
        out |= {
            "real_name": user.real_name,
            "color": "9f69e7",
            **_zone(user.tz),
            "is_admin": user.admin,
            "is_owner": False,
            "is_primary_owner": False,
            "is_restricted": user.guest or user.ultra,
            "is_ultra_restricted": user.ultra,
            "is_email_confirmed": True,
            "who_can_share_contact_card": "EVERYONE",
        }
    return out


def _zone(name: str) -> dict[str, Any]:
    offset = datetime.now(UTC).astimezone(zoneinfo.ZoneInfo(name)).utcoffset()
    seconds = int(offset.total_seconds()) if offset else 0
    return {"tz": name, "tz_label": name, "tz_offset": seconds}


def channel_json(space: Workspace, channel: Channel) -> dict[str, Any]:
    """A conversation object."""
    if channel.partner is not None:
        return {
            "id": channel.id,
            "created": channel.created,
            "is_im": True,
            "is_archived": False,
            "is_org_shared": False,
            "user": channel.partner,
            "context_team_id": space.team_id,
        }
    return {
        "id": channel.id,
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": True,
        "is_group": False,
        "is_im": False,
        "is_mpim": False,
        "is_private": False,
        "created": channel.created,
        "creator": space.bot_user,
        "is_archived": channel.archived,
        "is_general": False,
        "is_shared": False,
        "is_org_shared": False,
        "is_ext_shared": False,
        "is_member": space.bot_user in channel.members,
        "topic": {"value": "", "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
        "num_members": len(channel.members),
        "context_team_id": space.team_id,
    }


def message_json(
    space: Workspace, channel: Channel, message: Message, *, metadata: bool = False
) -> dict[str, Any]:
    """A message object; `metadata` only where the caller asked for it."""
    out: dict[str, Any] = {
        "type": "message",
        "user": message.user,
        "text": message.text,
        "ts": message.ts,
        "team": space.team_id,
    }
    if message.subtype:
        out["subtype"] = message.subtype
    if message.bot:
        out |= {"bot_id": space.bot_id, "app_id": space.app_id, "bot_profile": bot_json(space)}
    for key in ("blocks", "attachments", "files"):
        if getattr(message, key):
            out[key] = getattr(message, key)
    if message.edited_ts:
        out["edited"] = {"user": message.user, "ts": message.edited_ts}
    if metadata and message.metadata:
        out["metadata"] = message.metadata
    return out | _thread(channel, message)


def _thread(channel: Channel, message: Message) -> dict[str, Any]:
    if message.thread_ts and message.thread_ts != message.ts:
        parent = channel.messages.get(message.thread_ts)
        return {"thread_ts": message.thread_ts, "parent_user_id": parent.user if parent else ""}
    replies = channel.replies(message.ts)
    if not replies:
        return {}
    users = list(dict.fromkeys(reply.user for reply in replies))
    return {
        "thread_ts": message.ts,
        "reply_count": len(replies),
        "reply_users_count": len(users),
        "reply_users": users[:5],
        "latest_reply": replies[-1].ts,
        "is_locked": False,
        "subscribed": False,
    }


def bot_json(space: Workspace) -> dict[str, Any]:
    """The app's bot, as messages and bots.info show it."""
    return {
        "id": space.bot_id,
        "app_id": space.app_id,
        "name": space.users[space.bot_user].real_name,
        "icons": {"image_36": "", "image_48": "", "image_72": ""},
        "deleted": False,
        "updated": 1_700_000_000,
        "team_id": space.team_id,
        "user_id": space.bot_user,
    }


def view_json(space: Workspace, view: View) -> dict[str, Any]:
    """A view object, with what people have entered in `state`."""
    body = view.body
    out: dict[str, Any] = {
        "id": view.id,
        "team_id": space.team_id,
        "type": body["type"],
        "blocks": body["blocks"],
        "private_metadata": body.get("private_metadata", ""),
        "callback_id": body.get("callback_id", ""),
        "external_id": body.get("external_id", ""),
        "state": {"values": view.values},
        "hash": view.hash,
        "title": body.get("title", {"type": "plain_text", "text": "View Title", "emoji": True}),
        "close": body.get("close"),
        "submit": body.get("submit"),
        "clear_on_close": body.get("clear_on_close", False),
        "notify_on_close": body.get("notify_on_close", False),
        "previous_view_id": view.previous,
        "root_view_id": view.root,
        "app_id": space.app_id,
        "app_installed_team_id": space.team_id,
        "bot_id": space.bot_id,
    }
    return out
