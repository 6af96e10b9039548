"""Where the brand asks for a second person, a text waits for a colleague instead of going out by its writer's hand."""

from dataclasses import replace

from mutuals.actions import approvals, reply_check
from mutuals.alerting import offers
from mutuals.cards.markup import EphemeralReply, Intent
from mutuals.context import BrandContext, Context
from mutuals.domain import reply_lint
from mutuals.domain import second_person as rule
from mutuals.domain.reply_lint import LintRule
from mutuals.domain.second_person import SecondPerson
from mutuals.ports.interactions import Click, OnStored


async def ask(
    ctx: Context, watched: BrandContext, click: Click, text: str, taken: OnStored | None
) -> EphemeralReply | None:
    """None: it may go on, nothing asks for a second person or there were two. Else the text is kept for a colleague; what
    else was found in it is shown to its writer first."""
    wanted = watched.policy.second_person
    if wanted is SecondPerson.OFF or not text or not watched.network.measure(text).fits:
        return None
    checked = await reply_check.look(ctx, watched, click, text)
    why = rule.why(wanted, urgent=checked.urgent, link=checked.link)
    if not why:
        return None
    do = Intent.REPLY if click.do is Intent.FOLLOW_AND_ASK else click.do  # the follow waits with its text
    async with ctx.store.reading(watched.brand.id) as tx:
        written = await offers.by_others(tx, click.alert_id, do, click.actor)
    if any(rule.covers(one.text, text) for one in written):
        return None
    if any(one.rule is not LintRule.LINK for one in checked.findings):
        warned = await reply_check.before_sending(ctx, watched, click, text)
        if warned is not None:
            return warned
    seen = reply_lint.codes_of(checked.findings)
    return await approvals.take(ctx, watched, replace(click, do=do, value=""), text, taken, why, seen)
