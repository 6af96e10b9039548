"""conversations.*: which channels there are, what was said in them, who is there."""

from typing import Any

from mutuals_sandbox.slack.refusal import Args, Refused
from mutuals_sandbox.slack.render import channel_json, message_json
from mutuals_sandbox.slack.service import Method, Service, page
from mutuals_sandbox.slack.workspace import Channel, Message


def _channel(service: Service, args: Args) -> Channel:
    channel = service.space.channels.get(args.need("channel"))
    if channel is None:
        raise Refused("channel_not_found")
    return channel


def _readable(service: Service, args: Args) -> Channel:
    channel = _channel(service, args)
    if service.space.bot_user not in channel.members:
        raise Refused("not_in_channel")
    return channel


def info(service: Service, args: Args) -> dict[str, Any]:
    """conversations.info."""
    channel = _channel(service, args)
    shown = channel_json(service.space, channel)
    if not args.flag("include_num_members"):
        shown.pop("num_members", None)
    return {"channel": shown}


def list_channels(service: Service, args: Args) -> dict[str, Any]:
    """conversations.list; only public channels unless `types` says more."""
    return _listed(service, args, list(service.space.channels.values()))


def own_channels(service: Service, args: Args) -> dict[str, Any]:
    """users.conversations: those that the app is in."""
    space = service.space
    return _listed(service, args, [one for one in space.channels.values() if space.bot_user in one.members])


def _listed(service: Service, args: Args, channels: list[Channel]) -> dict[str, Any]:
    types = {kind.strip() for kind in (args.text("types") or "public_channel").split(",")}
    unknown = types - {"public_channel", "private_channel", "mpim", "im"}
    if unknown:
        raise Refused("invalid_types")
    found = [
        channel_json(service.space, channel)
        for channel in channels
        if ("im" if channel.partner else "public_channel") in types
        and not (channel.archived and args.flag("exclude_archived"))
    ]
    shown, cursor = page(args, found, 100)
    return {"channels": shown, "response_metadata": {"next_cursor": cursor}}


def _moment(args: Args, name: str, default: float) -> float:
    try:
        return float(args.text(name) or default)
    except ValueError as error:
        raise Refused(f"invalid_ts_{name}") from error


def _between(args: Args, messages: list[Message]) -> list[Message]:
    oldest, latest = _moment(args, "oldest", 0.0), _moment(args, "latest", float("inf"))
    edges = args.flag("inclusive")
    return [
        m for m in messages if oldest < float(m.ts) < latest or (edges and float(m.ts) in (oldest, latest))
    ]


def _answer(service: Service, args: Args, channel: Channel, messages: list[Message]) -> dict[str, Any]:
    shown, cursor = page(args, messages, 100)
    metadata = args.flag("include_all_metadata")
    out: dict[str, Any] = {
        "messages": [message_json(service.space, channel, m, metadata=metadata) for m in shown],
        "has_more": bool(cursor),
        "pin_count": 0,
    }
    if cursor:
        out["response_metadata"] = {"next_cursor": cursor}
    return out


def history(service: Service, args: Args) -> dict[str, Any]:
    """conversations.history: newest first, without the replies in threads."""
    channel = _readable(service, args)
    top = [m for m in channel.messages.values() if m.broadcast or m.thread_ts in (None, m.ts)]
    return _answer(service, args, channel, _between(args, sorted(top, key=lambda m: m.ts, reverse=True)))


def replies(service: Service, args: Args) -> dict[str, Any]:
    """conversations.replies: the parent, then its replies, oldest first."""
    channel = _readable(service, args)
    message = channel.messages.get(args.need("ts"))
    if message is None:
        raise Refused("thread_not_found")
    parent = channel.messages.get(message.thread_ts or message.ts, message)
    answers = _between(args, channel.replies(parent.ts))
    out = _answer(service, args, channel, [parent, *answers])
    out.pop("pin_count")
    return out


def members(service: Service, args: Args) -> dict[str, Any]:
    """conversations.members."""
    shown, cursor = page(args, _channel(service, args).members, 100)
    return {"members": shown, "response_metadata": {"next_cursor": cursor}}


def open_direct(service: Service, args: Args) -> dict[str, Any]:
    """conversations.open with one person."""
    users = [user for user in (args.text("users") or "").split(",") if user]
    if not users and args.text("channel"):
        channel = _channel(service, args)
    else:
        if not users:
            raise Refused("users_list_not_supplied")
        if len(users) > 1:
            raise Refused("method_not_supported_for_channel_type")
        person = service.space.users.get(users[0])
        if person is None:
            raise Refused("user_not_found")
        if person.deleted:
            raise Refused("user_disabled")
        channel = service.space.direct(person.id)
    whole = args.flag("return_im")
    return {"channel": channel_json(service.space, channel) if whole else {"id": channel.id}}


def join(service: Service, args: Args) -> dict[str, Any]:
    """conversations.join: the app enters a public channel."""
    channel = _channel(service, args)
    if channel.partner is not None:
        raise Refused("method_not_supported_for_channel_type")
    if channel.archived:
        raise Refused("is_archived")
    if service.space.bot_user in channel.members:
        shown = channel_json(service.space, channel)
        warnings = ["already_in_channel"]
        return {
            "channel": shown,
            "warning": "already_in_channel",
            "response_metadata": {"warnings": warnings},
        }
    channel.members.append(service.space.bot_user)
    service.space.changed()
    return {"channel": channel_json(service.space, channel)}


CONVERSATIONS: dict[str, Method] = {
    "conversations.info": info,
    "conversations.list": list_channels,
    "users.conversations": own_channels,
    "conversations.history": history,
    "conversations.replies": replies,
    "conversations.members": members,
    "conversations.open": open_direct,
    "conversations.join": join,
}
