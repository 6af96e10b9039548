"""The rota: who of the team is on duty when. Pure."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from mutuals.domain import business_hours
from mutuals.domain.business_hours import DAYS, parse_week
from mutuals.domain.policy import Hours, Shift

LIKE = "Ana slack:U0123ABCD mon-fri 09:00-17:00; Ben discord:123456789012345678 sat-sun 10:00-16:00"
MOST = 50  # entries
_ID = re.compile(r"([a-z][a-z0-9_]*):@?([A-Za-z0-9]{2,32})")


def parse(text: str, zone: str = "UTC") -> tuple[Shift, ...]:
    """The shifts of a setting, one an entry; entries stand on lines of their own or are separated by semicolons.

    Raises ValueError with a sentence that says which entry is wrong and how to write it.
    """
    entries = [part.strip() for line in text.splitlines() for part in line.split(";") if part.strip()]
    if len(entries) > MOST:
        raise ValueError(f"it has {len(entries)} entries, and {MOST} are the most")
    return tuple(_shift(entry, zone) for entry in entries)


def on_duty(shifts: Sequence[Shift], at: datetime) -> list[Shift]:
    """Whose hours hold at this moment, in the order of the rota."""
    return [one for one in shifts if business_hours.opening(at, one.hours) <= at]


def left(shift: Shift, at: datetime, most: timedelta = timedelta(hours=12)) -> timedelta:
    """How much of somebody's duty is left in the hours to come, at most this far ahead; a break does not count."""
    return business_hours.between(at, at + most, shift.hours)


def _shift(entry: str, zone: str) -> Shift:
    words = entry.split()
    start = next((n for n, word in enumerate(words) if _is_id(word) or _is_day(word)), len(words))
    name = " ".join(words[:start]).strip("@:,")
    ids: dict[str, str] = {}
    while start < len(words) and (found := _ID.fullmatch(words[start].rstrip(","))) is not None:
        ids[found[1].lower()] = found[2]
        start += 1
    if not name or start >= len(words):
        raise ValueError(f'"{entry[:60]}" needs a name and hours; write it like: {LIKE}')
    return Shift(name, ids, Hours(parse_week(" ".join(words[start:])), zone))


def _is_id(word: str) -> bool:
    return _ID.fullmatch(word.rstrip(",")) is not None


def _is_day(word: str) -> bool:
    first, _, last = word.lower().rstrip(",").partition("-")
    return first in DAYS and (not last or last in DAYS)
