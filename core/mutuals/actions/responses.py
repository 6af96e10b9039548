"""What the person who acted is told in private."""

from datetime import datetime

from mutuals.actions import forms
from mutuals.cards.markup import Button, EphemeralReply, Intent
from mutuals.context import BrandContext, Context
from mutuals.domain.errors import AlreadyHandled
from mutuals.domain.model import Action, ActKind, ActState, Path
from mutuals.domain.withdrawal import may_withdraw
from mutuals.ports.interactions import Click


def reply_lines(*lines: str, ok: bool = True, buttons: tuple[Button, ...] = ()) -> EphemeralReply:
    """A private answer of plain sentences."""
    return EphemeralReply(lines=tuple((line,) for line in lines), ok=ok, buttons=buttons)


async def by_link(ctx: Context, watched: BrandContext, act: Action) -> EphemeralReply:
    """The network's page where a person does it, and what Mutuals does then."""
    brand, network = watched.brand.account.handle, watched.network.title
    minutes = int(watched.policy.link_wait.total_seconds() // 60)
    check = (
        f"Mutuals checks that it was @{brand} and closes the alert then. "
        f"If it is not seen in {minutes} minutes, the alert is open again."
    )
    if act.kind is ActKind.FOLLOW:
        url, label = watched.network.follow_url(act.person_id), f"Open {network} and press Follow"
        first = f"{network} lets only people follow: open the page, signed in as @{brand}, and press Follow."
    else:
        async with ctx.store.transaction(watched.brand.id) as tx:
            post = (await tx.posts.by_ids([act.post_id or ""])).get(act.post_id or "")
        newest = post.newest_id if post else act.post_id or ""
        url, label = watched.network.reply_url(newest, act.text or ""), f"Open {network} and press Post"
        first = (
            f"{network} lets only people reply here: open the page, signed in as @{brand}, and press Post. "
            "Your text is filled in."
        )
    return reply_lines(first, check, buttons=(Button(Intent.VIEW, label, url=url),))


def taken(other: Action, click: Click, watched: BrandContext, now: datetime) -> AlreadyHandled:
    """Somebody was first: who, with what, and when."""
    who = "You" if other.actor.key == click.actor.key else other.actor.name
    verb = {ActKind.FOLLOW: "follow", ActKind.REPLY: "reply", ActKind.ACKNOWLEDGE: "acknowledge"}[other.kind]
    past = {"follow": "followed", "reply": "replied", "acknowledge": "acknowledged"}[verb]
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
