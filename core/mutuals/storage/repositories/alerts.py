"""Alerts: one open one for a person, and every change conditional on the version it was made from."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, exists, func, or_, select, update

from mutuals.domain.model import Alert, AlertKind, AlertState, Case
from mutuals.domain.queue_order import QueueFilter
from mutuals.ports.repositories.alerts import QueuePage
from mutuals.storage.repositories import person_summaries, queue_places
from mutuals.storage.repositories.bulk_insert import among, find_by
from mutuals.storage.repositories.counters import ALERTS
from mutuals.storage.repositories.mappers import alert_of, alert_row, case_of
from mutuals.storage.repositories.repository import Repository
from mutuals.storage.schema.tables import UNSETTLED, alert, care_case

_ALL = select(alert)
_ONE = _ALL.where(alert.c.brand_id == bindparam("of_brand"), alert.c.id == bindparam("of_id"))
_SETTLE = update(alert).where(
    alert.c.brand_id == bindparam("of_brand"),
    alert.c.id == bindparam("of_id"),
    alert.c.version == bindparam("was"),
)
_OTHER = alert.alias("other")
# Opening a settled alert again must not break "one open alert for a person".
_KEEP_OPEN = _SETTLE.where(
    or_(
        alert.c.state != AlertState.SETTLED,
        ~exists().where(
            _OTHER.c.brand_id == alert.c.brand_id,
            _OTHER.c.person_id == alert.c.person_id,
            _OTHER.c.id != alert.c.id,
            _OTHER.c.state != AlertState.SETTLED,
        ),
    )
)


class SqlAlertRepository(Repository):
    """The promises are those of `mutuals.ports.repositories.alerts`."""

    async def get(self, alert_id: str) -> Alert | None:
        """The alert of this id."""
        scope = self.scope
        if alert_id not in scope.alerts:
            row = await scope.first(_ONE, {"of_brand": scope.brand_id, "of_id": alert_id})
            if row is None:
                return None
            scope.alerts[alert_id] = alert_of(row)
        return scope.alerts[alert_id]

    async def by_ids(self, ids: Sequence[str]) -> dict[str, Alert]:
        """The alerts of these ids."""
        scope = self.scope
        if not ids:
            return {}
        rows = await find_by(scope.conn, scope.brand_id, _ALL, alert.c.id, ids)
        return {row["id"]: alert_of(row) for row in rows.mappings()}

    async def open_of(self, person_ids: Sequence[str]) -> dict[str, Alert]:
        """The alert of each person that is not settled."""
        scope = self.scope
        if not person_ids:
            return {}
        rows = await find_by(scope.conn, scope.brand_id, queue_places.OPEN, alert.c.person_id, person_ids)
        return {row["person_id"]: alert_of(row) for row in rows.mappings()}

    async def of(self, person_ids: Sequence[str]) -> list[Alert]:
        """All alerts of these people in any state and of any age, oldest first."""
        scope = self.scope
        if not person_ids:
            return []
        theirs = among(scope.conn, alert.c.person_id, person_ids)
        query = select(alert).where(alert.c.brand_id == scope.brand_id, theirs)
        return [alert_of(row) for row in await scope.all(query.order_by(alert.c.opened_at, alert.c.id))]

    async def open(self, kind: AlertKind | None = None) -> list[tuple[Alert, list[Case]]]:
        """Every alert that is not settled, oldest first, with the cases it tells of: two queries, however many they are."""
        scope = self.scope
        mine = select(alert).where(alert.c.brand_id == scope.brand_id, UNSETTLED)
        mine = mine if kind is None else mine.where(alert.c.kind == kind)
        alerts = [alert_of(row) for row in await scope.all(mine.order_by(alert.c.opened_at, alert.c.id))]
        ids = [one for each in alerts for one in each.case_ids]
        these = among(scope.conn, care_case.c.id, ids)
        query = select(care_case).where(care_case.c.brand_id == scope.brand_id, these)
        found = {row["id"]: case_of(row) for row in await scope.all(query)} if ids else {}
        return [(one, [found[key] for key in one.case_ids if key in found]) for one in alerts]

    async def queue(self, wanted: QueueFilter, *, after: str = "", skip: int = 0, limit: int) -> QueuePage:
        """A page of a part of the queue in its order."""
        return await queue_places.page(self.scope, wanted, after=after, skip=skip, limit=limit)

    async def last_episode(self, person_id: str) -> int:
        """The number of the person's latest alert; 0 when there was none."""
        theirs = (alert.c.brand_id == self.scope.brand_id, alert.c.person_id == person_id)
        kept = await self.scope.number(select(func.max(alert.c.episode)).where(*theirs))
        deleted = [one.last_episode for one in await person_summaries.of(self.scope, [person_id])]
        return max(kept, *deleted, 0)

    async def newest(
        self, *, kind: AlertKind | None = None, state: AlertState | None = None, limit: int = 50
    ) -> list[Alert]:
        """Alerts, newest first."""
        query = select(alert).where(alert.c.brand_id == self.scope.brand_id)
        if kind is not None:
            query = query.where(alert.c.kind == kind)
        if state is not None:
            query = query.where(alert.c.state == state)
        query = query.order_by(alert.c.opened_at.desc(), alert.c.id.desc()).limit(limit)
        return [alert_of(row) for row in await self.scope.all(query)]

    async def count_opened(self, kind: AlertKind, since: datetime) -> int:
        """How many alerts of a kind were opened since then."""
        return await self.scope.number(
            select(func.count())
            .select_from(alert)
            .where(alert.c.brand_id == self.scope.brand_id, alert.c.kind == kind, alert.c.opened_at >= since)
        )

    async def closed_since(self, since: datetime) -> list[Alert]:
        """The alerts that were settled since then, the first that was settled first."""
        query = select(alert).where(alert.c.brand_id == self.scope.brand_id, alert.c.closed_at >= since)
        return [alert_of(row) for row in await self.scope.all(query.order_by(alert.c.closed_at, alert.c.id))]

    async def open_since(self, kind: AlertKind, since: datetime) -> list[Alert]:
        """The alerts of a kind that were opened since then and are not settled, oldest first."""
        query = select(alert).where(
            alert.c.brand_id == self.scope.brand_id,
            alert.c.kind == kind,
            alert.c.opened_at >= since,
            UNSETTLED,
        )
        return [alert_of(row) for row in await self.scope.all(query.order_by(alert.c.opened_at, alert.c.id))]

    async def due(self, now: datetime, limit: int = 200) -> list[Alert]:
        """Alerts whose snooze, claim or writing time has run out."""
        query = (
            select(alert)
            .where(alert.c.brand_id == self.scope.brand_id, alert.c.wake_at <= now)
            .order_by(alert.c.wake_at)
            .limit(limit)
        )
        return [alert_of(row) for row in await self.scope.all(query)]

    async def put(self, one: Alert, *, was: int | None) -> bool:
        """Insert, or replace where the version is still `was`; False when somebody was first."""
        self.ensure_own(one.brand_id)
        scope = self.scope
        row = alert_row(one)
        scope.moved.add(one.person_id)
        scope.alerts.pop(one.id, None)
        if was is None:
            stored = await scope.add(alert, row)
            scope.tally(ALERTS, stored)
        else:
            statement = _SETTLE if one.state is AlertState.SETTLED else _KEEP_OPEN
            same = {"of_brand": one.brand_id, "of_id": one.id, "was": was}
            stored = await scope.changed(statement, {**row, **same})
        if stored:
            scope.alerts[one.id] = one
        return stored
