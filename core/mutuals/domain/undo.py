"""What somebody did under an alert a moment ago, and how it was before: enough to put it back. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

UNDO_FOR = timedelta(minutes=5)  # long enough to see a slip, short enough that nobody has built on it


@dataclass(frozen=True, slots=True)
class Undo:
    """May be taken back by whoever did it. `before` is JSON: how it was, for whoever puts it back."""

    what: str  # the button's verb: "dismiss", "snooze" ...
    by: str
    key: str  # Actor.key
    until: datetime
    before: Mapping[str, Any] = field(default_factory=dict)


def holds(undo: Undo | None, now: datetime) -> bool:
    """Can it still be taken back?"""
    return undo is not None and now < undo.until


def is_over(undo: Undo | None, now: datetime) -> bool:
    """Is it offered for longer than it works?"""
    return undo is not None and now >= undo.until
