"""From the facts of a bundle to its card, its reminders, and the private list of its members. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from mutuals.cards import hidden_words, undo
from mutuals.cards.alert_title import short
from mutuals.cards.alert_view import AlertView
from mutuals.cards.buttons import DISMISSALS, FEEDBACK_CHOICES, SNOOZES, feedback_buttons, in_sight
from mutuals.cards.lists import answer_card
from mutuals.cards.markup import (
    Button,
    Card,
    Intent,
    Line,
    Link,
    ListItem,
    Quote,
    Span,
    Stage,
    Strong,
    Timestamp,
    TimestampStyle,
    Tone,
)
from mutuals.cards.notices import over
from mutuals.domain.bundle import Bundle
from mutuals.domain.ids import SubjectKind, bundle_subject, parse_subject
from mutuals.domain.model import AlertState, Case, CaseState, Category

EXAMPLES = 3
EXAMPLE_LENGTH = 140
LINKED = 24  # handles with a link each; of more, the links stand in the private list
NAMES_A_LINE = 28
PAGE = 4  # members in one private list: with three buttons each, what a Discord message has room for
JUDGEMENTS = {"not_complaint": "All: not a complaint", "not_us": "All: not for us"}
_PLURAL = {Category.COMPLAINT: "complain", Category.QUESTION: "ask", Category.CONCERN: "raise a concern"}
_GROUPS = ("Waiting", "Acknowledged", "Answered", "Dismissed", "No answer in time", "Over")
_CLOSED = {
    "answered": "Answered",
    "followed": "Answered",
    "dismissed": "Dismissed",
    "expired": "No answer in time",
}


@dataclass(frozen=True, slots=True)
class BundleView:
    """A bundle with its members, oldest first."""

    bundle: Bundle
    members: tuple[AlertView, ...]
    now: datetime

    @property
    def waiting(self) -> list[AlertView]:
        """The members that wait for somebody."""
        return [one for one in self.members if one.alert.state is not AlertState.SETTLED]


def card(found: BundleView) -> Card:
    """The bundle as one message, in whatever state it is."""
    bundle = found.bundle
    headline = _headline(found)
    return Card(
        key=bundle_subject(bundle.id),
        version=bundle.version,
        tone=_tone(found),
        headline=headline,
        summary=f"{headline}. {len(found.waiting)} of them wait for an answer.",
        alert_id=bundle.id,
        why=_why(found),
        quotes=_examples(found),
        facts=_due(found),
        body=_names(found),
        status=_status(bundle),
        buttons=(*_buttons(bundle), *undo.button(bundle, found.now)),
        stage=_stage(found),
        menu=(*_hidden(found), *_menu(bundle)),
    )


def _about(bundle: Bundle) -> str:
    return f"write about: {', '.join(bundle.words)}" if bundle.words else "write at once"


def _headline(found: BundleView) -> str:
    bundle, many = found.bundle, len(found.members)
    minutes = max(1, round((bundle.last_at - bundle.first_at).total_seconds() / 60))
    span = f"{minutes} minute{'s' if minutes > 1 else ''}"
    themed = f"{many} people in {span} {_about(bundle)}"
    said = themed if bundle.words else f"{many} people {_about(bundle)}, within {span}"
    if bundle.state is AlertState.SETTLED:
        return f"Over: {said}"
    if bundle.state is AlertState.SNOOZED:
        return f"{said}, snoozed"
    return said if found.waiting else f"Nobody waits: {said}"


def _tone(found: BundleView) -> Tone:
    if found.bundle.state is AlertState.SETTLED:
        return Tone.DONE
    if found.bundle.state is AlertState.SNOOZED:
        return Tone.WAITING
    if not found.waiting:
        return Tone.DONE
    return Tone.URGENT if any(_late(case, found.now) for case in _leads(found)) else Tone.CARE


def _stage(found: BundleView) -> Stage:
    if found.bundle.state is AlertState.SETTLED or not found.waiting:
        return Stage.CLOSED
    if any(_late(case, found.now) for case in _leads(found)):
        return Stage.OVERDUE
    return Stage.CLAIMED if found.bundle.claimed_by else Stage.OPEN


def _leads(found: BundleView) -> list[Case]:
    return [one.lead for one in found.waiting if one.lead is not None]


def _late(case: Case, now: datetime) -> bool:
    return case.state is CaseState.OPEN and now >= case.due_at


def _promise_broken(case: Case, now: datetime) -> bool:
    promised = case.promised_at if case.state is CaseState.ACKNOWLEDGED else None
    return promised is not None and now >= promised


def _why(found: BundleView) -> tuple[Line, ...]:
    bundle = found.bundle
    doing = _PLURAL.get(bundle.category)
    many = f"They {doing} at once" if doing else "They wrote at once"
    lines: list[Line] = [(f"{many}, so they are told in one message.",)]
    if bundle.growing and bundle.state is not AlertState.SETTLED:
        lines.append(("More of the same are added here while it goes on.",))
    return tuple(lines)


def _examples(found: BundleView) -> tuple[Quote, ...]:
    if found.bundle.state is AlertState.SETTLED:
        return ()
    shown: list[Quote] = []
    for one in found.waiting:
        post = one.target()
        if post is not None and post.text and len(shown) < EXAMPLES:
            text = post.text if len(post.text) <= EXAMPLE_LENGTH else f"{post.text[: EXAMPLE_LENGTH - 1]}…"
            shown.append(Quote(text, one.post_url(post), post.at))
    return tuple(shown)


def _due(found: BundleView) -> tuple[tuple[str, Line], ...]:
    due = [case.due_at for case in _leads(found) if case.state is CaseState.OPEN]
    if not due or found.bundle.state is AlertState.SETTLED:
        return ()
    late = sum(at <= found.now for at in due)
    overdue = (("Overdue", (str(late),)),) if late else ()
    return (("Next answer due", (Timestamp(min(due), TimestampStyle.AGO),)), *overdue)


def _names(found: BundleView) -> tuple[Line, ...]:
    """Every member by name, in groups by how they stand."""
    linked = len(found.members) <= LINKED
    lines: list[Line] = []
    for group in _GROUPS:
        inside = [one for one in found.members if _group(one) == group]
        for start in range(0, len(inside), NAMES_A_LINE):
            head: Line = (Strong(f"{group} ({len(inside)}):"), " ") if start == 0 else ()
            lines.append((*head, *_listed(inside[start : start + NAMES_A_LINE], linked=linked)))
    return tuple(lines)


def _group(one: AlertView) -> str:
    if one.alert.state is AlertState.SETTLED:
        return _CLOSED.get(one.alert.closed_by or "", "Over")
    acknowledged = one.lead is not None and one.lead.state is CaseState.ACKNOWLEDGED
    return "Acknowledged" if acknowledged else "Waiting"


def _listed(members: Iterable[AlertView], *, linked: bool) -> list[Span]:
    spans: list[Span] = []
    for one in members:
        spans += [", "] if spans else []
        spans.append(_named(one) if linked else name(one))
    if linked:
        return spans
    return ["".join(span for span in spans if isinstance(span, str))]


def _named(one: AlertView) -> Span:
    post = one.target()
    known = one.person is not None and not one.person.gone
    return Link(name(one), one.post_url(post)) if post and known else name(one)


def name(one: AlertView) -> str:
    """A member's handle; nothing of somebody who is gone."""
    return f"@{one.handle}" if one.person is not None and not one.person.gone else "somebody"


