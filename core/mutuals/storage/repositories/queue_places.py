"""Where each alert stands in the queue: kept in the transaction that changes an alert or a case, and read by an index.

Changes are gathered in memory and written once, just before the commit, or when the queue is asked for.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, select, update

from mutuals.domain.model import Alert, AlertKind, Case
from mutuals.domain.queue_order import ASLEEP, Asks, QueueFilter, QueuePart, place
from mutuals.ports.repositories.alerts import QueuePage
from mutuals.storage.repositories.bulk_insert import among, find_by
from mutuals.storage.repositories.mappers import Row, alert_of, case_of
from mutuals.storage.schema.columns import storable
from mutuals.storage.schema.tables import UNSETTLED, alert, care_case
from mutuals.storage.scope import Scope

OPEN = select(alert).where(UNSETTLED)
_MOVED = (
    update(alert)
    .where(alert.c.brand_id == bindparam("of_brand"), alert.c.id == bindparam("which"))
    .values({name: bindparam(f"new_{name}") for name in ("queue_key", "overdue_at", "asks")})
)


async def flush(scope: Scope) -> None:
    """Write the places that have changed of the alerts of all people who were touched."""
    people = sorted(map(storable, scope.moved))
    scope.moved.clear()
    if not people:
        return
    rows = await find_by(scope.conn, scope.brand_id, OPEN, alert.c.person_id, people)
    alerts = [(row, alert_of(row)) for row in rows.mappings()]
    cases = await _cases(scope, [one for _, each in alerts for one in each.case_ids])
    changes = [change for row, one in alerts if (change := _change(row, one, cases))]
    if changes:
        await scope.conn.execute(_MOVED, [change | {"of_brand": scope.brand_id} for change in changes])


async def _cases(scope: Scope, ids: Sequence[str]) -> dict[str, Case]:
    missing = [one for one in ids if one not in scope.cases]
    these = among(scope.conn, care_case.c.id, missing)
    query = select(care_case).where(care_case.c.brand_id == scope.brand_id, these)
    found = {row["id"]: case_of(row) for row in await scope.all(query)} if missing else {}
    return scope.cases | found


def _change(row: Any, one: Alert, cases: dict[str, Case]) -> Row | None:
    where = place(one, [cases[key] for key in one.case_ids if key in cases])
    if (where.key, where.overdue_at, where.asks) == (row["queue_key"], row["overdue_at"], row["asks"]):
        return None
    return {
        "which": one.id,
        "new_queue_key": where.key,
        "new_overdue_at": where.overdue_at,
        "new_asks": int(where.asks),
    }


async def page(scope: Scope, wanted: QueueFilter, *, after: str, skip: int, limit: int) -> QueuePage:
    """See `mutuals.ports.repositories.alerts.AlertRepository.queue`."""
    await flush(scope)
    part: list[Any] = [alert.c.brand_id == scope.brand_id, UNSETTLED, *_fits(wanted)]
    counted = select(
        func.count(),
        func.count().filter(alert.c.queue_key >= ASLEEP),
        func.count().filter(alert.c.queue_key <= after),
    ).where(*part)
    total, snoozed, before = (await scope.conn.execute(counted)).one()
    start = before if after else min(skip, total)
    rows = select(alert).where(*part).order_by(alert.c.queue_key)
    rows = rows.where(alert.c.queue_key > after) if after else rows.offset(start)
    found = [(row["queue_key"], alert_of(row)) for row in await scope.all(rows.limit(limit))]
    return QueuePage(found, start, total, snoozed)


def _fits(wanted: QueueFilter) -> Sequence[ColumnElement[bool]]:
    """The same as `mutuals.domain.queue_order.fits`; contracts compare the two."""
    match wanted.part:
        case QueuePart.MINE:
            return [alert.c.claimed_key == wanted.actor_key]
        case QueuePart.OVERDUE:
            return [alert.c.overdue_at <= wanted.now]
        case QueuePart.FANS:
            return [alert.c.kind == AlertKind.FAN]
        case QueuePart.ANSWERS:
            return [alert.c.kind == AlertKind.CARE]
        case QueuePart.COMPLAINTS:
            return [alert.c.asks.bitwise_and(int(Asks.COMPLAINT)) != 0]
        case QueuePart.QUESTIONS:
            return [alert.c.asks.bitwise_and(int(Asks.QUESTION)) != 0]
    return []
