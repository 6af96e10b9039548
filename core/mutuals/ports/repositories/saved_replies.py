"""Saved replies: the texts that a team keeps to answer with."""

from typing import Protocol

from mutuals.domain.saved_replies import SavedReply


class SavedReplyRepository(Protocol):
    """Saved replies that the team has written, changed or removed; starters that it has not touched are no rows."""

    async def all(self) -> list[SavedReply]:
        """Every row of the brand, in the order of their ids."""

    async def get(self, reply_id: str) -> SavedReply | None: ...

    async def put(self, reply: SavedReply) -> None:
        """Keep a reply; one of the same id is replaced. Raises ValueError for one without `at`, which is a starter."""

    async def remove(self, reply_id: str) -> None:
        """Forget a row. A starter of this id is there again, as it comes."""
