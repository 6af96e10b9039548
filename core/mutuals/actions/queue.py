"""The lists of what waits: which alerts are in one, in which order, and a page of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from mutuals.alerting import alert_view
from mutuals.cards import queue
from mutuals.cards.markup import EphemeralReply
from mutuals.cards.queue import LISTINGS, Listing, Page, Row
from mutuals.context import BrandContext, Context
from mutuals.domain import cases as case_rules
from mutuals.domain import turns
from mutuals.domain.ids import alert_subject, bundle_subject
from mutuals.domain.model import Actor, Alert, AlertKind, AlertState, Case, CaseState, Category
from mutuals.ports.unit_of_work import UnitOfWork

Fits = Callable[[Alert, list[Case], Actor, datetime], bool]
_LONGEST = 8  # digits of a page's number


def _mine(alert: Alert, _cases: list[Case], actor: Actor, _now: datetime) -> bool:
    return alert.claimed_key == actor.key


def _overdue(_alert: Alert, cases: list[Case], _actor: Actor, now: datetime) -> bool:
    return any(is_overdue(case, now) for case in cases)


def _of(*categories: Category) -> Fits:
    def fits(_alert: Alert, cases: list[Case], _actor: Actor, _now: datetime) -> bool:
        return any(case.category in categories for case in case_rules.order(cases))

    return fits


def _fan(alert: Alert, _cases: list[Case], _actor: Actor, _now: datetime) -> bool:
    return alert.kind is AlertKind.FAN


FILTERS: Mapping[str, Fits] = {
    "mine": _mine,
    "overdue": _overdue,
    "fans": _fan,
    "complaints": _of(Category.COMPLAINT, Category.CONCERN),
    "questions": _of(Category.QUESTION),
}
_KINDS = {"fans": AlertKind.FAN, "complaints": AlertKind.CARE}  # of the commands that are lists themselves


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody typed, understood: the list, who is in it, and which page."""

    typed: str  # the command without its page, as "queue mine"
    which: Listing
    kind: AlertKind | None  # all of the list are of this kind
    fits: Fits | None
    page: int


def asked(name: str, words: str) -> Asked | str:
    """The list that a command and the words behind it ask for; a word that is no filter is given back."""
    rest = words.casefold().split()
    page = 1
    if rest and rest[-1].isascii() and rest[-1].isdigit() and len(rest[-1]) <= _LONGEST:
        page = max(1, int(rest.pop()))
    if not rest:
        return Asked(name, LISTINGS[name], _KINDS.get(name), None, page)
    if name != "queue" or rest[0] not in FILTERS or len(rest) > 1:
        return rest[0] if name != "queue" or rest[0] not in FILTERS else rest[1]
    which = LISTINGS.get(f"queue {rest[0]}") or LISTINGS[rest[0]]
    return Asked(f"queue {rest[0]}", which, None, FILTERS[rest[0]], page)


def known(name: str) -> tuple[str, ...]:
    """The words that a list understands behind its name."""
    return tuple(FILTERS) if name == "queue" else ()


async def answer(
    ctx: Context,
    tx: UnitOfWork,
    watched: BrandContext,
    actor: Actor,
    what: Asked,
    troubles: list[str],
    size: int = queue.PAGE,
) -> EphemeralReply:
    """A page of a list: all are counted, filtered and put in order before some are taken."""
    now = ctx.clock.now()
    waiting = await tx.alerts.open(what.kind)
    fits = what.fits
    chosen = [one for one in waiting if fits is None or fits(*one, actor, now)]
    chosen.sort(key=_order)
    pages = max(1, -(-len(chosen) // size))
    start = (min(what.page, pages) - 1) * size
    whole = fits is None and what.kind is not AlertKind.FAN
    page = Page(
        rows=[
            Row(
                await alert_view.facts(tx, watched, alert, now), await message_url(ctx, tx, alert, actor.chat)
            )
            for alert, _ in chosen[start : start + size]
        ],
        start=start,
        total=len(chosen),
        snoozed=sum(alert.state is AlertState.SNOOZED for alert, _ in chosen),
        untold=sum(not one.told for one in await tx.cases.waiting()) if whole else 0,
        troubles=troubles,
        theirs=await _theirs(tx, now - watched.policy.expires_after) if whole else 0,
        size=size,
        everywhere=len(waiting) if fits is not None else 0,
    )
    return queue.listing(what.typed, what.which, page)


async def message_url(ctx: Context, tx: UnitOfWork, alert: Alert, chat_name: str) -> str | None:
    """The page of the message that tells an alert in a chat, its own or that of its bundle; None where none stands there."""
    chat = ctx.chats.get(chat_name)
    told_by = bundle_subject(alert.bundle_id) if alert.bundle_id else alert_subject(alert.id)
    rows = await tx.deliveries.of(told_by) if chat else []
    refs = [row.ref for row in rows if row.chat == chat_name and row.ref is not None]
    return chat.message_url(refs[-1]) if chat and refs else None


def is_overdue(case: Case, now: datetime) -> bool:
    """Has the time passed by which somebody was to have an answer, or the one that was promised?"""
    if not case_rules.order([case]):
        return False
    if case.state is CaseState.ACKNOWLEDGED:
        return case.promised_at is not None and now >= case.promised_at
    return case_rules.presses(case) and now >= case.due_at


async def _theirs(tx: UnitOfWork, since: datetime) -> int:
    """The people whose turn it is, of those whose cases were opened since then."""
    answered = await tx.cases.closed(CaseState.ANSWERED, since)
    return len({case.person_id for case in answered if turns.whose(case) is turns.Whose.THEIRS})


def _order(one: tuple[Alert, list[Case]]) -> tuple[bool, bool, tuple[bool, int, float, datetime, str]]:
    alert, cases = one
    waiting = case_rules.order(cases)
    nothing = (True, 0, 0.0, alert.opened_at, alert.id)
    return alert.state is AlertState.SNOOZED, not waiting, case_rules.rank(waiting[0]) if waiting else nothing
