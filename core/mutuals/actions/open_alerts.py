"""Whether an alert that somebody acts on still waits; and if not, what they are told."""

from datetime import datetime

from mutuals.actions import forms
from mutuals.actions.responses import reply_lines
from mutuals.cards.markup import EphemeralReply, Intent
from mutuals.domain.model import Alert, AlertState
from mutuals.ports.interactions import Click
from mutuals.ports.unit_of_work import UnitOfWork

UNKNOWN = "Mutuals does not know this alert any more. Use /mutuals queue to see what waits."


AFTERWARDS = frozenset(
    {
        Intent.WHY,
        Intent.WORDS,
        Intent.VIEW,
        Intent.NOTE,
        Intent.PERSON,
        Intent.FEEDBACK,
        Intent.ANSWER,
        Intent.REOPEN,
        Intent.WITHDRAW,
        Intent.UNDO,
    }
)  # what is still offered under an alert that is closed


async def open_alert(tx: UnitOfWork, click: Click, now: datetime) -> Alert | EphemeralReply:
    """The alert under which somebody has pressed, or why nothing can be done about it."""
    alert = await tx.alerts.get(click.alert_id)
    if alert is not None and click.do in AFTERWARDS:
        return alert
    return still_open(alert, now)


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
