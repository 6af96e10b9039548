"""The one call of an act to the network. A text is looked for first, where an earlier call may have gone through."""

from mutuals.actions.preconditions import OutcomeNotVisible, OutcomeUnknown
from mutuals.actions.reply_lookup import reply_on_network
from mutuals.cards.notices import post_gone
from mutuals.context import BrandContext, Context
from mutuals.domain.errors import MutualsError, RefusalReason, Refused
from mutuals.domain.model import Action, ActKind, Post
from mutuals.ports.network import Precheck

ATTEMPTS = 6


async def call(
    ctx: Context, watched: BrandContext, act: Action, post: Post | None, gate: Precheck, *, again: bool
) -> str | None:
    """Do it; gives the network's id of what was done, if it has one. `again`: an earlier call may have gone through.
    Raises what the network raises, and OutcomeUnknown where nothing may be sent before somebody knows."""
    if act.kind is ActKind.FOLLOW:
        await watched.network.follow(act.person_id, gate)
        return act.person_id
    if again and act.kind.writes and (found := await _earlier(ctx, watched, act)):
        return found
    if post is None or post.gone:
        raise Refused(post_gone(watched.network.title), because=RefusalReason.GONE)
    if act.kind is ActKind.LIKE:
        await watched.network.like(post, gate)
        return None
    if act.kind is ActKind.REPOST:
        return await watched.network.repost(post, gate)
    return await watched.network.reply(post, act.text or "", gate)


async def _earlier(ctx: Context, watched: BrandContext, act: Action) -> str | None:
    try:
        found = await reply_on_network(ctx, watched, act)
    except OutcomeNotVisible:
        raise
    except MutualsError as error:
        raise OutcomeUnknown.because(error, watched.network.title) from error
    if not found and act.attempt > ATTEMPTS:
        raise Refused(f"It is not on {watched.network.title}, and Mutuals has stopped trying.")
    return found
