"""Quiet hours: when only what is urgent is told. Wall-clock times of a zone, every day. Pure."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

_SPAN = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)\s*-\s*([01]?\d|2[0-3]):([0-5]\d)")


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From one time of day to another, in a time zone; where the end comes first, it is that of the next day."""

    begins: time
    ends: time
    zone: str = "UTC"


def parse(text: str, zone: str = "UTC") -> QuietHours:
    """The hours of "22:00-07:00". Raises ValueError with what to write."""
    found = _SPAN.fullmatch(text.strip())
    if found is None:
        raise ValueError("write it as 22:00-07:00, or off")
    begins, ends = time(int(found[1]), int(found[2])), time(int(found[3]), int(found[4]))
    if begins == ends:
        raise ValueError("it ends when it begins; write it as 22:00-07:00, or off")
    return QuietHours(begins, ends, zone)


def until(at: datetime, hours: QuietHours | None) -> datetime | None:
    """When the quiet hours end that hold at this moment, in UTC; None when it is not quiet."""
    if hours is None:
        return None
    zone = ZoneInfo(hours.zone)
    today = at.astimezone(zone).date()
    for day in (today - timedelta(days=1), today):
        over = day if hours.ends > hours.begins else day + timedelta(days=1)
        begins = datetime.combine(day, hours.begins, zone).astimezone(UTC)
        ends = datetime.combine(over, hours.ends, zone).astimezone(UTC)
        if begins <= at < ends:
            return ends
    return None
