"""The two tables that a flood of posts fills, as plain tuples for `bulk`; in the order of their columns. Pure."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from mutuals.model import Fan, Post
from mutuals.store.bulk import Values
from mutuals.store.columns import from_micros, storable, to_micros
from mutuals.store.rows import POST_DOC

WEEK = 7 * 86_400_000_000  # microseconds
OFTEN = (2, 5, 10)  # interactions with which the next class begins; 2 and 5 are what the policies ask for
CLASSES = len(OFTEN) + 1


def class_of(interactions: int) -> int:
    """How often somebody has spoken, as one of a few classes."""
    return sum(interactions >= least for least in OFTEN)


def week_of(micros: int) -> int:
    """The week since 1970 in which a moment lies."""
    return micros // WEEK


def cell_of(interactions: int, last_micros: int) -> int:
    """The part of the fans that a fan belongs to: the week of the last interaction, and how many there were."""
    return week_of(last_micros) * CLASSES + class_of(interactions)


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
    post_id = storable(one.id)
    doc = {name: getattr(one, name) for name in POST_DOC}
    doc["mentions"], doc["klass"] = one.mentions, one.klass
    return (
        brand_id,
        post_id,
        storable(one.first_version or one.id),
        post_id,
        storable(one.author_id),
        storable(one.conversation_id),
        to_micros(one.at),
        storable(one.text),
        one.interaction,
        _words(one.gone),
        json.dumps(doc, separators=(",", ":")),
    )


def fan_values(one: Fan) -> Values:
    """The row of a fan."""
    last = to_micros(one.last_at)
    return (
        one.brand_id,
        storable(one.person_id),
        one.log_score,
        one.interactions,
        to_micros(one.first_at),
        last,
        one.two_way,
        _micros(one.answered_at),
        one.follows_us,
        one.we_follow,
        _micros(one.checked_at),
        _micros(one.quiet_until),
        _words(one.preference),
        cell_of(one.interactions, last),
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
        _,
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
