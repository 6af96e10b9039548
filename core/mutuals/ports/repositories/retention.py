"""Deleting what is kept no longer."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from mutuals.domain.model import Alert, Post
from mutuals.domain.person_summary import PersonSummary


class RetentionRepository(Protocol):
    """Deletes what is kept no longer; what must stay is for the caller to say. Times are aware UTC."""

    async def posts(self, before: datetime, after: tuple[datetime, str] | None, limit: int) -> list[Post]:
        """The oldest posts from before then, by time and id, behind the one of this time and id."""

    async def delete_posts(self, posts: Sequence[Post]) -> None:
        """Delete these posts with the feedback on them; their dates and counts go into the summaries of their authors."""

    async def summaries(self, person_ids: Sequence[str]) -> dict[str, PersonSummary]:
        """What stays of the deleted posts of these people."""

    async def settled_alerts(self, before: datetime, limit: int) -> list[Alert]:
        """Alerts that were settled before then, the longest ago first."""

    async def delete_alerts(self, alerts: Sequence[Alert]) -> None:
        """Delete these alerts with the drafts and hand-offs of theirs and their own messages' deliveries; acts stay."""

    async def delete_records(self, before: datetime, limit: int) -> int:
        """Delete notices, settled bundles, cases that wait no more and deliveries that owe nothing, from before then, at
        most so many of each; gives how many. What an alert that is not settled tells of stays."""

    async def delete_people(self, checked_before: datetime, after: str, limit: int) -> tuple[int, str | None]:
        """Look at so many people behind this id, and delete whom nothing needs: no post, alert, waiting case, note or wish,
        and no look-up since then. Gives how many, and the last id that was looked at; None when that was all."""
