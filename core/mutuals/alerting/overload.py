"""Tells the team once when more waits than those on duty can answer in their time: one notice, and no flood."""

from datetime import datetime

from mutuals.alerting import incidents
from mutuals.context import BrandContext, Context
from mutuals.domain import overload
from mutuals.ports.unit_of_work import UnitOfWork

KEY = "overload"  # {"running": an episode is under way, "told_at": when it was said last}


async def look(ctx: Context, tx: UnitOfWork, watched: BrandContext, now: datetime) -> bool:
    """Gives whether there is something to deliver."""
    policy = watched.policy
    if not policy.rota:
        return False
    waiting = (await tx.counts())["open_care"]
    found = overload.load(waiting, policy.handling_minutes, policy.rota, now)
    if found is None:
        return False
    kept = await tx.key_values.get(KEY) or {}
    running, told_at = bool(kept.get("running")), kept.get("told_at")
    last = datetime.fromisoformat(told_at) if told_at else None
    if overload.tells(found, running, last, now):
        await tx.key_values.put(KEY, {"running": True, "told_at": now.isoformat()})
        key = f"{KEY}/{now.isoformat()}"
        return await incidents.say_once(
            ctx, tx, watched, key, "More waits than you can answer", _said(found, policy.handling_minutes)
        )
    if running and found.over:
        await tx.key_values.put(KEY, {"running": False, "told_at": told_at})
    return False


def _said(one: overload.Load, each: float) -> str:
    names = ", ".join(one.names[:5]) + (f" and {len(one.names) - 5} more" if len(one.names) > 5 else "")
    return (
        f"{one.waiting} people wait for an answer: about {_span(one.needed)} of work, at {each:g} minutes each. "
        f"On duty: {names}, with {_span(one.left)} left. Take the most pressing first (/mutuals queue), or ask somebody to help. "
        "This is said once until it is better."
    )


def _span(minutes: float) -> str:
    hours, rest = divmod(round(minutes), 60)
    return f"{hours} h {rest} min" if hours and rest else f"{hours} h" if hours else f"{rest} min"
