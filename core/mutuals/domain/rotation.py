"""Rotation: of several who are on duty, whose turn a call is, so that nobody gets only anger. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from mutuals.domain.model import Case, Category, Flag

RECENT = timedelta(days=7)  # whose calls count: a shift's week, so that a bad Monday is made good by Friday
KEPT = 300  # calls that are remembered at most


@dataclass(frozen=True, slots=True)
class CallTaken:
    """A call that somebody had: `angry` where it was about a complaint or something urgent."""

    name: str
    at: datetime
    angry: bool


def is_angry(case: Case) -> bool:
    """Is it the kind of case that wears people out?"""
    return case.category is Category.COMPLAINT or Flag.URGENT in case.flags


def recent(turns: Sequence[CallTaken], now: datetime) -> list[CallTaken]:
    """Those that count now."""
    return [one for one in turns if now - one.at < RECENT][-KEPT:]


def count(turns: Sequence[CallTaken], name: str, *, angry: bool) -> int:
    """How many calls of a kind somebody had."""
    return sum(one.name == name and one.angry is angry for one in turns)


def next_up(names: Sequence[str], turns: Sequence[CallTaken], *, angry: bool) -> str | None:
    """Whose turn it is, of those on duty in the order of the rota (None: nobody is). Of an angry call theirs who had the
    fewest of them, then the fewest calls; of a calm one theirs whose calls were the angriest, then who had the fewest."""

    def load(name: str) -> tuple[int, int]:
        anger, calm = count(turns, name, angry=True), count(turns, name, angry=False)
        return (anger if angry else calm - anger, anger + calm)

    return min(names, key=load, default=None)
