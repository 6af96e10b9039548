"""Who drifts away: somebody speaks on far fewer days than was usual for them. Pure.

Only their own rhythm is the measure, so whoever speaks seldom is never called adrift for being silent.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

EXPECTED = 6  # days on which they would have spoken in the time looked at; fewer tell nothing
SEEN = (
    1  # days on which they still may have: at six expected ones, that few come by chance once in sixty times
)
BASELINE = 8  # days with a word of theirs before that time: below it there is no rhythm
SPAN = 28  # days over which these must be spread: a quarrel of one week is no rhythm
WINDOWS = (14, 21, 30, 45, 60)  # days looked at: the shortest in which enough was to be expected
PAUSE = 1.5  # times their longest pause: so long must the time looked at be


@dataclass(frozen=True, slots=True)
class Drift:
    """How often somebody used to speak, and how often they do now."""

    usual: float  # days with a word, in 30 days
    window: int  # days looked at
    seen: int  # days with a word in it
    last_at: datetime  # their last word


def drift(times: Sequence[datetime], now: datetime) -> Drift | None:
    """Whether these posts of one person (their times, in any order, UTC) show that they drift away; None: they do not."""
    spoken = [at for at in times if at <= now]
    ages = sorted({(now - at).days for at in spoken}, reverse=True)  # days ago, the oldest first
    for window in WINDOWS:
        before = [age for age in ages if age >= window]
        if len(before) < BASELINE or before[0] - before[-1] < SPAN:
            return None  # a longer time leaves even less before it
        rate = len(before) / (before[0] - before[-1] + 1)
        longest = max(older - newer for older, newer in pairwise(before))
        if rate * window >= EXPECTED and window >= PAUSE * longest:
            seen = len(ages) - len(before)
            return Drift(rate * 30, window, seen, max(spoken)) if seen <= SEEN else None
    return None
