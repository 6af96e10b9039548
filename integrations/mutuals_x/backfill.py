"""When a timeline is read once more some hours back: X shows some posts only long after younger ones. Pure.

X charges a post once a UTC day however often it is read, but promises that only softly: so a look back is made a few
times an hour, and never into yesterday, whose posts would be bought again, but for its last half hour, once.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from mutuals_x.parse import SNOWFLAKE_EPOCH, SNOWFLAKE_SHIFT
from mutuals_x.timeline_cursor import TimelineCursor

EVERY = timedelta(minutes=10)
HOURS_BACK = timedelta(hours=6)
YESTERDAY = timedelta(minutes=30)  # of yesterday is read once more, which costs its price again: 2 % of a day
SETTLED = timedelta(minutes=30)  # after midnight; most of what was late has come by then


def id_at(at: datetime) -> int:
    """The smallest id of a post written at that time."""
    return max(0, int((at - SNOWFLAKE_EPOCH).total_seconds() * 1000)) << SNOWFLAKE_SHIFT


@dataclass(slots=True)
class Backfill:
    """Looks back of one timeline. The first reading after a start is one, too: what came late while nobody looked."""

    at: datetime | None = None
    yesterday_read_on: date | None = None

    def start(self, mark: TimelineCursor, now: datetime) -> int | None:
        """The id to read from if a look back is due now; None when the bookmark decides."""
        if not mark.after or mark.before or (self.at is not None and abs(now - self.at) < EVERY):
            return None
        start = self.reach(now)
        return start if start < mark.since else None

    def reach(self, now: datetime) -> int:
        """How far back anything is read."""
        utc = now.astimezone(UTC)
        midnight = utc.replace(hour=0, minute=0, second=0, microsecond=0)
        if utc - midnight >= SETTLED and self.yesterday_read_on != utc.date():
            midnight -= YESTERDAY
        return id_at(max(utc - HOURS_BACK, midnight))

    def done(self, start: int | None, now: datetime) -> None:
        """A reading has come to its end; it looked back if it had a start."""
        if start is None:
            return
        self.at = now
        utc = now.astimezone(UTC)
        midnight = utc.replace(hour=0, minute=0, second=0, microsecond=0)
        if utc - midnight >= SETTLED:
            self.yesterday_read_on = utc.date()
