"""When a post that the chats quote is looked at again, to notice that it was deleted. Pure; the time is an argument.

A network charges a post once a UTC day (X: docs.x.com getting-started/pricing). So a post that waits is looked at once for
nothing, late on the day on which it was read, and afterwards at most once a UTC day. Most deletions come early, so the gaps
grow with the post's age; what is settled is looked at seldom. Times are aware UTC.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

# A little less than a day: the task comes every hour, and a look must not come later each day.
OPEN_GAP = timedelta(hours=22)
SETTLED_GAP = timedelta(hours=46)
OPEN_GROWTH, SETTLED_GROWTH = (
    0.5,
    1.0,
)  # a gap is at least this share of the age that the post had at the look before
FREE_FROM_HOUR = 22  # UTC; late, so that the look covers the day
SETTLED_SHARE = 5  # of what may be bought, one in five is kept for settled alerts


@dataclass(frozen=True, slots=True)
class QuotedPost:
    """A post that the chats show. `is_open`: an alert that waits shows it. `read_at`: when it was read first."""

    id: str
    is_open: bool
    read_at: datetime
    looked_at: datetime | None = None

    def seen_at(self, now: datetime) -> datetime:
        """When it was surely still there. A look in the future was made by a clock that went wrong: it does not count."""
        looked = self.looked_at
        return looked if looked is not None and self.read_at <= looked <= now else self.read_at

    def gap(self, now: datetime) -> timedelta:
        """How long it may go unlooked at after the last look."""
        age = max(timedelta(), self.seen_at(now) - self.read_at)
        least, growth = (OPEN_GAP, OPEN_GROWTH) if self.is_open else (SETTLED_GAP, SETTLED_GROWTH)
        return max(least, age * growth)

    def is_due(self, now: datetime) -> bool:
        """Has its gap passed, and is it another UTC day than that of the last look?"""
        if self.looked_at is not None and self.looked_at > now:
            return True
        seen = self.seen_at(now)
        return _utc_day(seen) != _utc_day(now) and now - seen >= self.gap(now)

    def is_free(self, now: datetime) -> bool:
        """Is this the evening of the day on which it was read, so that the one look costs nothing?"""
        late = now.astimezone(UTC).hour >= FREE_FROM_HOUR
        unseen = self.looked_at is None and now - self.read_at >= timedelta(hours=1)
        return self.is_open and late and unseen and _utc_day(self.read_at) == _utc_day(now)


def _utc_day(at: datetime) -> str:
    return at.astimezone(UTC).date().isoformat()


def free(posts: Iterable[QuotedPost], now: datetime) -> list[str]:
    """Which posts can be looked at now for nothing."""
    return [post.id for post in posts if post.is_free(now)]


def due(posts: Iterable[QuotedPost], now: datetime, most: int) -> list[str]:
    """Which posts to buy another look at now, at most so many: those of open alerts first, the most overdue first. One in
    five places is kept for settled alerts as long as some of them are due."""
    overdue = [post for post in posts if post.is_due(now)]
    waiting, settled = (
        _by_need([post for post in overdue if post.is_open is kind], now) for kind in (True, False)
    )
    kept = min(len(settled), most // SETTLED_SHARE)
    taken = waiting[: most - kept]
    return [post.id for post in (*taken, *settled[: most - len(taken)])]


def _by_need(posts: Sequence[QuotedPost], now: datetime) -> list[QuotedPost]:
    return sorted(posts, key=lambda post: (-((now - post.seen_at(now)) / post.gap(now)), post.id))


def longest_gap(posts: Iterable[QuotedPost], now: datetime, *, is_open: bool) -> timedelta:
    """How long ago the one was looked at that was not looked at for the longest time; zero when there is none."""
    return max((now - post.seen_at(now) for post in posts if post.is_open is is_open), default=timedelta())
