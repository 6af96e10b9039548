"""Looks a reply through before it goes out, and asks once more where something was found. See `mutuals.domain.reply_lint`."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from mutuals.actions import conversation, unsent_drafts
from mutuals.alerting import alert_view
from mutuals.cards import reply_warnings
from mutuals.cards.alert_view import AlertView
from mutuals.cards.buttons import ACT_KINDS
from mutuals.cards.markup import PASSES, EphemeralReply, Line
from mutuals.context import BrandContext, Context
from mutuals.domain import reply_lint, web_sites
from mutuals.domain.ledger import Decision, EntryKind
from mutuals.domain.model import ActKind, Category
from mutuals.domain.reply_lint import Findings, Surroundings
from mutuals.ports.interactions import Click
from mutuals.ports.unit_of_work import UnitOfWork

ASKED = "Look at this once more before it goes out:"


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a text, and what its words need."""

    findings: Findings
    lines: tuple[Line, ...]
    urgent: bool = False  # does an urgent case wait
    link: bool = False  # does it lead to a page that is not the brand's own


async def look(ctx: Context, watched: BrandContext, click: Click, text: str) -> Checked:
    """What is to be looked at twice in this text, sent by this click. Changes nothing."""
    now = ctx.clock.now()
    others = await _others(ctx, watched) if reply_lint.handles_in(text) else {}
    async with ctx.store.reading(watched.brand.id) as tx:
        alert = await tx.alerts.get(click.alert_id)
        if alert is None:
            return Checked((), ())
        found = await alert_view.facts(tx, watched, alert, now)
        around = await _surroundings(tx, watched, found, text, others, now)
    findings = reply_lint.findings(text, around)
    kind = ACT_KINDS.get(click.do, ActKind.REPLY)
    micros = watched.network.price(kind, found.paths[kind]).micros
    lines = reply_warnings.lines(findings, watched.network.title, others, micros)
    link = any(not reply_lint.is_own(one, around.own_sites) for one in reply_lint.links_in(text))
    return Checked(findings, lines, found.urgent, link)


async def before_sending(
    ctx: Context, watched: BrandContext, click: Click, text: str
) -> EphemeralReply | None:
    """None: it may go, nothing was found or this person has seen it and sends it all the same, which the ledger says.
    Else the form once more, with the warnings and `Form.passes`."""
    if not text or not watched.network.measure(text).fits:
        return None
    checked = await look(ctx, watched, click, text)
    if not checked.findings:
        return None
    if reply_lint.passed(checked.findings, reply_lint.codes_in(passes_of(click.value))):
        await _record(ctx, watched, click, checked.findings)
        return None
    passes = passing(text, reply_lint.codes_of(checked.findings))
    answer = await unsent_drafts.offer_again(ctx, watched, replace(click, value=""), text, ASKED)
    if answer.form is None:
        return answer
    form = replace(answer.form, error=None, warnings=checked.lines, passes=passes)
    return replace(answer, lines=((ASKED,), *checked.lines), form=form)


def passing(text: str, codes: str) -> str:
    """The value of a click that sends these words in spite of the findings with these codes."""
    return PASSES + reply_lint.text_code(text) + codes


def passes_of(value: str) -> str:
    """The codes of the findings that were shown, of a click's value; empty where none were."""
    return value.removeprefix(PASSES)[reply_lint.CODE :] if value.startswith(PASSES) else ""


def is_for(value: str, text: str) -> bool:
    """Was a click's value made when these very words were shown?"""
    return value.startswith(PASSES + reply_lint.text_code(text))


async def _record(ctx: Context, watched: BrandContext, click: Click, findings: Findings) -> None:
    async with ctx.store.transaction(watched.brand.id) as tx:
        alert = await tx.alerts.get(click.alert_id)
        person = alert.person_id if alert else ""
        said = reply_warnings.passed(findings)
        decision = Decision(EntryKind.WARNED, click.actor, "warnings", said, click.alert_id, person)
        await tx.ledger.record(decision)


async def _surroundings(
    tx: UnitOfWork,
    watched: BrandContext,
    found: AlertView,
    text: str,
    others: Mapping[str, str],
    now: datetime,
) -> Surroundings:
    theirs = (found.handle or "").lower()
    site = web_sites.site_of(watched.brand.account.link)
    acts = await tx.actions.since(now - reply_lint.A_DAY)
    return Surroundings(
        to_complaint=found.lead is not None and found.lead.category is Category.COMPLAINT,
        turns=await conversation.public_turns(tx, watched, found),
        turns_allowed=watched.policy.reply_limit_public,
        others={handle: whose for handle, whose in others.items() if handle != theirs},
        own_sites=frozenset({site} if site else ()),
        got_it=reply_lint.got_it(acts, text, found.alert.person_id, now),
        case_number=found.alert.handed_off.number if found.alert.handed_off else "",
    )


async def _of_the_same_team(ctx: Context, watched: BrandContext, brand_id: str) -> bool:
    """Is another brand told in the same workspaces? If not, its team's business is nobody else's."""
    if not watched.workspaces:
        return True
    other = await ctx.brands.find(brand_id)
    return other is not None and other.workspaces == watched.workspaces


async def _others(ctx: Context, watched: BrandContext) -> dict[str, str]:
    """Handles in small letters that a reply should not name without a thought, and whose they are."""
    brands = {
        one.account.handle.lower(): "another brand watched here"
        for one in await ctx.store.brands()
        if one.id == watched.brand.id or await _of_the_same_team(ctx, watched, one.id)
    }
    others = brands | {handle.lower(): reason for handle, reason in watched.policy.never_follow.items()}
    own = {watched.brand.account.handle.lower(), *watched.policy.family}
    return {handle: whose for handle, whose in others.items() if handle not in own}
