"""A text that did not go is kept, and its form offered once more with what was wrong."""

from dataclasses import replace

from mutuals.actions import conversation, forms, reply_choices, responses
from mutuals.alerting import alert_view
from mutuals.cards.buttons import ACT_BUTTONS
from mutuals.cards.markup import Button, EphemeralReply, Intent
from mutuals.context import BrandContext, Context
from mutuals.domain.errors import MutualsError, Refused
from mutuals.domain.model import Action
from mutuals.ports.interactions import Click


async def offer_again(
    ctx: Context, watched: BrandContext, click: Click, text: str, why: str
) -> EphemeralReply:
    """Keep the text as the person's draft; gives why it did not go, with the form to go on in."""
    now = ctx.clock.now()
    async with ctx.store.transaction(watched.brand.id) as tx:
        await tx.drafts.put(click.alert_id, click.draft_key, text or None, now)
        alert = await tx.alerts.get(click.alert_id)
        if alert is None:
            return responses.reply_lines(why, ok=False)
        found = await alert_view.facts(tx, watched, alert, now)
        choices = await reply_choices.offered(tx, found, click.actor, holding=click.do is Intent.ACKNOWLEDGE)
        turns = await conversation.public_turns(tx, watched, found)
    again = replace(click, value="")
    form = forms.filled(found, watched, again, text, None, error=why, choices=choices, turns=turns)
    return EphemeralReply(lines=((why,),), ok=False, form=form)


async def after_failure(
    ctx: Context, watched: BrandContext, act: Action, error: MutualsError, *, late: bool
) -> EphemeralReply:
    """What the person is told whose act failed, with their form once more; `late`: they have had their answer."""
    kept = " Your text is kept." if act.text else ""
    buttons: tuple[Button, ...] = ()
    if isinstance(error, Refused) and error.manual_url:
        buttons = (Button(Intent.VIEW, f"Do it on {watched.network.title}", url=error.manual_url),)
    answer = responses.reply_lines(f"{error}{kept}", ok=False, buttons=buttons)
    if not act.kind.writes or late:
        return answer  # late, nobody reads it, and they may have begun another text
    click = Click(act.alert_id, ACT_BUTTONS[act.kind], act.actor)
    offered = await offer_again(ctx, watched, click, act.text or "", str(error))
    return replace(answer, form=offered.form)
