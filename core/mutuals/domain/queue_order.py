"""The queue: in which order alerts wait for somebody, and which of them each of its parts holds. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntFlag, StrEnum
from hashlib import sha256

from mutuals.domain import cases as case_rules
from mutuals.domain.model import Alert, AlertKind, AlertState, Case, CaseState, Category

_HASH = 10  # hex digits of an alert's id that settle a tie
_FINEST = 9999  # severities are told apart by thousandths, and the worst is below ten
_LAST_QUARTER = 99_999_999
_LATEST = 9_999_999_999  # seconds since 1970, ten digits


class QueuePart(StrEnum):
    """A part of the queue that can be asked for. The values stand in buttons for ever: never rename one."""

    ALL = "queue"
    MINE = "mine"
    OVERDUE = "overdue"
    FANS = "fans"
    ANSWERS = "answers"  # whoever waits for an answer
    COMPLAINTS = "complaints"
    QUESTIONS = "questions"


class Asks(IntFlag):
    """What somebody's waiting cases ask for."""

    NOTHING = 0
    COMPLAINT = 1  # a concern, too
    QUESTION = 2


@dataclass(frozen=True, slots=True)
class QueuePlace:
    """Where an alert stands: a smaller `key` (ASCII, of one length) comes first, and no two alerts have the same.

    `overdue_at` is when the first of its cases is overdue; None where none ever is.
    """

    key: str
    overdue_at: datetime | None
    asks: Asks


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """A part of the queue as one person sees it at one moment."""

    part: QueuePart
    actor_key: str
    now: datetime


def place(alert: Alert, cases: Sequence[Case]) -> QueuePlace:
    """The place of an alert that tells of these cases: what sleeps goes last, before it what nobody waits for, else the
    order is that of its first case (`mutuals.domain.cases.rank`)."""
    waiting = case_rules.order(cases)
    if waiting:
        calm, quarter, severity, due_at, _ = case_rules.rank(waiting[0])
    else:
        calm, quarter, severity, due_at = True, 0, 0.0, alert.opened_at
    group = 4 * (alert.state is AlertState.SNOOZED) + 2 * (not waiting) + calm
    # Severity is negative, so that the worse is the smaller.
    worse = min(_FINEST, max(0, round(_FINEST + severity * 1000)))
    seconds = min(_LATEST, max(0, int(due_at.timestamp())))
    tie = sha256(alert.id.encode("utf-8", "replace")).hexdigest()[:_HASH]
    key = f"{group}{min(_LAST_QUARTER, max(0, quarter)):08d}{worse:04d}{seconds:010d}{tie}"
    late = [at for case in waiting if (at := overdue_at(case)) is not None]
    return QueuePlace(key, min(late, default=None), _asks(waiting))


def overdue_at(case: Case) -> datetime | None:
    """When a case is overdue: at the time by which somebody was to have an answer, or at the one that was promised."""
    if case.state is CaseState.ACKNOWLEDGED:
        return case.promised_at
    return case.due_at if case_rules.presses(case) else None


def fits(alert: Alert, where: QueuePlace, wanted: QueueFilter) -> bool:
    """Does an alert that is not settled belong to this part of the queue?"""
    match wanted.part:
        case QueuePart.MINE:
            return alert.claimed_key == wanted.actor_key
        case QueuePart.OVERDUE:
            return where.overdue_at is not None and where.overdue_at <= wanted.now
        case QueuePart.FANS:
            return alert.kind is AlertKind.FAN
        case QueuePart.ANSWERS:
            return alert.kind is AlertKind.CARE
        case QueuePart.COMPLAINTS:
            return Asks.COMPLAINT in where.asks
        case QueuePart.QUESTIONS:
            return Asks.QUESTION in where.asks
    return True


def sleeps(key: str) -> bool:
    """Is this the place of an alert that is snoozed?"""
    return key >= ASLEEP


ASLEEP = "4"  # the places of snoozed alerts begin here


def _asks(waiting: Sequence[Case]) -> Asks:
    asks = Asks.NOTHING
    for case in waiting:
        if case.category in (Category.COMPLAINT, Category.CONCERN):
            asks |= Asks.COMPLAINT
        elif case.category is Category.QUESTION:
            asks |= Asks.QUESTION
    return asks
