"""Has an act already reached the network? Asked before any repeat, and after every link."""

from mutuals.context import Context, Watched
from mutuals.model import Action, ActState
from mutuals.rules.own_words import LOOK_BACK, ours


async def reply_on_network(ctx: Context, watched: Watched, act: Action) -> str | None:
    """The id of our reply if it is there. A reply that another act brought about is not ours."""
    found = await watched.network.find_replies(act.post_id or "", act.created_at - LOOK_BACK)
    if not found:
        return None
    async with ctx.store.transaction(watched.brand.id) as tx:
        others = {one.external_id for one in await tx.actions(act.alert_id)
                  if one.id != act.id and one.state is ActState.DONE}  # fmt: skip
    return ours(act, [post for post in found if post.id not in others])
