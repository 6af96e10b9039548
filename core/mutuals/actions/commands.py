"""The slash commands: lists of what waits, and how things stand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from mutuals.actions import own_accounts
from mutuals.alerting import alert_view, calibration, incidents, network_outage
from mutuals.alerting import kill_switch as kill_switch_state
from mutuals.alerting.restore_guard import LOOKED_AT
from mutuals.cards import kill_switch, lists
from mutuals.cards.markup import EphemeralReply, Line, Strong
from mutuals.cards.notices import day
from mutuals.context import BrandContext, Context
from mutuals.domain import cases as case_rules
from mutuals.domain import turns
from mutuals.domain.ledger import Decision, EntryKind
from mutuals.domain.model import Actor, Alert, AlertKind, AlertState, Case, CaseState
from mutuals.ports.unit_of_work import UnitOfWork

FOR_ALL = ("stop", "start")  # of no brand


async def answer(
    ctx: Context, watched: BrandContext, actor: Actor, name: str, words: str = ""
) -> EphemeralReply:
    """The private answer to one command; an unknown one gets the help."""
    now = ctx.clock.now()
    if name == "status":
        return await _status(ctx, watched, now)
    if name == "reset-line":
        return await _reset_line(ctx, watched, actor, now)
    if name == "family":
        async with ctx.store.transaction(watched.brand.id) as tx:
            told = await own_accounts.command(tx, watched, actor, words, now)
        await ctx.deliver(watched.brand.id)
        return told
    if name not in {"queue", "fans", "complaints"}:
        return lists.help_answer(await kill_switch_state.networks(ctx))
    kind = {"fans": AlertKind.FAN, "complaints": AlertKind.CARE}.get(name)
    async with ctx.store.reading(watched.brand.id) as tx:
        return lists.listing(name, await _page(tx, watched, kind, words, now))


async def switch(ctx: Context, actor: Actor, name: str, words: str) -> EphemeralReply:
    """The kill switch: stops all outward acts of this installation, or lets them go on."""
    if name == "stop":
        standing = await kill_switch_state.stop(ctx, actor, words)
        said = (
            kill_switch.already(standing)
            if standing
            else lists.stopped(await kill_switch_state.networks(ctx))
        )
    else:
        held = await kill_switch_state.start(ctx, actor)
        said = "Nothing was stopped." if held is None else lists.started([one.actor.name for one in held])
    return EphemeralReply(lines=((said,),))


async def _page(
    tx: UnitOfWork, watched: BrandContext, kind: AlertKind | None, words: str, now: datetime
) -> lists.Page:
    """Ten alerts of all that are not settled: all are counted and put in order before ten are taken."""
    waiting = sorted(await tx.alerts.open(kind), key=_order)
    pages = max(1, -(-len(waiting) // lists.PAGE))
    page = min(int(words), pages) if words.isascii() and words.isdigit() and len(words) < 9 else 1
    start = (max(page, 1) - 1) * lists.PAGE
    shown = [alert for alert, _ in waiting[start : start + lists.PAGE]]
    return lists.Page(
        rows=[await alert_view.facts(tx, watched, alert, now) for alert in shown],
        start=start,
        total=len(waiting),
        asleep=sum(alert.state is AlertState.SNOOZED for alert, _ in waiting),
        claimed=sum(alert.claimed_by is not None for alert, _ in waiting),
        untold=0 if kind is AlertKind.FAN else sum(not one.told for one in await tx.cases.waiting()),
        troubles=await _troubles(tx, watched),
        theirs=0 if kind is AlertKind.FAN else await _theirs(tx, now - watched.policy.expires_after),
    )


async def _theirs(tx: UnitOfWork, since: datetime) -> int:
    """The people whose turn it is, of those whose cases were opened since then."""
    answered = await tx.cases.closed(CaseState.ANSWERED, since)
    return len({case.person_id for case in answered if turns.whose(case) is turns.Whose.THEIRS})


def _order(one: tuple[Alert, list[Case]]) -> tuple[bool, bool, tuple[bool, int, float, datetime, str]]:
    alert, cases = one
    waiting = case_rules.order(cases)
    nothing = (True, 0, 0.0, alert.opened_at, alert.id)
    return alert.state is AlertState.SNOOZED, not waiting, case_rules.rank(waiting[0]) if waiting else nothing


async def _troubles(tx: UnitOfWork, watched: BrandContext, apart: str | None = None) -> list[str]:
    """A sentence for each trouble that goes on, an outage from its first moment; `apart` is a kind to leave out."""
    known = await incidents.open_incidents(tx)
    blind = None if network_outage.KIND in known else await network_outage.running(tx, watched.network.title)
    return [*filter(None, [blind]), *(one["sentence"] for kind, one in known.items() if kind != apart)]


async def _status(ctx: Context, watched: BrandContext, now: datetime) -> EphemeralReply:
    stopped = await kill_switch_state.stopped(ctx)
    async with ctx.store.transaction(watched.brand.id) as tx:
        looked = await tx.key_values.get(LOOKED_AT)
        counts = await tx.counts()
        spent = await tx.spending.spent(day(now))
        sentences = await _troubles(tx, watched, apart=incidents.STOPPED)
        kept = await calibration.state(tx)
        counted = len(calibration.labels(await tx.feedback.newest(since=calibration.since(kept))))
    looked_at = datetime.fromisoformat(looked) if isinstance(looked, str) else None
    sentences = [kill_switch.begun(stopped, watched.network.title), *sentences] if stopped else sentences
    return lists.status(
        watched.brand.account.handle,
        watched.network.title,
        looked_at,
        counts,
        spent,
        watched.daily_dollars,
        sentences,
        calibration.sentence(kept, watched.policy.alert_line, counted),
    )


async def _reset_line(ctx: Context, watched: BrandContext, actor: Actor, now: datetime) -> EphemeralReply:
    async with ctx.store.transaction(watched.brand.id) as tx:
        line = watched.policy.alert_line
        before = await calibration.reset(tx, line, now)
        said = (
            f"The alert line: {(before or line):.2f}, now {line:.2f}. Earlier verdicts do not count any more."
        )
        await tx.ledger.record(Decision(EntryKind.SETTING, actor, "reset-line", said))
    return lists.line_reset(before, watched.policy.alert_line)


def together(answers: Sequence[tuple[BrandContext, EphemeralReply]]) -> EphemeralReply:
    """Several brands in one answer; where they are on several networks, each part says whose it is."""
    first = next(one.card for _, one in answers if one.card)
    named = len({watched.network.title for watched, _ in answers}) > 1
    body: list[Line] = []
    for watched, one in answers:
        if named:
            body.append((Strong(f"@{watched.brand.account.handle} on {watched.network.title}"),))
        body += one.card.body if one.card else ()
    return EphemeralReply(card=replace(first, body=tuple(body)))
