"""Fans: what people did towards the brand, and how the two follow each other."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from mutuals.domain.fan_segments import FanSegment
from mutuals.domain.model import (
    Credit,
    Fan,
)


class FanRepository(Protocol):
    """Fans: what people did towards the brand, and how the two follow each other. Times are aware UTC."""

    async def by_ids(self, person_ids: Sequence[str]) -> dict[str, Fan]: ...

    async def put(self, fans: Sequence[Fan]) -> None: ...

    async def credit(self, earned: Sequence[Credit]) -> None:
        """Add interactions; who is new becomes a fan. Nothing else of them changes."""

    async def record_answers(self, answers: Sequence[tuple[str, datetime]]) -> None:
        """We have answered these people then, so often as they are named; whoever is no fan is left out."""

    async def top(self, limit: int, *, active_since: datetime, at_least: int) -> list[Fan]:
        """People we do not follow (or have not looked up) and whose last interaction is not older,
        with at least so many interactions, best score first. Uses the partial index."""

    async def segment(self, which: FanSegment, limit: int, *, since: datetime, until: datetime) -> list[Fan]:
        """The first fans of a group, in its order (`mutuals.domain.fan_segments`), whose last word was in this time."""
