"""Like and Repost: by the API where the network lets apps do it, else by its own page."""

from dataclasses import replace
from datetime import timedelta

from mutuals.actions import forms, responses
from mutuals.actions.executor import ActionExecutor
from mutuals.actions.preconditions import ensure_not_halted
from mutuals.alerting import alert_view
from mutuals.cards.buttons import SMALL_ACTS
from mutuals.cards.markup import EphemeralReply
from mutuals.context import BrandContext, Context
from mutuals.domain import small_acts
from mutuals.domain.model import Action, ActKind
from mutuals.ports.interactions import Click

KINDS = {do: kind for kind, do in SMALL_ACTS.items()}
LOOK_BACK = timedelta(minutes=2)  # clocks of two machines may differ a little


async def press(
    ctx: Context, performer: ActionExecutor, watched: BrandContext, click: Click
) -> EphemeralReply | None:
    """Like or Repost was pressed. Whose link was given out already is told, and the link is given once more."""
    kind = KINDS[click.do]
    earlier = await _handed_out(ctx, watched, click, kind)
    if earlier is None:
        return await performer.without_words(watched, click, kind)
    await ensure_not_halted(ctx)
    who = "You" if earlier.actor.key == click.actor.key else earlier.actor.name
    since = forms.ago(ctx.clock.now() - earlier.created_at)
    said = await responses.by_link(ctx, watched, earlier)
    return replace(said, lines=((f"{who} asked for this page {since} ago.",), *said.lines))


async def _handed_out(ctx: Context, watched: BrandContext, click: Click, kind: ActKind) -> Action | None:
    async with ctx.store.reading(watched.brand.id) as tx:
        alert = await tx.alerts.get(click.alert_id)
        if alert is None:
            return None
        found = await alert_view.facts(tx, watched, alert, ctx.clock.now())
    return small_acts.handed_out(found.actions, kind, found.target(kind))


async def own_repost(ctx: Context, watched: BrandContext, act: Action) -> str | None:
    """The brand's repost that this act has brought about, among its own posts that were read by now; None: not yet."""
    us, since = watched.brand.account.id, act.created_at - LOOK_BACK
    async with ctx.store.reading(watched.brand.id) as tx:
        post = (await tx.posts.by_ids([act.post_id or ""])).get(act.post_id or "")
        own = (await tx.posts.of_authors([us], since)).get(us, [])
    if post is None:
        return None
    return next((one.id for one in own if small_acts.is_repost_of(one, post) and not one.gone), None)
