"""One line of a recording to one or more posts: the X API's v2 shape, or our short one; pure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from mutuals.model import Relationship

Json = Mapping[str, Any]
_HANDLE = re.compile(r"(?<![\w@])@(\w{1,30})")
_YEARS = range(1970, 9000)  # outside, clocks of cases would leave the calendar


class Unreadable(ValueError):
    """A line that is no post; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A post as recorded. `author` is the person's id, or the handle in lower case where no id is given."""

    id: str
    at: datetime
    text: str
    author: str | None
    conversation: str | None
    in_reply_to: str | None
    in_reply_to_person: str | None = None
    mentions: tuple[str, ...] = ()  # ids, or handles in lower case
    quotes: str | None = None
    reposts: str | None = None
    lang: str | None = None
    first_version: str | None = None
    brand: str | None = None
    is_brand: bool | None = None


@dataclass(slots=True)
class Known:
    """Who is who in a recording: handles by person id, ids by handle, and ties where they were recorded."""

    handles: dict[str, str] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    ties: dict[str, Relationship] = field(default_factory=dict)

    def meet(self, person_id: str, handle: str) -> None:
        """Remember a person's handle."""
        self.handles[person_id] = handle
        self.ids[handle.lower()] = person_id


def read(value: Any, known: Known) -> Iterator[Line]:
    """The posts of one decoded line; people are noted in `known`. Raises Unreadable."""
    if not isinstance(value, Mapping):
        raise Unreadable("not a JSON object")
    if "data" not in value and ("meta" in value or "errors" in value) and "id" not in value:
        return  # an answer without posts
    if isinstance(value.get("tweet"), Mapping):
        yield _archived(value["tweet"], known)
        return
    if "data" not in value:
        yield from _post(value, known)
        return
    for user in _objects(_object(value.get("includes")).get("users")):
        _user(user, known)
    data = value["data"]
    for one in data if isinstance(data, list) else [data]:
        if not isinstance(one, Mapping):
            raise Unreadable("`data` holds something that is not a post")
        yield from _post(one, known)


def _post(value: Json, known: Known) -> Iterator[Line]:
    yield _v2(value, known) if "created_at" in value or "author_id" in value else _short(value, known)


def _short(value: Json, known: Known) -> Line:
    text, author = _text(value.get("text")), _optional(value, "author")
    handle = author.lstrip("@") if author else None
    if handle:
        known.meet(handle.lower(), handle)
    brand, is_brand = _optional(value, "brand"), value.get("is_brand")
    if not (is_brand is None or isinstance(is_brand, bool)):
        raise Unreadable("`is_brand` is neither true nor false")
    return Line(
        id=_id(value),
        at=_at(value, "at"),
        text=text,
        author=handle.lower() if handle else None,
        conversation=_optional(value, "conversation"),
        in_reply_to=_optional(value, "in_reply_to"),
        mentions=tuple(dict.fromkeys(one.lower() for one in _HANDLE.findall(text))),
        lang=_optional(value, "lang"),
        brand=brand.lstrip("@") if brand else None,
        is_brand=is_brand,
    )


def _v2(value: Json, known: Known) -> Line:
    note = _object(_either(value, "note_tweet", "note_post"))
    referenced = _objects(_either(value, "referenced_tweets", "referenced_posts"))
    refs = {str(one.get("type")): str(one.get("id")) for one in referenced}
    history = _either(value, "edit_history_tweet_ids", "edit_history_post_ids")
    author = _optional(value, "author_id")
    if isinstance(value.get("author"), Mapping):  # some tools put the author into the post
        author = _user(value["author"], known) or author
    if author is None:
        raise Unreadable("it has no `author_id`")
    said = note.get("text") if isinstance(note.get("text"), str) else value.get("text")
    return Line(
        id=_id(value),
        at=_at(value, "created_at"),
        text=_text(said).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"),
        author=author,
        conversation=_optional(value, "conversation_id"),
        in_reply_to=refs.get("replied_to"),
        in_reply_to_person=_optional(value, "in_reply_to_user_id"),
        mentions=_mentions(value, note, known),
        quotes=refs.get("quoted"),
        reposts=refs.get("retweeted") or refs.get("reposted"),
        lang=_optional(value, "lang"),
        first_version=str(history[0]) if isinstance(history, list) and history else None,
        brand=(_optional(value, "brand") or "").lstrip("@") or None,
        is_brand=value["is_brand"] if isinstance(value.get("is_brand"), bool) else None,
    )


