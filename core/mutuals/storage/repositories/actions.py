"""Acts: claimed by one row that two people can't both insert, then moved on step by step.

Every step that an auditor asks for is written to the ledger here, in the same transaction.
"""

from datetime import datetime

from sqlalchemy import bindparam, or_, select

from mutuals.domain.model import CAME_TO_NOTHING, Action, ActState
from mutuals.storage.leases import ACTIONS
from mutuals.storage.repositories import ledger
from mutuals.storage.repositories.mappers import action_of, action_row, busy_key, once_key
from mutuals.storage.repositories.repository import Repository
from mutuals.storage.schema.tables import action
from mutuals.storage.scope import Scope


async def _in_the_way(scope: Scope, one: Action) -> Action | None:
    held = {action.c.once: once_key(one), action.c.busy: busy_key(one)}
    clash = [column == key for column, key in held.items() if key is not None]  # free places are no clash
    if not clash:
        return None
    others = (action.c.brand_id == one.brand_id, action.c.id != one.id, or_(*clash))
    found = await scope.first(select(action).where(*others).order_by(action.c.created_at))
    return None if found is None else action_of(found)


_OF_ALERT = (
    select(action)
    .where(action.c.brand_id == bindparam("of_brand"), action.c.alert_id == bindparam("of_alert"))
    .order_by(action.c.created_at, action.c.id)
)


class SqlActionRepository(Repository):
    """The promises are those of `mutuals.ports.repositories.actions`."""

    async def begin(self, one: Action) -> Action | None:
        """Claim an act: None when it is ours, else the one that stands in its way."""
        self.ensure_own(one.brand_id)
        scope = self.scope
        if await scope.add(action, action_row(one)):
            await ledger.record(scope, one, None)
            return None
        return await _in_the_way(scope, one) or await self.get(one.id)

    async def get(self, action_id: str) -> Action | None:
        """The act of this id."""
        query = select(action).where(action.c.brand_id == self.scope.brand_id, action.c.id == action_id)
        row = await self.scope.first(query)
        return None if row is None else action_of(row)

    async def of(self, alert_id: str) -> list[Action]:
        """The acts of an alert, oldest first."""
        rows = await self.scope.all(_OF_ALERT, {"of_brand": self.scope.brand_id, "of_alert": alert_id})
        return [action_of(row) for row in rows]

    async def put(self, one: Action, *, was: ActState, was_attempt: int) -> bool:
        """Change an act that is still in that state and attempt, unless its place was taken meanwhile."""
        self.ensure_own(one.brand_id)
        scope = self.scope
        if was in CAME_TO_NOTHING and await _in_the_way(scope, one):
            return False
        row = action_row(one)
        statement, fence = ACTIONS.fenced(row, {"state": was, "attempt": was_attempt})
        changed = await scope.changed(statement, {**row, **fence})
        if changed:
            await ledger.record(scope, one, was)
        return changed

    async def due(self, now: datetime, limit: int = 50) -> list[Action]:
        """Live acts whose `next_at` has come, the longest ago first."""
        query = (
            select(action)
            .where(action.c.brand_id == self.scope.brand_id, ACTIONS.due(now))
            .order_by(action.c.next_at)
            .limit(limit)
        )
        return [action_of(row) for row in await self.scope.all(query)]

    async def since(self, since: datetime) -> list[Action]:
        """Acts begun since then, newest first."""
        query = (
            select(action)
            .where(action.c.brand_id == self.scope.brand_id, action.c.created_at >= since)
            .order_by(action.c.created_at.desc(), action.c.id.desc())
        )
        return [action_of(row) for row in await self.scope.all(query)]
