"""What the person who acted is told in private."""

from datetime import datetime

from mutuals.actions import forms
from mutuals.cards.markup import Button, EphemeralReply, Intent
from mutuals.cards.notices import UNVERIFIED, post_gone
from mutuals.context import BrandContext, Context
from mutuals.domain.errors import AlreadyHandled, RefusalReason, Refused
from mutuals.domain.model import Action, ActKind, ActState, Path
from mutuals.domain.withdrawal import may_withdraw
from mutuals.ports.interactions import Click

_VERBS = {ActKind.FOLLOW: ("follow", "followed"), ActKind.REPLY: ("reply", "replied"),
          ActKind.ACKNOWLEDGE: ("acknowledge", "acknowledged"), ActKind.LIKE: ("like", "liked"),
          ActKind.REPOST: ("repost", "reposted")}  # fmt: skip


def reply_lines(*lines: str, ok: bool = True, buttons: tuple[Button, ...] = ()) -> EphemeralReply:
    """A private answer of plain sentences."""
    return EphemeralReply(lines=tuple((line,) for line in lines), ok=ok, buttons=buttons)


async def by_link(ctx: Context, watched: BrandContext, act: Action) -> EphemeralReply:
    """The network's page where a person does it, and what Mutuals does then."""
    brand, network = watched.brand.account.handle, watched.network.title
    minutes = int(watched.policy.link_wait.total_seconds() // 60)
    check = (
        f"Mutuals checks that it was @{brand} and closes the alert then. "
        f"If it is not seen in {minutes} minutes, the alert {'says so' if act.kind.is_small else 'is open again'}."
    )
    if act.kind.is_small:
        url, press = await _small_page(ctx, watched, act)
        label, first = (
            f"Open {network} and press {press}",
            f"Open the page, signed in as @{brand}, and press {press}.",
        )
        if act.kind is ActKind.LIKE:
            check = f"{UNVERIFIED.format(network=network)} The alert stays open."
    elif act.kind is ActKind.FOLLOW:
        url, label = watched.network.follow_url(act.person_id), f"Open {network} and press Follow"
        first = f"{network} lets only people follow: open the page, signed in as @{brand}, and press Follow."
    else:
        newest = await _newest_id(ctx, watched, act)
        url, label = watched.network.reply_url(newest, act.text or ""), f"Open {network} and press Post"
        first = (
            f"{network} lets only people reply here: open the page, signed in as @{brand}, and press Post. "
            "Your text is filled in."
        )
    return reply_lines(first, check, buttons=(Button(Intent.VIEW, label, url=url),))


async def _small_page(ctx: Context, watched: BrandContext, act: Action) -> tuple[str, str]:
    """The network's page for a like or a repost, and what its button is called."""
    newest = await _newest_id(ctx, watched, act)
    if act.kind is ActKind.LIKE:
        return watched.network.like_url(newest), "Like"
    return watched.network.repost_url(newest), "Repost"


async def _newest_id(ctx: Context, watched: BrandContext, act: Action) -> str:
    async with ctx.store.reading(watched.brand.id) as tx:
        post = (await tx.posts.by_ids([act.post_id or ""])).get(act.post_id or "")
    return post.newest_id if post else act.post_id or ""


def without_post(kind: ActKind, watched: BrandContext) -> Refused:
    """Why an act that is about a post can't begin: there is none for it."""
    network = watched.network.title
    if kind is ActKind.REPOST:
        return Refused(
            f"Mutuals offers a repost only for praise that stands on {network} for all to see, and there is none here now."
        )
    if kind is ActKind.LIKE:
        return Refused(f"There is no post here now that can be liked on {network}.")
    return Refused(post_gone(network), because=RefusalReason.GONE)


def taken(other: Action, click: Click, watched: BrandContext, now: datetime) -> AlreadyHandled:
    """Somebody was first: who, with what, and when."""
    who = "You" if other.actor.key == click.actor.key else other.actor.name
    verb, past = _VERBS[other.kind]
    since = forms.ago(now - other.created_at)
    if other.state is ActState.DONE:
        return AlreadyHandled(f"{who} {past} {since} ago.", by=other.actor.name, at=other.created_at)
    if may_withdraw(other):
        waits = " It goes out in a moment, unless somebody withdraws it under the alert."
        return AlreadyHandled(f"{who} sent one {since} ago.{waits}", by=other.actor.name, at=other.created_at)
    waits = "" if other.path is not Path.LINK else f" It has not been seen on {watched.network.title} yet."
    return AlreadyHandled(
        f"{who} began to {verb} {since} ago.{waits}", by=other.actor.name, at=other.created_at
    )
