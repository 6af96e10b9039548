"""Cases, by person, by conversation, and by the next moment that matters."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Select, func, select

from mutuals.domain.model import Case, CaseState
from mutuals.storage.repositories.bulk_insert import find_by
from mutuals.storage.repositories.mappers import case_of, case_row
from mutuals.storage.repositories.repository import Repository
from mutuals.storage.schema.tables import ASKED, UNTOLD, WAITING, care_case
from mutuals.storage.scope import Scope

_ALL = select(care_case)
_WAIT = _ALL.where(WAITING)


async def _find(
    scope: Scope, query: Select[Any], column: Column[str], values: Sequence[str]
) -> dict[str, Case]:
    if not values:
        return {}
    rows = await find_by(scope.conn, scope.brand_id, query, column, values)
    return {row["id"]: case_of(row) for row in rows.mappings()}


class SqlCaseRepository(Repository):
    """The promises are those of `mutuals.ports.repositories.cases`."""

    async def by_ids(self, ids: Sequence[str]) -> dict[str, Case]:
        """The cases of these ids."""
        known = self.scope.cases
        missing = [one for one in ids if one not in known]
        known.update(await _find(self.scope, _ALL, care_case.c.id, missing))
        return {one: known[one] for one in ids if one in known}

    async def of(self, person_ids: Sequence[str], conversation_ids: Sequence[str]) -> list[Case]:
        """Waiting cases of these people and all cases of these conversations, oldest first."""
        found = await _find(self.scope, _WAIT, care_case.c.person_id, person_ids)
        found |= await _find(self.scope, _ALL, care_case.c.conversation_id, conversation_ids)
        return sorted(found.values(), key=lambda case: (case.opened_at, case.id))

    async def due(self, now: datetime, limit: int = 200) -> list[Case]:
        """Waiting cases with a moment that has come, the longest ago first."""
        query = (
            select(care_case)
            .where(care_case.c.brand_id == self.scope.brand_id, care_case.c.next_at <= now)
            .order_by(care_case.c.next_at)
            .limit(limit)
        )
        return [case_of(row) for row in await self.scope.all(query)]

    async def waiting(self) -> list[Case]:
        """Cases that wait for an answer, the earliest due first."""
        query = (
            select(care_case)
            .where(care_case.c.brand_id == self.scope.brand_id, WAITING)
            .order_by(care_case.c.due_at)
        )
        return [case_of(row) for row in await self.scope.all(query)]

    async def closed(self, state: CaseState, opened_since: datetime) -> list[Case]:
        """The cases that ended in this state and were opened since then, the longest waiting first."""
        query = select(care_case).where(
            care_case.c.brand_id == self.scope.brand_id,
            care_case.c.state == state,
            care_case.c.opened_at >= opened_since,
        )
        return [case_of(row) for row in await self.scope.all(query.order_by(care_case.c.opened_at))]

    async def count_untold(self) -> int:
        """How many cases wait that no alert has told of yet."""
        untold = select(func.count()).select_from(care_case)
        return await self.scope.number(untold.where(care_case.c.brand_id == self.scope.brand_id, UNTOLD))

    async def count_their_turn(self, opened_since: datetime) -> int:
        """How many people we have asked something, of those whose cases were opened since then."""
        people = select(func.count(care_case.c.person_id.distinct())).where(
            care_case.c.brand_id == self.scope.brand_id,
            care_case.c.state == CaseState.ANSWERED,
            care_case.c.opened_at >= opened_since,
            ASKED,
        )
        return await self.scope.number(people)

    async def put(self, these: Sequence[Case]) -> None:
        """Store cases whole."""
        for row in these:
            self.ensure_own(row.brand_id)
        self.scope.moved.update(one.person_id for one in these)
        latest = {one.id: one for one in these}
        await self.scope.upsert(care_case, [case_row(one) for one in latest.values()])
        self.scope.cases.update(latest)
