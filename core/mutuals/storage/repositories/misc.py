"""The small things: drafts, notices, memos, spending and counters."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from mutuals.domain.model import AlertKind, AlertState, Notice
from mutuals.storage.repositories import counters
from mutuals.storage.repositories.bulk_insert import among
from mutuals.storage.repositories.mappers import notice_of, notice_row
from mutuals.storage.schema.tables import WAITING, alert, care_case, draft, memo, notice, spend
from mutuals.storage.scope import Scope, insert, upsert

_PAID = "paid/"  # memos: what was paid for on a UTC day


async def read_draft(scope: Scope, alert_id: str, actor_key: str) -> str | None:
    """What a person typed for an alert and did not send."""
    row = await scope.first(select(draft.c.text).where(*_draft(scope, alert_id, actor_key)))
    return None if row is None else str(row["text"])


async def put_draft(scope: Scope, alert_id: str, actor_key: str, text: str | None, at: datetime) -> None:
    """Keep what a person typed; None forgets it."""
    if text is None:
        await scope.conn.execute(delete(draft).where(*_draft(scope, alert_id, actor_key)))
        return
    key = {"brand_id": scope.brand_id, "alert_id": alert_id, "actor_key": actor_key}
    await scope.upsert(draft, [key | {"text": text, "at": at}])


def _draft(scope: Scope, alert_id: str, actor_key: str) -> tuple[ColumnElement[bool], ...]:
    return (
        draft.c.brand_id == scope.brand_id,
        draft.c.alert_id == alert_id,
        draft.c.actor_key == actor_key,
    )


async def put_notice(scope: Scope, one: Notice) -> bool:
    """Keep a notice; False when its key was told before."""
    return await scope.add(notice, notice_row(one))


async def read_notice(scope: Scope, key: str) -> Notice | None:
    """The notice of this key."""
    query = select(notice).where(notice.c.brand_id == scope.brand_id, notice.c.key == key)
    row = await scope.first(query)
    return None if row is None else notice_of(row)


async def read_memo(conn: AsyncConnection, brand_id: str, key: str) -> Any:
    """A small JSON value; None if unset."""
    query = select(memo.c.value).where(memo.c.brand_id == brand_id, memo.c.key == key)
    return (await conn.execute(query)).scalar_one_or_none()


async def put_memo(conn: AsyncConnection, brand_id: str, key: str, value: Any) -> None:
    """Keep a small JSON value; None forgets it."""
    if value is None:
        await conn.execute(delete(memo).where(memo.c.brand_id == brand_id, memo.c.key == key))
        return
    await upsert(conn, memo, [{"brand_id": brand_id, "key": key, "value": value}])


async def spent(scope: Scope, day: str) -> int:
    """Millionths of a dollar spent on a UTC day."""
    return await scope.number(
        select(func.sum(spend.c.micros)).where(spend.c.brand_id == scope.brand_id, spend.c.day == day)
    )


async def add_spent(scope: Scope, day: str, what: str, units: int, micros: int) -> None:
    """Add to what was bought on a day."""
    row = {"brand_id": scope.brand_id, "day": day, "what": what, "units": units, "micros": micros}
    statement = insert(scope.conn, spend).values(row)
    changes = {"units": spend.c.units + units, "micros": spend.c.micros + micros}
    keys = [column.name for column in spend.primary_key]
    await scope.conn.execute(statement.on_conflict_do_update(index_elements=keys, set_=changes))


async def paid(scope: Scope, day: str, names: Collection[str]) -> set[str]:
    """Which of these were paid for on a UTC day."""
    start = f"{_PAID}{day}/"
    keys = sorted(start + one for one in names)
    query = select(memo.c.key).where(memo.c.brand_id == scope.brand_id, among(scope.conn, memo.c.key, keys))
    return {row["key"].removeprefix(start) for row in await scope.all(query)} if keys else set()


async def put_paid(scope: Scope, day: str, names: Collection[str]) -> None:
    """Remember what was paid for, and forget the days before."""
    earlier = and_(memo.c.brand_id == scope.brand_id, memo.c.key >= _PAID, memo.c.key < _PAID + day)
    await scope.conn.execute(delete(memo).where(earlier))
    rows = [{"brand_id": scope.brand_id, "key": f"{_PAID}{day}/{one}", "value": 1} for one in names]
    if rows:
        await scope.upsert(memo, rows)


async def spending(scope: Scope, since_day: str) -> dict[str, tuple[int, int]]:
    """For each thing bought since that day: (units, millionths of a dollar)."""
    query = (
        select(spend.c.what, func.sum(spend.c.units).label("units"), func.sum(spend.c.micros).label("micros"))
        .where(spend.c.brand_id == scope.brand_id, spend.c.day >= since_day)
        .group_by(spend.c.what)
    )
    return {row["what"]: (int(row["units"]), int(row["micros"])) for row in await scope.all(query)}


async def counts(scope: Scope) -> dict[str, int]:
    """Counters of the brand: what is open is counted by an index that holds little else, the rest is kept."""
    mine = alert.c.brand_id == scope.brand_id
    open_states = [state for state in AlertState if state is not AlertState.SETTLED]
    by_kind = select(alert.c.kind, func.count().label("many")).where(
        mine, alert.c.kind.in_(list(AlertKind)), alert.c.state.in_(open_states)
    )
    open_alerts = {row["kind"]: row["many"] for row in await scope.all(by_kind.group_by(alert.c.kind))}
    open_cases = select(func.count()).select_from(care_case)
    kept = dict(await counters.read(scope))
    return {
        "open_cases": await scope.number(open_cases.where(care_case.c.brand_id == scope.brand_id, WAITING)),
        **{f"open_{kind}": open_alerts.get(kind, 0) for kind in AlertKind},
        "settled_alerts": kept.pop(counters.ALERTS) - sum(open_alerts.values()),
        **kept,
    }
