"""Feedback: what the team said of our classification of a post."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from mutuals.domain.feedback import Feedback


class FeedbackRepository(Protocol):
    """Feedback: what the team said of our classification of a post. Times are aware UTC."""

    async def put(self, feedback: Feedback) -> None:
        """Keep a verdict; a person's later one on the same post replaces the earlier."""

    async def take_back(self, post_id: str, actor_key: str) -> None:
        """Forget what this person said of this post."""

    async def newest(self, *, since: datetime | None = None, limit: int | None = None) -> list[Feedback]:
        """The newest verdicts after `since`, oldest first."""

    async def on(self, post_ids: Sequence[str]) -> list[Feedback]:
        """The verdicts on these posts, oldest first."""

    async def count(self, since: datetime | None = None) -> int: ...
