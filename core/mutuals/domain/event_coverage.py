"""Which part of the timelines is to be read, where a network tells by itself what happens. Pure.

A post that an event carries is not bought again. While a line is open a poll reads only what is newer than the newest post
that was told: where the line is sound there is nothing, which costs nothing; where it is deaf, it is noticed. Before a line
counts, what came before it was opened is read once, by a poll that begins SETTLES later, since a network's lists may show a
post some seconds late. After a line was cut is read what came since.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

SETTLES = timedelta(seconds=20)
ARRIVES = timedelta(seconds=10)  # within which an event has come: younger posts are left to it
KEPT = 4  # spans that are remembered


@dataclass(frozen=True, slots=True)
class CoveredSpan:
    """A time in which all events were told: from when the line was opened until its last sign of life that was stored."""

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class TimelineWindow:
    """What is to be read: nothing until `after`, nothing since `before`; None: as far as the cursor and the present go.
    `beyond_told`: nothing up to the newest post that was told."""

    after: datetime | None = None
    before: datetime | None = None
    beyond_told: bool = False


def is_alive(spans: Sequence[CoveredSpan], now: datetime, silent_after: timedelta) -> bool:
    """Has the line given a sign of life so lately that it is not silent?"""
    return bool(spans) and abs(now - spans[-1].until) <= silent_after


def window(
    spans: Sequence[CoveredSpan], read_at: datetime | None, now: datetime, silent_after: timedelta
) -> TimelineWindow:
    """What a reading that begins now is to read. `read_at`: when the last reading began. `spans`: oldest first; the last
    one may still go on."""
    alive, after = is_alive(spans, now, silent_after), None
    for span in spans:
        known = max((one for one in (read_at, after) if one is not None), default=None)
        if known is None or known < span.since + SETTLES:
            continue  # what came before this span is not read yet
        if alive and span is spans[-1]:
            return TimelineWindow(before=now - ARRIVES, beyond_told=True)
        if read_at is not None and read_at <= span.until + silent_after:
            after = span.until  # else it was read after this span, when nothing was told
    # The newest post that was told may be of a later span: what lies between the two is not known.
    newest = after is not None and after == spans[-1].until
    return TimelineWindow(after, spans[-1].since if alive else None, beyond_told=newest)


def reopened(spans: Sequence[CoveredSpan], now: datetime) -> tuple[CoveredSpan, ...]:
    """The line is open again, and does not tell what was missed."""
    return (*spans, CoveredSpan(now, now))[-KEPT:]


def told_until(spans: Sequence[CoveredSpan], until: datetime) -> tuple[CoveredSpan, ...]:
    """All events until then are stored."""
    if not spans:
        return ()
    last = spans[-1]
    return (*spans[:-1], CoveredSpan(last.since, max(last.until, until)))


def of_brand(spans: Sequence[CoveredSpan], subscribed_at: datetime | None) -> tuple[CoveredSpan, ...]:
    """The part of a line's spans in which it told this brand's events, too."""
    if subscribed_at is None:
        return ()
    return tuple(
        CoveredSpan(max(one.since, subscribed_at), one.until) for one in spans if one.until >= subscribed_at
    )
