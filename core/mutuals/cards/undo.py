"""What is said of Undo: that it was done, that it is too late, and what still works then. Pure."""

from datetime import datetime

from mutuals.cards.markup import Intent
from mutuals.cards.phrases import uncapitalised
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
NOTHING_LEFT = "There is nothing left to undo here."


def is_offered(alert: Alert, now: datetime) -> bool:
    """Can what was done last be taken back: in time, and is the alert still as it was left?"""
    kept = alert.undo
    if kept is None or not holds(kept, now):
        return False
    mine = kept.what != Intent.CLAIM or alert.claimed_key == kept.key
    return mine and _stands(alert, Intent(kept.what))


def undone(alert: Alert, kept: Undo) -> str:
    """For the log: what was taken back."""
    closed = alert.state is AlertState.SETTLED and alert.log
    what = uncapitalised(alert.log[-1].text) if closed else _DID.get(Intent(kept.what), kept.what)
    return f"Undone: {what}"


def too_late(alert: Alert, value: str) -> str:
    """To whoever presses it when it does not work any more; `value` is what the button was to undo."""
    what = next((one for one in _LATER if one == value), None)
    if what is None or not _stands(alert, what):
        return NOTHING_LEFT
    return f"Too late: Undo works for five minutes. {_LATER[what]}"


def _stands(alert: Alert, what: Intent) -> bool:
    """Is it still as it was left, so that there is another way back?"""
    match what:
        case Intent.CLAIM:
            return alert.claimed_by is not None
        case Intent.SNOOZE:
            return alert.state is AlertState.SNOOZED
        case Intent.PREFER:
            return alert.state is not AlertState.SETTLED
        case _:
            return alert.state is AlertState.SETTLED and alert.closed_by == "dismissed"


def not_yours(kept: Undo) -> str:
    """To a colleague: only who did it can say that it was a slip."""
    return f"{kept.by} did this, so only {kept.by} can undo it. {_LATER[Intent(kept.what)]}"
