"""What the team says about accounts that may be its own: by the buttons of the question, or by a command later."""

from datetime import datetime

from mutuals.actions import forms
from mutuals.actions.responses import reply_lines
from mutuals.alerting import own_accounts
from mutuals.cards import own_account
from mutuals.cards.markup import EphemeralReply, Intent
from mutuals.context import BrandContext
from mutuals.domain.model import Actor
from mutuals.domain.ownership import OwnershipAnswer, OwnershipQuestion
from mutuals.ports.interactions import Click
from mutuals.ports.unit_of_work import UnitOfWork

UNKNOWN = "Mutuals does not know this account any more. Type /mutuals family to see which it knows."
HOW = "Write yes, no or later, and then the account's name, for example: /mutuals family yes @acme_uk"


async def on_question(
    tx: UnitOfWork, watched: BrandContext, click: Click, now: datetime
) -> EphemeralReply | None:
    """Keep the answer that was pressed; whoever comes second is told who was first."""
    question = await own_accounts.pressed(tx, click.alert_id)
    if question is None or click.do is not Intent.OWN or click.value not in list(OwnershipAnswer):
        return reply_lines(UNKNOWN, ok=False)
    answer = OwnershipAnswer(click.value)
    if question.settled or question.answer is answer:
        return reply_lines(_first(question, now), ok=False)
    await own_accounts.decide(tx, watched, question, answer, click.actor, now)
    return None  # the question's own message says it


def _first(question: OwnershipQuestion, now: datetime) -> str:
    said = {OwnershipAnswer.OURS: "that it is yours", OwnershipAnswer.NOT_OURS: "that it is not yours"}
    what = said.get(question.answer or OwnershipAnswer.UNSURE, "not to be sure")
    ago = f" {forms.ago(now - question.answered_at)} ago" if question.answered_at else ""
    return f"Somebody was first: {question.by} said {what}{ago}. {own_account.CHANGE}"


async def command(
    tx: UnitOfWork, watched: BrandContext, actor: Actor, words: str, now: datetime
) -> EphemeralReply:
    """The list of the accounts; with an answer and a name, first change what is known of that one."""
    said = [await _change(tx, watched, actor, words.split(), now)] if words.strip() else []
    known = sorted(
        (await own_accounts.questions(tx)).values(),
        key=lambda one: (one.asked_at is None, one.asked_at or one.found_at, one.person_id),
    )
    listed = [one for one in known if one.handle.lower() not in watched.policy.family]
    return own_account.listing(sorted(watched.policy.family), listed, said)


async def _change(
    tx: UnitOfWork, watched: BrandContext, actor: Actor, words: list[str], now: datetime
) -> str:
    value, name = words[0].lower(), words[-1].removeprefix("@").lower()
    if len(words) != 2 or value not in list(OwnershipAnswer):
        return HOW
    shown = f"@{words[-1].removeprefix('@')}"
    if name in watched.policy.family:
        return f"{shown} is yours by the setting MUTUALS_FAMILY. Whoever runs Mutuals can take it out there."
    found = [one for one in (await own_accounts.questions(tx)).values() if one.handle.lower() == name]
    if not found:
        brand = watched.brand.account.handle
        return (
            f"Nothing was changed: no account called {shown} is known that may be one of @{brand}'s. If it is yours, whoever "
            "runs Mutuals can name it in MUTUALS_FAMILY."
        )
    answer = OwnershipAnswer(value)
    for question in found:  # a name may have changed hands: both are called so, as far as is known
        await own_accounts.decide(tx, watched, question, answer, actor, now)
    kept = {OwnershipAnswer.OURS: "it is yours", OwnershipAnswer.NOT_OURS: "it is not yours"}
    return f"Noted for {shown}: {kept.get(answer, 'you are not sure, and are asked again in 30 days')}."
