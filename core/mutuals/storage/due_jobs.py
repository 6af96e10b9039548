"""Jobs that are due now, over all brands: the keys that the queue is asked to work on."""

from datetime import datetime

from sqlalchemy import bindparam, select, union
from sqlalchemy.ext.asyncio import AsyncConnection

from mutuals.domain.ids import ACT, CLOCK, DELIVER, HAND_OFF, job_key
from mutuals.domain.model import PeriodicTask
from mutuals.storage.leases import ACTIONS, DELIVERIES, HAND_OFFS, TASKS
from mutuals.storage.schema.hand_off_table import hand_off
from mutuals.storage.schema.tables import (
    action,
    alert,
    brand,
    bundle,
    care_case,
    delivery,
    periodic_task,
)

# A sweep comes every few seconds: what is left over is found by the next one.
_MOST = 1000


# Made once: every process asks this every two seconds, and to put them together costs as much as to run them.
_NOW = bindparam("now", type_=action.c.next_at.type)
_PAUSED = select(brand.c.id).where(brand.c.paused.is_(True))
_TASKS = (
    select(periodic_task.c.kind, periodic_task.c.brand_id)
    .where(TASKS.due(_NOW))
    .order_by(periodic_task.c.next_at)
)
_CLOCKS = union(
    select(care_case.c.brand_id).where(care_case.c.next_at <= _NOW),
    select(alert.c.brand_id).where(alert.c.wake_at <= _NOW),
    select(bundle.c.brand_id).where(bundle.c.wake_at <= _NOW),
)
_ACTIONS = (
    select(action.c.brand_id, action.c.id).where(ACTIONS.due(_NOW)).order_by(action.c.next_at).limit(_MOST)
)
_CHATS = select(delivery.c.brand_id, delivery.c.channel).where(DELIVERIES.due(_NOW)).distinct()
_HAND_OFFS = select(hand_off.c.brand_id, hand_off.c.id).where(HAND_OFFS.due(_NOW)).limit(_MOST)


async def due_jobs(conn: AsyncConnection, now: datetime) -> list[str]:
    """Keys of what is due, in six small queries; first what somebody waits for. A paused brand gets no poll and no
    new alert; what its messages show and what somebody has begun goes on."""
    at = {"now": now}
    paused = set(await conn.scalars(_PAUSED))
    tasks = [row for row in await conn.execute(_TASKS, at) if row.brand_id not in paused]
    # A poll ends with what the clock does, and knows by then what was answered meanwhile.
    waits = paused | {row.brand_id for row in tasks if row.kind == PeriodicTask.POLL}
    keys = [job_key(ACT, row.brand_id, row.id) for row in await conn.execute(_ACTIONS, at)]
    keys += [job_key(DELIVER, row.brand_id, row.channel) for row in await conn.execute(_CHATS, at)]
    keys += [
        job_key(CLOCK, row.brand_id) for row in await conn.execute(_CLOCKS, at) if row.brand_id not in waits
    ]
    keys += [job_key(HAND_OFF, row.brand_id, row.id) for row in await conn.execute(_HAND_OFFS, at)]
    return keys + [job_key(row.kind, row.brand_id) for row in tasks]
