"""What is due now: the same keys that `mutuals.storage.due_jobs` gives, in the same order."""

from collections.abc import Collection, Mapping
from datetime import datetime

from mutuals.domain.ids import ACT, CLOCK, DELIVER, HAND_OFF, job_key
from mutuals.domain.model import PeriodicTask
from mutuals.testing.memory.unit_of_work import MemoryUnitOfWork


def due_jobs(brands: Mapping[str, MemoryUnitOfWork], paused: Collection[str], now: datetime) -> list[str]:
    """Keys of what is due. A paused brand gets no poll and no new alert; what its messages show and what somebody has
    begun goes on."""
    acts = sorted(
        (at, brand_id, act.id)
        for brand_id, rows in brands.items()
        for act, at in rows.actions.live()
        if at <= now
    )
    keys = [job_key(ACT, brand_id, action_id) for _, brand_id, action_id in acts]
    for brand_id, rows in brands.items():
        keys += [job_key(DELIVER, brand_id, chat) for chat in rows.deliveries.chats_due(now)]
    tasks = sorted(
        (at, brand_id, kind)
        for brand_id, rows in brands.items()
        for kind, at in rows.tasks.table.rows.items()
        if at <= now and brand_id not in paused
    )
    # A poll ends with what the clock does, and knows by then what was answered meanwhile.
    waits = {*paused, *(brand_id for _, brand_id, kind in tasks if kind is PeriodicTask.POLL)}
    keys += [
        job_key(CLOCK, brand_id)
        for brand_id, rows in brands.items()
        if brand_id not in waits and _clock_is_due(rows, now)
    ]
    keys += [
        job_key(HAND_OFF, brand_id, one.id)
        for brand_id, rows in brands.items()
        for one in rows.hand_offs.due(now)
    ]
    return keys + [job_key(kind, brand_id) for _, brand_id, kind in tasks]


def _clock_is_due(rows: MemoryUnitOfWork, now: datetime) -> bool:
    return any(kind.moments.until(now, 1) for kind in (rows.cases, rows.alerts, rows.bundles))
