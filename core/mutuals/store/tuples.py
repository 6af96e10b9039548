"""The two tables that a flood of posts fills, as plain tuples for `bulk`; in the order of their columns. Pure."""

import json
from collections.abc import Sequence
from datetime import datetime
from operator import attrgetter
from typing import Any

from mutuals.model import Fan, Post
from mutuals.store.bulk import Values
from mutuals.store.columns import all_storable, from_micros, storable, to_micros

_json = json.JSONEncoder(separators=(",", ":")).encode  # made once: `json.dumps` makes one for each call
# What a post's doc tells as it is; its mentions and its class are told beside it.
TOLD = (
    "in_reply_to",
    "in_reply_to_person",
    "quotes",
    "quotes_person",
    "reposts",
    "lang",
    "first_version",
    "sensitive",
)
_DOC = *TOLD, "klass"
_TELL = attrgetter(*_DOC)


def _micros(at: datetime | None) -> int | None:
    return None if at is None else to_micros(at)


def _at(micros: int | None) -> datetime | None:
    return None if micros is None else from_micros(micros)


def _words(text: str | None) -> str | None:
    return None if text is None else storable(text)


def _truth(value: Any) -> bool | None:
    return None if value is None else bool(value)  # SQLite keeps 0 and 1


def post_values(brand_id: str, one: Post) -> Values:
    """The row of a post; `root` is its id before any edit."""
    post_id, root, author, talk = all_storable(
        (one.id, one.first_version or one.id, one.author_id, one.conversation_id)
    )
    # Only what is told: most of these are unset in most posts, and to write them down costs more than to insert the row.
    told = zip(_DOC, _TELL(one), strict=True)
    doc: dict[str, Any] = {name: value for name, value in told if value is not None and value is not False}
    if one.mentions:
        doc["mentions"] = one.mentions
    at, gone = to_micros(one.at), _words(one.gone)
    return (
        brand_id,
        post_id,
        root,
        post_id,
        author,
        talk,
        at,
        storable(one.text),
        one.interaction,
        gone,
        _json(doc),
    )


def fan_values(one: Fan) -> Values:
    """The row of a fan."""
    return (
        one.brand_id,
        storable(one.person_id),
        one.log_score,
        one.interactions,
        to_micros(one.first_at),
        to_micros(one.last_at),
        one.two_way,
        _micros(one.answered_at),
        one.follows_us,
        one.we_follow,
        _micros(one.checked_at),
        _micros(one.quiet_until),
        _words(one.preference),
    )


def fan_from(row: Sequence[Any]) -> Fan:
    """The fan of a row."""
    (
        brand,
        person,
        score,
        times,
        first,
        last,
        two_way,
        answered,
        follows,
        followed,
        checked,
        quiet,
        wish,
    ) = row
    return Fan(
        brand,
        person,
        score,
        times,
        from_micros(first),
        from_micros(last),
        two_way,
        _at(answered),
        _truth(follows),
        _truth(followed),
        _at(checked),
        _at(quiet),
        wish,
    )
