"""chat.*: posting, changing, deleting, whispering, linking."""

import json
from typing import Any

from mutuals_sandbox.slack.messages import (
    MAX_UPDATE_TEXT,
    Content,
    change,
    content_of,
    post,
    remove,
    thread_of,
)
from mutuals_sandbox.slack.refusal import Args, Refused
from mutuals_sandbox.slack.render import message_json
from mutuals_sandbox.slack.service import Method, Service, channel_of, message_of
from mutuals_sandbox.slack.workspace import Channel


def _writable(service: Service, args: Args) -> Channel:
    """The channel to post in; a person's id means their direct messages."""
    ref = args.need("channel")
    person = service.space.users.get(ref)
    if person is not None and not person.bot:
        if not service.space.messages_tab:
            raise Refused("messages_tab_disabled")
        return service.space.direct(ref)
    channel = channel_of(service, ref)
    if channel.archived:
        raise Refused("is_archived")
    if service.space.bot_user not in channel.members:
        raise Refused("not_in_channel")
    return channel


def _content(service: Service, args: Args, *, longest: int | None = None) -> Content:
    """The checked content. Slack downloads each picture, and refuses the message where it can't."""
    content = content_of(args, longest=longest)
    blocks = json.dumps(content.blocks or [])
    if any(one in blocks + (content.text or "") for one in service.space.refused_words):
        raise Refused("invalid_blocks" if content.blocks else "msg_too_long")
    lost = any(f'"image_url": "{one}' in blocks for one in service.space.lost_pictures)
    if lost or (content.blocks and not service.space.takes_blocks):
        raise Refused("invalid_blocks", errors=["downloading image failed"] if lost else ["unsupported"])
    return content


def post_message(service: Service, args: Args) -> dict[str, Any]:
    """chat.postMessage."""
    channel = _writable(service, args)
    content = _content(service, args)
    if content.empty:
        raise Refused("no_text")
    thread = thread_of(channel, args.text("thread_ts"))
    service.limits.post(channel.id)
    message = post(
        service.space,
        channel,
        content,
        thread_ts=thread,
        broadcast=bool(thread) and args.flag("reply_broadcast"),
        unfurl_links=args.flag("unfurl_links") if "unfurl_links" in args.values else None,
        unfurl_media=args.flag("unfurl_media") if "unfurl_media" in args.values else None,
    )
    shown = message_json(service.space, channel, message, metadata=True)
    return {"channel": channel.id, "ts": message.ts, "message": shown}


def post_ephemeral(service: Service, args: Args) -> dict[str, Any]:
    """chat.postEphemeral; message metadata is ignored here, as Slack does."""
    channel = _writable(service, args)
    user = args.need("user")
    if user not in channel.members or service.space.users[user].deleted:
        raise Refused("user_not_in_channel")
    content = _content(service, args, longest=MAX_UPDATE_TEXT)
    thread = thread_of(channel, args.text("thread_ts"))
    message = post(service.space, channel, content, viewer=user, thread_ts=thread)
    return {"message_ts": message.ts}


def update(service: Service, args: Args) -> dict[str, Any]:
    """chat.update: only the app's own messages, by channel id only."""
    channel = _by_id(service, args)
    message = message_of(channel, args.need("ts"))
    if not message.bot:
        raise Refused("cant_update_message")
    change(service.space, message, _content(service, args, longest=MAX_UPDATE_TEXT))
    shown = message_json(service.space, channel, message, metadata=True)
    return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": shown}


def delete(service: Service, args: Args) -> dict[str, Any]:
    """chat.delete: only the app's own messages."""
    channel = _by_id(service, args)
    message = message_of(channel, args.need("ts"))
    if not message.bot:
        raise Refused("cant_delete_message")
    remove(service.space, channel, message)
    return {"channel": channel.id, "ts": message.ts}


def permalink(service: Service, args: Args) -> dict[str, Any]:
    """chat.getPermalink."""
    channel = _by_id(service, args)
    message = message_of(channel, args.need("message_ts"))
    link = f"https://{service.space.domain}.slack.com/archives/{channel.id}/p{message.ts.replace('.', '')}"
    if message.thread_ts:
        link += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"channel": channel.id, "permalink": link}


def _by_id(service: Service, args: Args) -> Channel:
    channel = service.space.channels.get(args.need("channel"))
    if channel is None:
        raise Refused("channel_not_found")
    return channel


CHAT: dict[str, Method] = {
    "chat.postMessage": post_message,
    "chat.postEphemeral": post_ephemeral,
    "chat.update": update,
    "chat.delete": delete,
    "chat.getPermalink": permalink,
}
