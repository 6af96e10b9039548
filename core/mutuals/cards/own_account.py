"""Is this account yours? The question, what was said about it, and the list of all of them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from mutuals.cards.alert_view import NetworkLinks
from mutuals.cards.lists import answer_card
from mutuals.cards.markup import (
    Button,
    Card,
    EphemeralReply,
    Intent,
    Line,
    Link,
    Strong,
    Timestamp,
    TimestampStyle,
    Tone,
)
from mutuals.domain.own_accounts import Likeness
from mutuals.domain.ownership import OwnershipAnswer, OwnershipQuestion

LISTED = 10  # accounts of each kind in a list
CHANGE = "To change that: /mutuals family"
_LOOKS = {
    Likeness.SUPPORT: "Its name is yours with a word such as help, support or team.",
    Likeness.PLACE: "Its name is yours with a country, or yours without one.",
    Likeness.SITE: "The link in its profile leads to your site.",
}
_UNTIL_THEN = (
    "Until you say so, it is not suggested as a fan, its answers do not count as yours, and what it writes is told like "
    "anybody's. If it is not yours, it may pretend to be you."
)
_BUTTONS = {
    OwnershipAnswer.OURS: Button(Intent.OWN, "Yes, it is ours", OwnershipAnswer.OURS),
    OwnershipAnswer.NOT_OURS: Button(Intent.OWN, "No, not ours", OwnershipAnswer.NOT_OURS),
    OwnershipAnswer.UNSURE: Button(Intent.OWN, "Not sure, ask in 30 days", OwnershipAnswer.UNSURE),
}


@dataclass(frozen=True, slots=True)
class OwnAccountView:
    """A question as it is now. `gone` says why the account can't be seen any more; `newest`: it was not asked again since."""

    question: OwnershipQuestion
    subject: str
    target: str  # what the buttons act on
    gone: str | None
    newest: bool
    links: NetworkLinks


def card(view: OwnAccountView, version: int) -> Card:
    """The message, before and after somebody has answered."""
    question = view.question
    name = f"@{question.handle}"
    headline, tone = _headline(view, name)
    looks = tuple((_LOOKS[one],) for one in question.likenesses)
    page: tuple[Line, ...] = (
        ()
        if view.gone
        else ((Link(f"View {name} on {view.links.title}", view.links.profile(question.handle)),),)
    )
    return Card(
        key=view.subject,
        version=version,
        tone=tone,
        headline=headline,
        summary=f"{headline}{'' if question.settled else ' It looks like one of your own accounts.'}",
        alert_id=view.target,
        why=looks,
        body=(*page, *((text,) for text in _meaning(view))),
        status=_status(question),
        buttons=_buttons(view),
    )


def _headline(view: OwnAccountView, name: str) -> tuple[str, Tone]:
    match view.question.answer:
        case OwnershipAnswer.OURS:
            return f"{name} is yours", Tone.DONE
        case OwnershipAnswer.NOT_OURS:
            return f"{name} is not yours", Tone.QUIET
        case _:
            return f"Is {name} yours?", Tone.QUIET if view.gone or not view.newest else Tone.WAITING


def _meaning(view: OwnAccountView) -> tuple[str, ...]:
    """What follows from how it stands."""
    question, network = view.question, view.links.title
    if question.answer is OwnershipAnswer.OURS:
        return ("Its answers count as yours, and what it writes opens no alert.", CHANGE)
    if question.answer is OwnershipAnswer.NOT_OURS:
        warning = (
            "Its name looks like your support's, so it may pretend to be you. If it does, open its profile on "
            f"{network}, choose Report, and warn your customers."
        )
        treated = "It is treated like anybody else."
        suspect = Likeness.SUPPORT in question.likenesses
        return (warning, treated, CHANGE) if suspect else (treated, CHANGE)
    if view.gone:
        return (f"The account is {view.gone}, so there is nothing to decide now.",)
    return (_UNTIL_THEN,)


def _status(question: OwnershipQuestion) -> tuple[Line, ...]:
    if question.answer is None or question.answered_at is None:
        return ()
    said = {OwnershipAnswer.OURS: "Yes", OwnershipAnswer.NOT_OURS: "No"}.get(question.answer, "Not sure")
    line: Line = (f"{said}, said ", Strong(question.by), ", ", Timestamp(question.answered_at))
    if question.ask_again_at is None:
        return (line,)
    return (line, ("You are asked again ", Timestamp(question.ask_again_at, TimestampStyle.DATE), "."))


def _buttons(view: OwnAccountView) -> tuple[Button, ...]:
    """Those that are left: who is not sure may know it later, in the same message."""
    question = view.question
    if question.settled or view.gone or not view.newest:
        return ()
    return tuple(button for answer, button in _BUTTONS.items() if answer is not question.answer)


def listing(
    named: Sequence[str], questions: Sequence[OwnershipQuestion], said: Sequence[str] = ()
) -> EphemeralReply:
    """Which accounts are the organisation's own, which are not, and which nobody has decided about. `named` are the handles
    of the settings; `said` is what a command has done."""
    lines: list[Line] = [(one,) for one in said]
    if named:
        lines.append((Strong("Yours by the settings"), f": {_handles(named)}"))
    for answer, title in ((OwnershipAnswer.OURS, "Yours"), (OwnershipAnswer.NOT_OURS, "Not yours")):
        lines += _decided(title, [one for one in questions if one.answer is answer])
    lines += _open([one for one in questions if not one.settled])
    if not questions and not named:
        lines.append(("No account is known that may be one of yours.",))
    if questions:
        lines.append(("To change one, type /mutuals family, then yes, no or later, and its name.",))
    return EphemeralReply(card=answer_card("Your own accounts", tuple(lines)))


def _handles(handles: Sequence[str]) -> str:
    shown = ", ".join(f"@{one}" for one in handles[:LISTED])
    return f"{shown} and {len(handles) - LISTED} more" if len(handles) > LISTED else shown


def _decided(title: str, questions: Sequence[OwnershipQuestion]) -> list[Line]:
    lines: list[Line] = [
        (
            Strong(title),
            f": @{one.handle}, said {one.by}, ",
            Timestamp(one.answered_at, TimestampStyle.DATE),
        )
        for one in questions[:LISTED]
        if one.answered_at
    ]
    return lines + _more(title.lower(), questions)


def _open(questions: Sequence[OwnershipQuestion]) -> list[Line]:
    """Those that nobody has decided about, what was asked first."""
    lines: list[Line] = []
    for one in questions[:LISTED]:
        start = (Strong("Not answered"), f": @{one.handle}, ")
        if one.ask_again_at:
            when: Line = ("not sure, asked again ", Timestamp(one.ask_again_at, TimestampStyle.DATE))
        elif one.asked_at:
            when = ("asked ", Timestamp(one.asked_at, TimestampStyle.DATE))
        else:
            when = ("asked one of the next days",)
        lines.append((*start, *when))
    return lines + _more("not answered", questions)


def _more(what: str, questions: Sequence[OwnershipQuestion]) -> list[Line]:
    left = len(questions) - LISTED
    return [(f"And {left} more that {'is' if left == 1 else 'are'} {what}.",)] if left > 0 else []
