"""Has an act already reached the network? Asked before any repeat, and after every link."""

from collections.abc import Sequence
from dataclasses import replace

from mutuals.actions.preconditions import OutcomeNotVisible
from mutuals.context import BrandContext, Context
from mutuals.domain.model import Action, ActState, Post
from mutuals.domain.reply_matching import LOOK_BACK, ours


async def reply_on_network(ctx: Context, watched: BrandContext, act: Action) -> str | None:
    """The id of our reply if it is there. A reply that another act brought about is not ours.

    Raises OutcomeNotVisible when it is not seen and may stand before what could be read.
    """
    act = replace(act, created_at=ctx.theirs(act.created_at))
    found = await watched.network.find_replies(act.created_at - LOOK_BACK)
    seen = await _among(ctx, watched, act, found.posts) if found.posts else None
    if seen is None and found.stopped:
        raise found.stopped
    if seen is None and found.gap:
        raise OutcomeNotVisible(
            f"it is not among the brand's newest posts on {watched.network.title}, and older ones can't be read. "
            "Look under the post before you send it again."
        )
    return seen


async def _among(ctx: Context, watched: BrandContext, act: Action, replies: Sequence[Post]) -> str | None:
    async with ctx.store.transaction(watched.brand.id) as tx:
        others = {one.external_id for one in await tx.actions.of(act.alert_id)
                  if one.id != act.id and one.state is ActState.DONE}  # fmt: skip
        stored = await tx.posts.as_stored(replies)
    return ours(act, [one for one in stored if one.in_reply_to == act.post_id and one.id not in others])