def _status(bundle: Bundle) -> tuple[Line, ...]:
    lines: list[Line] = [
        (line.text, " by ", Strong(line.by), ", ", Timestamp(line.at))
        if line.by
        else (line.text, ", ", Timestamp(line.at))
        for line in bundle.log[-4:]
    ]
    if bundle.state is AlertState.SNOOZED and bundle.snoozed_until:
        lines.append(("Snoozed until ", Timestamp(bundle.snoozed_until), "."))
    if bundle.claimed_by and bundle.claimed_until:
        lines.append((Strong(bundle.claimed_by), " has it until ", Timestamp(bundle.claimed_until), "."))
    return tuple(lines)


def _buttons(bundle: Bundle) -> tuple[Button, ...]:
    show = Button(Intent.MEMBERS, "Show each one", "0", primary=True)
    if bundle.state is AlertState.SETTLED:
        return ()
    if bundle.state is AlertState.SNOOZED:
        return (Button(Intent.WAKE, "Wake now", primary=True), Button(Intent.MEMBERS, "Show each one", "0"))
    if bundle.claimed_by:
        return (show, Button(Intent.RELEASE, f"Release ({bundle.claimed_by} has it)"))
    return (show, Button(Intent.CLAIM, "Claim"))


def _menu(bundle: Bundle) -> tuple[Button, ...]:
    judged = [
        Button(Intent.FEEDBACK, JUDGEMENTS.get(value, label), value) for value, label in FEEDBACK_CHOICES
    ]
    if bundle.state is AlertState.SETTLED:
        return tuple(judged)
    snoozes = [Button(Intent.SNOOZE, label, value) for value, label in SNOOZES]
    said = {button.value for button in judged}
    every = [
        Button(Intent.DISMISS, label.replace("Dismiss:", "Dismiss all:"), value)
        for value, label in DISMISSALS
        if value not in said
    ]
    return (*snoozes, *judged, *every)


