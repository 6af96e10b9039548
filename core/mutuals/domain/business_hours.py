"""Business hours: when time counts. Weekly opening hours in a time zone, without the holidays. Pure.

Opening hours are wall-clock times of the zone. On a day when the clocks change, an hour that
does not exist counts for nothing and an hour that comes twice counts twice.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from mutuals.domain.policy import Hours, Span

_DAY = timedelta(days=1)
_MIDNIGHT = 24 * 60
_LOOK_AHEAD = 3660  # days; who is closed for ten years is not waited for


def every_hour(zone: str = "UTC") -> Hours:
    """Always open."""
    return Hours((((0, _MIDNIGHT),),) * 7, zone)


def opening(at: datetime, hours: Hours) -> datetime:
    """The moment from which the clock of a post written at `at` runs: at once, or when the next span opens."""
    if hours.always:
        return at.astimezone(UTC)
    then = at.astimezone(UTC)
    return next((max(start, then) for start, end in _spans(then, hours) if end > then), then)


def due(at: datetime, duration: timedelta, hours: Hours) -> datetime:
    """The first moment by which `duration` of open time has passed since `at`, in UTC."""
    then = at.astimezone(UTC)
    if hours.always or duration <= timedelta():
        return then + duration
    left = duration
    for opens, closes in _spans(then, hours):
        start = max(opens, then)
        if closes <= start:
            continue
        if closes - start >= left:
            return start + left
        left -= closes - start
    return then + duration


def between(a: datetime, b: datetime, hours: Hours) -> timedelta:
    """The open time from `a` to `b`; zero when `b` is not later."""
    first, last = a.astimezone(UTC), b.astimezone(UTC)
    if hours.always or last <= first:
        return max(last - first, timedelta())
    total = timedelta()
    for start, end in _spans(first, hours):
        if start >= last:
            break
        total += max(min(end, last) - max(start, first), timedelta())
    return total


def _spans(at: datetime, hours: Hours) -> Iterator[tuple[datetime, datetime]]:
    """Opening spans in UTC, in order and apart, from the day before `at` on."""
    zone = _zone(hours.zone)
    first = at.astimezone(zone).date() - _DAY
    before = datetime.min.replace(tzinfo=UTC)
    for number in range(_LOOK_AHEAD):
        day = first + number * _DAY
        if day in hours.holidays:
            continue
        for opens, closes in hours.week[day.weekday()]:
            # Where the clocks go forward two spans may seem to overlap: time counts once.
            start, end = max(_moment(day, opens, zone), before), _moment(day, closes, zone)
            if end > start:
                before = end
                yield start, end


def _moment(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    day, minutes = (day + _DAY, 0) if minutes == _MIDNIGHT else (day, minutes)
    wall = datetime.combine(day, time(minutes // 60, minutes % 60), zone)
    return wall.astimezone(UTC)


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


# --- from the words of a setting -------------------------------------------------------------

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def parse_week(text: str) -> tuple[tuple[Span, ...], ...]:
    """The week of "mon-fri 09:00-18:00, sat 10:00-14:00". Raises ValueError with a sentence that says what is wrong."""
    week: list[list[Span]] = [[] for _ in DAYS]
    for part in filter(None, (one.strip() for one in text.lower().replace(";", ",").split(","))):
        words = part.split()
        if len(words) < 2:
            raise ValueError(f'"{part}" needs days and times, as in: mon-fri 09:00-18:00')
        for day in _days(words[0]):
            week[day] += [_span(word) for word in words[1:]]
    return tuple(_merged(spans) for spans in week)


def _days(word: str) -> list[int]:
    first, _, last = word.partition("-")
    names = [name[:3] for name in (first, last or first)]
    if any(name not in DAYS for name in names):
        raise ValueError(f'"{word}" is no day; days are {", ".join(DAYS)}, or a span as mon-fri')
    start, end = DAYS.index(names[0]), DAYS.index(names[1])
    return [day % 7 for day in range(start, (end if end >= start else end + 7) + 1)]


def _span(word: str) -> Span:
    opens, dash, closes = word.partition("-")
    if not dash:
        raise ValueError(f'"{word}" lacks its end; write it as 09:00-18:00')
    start, end = _minutes(opens), _minutes(closes)
    if end <= start:
        raise ValueError(f'"{word}" ends before it begins; a night shift is written as two days')
    return start, end


def _minutes(word: str) -> int:
    hour, _, minute = word.partition(":")
    minute = minute or "00"
    if not (hour.isdecimal() and minute.isdecimal() and len(minute) == 2):
        raise ValueError(f'"{word}" is no time of day; write it as 09:00')
    found = int(hour) * 60 + int(minute)
    if int(minute) > 59 or found > _MIDNIGHT:
        raise ValueError(f'"{word}" is no time of day; write it as 09:00')
    return found


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans of one day in order; those that overlap or touch become one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple(found)