def _archived(value: Json, known: Known) -> Line:
    """A post of the archive that an account's owner can ask for: it holds nobody's posts but the account's own."""
    text = _text(value.get("full_text") or value.get("text"))
    mentioned = []
    for one in _objects(_object(value.get("entities")).get("user_mentions")):
        person, handle = _optional(one, "id_str"), _optional(one, "screen_name")
        if person and handle:
            known.meet(person, handle)
            mentioned.append(person)
    post_id, answered = (
        _optional(value, "id_str") or _id(value),
        _optional(value, "in_reply_to_status_id_str"),
    )
    return Line(
        id=post_id,
        at=_archived_at(value),
        text=text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"),
        author=None,
        conversation=None,
        in_reply_to=answered,
        in_reply_to_person=_optional(value, "in_reply_to_user_id_str"),
        mentions=tuple(dict.fromkeys(mentioned)),
        lang=_optional(value, "lang"),
        is_brand=True,
    )


def _archived_at(value: Json) -> datetime:
    try:
        return datetime.strptime(str(value.get("created_at")), "%a %b %d %H:%M:%S %z %Y").astimezone(UTC)
    except ValueError:
        return _at(value, "created_at")


def _mentions(value: Json, note: Json, known: Known) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for source in (value, note):
        for one in _objects(_object(source.get("entities")).get("mentions")):
            person, handle = one.get("id"), one.get("username")
            if person and isinstance(handle, str) and handle:
                known.meet(str(person), handle)
            if person or isinstance(handle, str):
                found[str(person or handle).lower()] = None
    return tuple(found)


def _user(value: Json, known: Known) -> str | None:
    person, handle = value.get("id"), value.get("username")
    if not person or not isinstance(handle, str) or not handle:
        return None
    known.meet(str(person), handle)
    status = value.get("connection_status")
    if isinstance(status, list):
        names = ("followed_by", "following", "follow_request_sent", "blocking", "muting")
        known.ties[str(person)] = Relationship(*(name in status for name in names))
    return str(person)


def _either(value: Json, *names: str) -> Any:
    """The first of several spellings that is there: the fields have been renamed from tweet to post, in steps."""
    return next((value[name] for name in names if value.get(name) is not None), None)


def _object(value: Any) -> Json:
    return value if isinstance(value, Mapping) else {}


def _objects(value: Any) -> list[Json]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def _id(value: Json) -> str:
    found = _optional(value, "id")
    if not found:
        raise Unreadable("it has no `id`")
    return found


def _optional(value: Json, name: str) -> str | None:
    found = value.get(name)
    if found is None or found == "":
        return None
    if isinstance(found, bool) or not isinstance(found, str | int):
        raise Unreadable(f"`{name}` is not a text")
    return str(found)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise Unreadable("it has no `text`")
    return value


def _at(value: Json, name: str) -> datetime:
    try:
        at = datetime.fromisoformat(value[name])
        at = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    except KeyError as error:
        raise Unreadable(f"it has no `{name}`") from error
    except (TypeError, ValueError, OverflowError) as error:
        raise Unreadable(f"`{name}` is not a time like 2026-01-31T09:30:00Z") from error
    if at.year not in _YEARS:
        raise Unreadable(f"`{name}` is not a time after 1970")
    return at
