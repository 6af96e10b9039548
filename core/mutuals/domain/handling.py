"""Who deals with what a message shows, an alert or a bundle: claimed, released, put to sleep, woken, closed. Pure."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from mutuals.domain.bundle import Bundle
from mutuals.domain.errors import AlreadyHandled
from mutuals.domain.history import LogKind, LogLine
from mutuals.domain.model import Actor, Alert, AlertState
from mutuals.domain.undo import UNDO_FOR

LOG_KEPT = 40  # lines; the thread shows fewer
MORNING = time(9, 0)  # when the team starts work
Handled = TypeVar("Handled", Alert, Bundle)


def with_line(
    handled: Handled, text: str, at: datetime, by: str | None = None, kind: LogKind = LogKind.OTHER
) -> Handled:
    """With one more line in its log, the oldest dropped; `by` is the name of who did it."""
    return replace(handled, log=(*handled.log, LogLine(at, text, by, kind))[-LOG_KEPT:])


def claimed(handled: Handled, actor: Actor, until: datetime) -> Handled:
    """Claimed by this person until then. Raises AlreadyHandled when somebody else has claimed it."""
    if handled.claimed_key and handled.claimed_key != actor.key:
        by = handled.claimed_by or "Somebody"
        raise AlreadyHandled(f"{by} was first and has claimed this.", by=by)
    return replace(handled, claimed_by=actor.name, claimed_key=actor.key, claimed_until=until)


def assigned(handled: Handled, to: Actor, until: datetime, now: datetime, by: Actor) -> Handled:
    """Given to this colleague until then, whoever had it before."""
    held = replace(handled, claimed_by=to.name, claimed_key=to.key, claimed_until=until)
    return with_line(held, f"Assigned to {to.name}", now, by.name)


def unclaimed(handled: Handled) -> Handled:
    """Nobody's."""
    return replace(handled, claimed_by=None, claimed_key=None, claimed_until=None)


def released(handled: Handled, now: datetime, by: str) -> Handled:
    """Given back by whoever had claimed it."""
    return with_line(unclaimed(handled), "Released", now, by)


def claim_over(handled: Handled, now: datetime) -> bool:
    """Is it claimed by somebody whose time is over?"""
    return handled.claimed_until is not None and now >= handled.claimed_until


def claim_expired(handled: Handled, now: datetime) -> Handled:
    """Free again, because whoever had claimed it did nothing in time."""
    return unclaimed(with_line(handled, f"{handled.claimed_by} had it for a while; it is free again", now))


def snoozed(handled: Handled, until: datetime, now: datetime, by: str) -> Handled:
    """Put to sleep by this person until then."""
    return replace(with_line(handled, "Snoozed", now, by), state=AlertState.SNOOZED, snoozed_until=until)


def snooze_over(handled: Handled, now: datetime) -> bool:
    """Does it sleep for longer than it was meant to?"""
    return handled.snoozed_until is not None and now >= handled.snoozed_until


def awake(handled: Handled) -> Handled:
    """Open again."""
    return replace(handled, state=AlertState.OPEN, snoozed_until=None)


def woken(handled: Handled, now: datetime, by: str) -> Handled:
    """Woken by this person before its time."""
    return with_line(awake(handled), "Woken", now, by)


def nobody_writing(alert: Alert) -> Alert:
    """Nobody has a form for it open any more."""
    return replace(alert, writing_by=None, writing_key=None, writing_until=None)


def settled(handled: Handled, now: datetime) -> Handled:
    """Over: nobody's, and asleep no more."""
    return replace(unclaimed(handled), state=AlertState.SETTLED, closed_at=now, snoozed_until=None)


def reopened(handled: Handled) -> Handled:
    """Not over after all."""
    if isinstance(handled, Alert):
        handled = replace(handled, closed_by=None, handed_off=None)
    return replace(handled, state=AlertState.OPEN, closed_at=None)


def shortened(handled: Handled, now: datetime, longest: timedelta) -> Handled:
    """After the clock was set back: claimed, written and asleep for no longer than if that had begun just now."""
    if handled.claimed_until is not None:
        handled = replace(handled, claimed_until=min(handled.claimed_until, now + longest))
    if isinstance(handled, Alert) and handled.writing_until is not None:
        handled = replace(handled, writing_until=min(handled.writing_until, now + longest))
    if handled.undo is not None:
        until = min(handled.undo.until, now + UNDO_FOR)
        handled = replace(handled, undo=replace(handled.undo, until=until))
    ahead = handled.log[-1].at - now if handled.log else timedelta(0)
    if handled.snoozed_until is not None and ahead > timedelta(0):  # by the clock that was ahead
        handled = replace(handled, snoozed_until=max(now, handled.snoozed_until - ahead))
    return handled


def snooze_until(value: str, now: datetime, time_zone: str) -> datetime | None:
    """When a snooze ends: "1h", "1w", or "tomorrow" at nine in the brand's time zone; None for anything else."""
    if value == "1h":
        return now + timedelta(hours=1)
    if value == "1w":
        return now + timedelta(weeks=1)
    if value != "tomorrow":
        return None
    local = now.astimezone(ZoneInfo(time_zone))
    return datetime.combine(local.date() + timedelta(days=1), MORNING, local.tzinfo).astimezone(now.tzinfo)
