"""What is due now, over all brands: the keys that the engine is asked to work on."""

from datetime import datetime

from sqlalchemy import select, union
from sqlalchemy.ext.asyncio import AsyncConnection

from mutuals.domain.ids import ACT, CLOCK, DELIVER, job_key
from mutuals.domain.model import PeriodicTask
from mutuals.storage.repositories.deliveries import ready
from mutuals.storage.schema.tables import (
    LIVE,
    PENDING,
    action,
    alert,
    brand,
    bundle,
    care_case,
    chore,
    delivery,
)

# A sweep comes every few seconds: what is left over is found by the next one.
_ACTS = 1000


async def due_keys(conn: AsyncConnection, now: datetime) -> list[str]:
    """Keys of what is due, in four small queries; first what somebody waits for. A paused brand gets no look and no
    new alert; what its messages show and what somebody has begun goes on."""
    paused = set(await conn.scalars(select(brand.c.id).where(brand.c.paused.is_(True))))
    chores = select(chore.c.kind, chore.c.brand_id).where(chore.c.next_at <= now)
    clocks = union(
        select(care_case.c.brand_id).where(care_case.c.next_at <= now),
        select(alert.c.brand_id).where(alert.c.wake_at <= now),
        select(bundle.c.brand_id).where(bundle.c.wake_at <= now),
    )
    acts = (
        select(action.c.brand_id, action.c.id)
        .where(LIVE, action.c.next_at <= now)
        .order_by(action.c.next_at)
        .limit(_ACTS)
    )
    chats = select(delivery.c.brand_id, delivery.c.channel).where(PENDING, ready(now)).distinct()
    looks = [*await conn.execute(chores.order_by(chore.c.next_at))]
    looks = [row for row in looks if row.brand_id not in paused]
    # A look ends with what the clock does, and knows by then what was answered meanwhile.
    waits = paused | {row.brand_id for row in looks if row.kind == PeriodicTask.POLL}
    keys = [job_key(ACT, row.brand_id, row.id) for row in await conn.execute(acts)]
    keys += [job_key(DELIVER, row.brand_id, row.channel) for row in await conn.execute(chats)]
    keys += [job_key(CLOCK, row.brand_id) for row in await conn.execute(clocks) if row.brand_id not in waits]
    return keys + [job_key(row.kind, row.brand_id) for row in looks]
