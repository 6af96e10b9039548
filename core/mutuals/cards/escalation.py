"""The call for help when a case is overdue: in the alert's thread, for the whole channel, with what to do at once. Pure."""

from dataclasses import replace

from mutuals.cards.alert_view import AlertView
from mutuals.cards.buttons import LISTED, in_sight
from mutuals.cards.markup import Button, Card, Intent, Line, Timestamp, TimestampStyle, Tone
from mutuals.cards.notices import PROMISE
from mutuals.cards.phrases import counted
from mutuals.domain.ids import parse_subject
from mutuals.domain.model import Case


def escalation(
    facts: AlertView, key: str, case: Case | None, version: int = 1, late_with_it: int = 0
) -> Card:
    """The one call for help at the due time, in the alert's thread. `late_with_it`: how many were overdue with it when they
    were first told, for which nobody is called."""
    name = f"@{facts.handle}" if facts.handle else "Somebody"
    promised = parse_subject(key).part(2) == PROMISE
    text = f"{name} was promised an answer by now." if promised else f"{name} still waits for an answer."
    if (others := facts.alert.handed_off) is not None:
        text = f"{name}'s case {others.number} is not resolved yet. {others.to} has it."
    due = (case.promised_at if promised else case.due_at) if case else None
    body: Line = (text, " It was due ", Timestamp(due, TimestampStyle.AGO), ".") if due else (text,)
    return Card(
        key=key,
        version=version,
        tone=Tone.URGENT,
        headline="Overdue",
        summary=f"Overdue: {text}",
        body=(body, *_others(late_with_it)),
        alert_id=facts.alert.id,
        buttons=_take_on(facts),
        ping=True,
    )


def _others(count: int) -> tuple[Line, ...]:
    """One call for many, so that nobody is called twenty times at once."""
    if not count:
        return ()
    were = f"{counted(count, 'other')} {'was' if count == 1 else 'were'}"
    return (
        (f"{were} overdue as well when Mutuals could tell of them. All of them: /mutuals queue overdue",),
    )


def _take_on(facts: AlertView) -> tuple[Button, ...]:
    """What somebody who is called does first; the call itself is not drawn anew by it, so the answer says it."""
    offered = {one.do: one for one in in_sight(facts) if not one.value}
    claim = (replace(offered[Intent.CLAIM], value=LISTED),) if Intent.CLAIM in offered else ()
    return (*((offered[Intent.REPLY],) if Intent.REPLY in offered else ()), *claim)
