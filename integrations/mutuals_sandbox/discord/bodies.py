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
    _check_shape(body)
    form = Form()
    names = list(files)
    after = {**(before or {}), **body}
    flags = (body.get("flags") or 0) | ((before or {}).get("flags", 0) & IS_COMPONENTS_V2)
    v2 = bool(flags & IS_COMPONENTS_V2)
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


def _check_shape(body: Json) -> None:
    """Raise 50035 when a field is of the wrong kind altogether, so that the rest can look inside."""
    form = Form()
    form.number(("flags",), body.get("flags"), 0, 2**31 - 1)
    for name in ("allowed_mentions", "message_reference"):
        if body.get(name) is not None:
            form.record((name,), body[name])
    for name, most in (("embeds", 10), ("attachments", 10)):
        if body.get(name) is not None:
            for index, entry in enumerate(form.items((name,), body[name], 0, most)):
                form.record((name, index), entry)
    form.check()


def _check_nonce(form: Form, nonce: Any) -> None:
    if nonce is not None and (not isinstance(nonce, int | str) or len(str(nonce)) > 25):
        form.add(("nonce",), "NONCE_TYPE_TOO_LONG", "A nonce is a number or a string of up to 25 characters.")


def _check_mentions(form: Form, allowed: Any) -> None:
    if allowed is None:
        return
    here: Path = ("allowed_mentions",)
    parse = form.items((*here, "parse"), allowed.get("parse") or [], 0, 3)
    for index, kind in enumerate(parse):
        if kind not in ("users", "roles", "everyone"):
            message = "Value must be one of ('roles', 'users', 'everyone')."
            form.add((*here, "parse", index), "BASE_TYPE_CHOICES", message)
    for kind in ("users", "roles"):
        named = allowed.get(kind) or []
        if named and kind in parse:
            message = f'parse:["{kind}"] and {kind}: [ids...] are mutually exclusive.'
            form.add(here, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", message)
        for index, key in enumerate(form.items((*here, kind), named, 0, 100)):
            if not str(key).isdecimal():
                message = f'Value "{key}" is not snowflake.'
                form.add((*here, kind, index), "NUMBER_TYPE_COERCE", message)


def _check_embeds(form: Form, embeds: Any) -> None:
    entries = enumerate(embeds or [])
    total = sum(_check_embed(form, ("embeds", index), embed) for index, embed in entries)
    if total > MAX_EMBED_TEXT:
        message = f"Embed size exceeds maximum size of {MAX_EMBED_TEXT}"
        form.add(("embeds",), "MAX_EMBED_SIZE_EXCEEDED", message)


def _check_embed(form: Form, path: Path, embed: Json) -> int:
    """Check one embed; returns its number of characters."""
    footer = form.record((*path, "footer"), embed.get("footer") or {})
    author = form.record((*path, "author"), embed.get("author") or {})
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
    for name in ("image", "thumbnail"):
        media = form.record((*path, name), embed.get(name) or {})
        _check_url(form, (*path, name, "url"), media.get("url"), ("http://", "https://", "attachment://"))
    _check_url(form, (*path, "url"), embed.get("url"), ("http://", "https://"))
    return total


def _check_url(form: Form, path: Path, url: Any, schemes: tuple[str, ...]) -> None:
    if form.text(path, url, 0, 2048) and url and not url.startswith(schemes):
        form.add(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.")
