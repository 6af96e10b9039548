"""What stays of a person's posts when the posts are deleted: when they first wrote and praised, and how many a day. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time

from mutuals.domain.model import Category, Post


@dataclass(frozen=True, slots=True)
class PersonSummary:
    """Dates and daily counts of deleted posts, without a word; kept until the person is forgotten.

    When they first followed and when we last answered stand in the changes of who follows whom and in the fan's row.
    """

    person_id: str
    first_at: datetime | None = None  # of the first deleted post
    first_praise_at: datetime | None = None  # of the first deleted praise that counted as an interaction
    days: Mapping[date, int] = field(default_factory=dict)  # deleted posts by UTC day
    last_episode: int = 0  # of their deleted alerts: no later alert takes the id of one

    def with_posts(self, posts: Iterable[Post]) -> "PersonSummary":
        """The same after these posts of the person are deleted, too."""
        days, first, praise = dict(self.days), self.first_at, self.first_praise_at
        for one in posts:
            first = min(first or one.at, one.at)
            if one.interaction is not None and one.category is Category.PRAISE:
                praise = min(praise or one.at, one.at)
            day = one.at.astimezone(UTC).date()
            days[day] = days.get(day, 0) + 1
        return replace(self, days=days, first_at=first, first_praise_at=praise)

    def with_episode(self, episode: int) -> "PersonSummary":
        """The same after the alert of this number is deleted, too."""
        return replace(self, last_episode=max(self.last_episode, episode))

    def count(self, since: datetime) -> int:
        """How many deleted posts were written on the days from this one on."""
        first = since.astimezone(UTC).date()
        return sum(many for day, many in self.days.items() if day >= first)

    def times(self, since: datetime) -> list[datetime]:
        """One time for each of those days: its noon, since the hours are not kept."""
        first = since.astimezone(UTC).date()
        return [datetime.combine(day, time(12), UTC) for day in sorted(self.days) if day >= first]
