"""Texts that somebody has written for another to send (a trainee or a helper for a member; where the brand's policy asks for
approval or for a second person, a member for a colleague), and who let one go out. See `mutuals.alerting.offers`."""

from datetime import datetime

from mutuals.actions import permissions
from mutuals.alerting import approval_notices, lifecycle, offers
from mutuals.alerting.offers import Offer
from mutuals.cards.markup import EphemeralReply, Intent
from mutuals.context import BrandContext, Context
from mutuals.domain import handling
from mutuals.domain.model import Actor, AlertState, Role
from mutuals.domain.policy import Policy
from mutuals.domain.reply_matching import same_words
from mutuals.domain.second_person import SecondPerson, covers
from mutuals.ports.interactions import Click, OnStored
from mutuals.ports.unit_of_work import UnitOfWork

DRAFTED = {Intent.REPLY: "Reply drafted", Intent.ACKNOWLEDGE: "Holding reply drafted"}
SUGGESTED = {Intent.REPLY: "Reply suggested", Intent.ACKNOWLEDGE: "Holding reply suggested"}  # by a helper
KEPT = (
    "It is kept under the alert as your draft: {who} who presses the button finds it there and can send it."
)


NOBODY_TOLD = (
    "Nobody else who may send it has worked with Mutuals here yet, so nobody was told: ask a colleague to press the same "
    "button under the alert."
)


async def take(
    ctx: Context,
    watched: BrandContext,
    click: Click,
    text: str,
    taken: OnStored | None,
    second: str = "",
    seen: str = "",
) -> EphemeralReply:
    """Keep what somebody has sent for another to send; `taken` is told once it is stored (see Interactions.submit).
    `second` is what asks for a second person, `seen` the codes of what its reader is shown with the text."""
    now = ctx.clock.now()
    fits = bool(text) and watched.network.measure(text).fits
    told = None
    async with ctx.store.transaction(watched.brand.id) as tx:
        await tx.drafts.put(click.alert_id, click.draft_key, text or None, now)
        alert = await tx.alerts.get(click.alert_id)
        if fits and alert is not None and alert.state is not AlertState.SETTLED:
            offer = Offer(click.actor.name, click.actor.key, now, text, second, seen)
            await offers.put(tx, alert.id, click.do, offer)
            shown = handling.nobody_writing(alert) if alert.writing_key == click.actor.key else alert
            written = SUGGESTED if click.actor.role is Role.HELPER else DRAFTED
            who = "a colleague has to" if second else f"{permissions.sender(watched.policy)} can"
            drafted = f"{written[click.do]} ({who} send it)"
            last = alert.log[-1] if alert.log else None
            again = last is not None and (last.text, last.by) == (drafted, click.actor.name)
            if not again:
                shown = handling.with_line(shown, drafted, now, click.actor.name)
            changed = await lifecycle.update(tx, alert, shown)
            least = permissions.least_to_send(watched.policy)
            told = await approval_notices.tell(tx, watched, changed, click.actor, click.do, offer, least)
    await ctx.deliver(watched.brand.id)
    if not fits:
        return EphemeralReply(
            lines=(("Your text is empty or too long. It is kept; shorten it and try again.",),), ok=False
        )
    if taken is not None:
        await taken()
    why = f"{second} need a second person here, so your text was not sent." if second else ""
    why = why or permissions.why_not_sent(click.actor, watched.policy)
    kept = KEPT.format(who=f"a colleague ({permissions.sender(watched.policy)})" if second
                       else permissions.sender(watched.policy))  # fmt: skip
    alone = ((NOBODY_TOLD,),) if second and told == 0 else ()
    return EphemeralReply(lines=((f"{why} {kept}",), *alone), ok=False)


async def wrote(
    tx: UnitOfWork, alert_id: str, do: Intent, text: str, sender: Actor, policy: Policy
) -> Offer | None:
    """The offer of somebody else that these words are, if any: whoever sends it approves it. Where a second person is
    asked for, it may have been changed by whoever sends it."""
    others = await offers.by_others(tx, alert_id, do, sender)
    same = next((one for one in others if same_words(text, one.text)), None)
    if same is not None or policy.second_person is SecondPerson.OFF:
        return same
    return next((one for one in others if covers(one.text, text)), None)


async def used(tx: UnitOfWork, alert_id: str, do: Intent, sent: str | None, now: datetime) -> Offer | None:
    """A text has gone out: forget the offers, and give the one that it was, if any."""
    return next(
        (one for one in await offers.clear(tx, alert_id, do, now) if same_words(sent or "", one.text)), None
    )
