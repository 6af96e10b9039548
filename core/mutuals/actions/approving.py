"""Approve, and Send back: what somebody does with a text that waits for them, without opening its form."""

from collections.abc import Mapping
from dataclasses import replace

from mutuals.actions import permissions, reply_check
from mutuals.actions.executor import ActionExecutor
from mutuals.actions.responses import reply_lines
from mutuals.alerting import approval_notices, lifecycle, offers
from mutuals.cards import approval
from mutuals.cards.buttons import ACT_KINDS
from mutuals.cards.fields import FieldsForm
from mutuals.cards.markup import Button, EphemeralReply
from mutuals.context import BrandContext, Context
from mutuals.domain import handling
from mutuals.domain.model import AlertState
from mutuals.ports.interactions import Click

GONE = "This text does not wait any more: it was sent, sent back or changed. Press Reply under the alert to see what is there."
OWN = "This is your own text. Somebody else has to approve it."
ONCE_MORE = "It did not go out yet. Look at it once more: "


async def approve(
    ctx: Context, performer: ActionExecutor, watched: BrandContext, click: Click
) -> EphemeralReply:
    """Let this very text go out, as its writer left it. Raises AlreadyHandled when somebody was first."""
    if not permissions.may_send(click.actor, watched.policy):
        return reply_lines(permissions.why_not_sent(click.actor, watched.policy), ok=False)
    do = offers.intent_of(click.value)
    async with ctx.store.reading(watched.brand.id) as tx:
        offer = await offers.find(tx, click.alert_id, click.value)
    if offer is None:
        return reply_lines(GONE, ok=False)
    if offer.key == click.actor.key:
        return reply_lines(OWN, ok=False)
    sending = replace(click, do=do, value="")
    shown = replace(sending, value=reply_check.passing(offer.text, offer.seen)) if offer.seen else sending
    warned = await reply_check.before_sending(ctx, watched, shown, offer.text)
    if warned is not None:
        lines = warned.form.warnings if warned.form else warned.lines
        edit = (Button(do, "Edit and approve", "approve", primary=True),)
        return EphemeralReply(((ONCE_MORE,), *lines), ok=False, buttons=edit)
    return await performer.send(watched, sending, ACT_KINDS[do], offer.text, None)


async def open_form(ctx: Context, watched: BrandContext, click: Click) -> FieldsForm | EphemeralReply:
    """A word to the writer."""
    async with ctx.store.transaction(watched.brand.id) as tx:
        offer = await offers.find(tx, click.alert_id, click.value)
        # The form carries no value of its own: whom it is for is kept with who opens it.
        await tx.key_values.put(_opened(click), click.value)
    return approval.form(click.alert_id, offer.by) if offer else reply_lines(GONE, ok=False)


async def submit(
    ctx: Context, watched: BrandContext, click: Click, typed: Mapping[str, str]
) -> EphemeralReply:
    """It goes back to its writer, who is told in private; nobody sends it meanwhile."""
    now, word = ctx.clock.now(), typed.get(approval.WORD, "").strip()
    async with ctx.store.transaction(watched.brand.id) as tx:
        value = await tx.key_values.get(_opened(click)) or ""
        alert = await tx.alerts.get(click.alert_id)
        offer = await offers.find(tx, click.alert_id, value) if value else None
        if alert is None or offer is None or alert.state is AlertState.SETTLED:
            return reply_lines(GONE, ok=False)
        await offers.take_back(tx, alert.id, offers.intent_of(value), offer.key, now)
        await approval_notices.send_back(tx, alert, value, offer, click.actor, word)
        await tx.key_values.put(_opened(click), None)
        told = handling.with_line(alert, f"{offer.by}'s text was sent back", now, click.actor.name)
        await lifecycle.update(tx, alert, told)
    await ctx.deliver(watched.brand.id)
    return reply_lines(f"Sent back to {offer.by}, who is told in private.")


def _opened(click: Click) -> str:
    return f"sends_back/{click.alert_id}/{click.actor.own_key}"
