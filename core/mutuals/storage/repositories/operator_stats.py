"""The state of all brands in a few numbers, for the operator's metrics: six small queries over partial indexes."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Text, and_, case, cast, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from mutuals.alerting.incidents import TROUBLES
from mutuals.alerting.restore_guard import LOOKED_AT
from mutuals.storage.schema.tables import (
    LIVE,
    PENDING,
    UNSETTLED,
    action,
    alert,
    brand,
    delivery,
    memo,
    spend,
)


@dataclass(frozen=True, slots=True)
class Overview:
    """Of all brands together. Money in millionths of a dollar."""

    watched: int
    paused: int
    never_looked: int  # watched brands of which no look has succeeded yet
    oldest_look: dict[str, datetime]  # by network: of the watched brand that was looked at longest ago
    newest_look: dict[str, datetime]  # by network: of all of them; in the future it is a wrong clock's
    # chat -> (messages that show less than they should, since when the first of them, in microseconds)
    waiting: dict[str, tuple[int, int]]
    open_alerts: dict[str, int]  # by kind
    live_acts: dict[str, int]  # by state
    spent: dict[str, int]  # by network
    spent_most: dict[str, int]  # by network: by one brand


async def overview(conn: AsyncConnection, day: str) -> Overview:
    """Count. `day` is the UTC day (YYYY-MM-DD) whose spending is asked."""
    looks = await _looks(conn)
    waiting = (
        select(delivery.c.channel, func.count(), func.min(delivery.c.since))
        .where(PENDING)
        .group_by(delivery.c.channel)
    )
    spent = select(spend.c.brand_id, func.sum(spend.c.micros).label("micros")).where(spend.c.day == day)
    by_brand = spent.group_by(spend.c.brand_id).subquery()
    paid = (
        select(brand.c.network, func.sum(by_brand.c.micros), func.max(by_brand.c.micros))
        .select_from(brand.outerjoin(by_brand, by_brand.c.brand_id == brand.c.id))
        .group_by(brand.c.network)
    )
    money = (await conn.execute(paid)).all()
    return Overview(
        watched=sum(one.every - one.paused for one in looks),
        paused=sum(one.paused for one in looks),
        never_looked=sum(one.every - one.paused - one.looked for one in looks),
        oldest_look={one.network: one.oldest for one in looks if one.oldest is not None},
        newest_look={one.network: one.newest for one in looks if one.newest is not None},
        waiting={chat: (count, since) for chat, count, since in await conn.execute(waiting)},
        open_alerts=await _counted(conn, alert.c.kind, UNSETTLED),
        live_acts=await _counted(conn, action.c.state, LIVE),
        spent={network: int(total or 0) for network, total, _ in money},
        spent_most={network: int(most or 0) for network, _, most in money},
    )  # fmt: skip


async def troubles(conn: AsyncConnection) -> list[tuple[str, str]]:
    """(network, kind) of every trouble that goes on at a brand that is not paused."""
    query = (
        select(brand.c.network, memo.c.value)
        .join(memo, and_(memo.c.brand_id == brand.c.id, memo.c.key == TROUBLES))
        .where(brand.c.paused.is_not(True), cast(memo.c.value, Text) != "{}")
    )
    found = (await conn.execute(query)).all()
    return [(network, kind) for network, value in found for kind in value]


async def newest_look(conn: AsyncConnection) -> datetime | None:
    """Of all watched brands."""
    return max((one.newest for one in await _looks(conn) if one.newest is not None), default=None)


class _Looks(NamedTuple):
    """How the brands of one network were looked at; `looked` counts those of which a look has succeeded."""

    network: str
    every: int
    paused: int
    looked: int
    oldest: datetime | None
    newest: datetime | None


async def _looks(conn: AsyncConnection) -> list[_Looks]:
    here = and_(memo.c.brand_id == brand.c.id, memo.c.key == LOOKED_AT)
    # All are written as ISO in UTC, so the least text is the earliest time.
    looked = case((brand.c.paused.is_not(True), cast(memo.c.value, Text)))
    query = select(
        brand.c.network,
        func.count(),
        func.count(case((brand.c.paused, 1))),
        func.count(looked),
        func.min(looked),
        func.max(looked),
    ).select_from(brand.outerjoin(memo, here))
    rows = await conn.execute(query.group_by(brand.c.network).order_by(brand.c.network))
    return [
        _Looks(network, every, paused, looked, _moment(first), _moment(last))
        for network, every, paused, looked, first, last in rows
    ]


def _moment(kept: str | None) -> datetime | None:
    return datetime.fromisoformat(json.loads(kept)) if kept else None


async def _counted(conn: AsyncConnection, column: Any, where: Any) -> dict[str, int]:
    rows = await conn.execute(select(column, func.count()).where(where).group_by(column))
    return {str(word): int(count) for word, count in rows}
