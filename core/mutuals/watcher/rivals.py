"""Somebody whom the brand never answered names a rival: a sign that they look elsewhere, said once."""

from collections.abc import Sequence
from datetime import timedelta

from mutuals.alerting import incidents
from mutuals.context import BrandContext, Context
from mutuals.domain.case_batch import ClassifiedPost
from mutuals.domain.listening import named_rivals
from mutuals.domain.model import Case, CaseState, Post
from mutuals.domain.turns import NOT_TO_US
from mutuals.ports.unit_of_work import UnitOfWork

WITHIN = timedelta(
    days=30
)  # after a case that nobody answered: later, the two have little to do with each other


async def note(ctx: Context, tx: UnitOfWork, watched: BrandContext, heard: Sequence[ClassifiedPost]) -> bool:
    """Look through new posts for it; gives whether there is something to deliver. Reads cases only where a rival is named."""
    ours = {watched.brand.account.id, *watched.family}
    named = [
        (one.post, rivals)
        for one in heard
        if one.post.author_id not in ours
        and one.post.reposts is None
        and (rivals := named_rivals(one.post.text, watched.policy.rivals))
    ]
    if not named:
        return False
    policy, first = watched.policy, min(post.at for post, _ in named)
    opened = first - WITHIN - policy.expires_after - policy.outer_limit
    expired = [one for one in await tx.cases.closed(CaseState.EXPIRED, opened) if one.turn not in NOT_TO_US]
    said = [await _say(ctx, tx, watched, post, rivals, expired) for post, rivals in named]
    return any(said)


async def _say(
    ctx: Context,
    tx: UnitOfWork,
    watched: BrandContext,
    post: Post,
    rivals: Sequence[str],
    expired: Sequence[Case],
) -> bool:
    theirs = [
        one for one in expired
        if one.person_id == post.author_id and one.closed_at and one.last_at < post.at <= one.closed_at + WITHIN
    ]  # fmt: skip
    if not theirs:
        return False
    case = max(theirs, key=lambda one: one.last_at)
    person = (await tx.people.by_ids([post.author_id])).get(post.author_id)
    handle = person.account.handle if person and not person.gone else None
    who, link = f"@{handle}" if handle else "Somebody", watched.network.post_url
    sentence = (
        f"{who} wrote to you on {case.last_at.day} {case.last_at:%B} and was never answered: {link(case.id, handle)} . Now they "
        f"name {' and '.join(rivals)}: {link(post.id, handle)} . They may be looking elsewhere; a kind answer may still "
        "change that. This is said once for each post that was left without an answer."
    )
    headline = "Somebody whom nobody answered names a rival"
    return await incidents.say_once(ctx, tx, watched, f"rival-{case.id}", headline, sentence)
