"""Cards that are not alerts: escalations, reminders, troubles and their ends. Pure."""

from datetime import datetime

from mutuals.alerts.card import Card, Line, Moment, MomentStyle, Tone
from mutuals.alerts.facts import Facts
from mutuals.model import Case, CaseState, Notice


def escalation_subject(case: Case) -> str:
    """One for each case and episode: nobody is called twice for the same."""
    kind = "promise" if case.state is CaseState.ACKNOWLEDGED else "due"
    return f"escalation/{case.id}/{case.episode}/{kind}"


def escalation(facts: Facts, key: str, case: Case | None) -> Card:
    """The one call for help at the due time, in the alert's thread."""
    name = f"@{facts.handle}" if facts.handle else "Somebody"
    promised = key.endswith("/promise")
    text = f"{name} was promised an answer by now." if promised else f"{name} still waits for an answer."
    due = (case.promised_at if promised else case.due_at) if case else None
    body: Line = (text, " It was due ", Moment(due, MomentStyle.AGO), ".") if due else (text,)
    return Card(
        key=key,
        version=1,
        tone=Tone.URGENT,
        headline="Overdue",
        summary=f"Overdue: {text}",
        body=(body,),
        ping=True,
    )


def reminder(facts: Facts, key: str) -> Card:
    """A snooze is over, or a fan has now complained: one line in the thread, nobody is mentioned."""
    name = f"@{facts.handle}" if facts.handle else "Somebody"
    upgraded = key.startswith("upgrade/")
    text = (
        f"{name} has now written something that waits for an answer."
        if upgraded
        else f"Back from sleep: {name}."
    )
    return Card(key=key, version=1, tone=Tone.CARE, headline="Look again", summary=text, body=((text,),))


def notice(one: Notice) -> Card:
    """Something about Mutuals itself; `doc` holds `headline`, `sentence` and `good` (whether it is good news)."""
    sentence = str(one.doc.get("sentence", ""))
    headline = str(one.doc.get("headline", "About Mutuals"))
    tone = Tone.DONE if one.doc.get("good") else Tone.URGENT
    return Card(
        key=f"notice/{one.key}",
        version=1,
        tone=tone,
        headline=headline,
        summary=f"{headline}: {sentence}",
        body=((sentence,),),
    )


def day(moment: datetime) -> str:
    """The UTC day of a moment, as the meter counts."""
    return moment.date().isoformat()
