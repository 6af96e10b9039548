"""What is said of Undo: that it was done, that it is too late, and what still works then. Pure."""

from datetime import datetime

from mutuals.cards.markup import Button, Intent
from mutuals.cards.phrases import uncapitalised
from mutuals.domain.bundle import Bundle
from mutuals.domain.model import Alert, AlertState
from mutuals.domain.undo import Undo, holds

_DID = {
    Intent.CLAIM: "claimed",
    Intent.SNOOZE: "snoozed",
    Intent.PREFER: "noted how they want to be treated",
}
_LATER = {
    Intent.DISMISS: "Reopen, in the menu, still works.",
    Intent.FEEDBACK: "Reopen, in the menu, still works.",
    Intent.SNOOZE: "Wake now still works.",
    Intent.CLAIM: "Release, in the menu, still works.",
    Intent.PREFER: "Choose what they want in the menu, or Forget their wish.",
}
MANY_LATER = "To open one of them again, type /mutuals show @name and press Reopen."
NOTHING_LEFT = "There is nothing left to undo here."


def is_offered(handled: Alert | Bundle, now: datetime) -> bool:
    """Can what was done last be taken back: in time, and is the alert still as it was left?"""
    kept = handled.undo
    if kept is None or not holds(kept, now):
        return False
    mine = kept.what != Intent.CLAIM or handled.claimed_key == kept.key
    return mine and _stands(handled, Intent(kept.what))


def button(handled: Alert | Bundle, now: datetime, group: str = "") -> tuple[Button, ...]:
    """The way back from what was done a moment ago, while it is there; `group` is its heading in a menu."""
    kept = handled.undo
    offered = kept is not None and is_offered(handled, now)
    return (Button(Intent.UNDO, "Undo", kept.what, group=group, may_wait=True),) if kept and offered else ()


def undone(handled: Alert | Bundle, kept: Undo) -> str:
    """For the log: what was taken back."""
    closed = handled.state is AlertState.SETTLED and handled.log
    what = uncapitalised(handled.log[-1].text) if closed else _DID.get(Intent(kept.what), kept.what)
    return f"Undone: {what}"


def too_late(handled: Alert | Bundle, value: str) -> str:
    """To whoever presses it when it does not work any more; `value` is what the button was to undo."""
    what = next((one for one in _LATER if one == value), None)
    if what is None or not _stands(handled, what):
        return NOTHING_LEFT
    return f"Too late: Undo works for five minutes. {_later(handled, what)}"


def _later(handled: Alert | Bundle, what: Intent) -> str:
    """What still works then. What was closed together is opened one by one: a burst that is over stays over."""
    many = isinstance(handled, Bundle) and what in (Intent.DISMISS, Intent.FEEDBACK)
    return MANY_LATER if many else _LATER[what]


def _stands(handled: Alert | Bundle, what: Intent) -> bool:
    """Is it still as it was left, so that there is another way back?"""
    match what:
        case Intent.CLAIM:
            return handled.claimed_by is not None
        case Intent.SNOOZE:
            return handled.state is AlertState.SNOOZED
        case Intent.PREFER:
            return handled.state is not AlertState.SETTLED
        case _:
            dismissed = isinstance(handled, Bundle) or handled.closed_by == "dismissed"
            return handled.state is AlertState.SETTLED and dismissed


def not_yours(handled: Alert | Bundle, kept: Undo) -> str:
    """To a colleague: only who did it can say that it was a slip."""
    return f"{kept.by} did this, so only {kept.by} can undo it. {_later(handled, Intent(kept.what))}"
