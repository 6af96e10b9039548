"""Plainer forms of a message that Slack does not take: without pictures, then as text alone. One ornament, e.g. a picture
that Slack can't download (`invalid_blocks`, "downloading image failed"), must not lose an alert."""

from collections import OrderedDict
from collections.abc import Iterator
from typing import Any

from mutuals_slack.text import Json, escape, part

MAX_TEXT = 3_500  # chat.update refuses more than 4,000
KEPT = 1_000  # messages of which is remembered that their picture was refused
BARE = (
    "Slack did not take this message in its usual form, so it stands here as plain text, without buttons. "
    "Type /mutuals queue for the buttons. If it happens again, tell whoever runs Mutuals: the log says what was refused."
)


class Simplification:
    """Which messages go without pictures: an edit need not be refused first, as the message was."""

    def __init__(self) -> None:
        self._bare: OrderedDict[str, None] = OrderedDict()

    def forms(self, body: Json) -> Iterator[Json]:
        """The message, then its plainer forms, the richest first."""
        bare = without_pictures(body)
        if bare == body:
            yield body
        else:
            if _key(body) not in self._bare:
                yield body
            yield bare
        text = as_text(body)
        yield text
        if "metadata" in text:
            yield {name: value for name, value in text.items() if name != "metadata"}

    def taken(self, body: Json, form: Json) -> None:
        """Remember the form that Slack took."""
        key = _key(body)
        if form is body or not key:
            return
        self._bare[key] = None
        while len(self._bare) > KEPT:
            self._bare.popitem(last=False)


def without_pictures(body: Json) -> Json:
    """The same without any picture; what held nothing else is left out."""
    made = []
    for block in body.get("blocks") or []:
        kept = {name: value for name, value in block.items() if name != "accessory" or not _picture(value)}
        if isinstance(kept.get("elements"), list):
            kept["elements"] = [one for one in kept["elements"] if not _picture(one)]
        if not (_picture(block) or kept.get("elements") == []):
            made.append(kept)
    return body | {"blocks": made}


def as_text(body: Json) -> Json:
    """The same words without blocks, and why the buttons are missing."""
    lines = [words for block in body.get("blocks") or [] if (words := _words(block).strip())]
    told, rest = "\n".join(lines) or str(body.get("text", "")), f"\n\n{BARE}"
    return body | {"text": _cut(told, MAX_TEXT - len(rest)) + rest, "blocks": []}


def _cut(text: str, limit: int) -> str:
    """Never inside one of Slack's escapes or links."""
    if len(text) <= limit:
        return text
    kept = text[: limit - 2]
    for opening, closing in (("&", ";"), ("<", ">")):
        if kept.rfind(opening) > kept.rfind(closing):
            kept = kept[: kept.rfind(opening)]
    return f"{kept} …"


def _key(body: Json) -> str:
    return str(part(part(body, "metadata"), "event_payload").get("key") or "")


def _picture(element: Any) -> bool:
    return isinstance(element, dict) and element.get("type") == "image"


def _words(tree: Any) -> str:
    """What a block says. Its texts are plain or Slack's own markup; only plain ones need escaping."""
    if isinstance(tree, list):
        return "".join(_words(one) for one in tree)
    if not isinstance(tree, dict):
        return ""
    kind, text = tree.get("type"), tree.get("text")
    if kind in ("button", "overflow", "static_select", "image"):
        return ""
    if kind == "link":
        return f"<{str(tree.get('url')).replace('&', '&amp;')}|{escape(str(text or 'link'))}>"
    if isinstance(text, str):
        return text if kind == "mrkdwn" else escape(text)
    if isinstance(text, dict):
        return _words(text)
    gap = {"context": "  ", "rich_text": "\n", "rich_text_list": "\n"}.get(str(kind), "")
    return gap.join(_words(one) for one in tree.get("elements") or [])
