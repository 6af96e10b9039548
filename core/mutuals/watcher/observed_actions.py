"""Acts that are seen on the network: replies by link, holding replies, and calls whose outcome was not known."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from mutuals.domain import reply_matching
from mutuals.domain.case_batch import CaseBatch, ClassifiedPost
from mutuals.domain.model import LIVE_ACTS, Action, ActKind, ActState, Path, Post
from mutuals.ports.unit_of_work import UnitOfWork


def held(recent: Sequence[Action], own: Sequence[Post]) -> frozenset[str]:
    """Ids that mark our holding replies: the reply's own; while one is under way by link, the post's that it answers."""
    ids: list[str | None] = []
    for act in (one for one in recent if one.kind is ActKind.ACKNOWLEDGE):
        if act.state is ActState.DONE:
            ids.append(act.external_id)
        elif act.state in LIVE_ACTS and act.path is Path.LINK:
            ids.append(act.post_id)
        elif act.state in LIVE_ACTS:
            ids.append(reply_matching.ours(act, [post for post in own if post.in_reply_to == act.post_id]))
    return frozenset(one for one in ids if one)


async def credit(
    tx: UnitOfWork,
    batch: CaseBatch,
    everything: Sequence[ClassifiedPost],
    recent: Sequence[Action],
    now: datetime,
) -> dict[str, Action]:
    """Replies by link, or whose outcome was not known, that have now been seen on the network."""
    found: dict[str, Action] = {}
    taken = {act.external_id for act in recent if act.state is ActState.DONE}
    posts = {one.post.id: one.post for one in everything}
    for act in recent if batch.answers else ():
        if not act.kind.writes or act.state not in {ActState.WAITING, ActState.CALLING}:
            continue
        answers = [one for one in batch.answers.get(act.post_id or "", ()) if one not in taken]
        seen = reply_matching.ours(act, [posts[one] for one in dict.fromkeys(answers)])
        if seen:
            done = replace(act, state=ActState.DONE, external_id=seen, done_at=now, next_at=None, error=None)
            if await tx.actions.put(done, was=act.state, was_attempt=act.attempt):
                taken.add(seen)
                found[act.post_id or ""] = done
    return found
