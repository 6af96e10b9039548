"""What is said to a brand, hour by hour: how many posts, and how many of them complain, ask or praise. Pure.

The counts stay when the posts are deleted, so that what is usual for a brand is known without anybody's words.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from mutuals.domain.model import Category, Post

HOUR = timedelta(hours=1)
COMPLAINS = frozenset({Category.COMPLAINT, Category.CONCERN})


@dataclass(frozen=True, slots=True)
class HourCount:
    """Posts of others in one clock hour, as they were judged when they came; a later edit changes nothing here."""

    posts: int = 0
    complaints: int = 0  # concerns included
    questions: int = 0
    praise: int = 0

    def __add__(self, other: "HourCount") -> "HourCount":
        return HourCount(
            self.posts + other.posts,
            self.complaints + other.complaints,
            self.questions + other.questions,
            self.praise + other.praise,
        )


def hour_of(moment: datetime) -> datetime:
    """The beginning of a moment's clock hour, in UTC."""
    return moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0)


def counted(posts: Iterable[Post], ours: Collection[str], now: datetime) -> dict[datetime, HourCount]:
    """These posts by hour, without those of the ids in `ours` and without reposts. What claims to be written in the future
    (somebody's clock is wrong) counts now."""
    found: dict[datetime, HourCount] = {}
    for one in posts:
        if one.author_id in ours or one.reposts is not None:
            continue
        hour = hour_of(min(one.at, now))
        found[hour] = found.get(hour, HourCount()) + HourCount(
            1,
            int(one.category in COMPLAINS),
            int(one.category is Category.QUESTION),
            int(one.category is Category.PRAISE),
        )
    return found
