"""A text that did not go is kept, and its form offered once more with what was wrong."""

from mutuals.actions import forms, responses
from mutuals.alerting import alert_view
from mutuals.cards.markup import EphemeralReply
from mutuals.context import BrandContext, Context
from mutuals.ports.interactions import Click


async def offer_again(
    ctx: Context, watched: BrandContext, click: Click, text: str, why: str
) -> EphemeralReply:
    """Keep the text as the person's draft; gives why it did not go, with the form to go on in."""
    now = ctx.clock.now()
    async with ctx.store.transaction(watched.brand.id) as tx:
        await tx.put_draft(click.alert_id, click.draft_key, text or None, now)
        alert = await tx.alert(click.alert_id)
        if alert is None:
            return responses.reply_lines(why, ok=False)
        found = await alert_view.facts(tx, watched, alert, now)
    return EphemeralReply(
        lines=((why,),), ok=False, form=forms.filled(found, watched, click, text, None, error=why)
    )
