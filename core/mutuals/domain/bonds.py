"""How the follow between a person and the brand has changed, as far as look-ups tell. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mutuals.domain.model import Person, Relationship


class BondEvent(StrEnum):
    """Who began or stopped to follow whom, and when we first spoke to them. The values are stored."""

    THEY_FOLLOW = "they_follow"
    THEY_LEFT = "they_left"
    WE_FOLLOW = "we_follow"
    WE_LEFT = "we_left"
    WE_SPOKE = "we_spoke"  # our first answer to them that an archive holds


@dataclass(frozen=True, slots=True)
class BondChange:
    """A change, seen `at` a look-up. It came about after `since`, the look-up before; None: it was so at the first."""

    person_id: str
    event: BondEvent
    at: datetime
    since: datetime | None = None


def changes(before: Person | None, after: Person) -> list[BondChange]:
    """What a look-up shows that the one before did not. Who is out of reach shows nothing, nor who was not looked up."""
    if after.gone or after.checked_at is None:
        return []
    known = before if before is not None and before.checked_at is not None else None
    was = known.relationship if known else Relationship()
    now, since = after.relationship, known.checked_at if known else None
    pairs = (
        (was.follows_us, now.follows_us, BondEvent.THEY_FOLLOW, BondEvent.THEY_LEFT),
        (was.we_follow, now.we_follow, BondEvent.WE_FOLLOW, BondEvent.WE_LEFT),
    )
    return [
        BondChange(after.account.id, began if is_so else ended, after.checked_at, since)
        for was_so, is_so, began, ended in pairs
        if was_so != is_so
    ]


def last(history: Sequence[BondChange], *events: BondEvent) -> BondChange | None:
    """The newest change of one of these kinds."""
    return max((one for one in history if one.event in events), key=lambda one: one.at, default=None)


def follows_since(history: Sequence[BondChange]) -> BondChange | None:
    """Since when they follow us without a break that is known: where it was seen to begin, else the earliest sight of it."""
    left = last(history, BondEvent.THEY_LEFT)
    seen = [
        one for one in history if one.event is BondEvent.THEY_FOLLOW and (left is None or one.at > left.at)
    ]
    begun = [one for one in seen if one.since is not None]
    return begun[-1] if begun else min(seen, key=lambda one: one.at, default=None)
