"""`/mutuals stats`: gathers what ended in the last weeks, and what waits."""

from datetime import datetime, timedelta

from mutuals.cards import stats
from mutuals.cards.markup import EphemeralReply
from mutuals.context import BrandContext, Context
from mutuals.domain import team_stats
from mutuals.domain.model import ActKind, Actor, CaseState
from mutuals.domain.queue_order import QueueFilter, QueuePart


async def answer(ctx: Context, watched: BrandContext, actor: Actor, now: datetime) -> EphemeralReply:
    """The figures of one brand."""
    longest = now - timedelta(days=max(stats.SPANS))
    opened = longest - watched.policy.expires_after  # what was opened before has ended before
    async with ctx.store.reading(watched.brand.id) as tx:
        cases = [
            *await tx.cases.closed(CaseState.ANSWERED, opened),
            *await tx.cases.closed(CaseState.EXPIRED, opened),
        ]
        acts = await tx.actions.since(opened)
        fans = [one for one in await tx.alerts.closed_since(longest) if one.is_fan]
        waiting, overdue = [
            (await tx.alerts.queue(QueueFilter(part, actor.key, now), limit=0)).total
            for part in (QueuePart.ALL, QueuePart.OVERDUE)
        ]
    told = {
        one.case_id: one.done_at
        for one in acts
        if one.kind is ActKind.ACKNOWLEDGE and one.done_at is not None and one.case_id
    }
    spans = {days: team_stats.count(cases, told, fans, now - timedelta(days=days)) for days in stats.SPANS}
    return stats.answer(spans, waiting, overdue)
