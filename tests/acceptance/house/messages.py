"""A message as people see it, read from what a chat stores."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Shown:
    """One message as people see it."""

    id: str
    text: str
    raw: dict[str, Any]
    replies: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)  # of buttons and menu entries


def strings(tree: Any, *keys: str) -> Iterator[str]:
    """Every string under one of these keys, in order."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            if key in keys and isinstance(value, str):
                yield value
            else:
                yield from strings(value, *keys)
    elif isinstance(tree, list):
        for one in tree:
            yield from strings(one, *keys)


def parts(tree: Any) -> Iterator[dict[str, Any]]:
    """Every JSON object inside."""
    if isinstance(tree, dict):
        yield tree
        tree = list(tree.values())
    if isinstance(tree, list):
        for one in tree:
            yield from parts(one)


def slack_text(message: Any) -> str:
    """Everything a person reads in a Slack message or view, blocks only."""
    blocks = message.get("blocks") or []
    words = [
        "".join(strings(one, "text")) if one.get("type", "").startswith("rich_text_") else text
        for block in blocks
        for one in (block.get("elements") if block.get("type") == "rich_text" else [block])
        for text in [" ".join(strings(one, "text"))]
    ]
    return " ".join(words) or str(message.get("text", ""))


def discord_text(message: Any) -> str:
    """Everything a person reads in a Discord message, without the markup's backslashes."""
    words = " ".join(strings(message.get("components") or [], "content", "label"))
    plain = re.sub(r"\\(.)", r"\1", words)
    return re.sub(r"\[([^\]]*)\]\(<?[^)]*>?\)", r"\1", plain).replace("**", "")


def as_shown(message_id: str, raw: Any, text: str, replies: list[str] | None = None) -> Shown:
    """A message with the links and labels in it."""
    body = {key: raw.get(key) for key in ("blocks", "components")}
    urls = list(strings(body, "url"))
    urls += re.findall(r"https?://[^\s|>)\]]+", " ".join(strings(body, "content")))
    labels = [
        one["text"]["text"]
        for one in parts(body)
        if isinstance(one.get("text"), dict) and ("value" in one or "url" in one)
    ]
    labels += [one["label"] for one in parts(body) if "label" in one and isinstance(one["label"], str)]
    return Shown(message_id, text, raw, replies or [], urls, labels)
