"""Overload: more waits than those on duty can answer in what is left of their time. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from mutuals.domain import rota
from mutuals.domain.policy import Shift

AHEAD = timedelta(hours=4)  # what is left of a duty counts for so long at most: more will come until then
FEWEST = 5  # cases, under which nobody calls it too much
OVER = 0.5  # of the time that is left: so little is the backlog when an episode ends
COOL_DOWN = timedelta(hours=4)  # between two notices


@dataclass(frozen=True, slots=True)
class Load:
    """What waits and who is there: `waiting` cases, and the minutes of work that are left of the duties."""

    waiting: int
    needed: float  # minutes
    left: float  # minutes
    names: tuple[str, ...]

    @property
    def too_much(self) -> bool:
        """Does it need more time than there is?"""
        return self.waiting >= FEWEST and self.needed > self.left

    @property
    def over(self) -> bool:
        """Is it well within the time that there is, so that a new episode may begin?"""
        return self.needed <= OVER * self.left or self.waiting < FEWEST


def load(waiting: int, minutes_each: float, shifts: Sequence[Shift], now: datetime) -> Load | None:
    """The load now; None while nobody is on duty by the rota, for then there is nobody to tell."""
    there = rota.on_duty(shifts, now)
    if not there:
        return None
    left = sum(rota.left(one, now, AHEAD) / timedelta(minutes=1) for one in there)
    return Load(waiting, waiting * minutes_each, left, tuple(one.name for one in there))


def tells(one: Load, running: bool, told_at: datetime | None, now: datetime) -> bool:
    """Is it said now: at the beginning of an episode, and not soon after the last time?"""
    cool = told_at is None or now - told_at >= COOL_DOWN
    return one.too_much and not running and cool
