"""What recurs by the calendar: a time of day, on some weekdays, in a time zone. Pure.

The calendar itself is an argument, `NextOccurrence`: the service gives APScheduler's (`mutuals.service.calendar`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

MONDAY = 0
_LOOK_BACK = timedelta(
    days=8
)  # no schedule pauses for longer: a week, and an hour or a day where clocks change


@dataclass(frozen=True, slots=True)
class Schedule:
    """A wall-clock time `at` in the time zone of this name, on these weekdays (0 is Monday); none named: every day."""

    at: time
    zone: str = "UTC"
    weekdays: frozenset[int] = frozenset()


NextOccurrence = Callable[[Schedule, datetime], datetime]
"""The first moment of a schedule after the given one, in UTC; once for each day that the schedule names."""


def last_occurrence(schedule: Schedule, now: datetime, next_occurrence: NextOccurrence) -> datetime:
    """The newest moment of a schedule that is not after `now`, in UTC."""
    moment = next_occurrence(schedule, now - _LOOK_BACK)
    while (later := next_occurrence(schedule, moment)) <= now:
        moment = later
    return moment


def occurs_at(schedule: Schedule, moment: datetime, next_occurrence: NextOccurrence) -> bool:
    """Is this one of the schedule's moments?"""
    return next_occurrence(schedule, moment - timedelta(microseconds=1)) == moment
