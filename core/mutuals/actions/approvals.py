"""Texts that somebody has written for another to send (a trainee for a member; where the brand's policy asks for approval, a
member for an approver): kept on the alert with their author, until one goes out.

What is offered is kept apart from the trainee's own draft, so that typing on, or clearing the field, takes
nothing from the member. An offer knows who wrote it, and the ledger says who let it go out.
"""

from dataclasses import dataclass
from datetime import datetime

from mutuals.actions import permissions
from mutuals.alerting import approval_notices, lifecycle
from mutuals.cards.markup import EphemeralReply, Intent
from mutuals.context import BrandContext, Context
from mutuals.domain import handling
from mutuals.domain.model import Actor, AlertState
from mutuals.domain.reply_matching import same_words
from mutuals.ports.interactions import Click, OnStored
from mutuals.ports.unit_of_work import UnitOfWork

DRAFTED = {Intent.REPLY: "Reply drafted", Intent.ACKNOWLEDGE: "Holding reply drafted"}
KEPT = (
    "It is kept under the alert as your draft: {who} who presses the button finds it there and can send it."
)


@dataclass(frozen=True, slots=True)
class Offer:
    """One text and its author."""

    by: str
    key: str  # Actor.key
    at: datetime
    text: str


async def take(
    ctx: Context, watched: BrandContext, click: Click, text: str, taken: OnStored | None
) -> EphemeralReply:
    """Keep what a trainee has sent; `taken` is told once it is stored (see Interactions.send)."""
    now = ctx.clock.now()
    fits = bool(text) and watched.network.measure(text).fits
    async with ctx.store.transaction(watched.brand.id) as tx:
        await tx.drafts.put(click.alert_id, click.draft_key, text or None, now)
        alert = await tx.alerts.get(click.alert_id)
        if fits and alert is not None and alert.state is not AlertState.SETTLED:
            await _put(tx, click, text, now)
            shown = handling.nobody_writing(alert) if alert.writing_key == click.actor.key else alert
            drafted = f"{DRAFTED[click.do]} ({permissions.sender(watched.policy)} can send it)"
            last = alert.log[-1] if alert.log else None
            again = last is not None and (last.text, last.by) == (drafted, click.actor.name)
            if not again:
                shown = handling.with_line(shown, drafted, now, click.actor.name)
            changed = await lifecycle.update(tx, alert, shown)
            least = permissions.least_to_send(watched.policy)
            await approval_notices.tell(tx, watched, changed, click.actor, click.do, text, now, least)
    await ctx.deliver(watched.brand.id)
    if not fits:
        return EphemeralReply(
            lines=(("Your text is empty or too long. It is kept; shorten it and try again.",),), ok=False
        )
    if taken is not None:
        await taken()
    why = permissions.why_not_sent(click.actor, watched.policy)
    return EphemeralReply(
        lines=((f"{why} {KEPT.format(who=permissions.sender(watched.policy))}",),), ok=False
    )


async def made(tx: UnitOfWork, alert_id: str, do: Intent) -> list[Offer]:
    """What has been offered for this alert, the newest first."""
    found = []
    for one in await tx.key_values.get(_memo(alert_id, do)) or ():
        text = await tx.drafts.get(alert_id, _draft(do, one["key"]))
        if text:
            found.append(Offer(one["by"], one["key"], datetime.fromisoformat(one["at"]), text))
    return sorted(found, key=lambda one: one.at, reverse=True)


async def wrote(tx: UnitOfWork, alert_id: str, do: Intent, text: str, sender: Actor) -> Offer | None:
    """The offer of somebody else that these words are, if any: whoever sends it approves it."""
    others = [one for one in await made(tx, alert_id, do) if one.key != sender.key]
    return next((one for one in others if same_words(text, one.text)), None)


async def used(tx: UnitOfWork, alert_id: str, do: Intent, sent: str | None, now: datetime) -> Offer | None:
    """A text has gone out: forget the offers, and give the one that it was, if any."""
    offers = await made(tx, alert_id, do)
    for one in offers:
        await tx.drafts.put(alert_id, _draft(do, one.key), None, now)
        await approval_notices.forget(tx, alert_id, do, one.text)
    if offers:
        await tx.key_values.put(_memo(alert_id, do), None)
    return next((one for one in offers if same_words(sent or "", one.text)), None)


async def take_back(tx: UnitOfWork, alert_id: str, do: Intent, key: str, now: datetime) -> None:
    """The text of this person (Actor.key) is offered no more; their own draft stays."""
    others = [one for one in await tx.key_values.get(_memo(alert_id, do)) or () if one["key"] != key]
    await tx.key_values.put(_memo(alert_id, do), others or None)
    await tx.drafts.put(alert_id, _draft(do, key), None, now)


async def _put(tx: UnitOfWork, click: Click, text: str, now: datetime) -> None:
    actor = click.actor
    others = [
        one
        for one in await tx.key_values.get(_memo(click.alert_id, click.do)) or ()
        if one["key"] != actor.key
    ]
    was = await tx.drafts.get(click.alert_id, _draft(click.do, actor.key))
    if was and was != text:
        await approval_notices.forget(tx, click.alert_id, click.do, was)
    mine = {"by": actor.name, "key": actor.key, "at": now.isoformat()}
    await tx.key_values.put(_memo(click.alert_id, click.do), [*others, mine])
    await tx.drafts.put(click.alert_id, _draft(click.do, actor.key), text, now)


def _memo(alert_id: str, do: Intent) -> str:
    return f"offers/{alert_id}/{do}"


def _draft(do: Intent, key: str) -> str:
    """Offers lie among the drafts, where every text that has not gone out lies."""
    return f"offer/{do}/{key}"
