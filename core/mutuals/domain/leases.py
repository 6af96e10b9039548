"""Leases: one process may work on something until a time; when that is over, somebody else may.

Three rules hold for every lease, whatever it is on (`docs/decisions/0018-leases.md`):

1. It is acquired when nobody has it or its end has passed, renewed by its holder only, and given up by its holder or its
   end. What a holder writes is fenced: it changes nothing once somebody else has acquired the lease.
2. An end further away than any clock that is right would set it is that of a clock that was ahead: it holds nothing.
3. It lasts as long as the longest call that is made under it, and a margin; and never longer than a minute, in which we
   promise that another process takes over.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeVar

from mutuals.domain.model import Action, ActState, Delivery, DeliveryState

# A right clock sets an end one length away. Another machine's may differ by a second or two, and a lease of twenty
# seconds has to bear it; three lengths are beyond any such difference.
BELIEVED = 3


@dataclass(frozen=True, slots=True)
class LeaseTerm:
    """How long a lease lasts, and when its holder stops: `margin` before the end, since commits take time and clocks differ.
    One that is `renewed` is held for as long as its holder lives."""

    length: timedelta
    margin: timedelta = timedelta(0)
    renewed: timedelta | None = None  # so often

    def until(self, now: datetime) -> datetime:
        """The end of a lease that is acquired or renewed now."""
        return now + self.length

    def is_held(self, until: datetime, now: datetime) -> bool:
        """Does an end that somebody has set still hold?"""
        return now < until <= now + BELIEVED * self.length

    def seconds_left(self, until: datetime, now: datetime) -> float:
        """For how long its holder may still work; zero or less: not any more. By the clock that others go by, too, so
        that a machine which slept, and its timers with it, does nothing late."""
        return (min(self.length, until - now) - self.margin).total_seconds()


# A call to a network may take 24 seconds, as the renewal of a sign-in and a slow answer add up.
ACTION = LeaseTerm(timedelta(seconds=30), margin=timedelta(seconds=6))
# A mail server may take its time.
HAND_OFF = LeaseTerm(timedelta(seconds=60), margin=timedelta(seconds=15))
# A call to a chat may take 18 seconds.
DELIVERY = LeaseTerm(timedelta(seconds=20), margin=timedelta(seconds=2))
# A poll makes several calls. Two at once would read the same and store it once: no margin.
TASK = LeaseTerm(timedelta(seconds=45))
# A chat's connection, the sweep. Two renewals may fail, and the third comes in time; a holder that can't renew lets go
# before another may have it.
CONNECTION = LeaseTerm(timedelta(seconds=20), margin=timedelta(seconds=3), renewed=timedelta(seconds=5))
# The exchange of a refresh token, which works once: rather wait for a minute than try it twice.
SIGN_IN = LeaseTerm(timedelta(seconds=60))

# A machine that woke with a wrong clock, or whose clock was set forward by mistake and back, has planned what nobody would
# do until the right clock has caught up. This is the longest that a right one ever puts each off; a network may name the
# end of its day, and the end of a summer time makes a day an hour longer. A periodic read waits for its own interval.
ACTION_WAITS, DELIVERY_WAITS, DIGEST_WAITS = timedelta(hours=25), timedelta(hours=2), timedelta(hours=25)
HAND_OFF_WAITS = timedelta(hours=2)
CLOCK_SLACK = timedelta(minutes=2)

Row = TypeVar("Row", Action, Delivery)


def acquired(row: Row, until: datetime) -> Row:
    """The row as its next holder writes it before a call: that one is under way, whose number is the fencing token."""
    if isinstance(row, Action):
        return replace(row, state=ActState.CALLING, attempt=row.attempt + 1, next_at=until)
    return replace(row, state=DeliveryState.SENDING, attempt=row.attempt + 1, next_at=until)
