"""What is due now, over all brands: the keys that the engine is asked to work on."""

from datetime import datetime

from sqlalchemy import select, union
from sqlalchemy.ext.asyncio import AsyncConnection

from mutuals.store.deliveries import ready
from mutuals.store.tables import LIVE, PENDING, action, alert, bundle, care_case, delivery

# A sweep comes every few seconds: what is left over is found by the next one.
_ACTS = 1000


async def due_keys(conn: AsyncConnection, now: datetime) -> list[str]:
    """`clock/<brand>`, `act/<brand>/<action id>` and `deliver/<brand>/<channel>`, three small queries."""
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
    keys = [f"clock/{row.brand_id}" for row in await conn.execute(clocks)]
    keys += [f"act/{row.brand_id}/{row.id}" for row in await conn.execute(acts)]
    return keys + [f"deliver/{row.brand_id}/{row.channel}" for row in await conn.execute(chats)]
