"""People as they were looked up."""

from collections.abc import Sequence
from typing import Protocol

from mutuals.domain.model import (
    Person,
)


class PersonRepository(Protocol):
    """People as they were looked up. Times are aware UTC."""

    async def by_ids(self, ids: Sequence[str]) -> dict[str, Person]: ...

    async def called(self, handle: str) -> list[Person]:
        """Everybody who is stored under this handle (without @, in any case), by id: a name may have changed hands."""

    async def names_like(self, beginning: str, limit: int) -> list[str]:
        """Handles in small letters that begin so, in their order; of people who are not gone."""

    async def suggested(self, begun: str, limit: int) -> list[str]:
        """Handles that begin so (without @, in any case): of people with an alert that is not settled, the most pressing
        first, then of others, by name."""

    async def put(self, people: Sequence[Person]) -> None:
        """Store what was looked up, and copy the relationship into the fan rows."""