def _hidden(found: BundleView) -> tuple[Button, ...]:
    return next((words for one in found.waiting if (words := hidden_words.button(one, ""))), ())


def words(found: BundleView) -> Card:
    """The words of its examples as they were written, for whoever pressed."""
    return hidden_words.words_card(found.bundle.id, _examples(found))


def members(found: BundleView, start: int) -> Card:
    """The private list from `start` on: who still waits first, each with a link and their alert's own buttons."""
    ordered = sorted(found.members, key=lambda one: one.alert.state is AlertState.SETTLED)
    shown = ordered[start : start + PAGE]
    rest = len(ordered) - start - len(shown)
    title = (
        f"{start + 1} to {start + len(shown)} of {len(ordered)} people" if shown else "Nobody is left here"
    )
    more = (
        (Button(Intent.MEMBERS, f"Show the next {min(rest, PAGE)}", str(start + PAGE)),) if rest > 0 else ()
    )
    entries = tuple(_entry(one) for one in shown)
    return answer_card(title, alert_id=found.bundle.id, sections=entries, buttons=more)


def _entry(one: AlertView) -> ListItem:
    post, lead = one.target(), one.lead
    spans: list[Span] = [Strong(name(one)), f", {_group(one).lower()}"]
    if lead is not None and _group(one) == "Waiting":
        spans += [f" ({short(lead).lower()}), due ", Timestamp(lead.due_at, TimestampStyle.AGO)]
    link: list[Span] = [" ", Link(f"View on {one.network}", one.post_url(post))] if post else []
    said: Sequence[Line] = [(f"“{post.text[:200]}”",)] if post and post.text else []
    wrong = feedback_buttons(one)[:1] if _group(one) == "Waiting" else ()
    return ListItem(((*spans, *link), *said), one.alert.id, (*in_sight(one)[:2], *wrong))


def _is_call(key: str) -> bool:
    return parse_subject(key).kind == SubjectKind.OVERDUE


def reminder(found: BundleView, key: str, version: int = 1) -> Card:
    """In the bundle's thread: the one call for help when members are overdue, or the end of a snooze."""
    late = sum(_late(case, found.now) for case in _leads(found))
    about = _about(found.bundle)
    if _is_call(key):
        text = f"{late or 'Some'} of the people who {about} still wait and are overdue."
        show = (Button(Intent.MEMBERS, "Show each one", "0", primary=True),)
        return Card(
            key, version, Tone.URGENT, "Overdue", f"Overdue: {text}", alert_id=found.bundle.id, body=((text,),),
            buttons=show, ping=True,
        )  # fmt: skip
    text = f"No longer snoozed: {len(found.waiting)} people who {about}."
    return Card(key, version, Tone.CARE, "Look again", text, body=((text,),))


def calls_still(found: BundleView, key: str) -> bool:
    """Is somebody overdue (or, at the end of a snooze, does somebody wait), and is it the time to say so?"""
    if found.bundle.state is AlertState.SETTLED:
        return False
    if _is_call(key):
        return any(_late(case, found.now) or _promise_broken(case, found.now) for case in _leads(found))
    return bool(found.waiting)


def reminder_over(found: BundleView, key: str, version: int) -> Card:
    """What is left of it when the bundle is settled."""
    return over(key, version, f"people who {_about(found.bundle)}")
