"""Posting, changing and removing messages, with Slack's checks of what a message may hold."""

import json
from dataclasses import dataclass
from typing import Any

from mutuals_sandbox.slack.blocks import MAX_MESSAGE_CHARACTERS, MESSAGE, characters, check_blocks
from mutuals_sandbox.slack.refusal import Args, Refused
from mutuals_sandbox.slack.values import normal
from mutuals_sandbox.slack.workspace import Channel, Message, Workspace

MAX_POST_TEXT = 40_000  # chat.postMessage cuts longer text
MAX_UPDATE_TEXT = 4000  # chat.update refuses longer text
MAX_METADATA = 16_000
MAX_ATTACHMENTS = 100


@dataclass(frozen=True)
class Content:
    """The checked content of a message; None means that the caller did not give it."""

    text: str | None
    blocks: list[dict[str, Any]] | None
    attachments: list[dict[str, Any]] | None
    metadata: dict[str, Any] | None

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return not (self.text or self.blocks or self.attachments)


def content_of(args: Args, *, longest: int | None = None) -> Content:
    """Read and check text, blocks, attachments and metadata.

    `longest` is the length over which text is refused (else it is cut at 40,000). Raises Refused.
    """
    text = args.text("text")
    markdown = args.text("markdown_text")
    if markdown is not None:
        if text or args.values.get("blocks"):
            raise Refused("markdown_text_conflict")
        text = markdown
    if text is not None and longest is not None and len(text) > longest:
        raise Refused("msg_too_long")
    shown = None if text is None else text[:MAX_POST_TEXT]
    return Content(shown, _blocks(args), _attachments(args), _metadata(args))


def _attachments(args: Args) -> list[dict[str, Any]] | None:
    attachments = args.json("attachments", "invalid_attachments")
    if attachments is None:
        return None
    if not isinstance(attachments, list) or not all(isinstance(each, dict) for each in attachments):
        raise Refused("invalid_attachments")
    if len(attachments) > MAX_ATTACHMENTS:
        raise Refused("too_many_attachments")
    problems: list[str] = []
    for index, each in enumerate(attachments):
        problems += check_blocks(each.get("blocks") or [], MESSAGE, f"/attachments/{index}/blocks")
    if problems:
        raise Refused("invalid_attachments", messages=problems)
    return [
        {**each, "blocks": normal(each["blocks"])} if each.get("blocks") else each for each in attachments
    ]


def _blocks(args: Args) -> list[dict[str, Any]] | None:
    blocks = args.json("blocks", "invalid_blocks_format")
    if blocks is None:
        return None
    if not isinstance(blocks, list):
        raise Refused("invalid_blocks_format")
    problems = check_blocks(blocks, MESSAGE)
    if problems:
        plain = [line.removeprefix("[ERROR] ") for line in problems]
        raise Refused("invalid_blocks", messages=problems, errors=plain)
    if characters(blocks) > MAX_MESSAGE_CHARACTERS:
        raise Refused("msg_blocks_too_long")
    return normal(blocks)


def _metadata(args: Args) -> dict[str, Any] | None:
    metadata = args.json("metadata", "invalid_metadata_format")
    if metadata is None:
        return None
    if not isinstance(metadata, dict):
        raise Refused("invalid_metadata_format")
    if len(json.dumps(metadata)) > MAX_METADATA:
        raise Refused("metadata_too_large")
    entities = metadata.get("entities")
    event = isinstance(metadata.get("event_type"), str) and isinstance(metadata.get("event_payload"), dict)
    if metadata and not event and not isinstance(entities, list):
        raise Refused("invalid_metadata_schema")
    return metadata


def thread_of(channel: Channel, thread_ts: str | None) -> str | None:
    """The parent's ts for a reply; a reply's own ts leads to its parent. Raises Refused."""
    if not thread_ts:
        return None
    parent = channel.messages.get(thread_ts)
    if parent is None:
        raise Refused("cannot_reply_to_message")
    return parent.thread_ts or parent.ts


def post(space: Workspace, channel: Channel, content: Content, **more: Any) -> Message:
    """A new message by the app. Raises Refused (no_text)."""
    if content.empty:
        raise Refused("no_text")
    message = Message(
        ts=space.ts(),
        user=space.bot_user,
        text=content.text or "",
        blocks=content.blocks or [],
        attachments=content.attachments or [],
        metadata=content.metadata or None,
        **more,
    )
    (channel.whispers if message.viewer else channel.messages)[message.ts] = message
    space.changed()
    return message


def change(space: Workspace, message: Message, content: Content) -> None:
    """Put new content into a message. Raises Refused (no_text).

    Blocks that are not given stay only when text is not given either; metadata that is not given stays.
    With blocks no "edited" mark shows (docs.slack.dev/reference/methods/chat.update).
    """
    if content.text is None and content.blocks is None and content.attachments is None:
        raise Refused("no_text")
    if content.blocks is not None:
        message.blocks = content.blocks
    elif content.text is not None:
        message.blocks = []
    if content.text is not None:
        message.text = content.text
    if content.attachments is not None:
        message.attachments = content.attachments
    if content.metadata is not None:
        message.metadata = content.metadata or None
    message.edited_ts = None if content.blocks else space.ts()
    space.changed()


def remove(space: Workspace, channel: Channel, message: Message) -> None:
    """Delete a message; the parent of a thread leaves a tombstone."""
    if channel.replies(message.ts):
        message.subtype, message.text = "tombstone", "This message was deleted."
        message.blocks, message.attachments, message.metadata = [], [], None
    else:
        channel.messages.pop(message.ts, None)
        channel.whispers.pop(message.ts, None)
    space.changed()
