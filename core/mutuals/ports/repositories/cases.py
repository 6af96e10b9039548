"""Cases: somebody waits for an answer."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from mutuals.domain.model import (
    Case,
    CaseState,
)


class CaseRepository(Protocol):
    """Cases: somebody waits for an answer. Times are aware UTC."""

    async def by_ids(self, ids: Sequence[str]) -> dict[str, Case]: ...

    async def of(self, person_ids: Sequence[str], conversation_ids: Sequence[str]) -> list[Case]:
        """Cases of these people that wait for an answer, and cases of these conversations in any state."""

    async def due(self, now: datetime, limit: int = 200) -> list[Case]:
        """Waiting cases for which a moment (tell, warn, due, promise, expiry) has come and is not dealt with."""

    async def waiting(self) -> list[Case]:
        """All cases that wait for an answer, the earliest due first."""

    async def closed(self, state: CaseState, opened_since: datetime) -> list[Case]:
        """The cases that ended in this state and were opened since then, the longest waiting first."""

    async def count_untold(self) -> int:
        """How many cases wait that no alert has told of yet."""

    async def count_their_turn(self, opened_since: datetime) -> int:
        """How many people we have asked something and who have not answered yet, of cases opened since then."""

    async def put(self, cases: Sequence[Case]) -> None: ...
