"""Whether an alert that somebody acts on still waits; and if not, what they are told."""

from datetime import datetime

from mutuals.actions import forms
from mutuals.actions.responses import reply_lines
from mutuals.cards.markup import EphemeralReply
from mutuals.domain.model import Alert, AlertState

UNKNOWN = "Mutuals does not know this alert any more. Use /mutuals queue to see what waits."


def still_open(alert: Alert | None, now: datetime) -> Alert | EphemeralReply:
    """The alert, or why nothing can be done about it."""
    if alert is None:
        return reply_lines(UNKNOWN, ok=False)
    if alert.state is AlertState.SETTLED:
        return reply_lines(closed_sentence(alert, now), ok=False)
    return alert


def closed_sentence(alert: Alert, now: datetime) -> str:
    """Who was first, and how long ago."""
    # What was said after the end is about something else, e.g. a text that came too late.
    until = alert.closed_at or now
    last = next((line for line in reversed(alert.log) if line.at <= until), None)
    ago = f", {forms.ago(now - alert.closed_at)} ago" if alert.closed_at else ""
    if last is None:
        return f"This alert is closed already{ago}."
    return f"This alert is closed already: {last.text}{f' by {last.by}' if last.by else ''}{ago}."
