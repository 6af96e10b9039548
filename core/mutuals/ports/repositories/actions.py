"""Actions: what somebody of the team asked for, and how far it got."""

from datetime import datetime
from typing import Protocol

from mutuals.domain.model import (
    Action,
    ActState,
)


class ActionRepository(Protocol):
    """Actions: what somebody of the team asked for, and how far it got. Times are aware UTC.

    One that is under way is a lease: `next_at` is its end, `attempt` its fencing token (`mutuals.domain.leases.acquired`).
    """

    async def begin(self, action: Action) -> Action | None:
        """Claim an act: None when it is ours; else the live or done one that stands in its way
        (same alert and kind; for replies and acknowledgements also the same post)."""

    async def get(self, action_id: str) -> Action | None: ...

    async def of(self, alert_id: str) -> list[Action]:
        """The acts of an alert, oldest first."""

    async def put(self, action: Action, *, was: ActState, was_attempt: int) -> bool:
        """Acquire an act, or write what came of it: changes its row while it is in the state and the attempt that were
        read. False when somebody else has acquired it since."""

    async def due(self, now: datetime, limit: int = 50) -> list[Action]:
        """Live acts whose turn has come, or whose holder's lease is over."""

    async def since(self, since: datetime) -> list[Action]:
        """All acts begun since then, newest first."""
