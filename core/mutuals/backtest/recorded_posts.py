"""One value of a recording to posts: a network's own shape, read by that network, or our short one; pure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from mutuals.domain.model import Post, Relationship
from mutuals.ports.integration import Recorded, Unreadable
from mutuals.service.integrations import networks

Json = Mapping[str, Any]
_HANDLE = re.compile(r"(?<![\w@])@(\w{1,30})")
_YEARS = range(1970, 9000)  # outside, clocks of cases would leave the calendar


@dataclass(frozen=True, slots=True)
class RecordedPost:
    """A post as recorded, and what whoever recorded it added: which brand it is about, and whether it is the brand's own.

    The post's author is the person's id, or the handle in lower case where no id is given, or "" where neither is; so
    are those it mentions. Its conversation is "" where it is not told.
    """

    post: Post
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


def read(value: Any, known: Known) -> Iterator[RecordedPost]:
    """The posts of one decoded value; people are noted in `known`. Raises Unreadable."""
    if not isinstance(value, Mapping):
        raise Unreadable("not a JSON object")
    for network in networks().values():
        found = network.recorded(value)
        if found is not None:
            yield from _of_network(found, known)
            return
    yield _short(value, known)


def _of_network(found: Recorded, known: Known) -> Iterator[RecordedPost]:
    for person_id, handle in found.handles.items():
        known.meet(person_id, handle)
    known.ties.update(found.ties)
    for post, source in found.posts:
        if post.at.year not in _YEARS:
            raise Unreadable("its time is not one after 1970")
        untold = post.in_reply_to is not None and post.conversation_id == post.id
        brand, is_brand = _added(source)
        yield RecordedPost(
            replace(
                post,
                author_id="" if found.own else post.author_id,
                conversation_id="" if untold else post.conversation_id,
            ),
            brand,
            True if found.own else is_brand,
        )


def _short(value: Json, known: Known) -> RecordedPost:
    text, author = value.get("text"), _optional(value, "author")
    if not isinstance(text, str):
        raise Unreadable("it has no `text`")
    handle = author.lstrip("@") if author else None
    if handle:
        known.meet(handle.lower(), handle)
    post_id = _optional(value, "id")
    if not post_id:
        raise Unreadable("it has no `id`")
    post = Post(
        post_id,
        handle.lower() if handle else "",
        text,
        _at(value, "at"),
        _optional(value, "conversation") or "",
        in_reply_to=_optional(value, "in_reply_to"),
        mentions=tuple(dict.fromkeys(one.lower() for one in _HANDLE.findall(text))),
        lang=_optional(value, "lang"),
    )
    return RecordedPost(post, *_added(value))


def _added(value: Json) -> tuple[str | None, bool | None]:
    """`brand` and `is_brand`, which a line of either shape may carry."""
    brand, is_brand = _optional(value, "brand"), value.get("is_brand")
    if not (is_brand is None or isinstance(is_brand, bool)):
        raise Unreadable("`is_brand` is neither true nor false")
    return (brand.lstrip("@") or None) if brand else None, is_brand


def _optional(value: Json, name: str) -> str | None:
    found = value.get(name)
    if found is None or found == "":
        return None
    if isinstance(found, bool) or not isinstance(found, str | int):
        raise Unreadable(f"`{name}` is not a text")
    return str(found)


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
