"""When a brand that is mentioned all the time is mentioned no more: quiet, or cut off? Pure.

What is learned is in which clock hours of the last weeks somebody mentioned the brand, and nothing more: a storm
of two thousand posts in an hour counts as one such hour, and posts may come twice and in any order.

Hours differ. For each hour of the day, working days and weekends apart, the history says how often somebody
writes in it. A gap is not measured in hours but in these shares added up ("so many hours with mentions would
have been expected"), so a night in which nobody ever writes is no gap, and nobody is alarmed each night.
The usual gap is the one that nine of ten do not exceed. Three times that, and never less than two hours, is an
alarm. With mentions that come at random this is wrong about once in a thousand gaps.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise

HOUR = timedelta(hours=1)
KEPT = timedelta(days=28)  # long enough to know a weekend hour eight times, short enough to follow a change
ENOUGH = timedelta(days=14)  # shorter histories know each weekend hour less than four times
FEWEST_A_WEEK = 14  # hours with mentions; below two a day a silence says nothing
TIMES = 3  # usual gaps
AT_LEAST = timedelta(hours=2)
NINE_OF_TEN = 0.9
_LONGEST = 24 * 28  # hours looked ahead


@dataclass(frozen=True, slots=True)
class MentionHistory:
    """The clock hours, since 1970, in which the brand was mentioned, and when it was mentioned last."""

    hours: frozenset[int] = frozenset()
    last: datetime | None = None


@dataclass(frozen=True, slots=True)
class Silence:
    """Nobody since `since`, where `usual` is how long nine of ten gaps take at this time of the week."""

    since: datetime
    usual: timedelta


def heard(before: MentionHistory, times: Iterable[datetime]) -> MentionHistory:
    """What is known after these mentions too, in whatever order they come, and however often."""
    moments = [one.astimezone(UTC) for one in times]
    if not moments:
        return before
    last = max(moments) if before.last is None else max(before.last, *moments)
    kept = _number(last - KEPT)
    hours = before.hours | {_number(one) for one in moments}
    return MentionHistory(frozenset(one for one in hours if one > kept), last)


def enough(known: MentionHistory) -> bool:
    """Is there history enough to know what is usual, and are there mentions enough?"""
    if not known.hours or known.last is None:
        return False
    span = (max(known.hours) - min(known.hours) + 1) * HOUR
    return span >= ENOUGH and len(known.hours) * timedelta(days=7) >= FEWEST_A_WEEK * span


def silence(known: MentionHistory, now: datetime) -> Silence | None:
    """Is it too silent at this moment? None also where nothing is known to compare with."""
    if known.last is None or now - known.last < AT_LEAST or not enough(known):
        return None
    shares = _shares(known.hours)
    usual = _usual_gap(known.hours, shares)
    if now - known.last < _lasting(known.last, TIMES * usual, shares):
        return None
    return Silence(known.last, _lasting(known.last, usual, shares))


def _number(moment: datetime) -> int:
    return int(moment.timestamp() // 3600)


def _kind(hour: int) -> int:
    """0 to 23 on working days, 24 to 47 at weekends, in UTC."""
    day = (hour // 24 + 3) % 7  # 1970 began on a Thursday
    return hour % 24 + (24 if day >= 5 else 0)


def _shares(hours: frozenset[int]) -> Mapping[int, float]:
    """For each kind of hour: in which share of them somebody wrote."""
    all_of, with_mentions = dict.fromkeys(range(48), 0), dict.fromkeys(range(48), 0)
    for one in range(min(hours), max(hours) + 1):
        all_of[_kind(one)] += 1
        with_mentions[_kind(one)] += one in hours
    return {kind: with_mentions[kind] / count if count else 0.0 for kind, count in all_of.items()}


def _usual_gap(hours: frozenset[int], shares: Mapping[int, float]) -> float:
    """What nine of ten gaps between hours with mentions do not exceed, in expected hours with mentions."""
    gaps = sorted(_gaps(sorted(hours), shares))
    return gaps[min(len(gaps) - 1, int(NINE_OF_TEN * len(gaps)))]


def _gaps(ordered: list[int], shares: Mapping[int, float]) -> Iterator[float]:
    for one, other in pairwise(ordered):
        yield sum(shares[_kind(hour)] for hour in range(one + 1, other + 1))


def _lasting(since: datetime, expected: float, shares: Mapping[int, float]) -> timedelta:
    """How long it takes from then on until so many hours with mentions would have been expected."""
    moment = since.astimezone(UTC)
    for hour in range(_number(moment), _number(moment) + _LONGEST):
        end = datetime.fromtimestamp((hour + 1) * 3600, UTC)
        part = shares[_kind(hour)] * ((end - moment) / HOUR)
        if part >= expected > 0:
            return moment + (end - moment) * (expected / part) - since
        expected, moment = expected - part, end
        if expected <= 0:
            break
    return moment - since
