"""Posts: stored once, edited in place, blanked for good when they are gone."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from mutuals.domain.model import (
    Post,
)


class PostRepository(Protocol):
    """Posts: stored once, edited in place, blanked for good when they are gone. Times are aware UTC."""

    async def add(self, posts: Sequence[Post]) -> list[Post]:
        """Store the posts that are new, and give them back in the given order. An edit (same
        `first_version` as a stored post) replaces its text and does not count as new. One that a listening rule had
        found and that comes to us now (`found_by` is None) is stored anew, and counts as new."""

    async def as_stored(self, posts: Sequence[Post]) -> list[Post]:
        """The posts, naming what they refer to by the id it is stored by: an edit has given it others."""

    async def by_ids(self, ids: Sequence[str]) -> dict[str, Post]: ...

    async def of_conversations(self, ids: Sequence[str], *, by: Sequence[str] | None = None) -> list[Post]:
        """All stored posts of these conversations, of these authors if given, oldest first."""

    async def of_authors(self, person_ids: Sequence[str], since: datetime) -> dict[str, list[Post]]:
        """Each person's stored posts since then that count as an interaction, oldest first; of a person
        with more than a thousand the newest thousand."""

    async def newest_of(self, person_id: str, limit: int) -> list[Post]:
        """The newest stored posts of one person, whatever they count as, oldest first."""

    async def times_of(self, person_ids: Sequence[str], since: datetime) -> dict[str, list[datetime]]:
        """When each of these people wrote since then, oldest first; who wrote nothing is left out."""

    async def since(
        self, since: datetime, limit: int | None = 5000, *, until: datetime | None = None
    ) -> list[Post]:
        """The newest posts since then and before `until`, whoever wrote them, oldest first; not those that only a listening
        rule has found."""

    async def first_times(self, person_ids: Sequence[str]) -> dict[str, datetime]:
        """When each of these people wrote the first post that is stored."""

    async def first_praise(self, person_ids: Sequence[str]) -> dict[str, datetime]:
        """When each of these people wrote the first stored post that is praise and counts as an interaction."""

    async def count_complaints(self, person_ids: Sequence[str], since: datetime) -> dict[str, int]:
        """How many complaints each of these people has written since then; who wrote none is left out."""

    async def count_by_author(self, person_ids: Sequence[str], since: datetime) -> dict[str, int]:
        """How many posts each of these people has written since then; who wrote none is left out."""

    async def redact(self, post_ids: Sequence[str], why: str) -> None:
        """Blank the texts for good and mark the posts as gone."""

    async def redact_author(self, person_id: str, why: str) -> list[str]:
        """Blank all texts of a person, and drop their profile's name, bio and picture; gives the post ids."""
