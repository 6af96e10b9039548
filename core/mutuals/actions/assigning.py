"""Assign: somebody of the team gives an alert to a colleague of their chat, who is told in private."""

from collections.abc import Mapping

from mutuals.actions.open_alerts import still_open
from mutuals.alerting import alert_view, assignments, lifecycle
from mutuals.cards import assignment as words
from mutuals.cards.fields import FieldsForm
from mutuals.cards.markup import EphemeralReply, Timestamp
from mutuals.context import BrandContext, Context
from mutuals.domain import assignment, handling, roles
from mutuals.domain.model import Actor
from mutuals.domain.roles import Right
from mutuals.ports.interactions import Click

NOBODY = "Choose a colleague."


async def open_form(ctx: Context, watched: BrandContext, click: Click) -> FieldsForm | EphemeralReply:
    """The form, with who has it now."""
    async with ctx.store.reading(watched.brand.id) as tx:
        alert = still_open(await tx.alerts.get(click.alert_id), ctx.clock.now())
        if isinstance(alert, EphemeralReply):
            return alert
        return words.form(await alert_view.facts(tx, watched, alert, ctx.clock.now()))


async def submit(
    ctx: Context, watched: BrandContext, click: Click, typed: Mapping[str, str], people: Mapping[str, Actor]
) -> FieldsForm | EphemeralReply:
    """Give it to whoever was chosen; the form comes back where nobody was, or somebody who may not act."""
    now, to, word = ctx.clock.now(), people.get(words.TO), typed.get(words.WORD, "").strip()
    async with ctx.store.transaction(watched.brand.id) as tx:
        alert = still_open(await tx.alerts.get(click.alert_id), now)
        if isinstance(alert, EphemeralReply):
            return alert
        if to is None or not roles.may(to.role, Right.WORK):
            facts = await alert_view.facts(tx, watched, alert, now)
            return words.form(facts, error=NOBODY if to is None else _may_not(to), word=word)
        cases = (await tx.cases.by_ids(alert.case_ids)).values()
        until = assignment.until(cases, now, watched.policy.claim_for)
        given = await lifecycle.update(tx, alert, handling.assigned(alert, to, until, now, click.actor))
        told = to.key != click.actor.key and await assignments.tell(tx, given, to, click.actor, word)
    await ctx.deliver(watched.brand.id)
    also = " They are told in private." if told else ""
    return EphemeralReply(((f"{to.name} has it until ", Timestamp(until), f".{also}"),))


def _may_not(to: Actor) -> str:
    if to.role:
        return f"{to.name} is {roles.NAMED[to.role]} here and can't work on alerts. Choose somebody else."
    return f"{to.name} may not act on alerts here. Choose somebody else."
