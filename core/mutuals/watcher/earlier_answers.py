"""What an account had answered before the team called it one of its own: nobody is to be nagged about what is answered."""

from collections.abc import Collection
from datetime import datetime

from mutuals.context import BrandContext
from mutuals.domain import cases as case_rules
from mutuals.domain.answers import may_have_answered
from mutuals.domain.case_batch import CaseBatch
from mutuals.ports.unit_of_work import UnitOfWork
from mutuals.watcher import alert_updates
from mutuals.watcher.conversations import ours


async def settle(tx: UnitOfWork, watched: BrandContext, accounts: Collection[str], now: datetime) -> bool:
    """Close what waits and was answered by one of these accounts of ours, unless its author has written since; gives whether
    anything was. Doing it again changes nothing."""
    waiting = await tx.cases.waiting()
    talks = sorted({case.conversation_id for case in waiting})
    stored = await tx.posts.of_conversations(talks, by=sorted(accounts)) if talks else []
    posts = [post for post in await tx.posts.as_stored(stored) if not post.gone]
    given = {
        case.id: [post for post in posts if post.at >= case.last_at and may_have_answered(post, case)]
        for case in waiting
    }
    before = {case.id: case for case in waiting if given[case.id]}
    if not before:
        return False
    answers = {post.id for case_id in before for post in given[case_id]}
    batch = CaseBatch(
        watched.brand.id, watched.brand.account.id, dict(before), family=frozenset(watched.family), now=now
    )
    case_rules.fold(batch, [ours(post) for post in posts if post.id in answers], watched.policy)
    await tx.cases.put([batch.cases[one] for one in batch.touched])
    await alert_updates.follow(tx, watched, batch, before, {}, now)
    return True
