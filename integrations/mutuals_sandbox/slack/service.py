"""What every Web API method works on, and the table that names the methods."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mutuals_sandbox.slack.limits import Limits
from mutuals_sandbox.slack.refusal import Args, Refused
from mutuals_sandbox.slack.sockets import Sockets
from mutuals_sandbox.slack.workspace import Channel, Message, Workspace

SCOPES = (
    "channels:history,channels:join,channels:read,chat:write,commands,files:write,"
    "groups:history,groups:read,im:history,im:read,im:write,usergroups:read,users:read"
)


@dataclass
class Service:
    """One Slack: its state, its limits, its sockets, and the address it is reached at."""

    space: Workspace
    limits: Limits
    sockets: Sockets
    origin: str = ""  # http://127.0.0.1:PORT


Method = Callable[[Service, Args], dict[str, Any]]
MAX_PAGE = 1000


def channel_of(service: Service, ref: str) -> Channel:
    """A channel by id or name. Raises Refused (channel_not_found)."""
    channel = service.space.find_channel(ref)
    if channel is None:
        raise Refused("channel_not_found")
    return channel


def message_of(channel: Channel, ts: str) -> Message:
    """A message that everybody sees. Raises Refused (message_not_found)."""
    message = channel.messages.get(ts)
    if message is None or message.subtype == "tombstone":
        raise Refused("message_not_found")
    return message


def page(args: Args, things: list[Any], default: int) -> tuple[list[Any], str]:
    """One page of a list and the cursor of the next ("" at the end). Raises Refused (invalid_cursor)."""
    limit = args.number("limit", default)
    if not 1 <= limit <= MAX_PAGE:
        raise Refused("invalid_limit")
    cursor = args.text("cursor") or ""
    if cursor and not cursor.removeprefix("next:").isdigit():
        raise Refused("invalid_cursor")
    start = int(cursor.removeprefix("next:")) if cursor else 0
    end = start + limit
    return things[start:end], f"next:{end}" if end < len(things) else ""
