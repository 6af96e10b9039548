"""response_url: five answers within thirty minutes to a command or a click, without a token."""

from typing import Any

from mutuals_sandbox.slack.messages import change, content_of, post, remove, thread_of
from mutuals_sandbox.slack.refusal import Args, Refused
from mutuals_sandbox.slack.workspace import Channel, Hook, Message, Workspace, new_id

MAX_USES = 5
MAX_SECONDS = 30 * 60.0


def new_hook(space: Workspace, channel: Channel, user: str, message: Message | None = None) -> str:
    """A fresh hook; returns the last parts of its URL."""
    key = f"{space.team_id}/{new_id('')}/{new_id('')}{new_id('')}"
    space.hooks[key] = Hook(channel.id, user, space.clock(), message.ts if message else None)
    return key


def use_hook(space: Workspace, key: str, body: dict[str, Any]) -> None:
    """Answer through a hook. Raises Refused; `expired_url` and `used_url` mean that it is over."""
    hook = space.hooks.get(key)
    if hook is None or space.clock() - hook.born > MAX_SECONDS:
        raise Refused("expired_url")
    if hook.uses >= MAX_USES:
        raise Refused("used_url")
    args = Args(body)
    channel = space.channels[hook.channel]
    source = None
    if hook.message_ts is not None:
        source = channel.messages.get(hook.message_ts) or channel.whispers.get(hook.message_ts)
    answer(space, channel, hook.user, source, args)
    hook.uses += 1


def answer(space: Workspace, channel: Channel, user: str, source: Message | None, args: Args) -> None:
    """Carry out an answer: delete or replace the source, or post (ephemeral unless in_channel)."""
    if args.flag("delete_original"):
        if source is not None:
            remove(space, channel, source)
        return
    content = content_of(args)
    if args.flag("replace_original") and source is not None:
        change(space, source, content)
        return
    public = args.text("response_type") == "in_channel"
    thread = thread_of(channel, args.text("thread_ts"))
    post(space, channel, content, viewer=None if public else user, thread_ts=thread)
