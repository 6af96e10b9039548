"""Checks the body of a message, new or edited, by the rules of Discord's public message reference."""

from collections.abc import Iterable
from typing import Any

from .components import check_message_components, walk
from .errors import EMPTY_MESSAGE, ApiError, Form, Json, Path

IS_COMPONENTS_V2 = 1 << 15
SETTABLE_FLAGS = (1 << 2) | (1 << 6) | (1 << 12) | IS_COMPONENTS_V2
MAX_CONTENT = 2000  # for bots
MAX_EMBED_TEXT = 6000  # over all embeds of a message
LEGACY = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"


def check_message(body: Json, before: Json | None = None, files: Iterable[str] = ()) -> None:
    """Raise 50035 or 50006 unless the body makes a good message.

    `before` is the message that is edited: what the body leaves out stays as it was. `files` are the
    names of the attachments the message will have.
    """
    form = Form()
    names = list(files)
    after = {**(before or {}), **body}
    flags = (body.get("flags") or 0) | ((before or {}).get("flags", 0) & IS_COMPONENTS_V2)
    v2 = bool(flags & IS_COMPONENTS_V2)
    form.number(("flags",), body.get("flags"), 0, 2**31 - 1)
    form.text(("content",), body.get("content"), 0, MAX_CONTENT)
    _check_embeds(form, body.get("embeds"))
    _check_nonce(form, body.get("nonce"))
    _check_mentions(form, body.get("allowed_mentions"))
    if after.get("components") and ("components" in body or "flags" in body):
        check_message_components(form, after["components"], v2=v2, files=names)
    for name in ("content", "embeds", "poll", "sticker_ids"):
        if v2 and after.get(name):
            message = f"The '{name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
            form.add((name,), LEGACY, message)
    form.check()
    shown = ("components",) if v2 else ("content", "embeds", "components", "poll", "sticker_ids")
    if not any(after.get(name) for name in shown) and (v2 or not names):
        raise ApiError(*EMPTY_MESSAGE)


def texts(message: Json) -> list[str]:
    """Every text in which a mention may stand: the content and the text displays."""
    displays = [item["content"] for item in walk(message.get("components")) if item.get("type") == 10]
    return [message.get("content") or "", *displays]


def _check_nonce(form: Form, nonce: Any) -> None:
    if nonce is not None and (not isinstance(nonce, int | str) or len(str(nonce)) > 25):
        form.add(("nonce",), "NONCE_TYPE_TOO_LONG", "A nonce is a number or a string of up to 25 characters.")


def _check_mentions(form: Form, allowed: Any) -> None:
    if allowed is None:
        return
    here: Path = ("allowed_mentions",)
    if not isinstance(allowed, dict):
        form.add(here, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")
        return
    parse = allowed.get("parse") or []
    for index, kind in enumerate(parse):
        if kind not in ("users", "roles", "everyone"):
            message = "Value must be one of ('roles', 'users', 'everyone')."
            form.add((*here, "parse", index), "BASE_TYPE_CHOICES", message)
    for kind in ("users", "roles"):
        named = allowed.get(kind) or []
        if named and kind in parse:
            message = f'parse:["{kind}"] and {kind}: [ids...] are mutually exclusive.'
            form.add(here, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", message)
        form.items((*here, kind), named, 0, 100)


def _check_embeds(form: Form, embeds: Any) -> None:
    if embeds is None:
        return
    total = 0
    for index, embed in enumerate(form.items(("embeds",), embeds, 0, 10)):
        if isinstance(embed, dict):
            total += _check_embed(form, ("embeds", index), embed)
    if total > MAX_EMBED_TEXT:
        message = f"Embed size exceeds maximum size of {MAX_EMBED_TEXT}"
        form.add(("embeds",), "MAX_EMBED_SIZE_EXCEEDED", message)


def _check_embed(form: Form, path: Path, embed: Json) -> int:
    """Check one embed; returns its number of characters."""
    footer, author = embed.get("footer") or {}, embed.get("author") or {}
    limited = [
        (("title",), embed.get("title"), 256),
        (("description",), embed.get("description"), 4096),
        (("footer", "text"), footer.get("text"), 2048),
        (("author", "name"), author.get("name"), 256),
    ]
    for where, value, high in limited:
        form.text((*path, *where), value, 0, high)
    total = sum(len(value) for _, value, _ in limited if isinstance(value, str))
    for index, entry in enumerate(form.items((*path, "fields"), embed.get("fields") or [], 0, 25)):
        for name, high in (("name", 256), ("value", 1024)):
            value = entry.get(name) if isinstance(entry, dict) else None
            if form.text((*path, "fields", index, name), value, 1, high, needed=True):
                total += len(str(value))
    form.number((*path, "color"), embed.get("color"), 0, 0xFFFFFF)
    url = embed.get("url")
    if isinstance(url, str) and not url.startswith(("http://", "https://")):
        form.add((*path, "url"), "URL_TYPE_INVALID_URL", "Not a well formed URL.")
    return total
