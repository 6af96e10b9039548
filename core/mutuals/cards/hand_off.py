"""Handing a case to others: the form, what is said about it, and what those who take over read. Pure."""

from collections.abc import Mapping
from typing import Any

from mutuals.cards.alert_title import headline
from mutuals.cards.alert_view import AlertView
from mutuals.cards.buttons import PUBLIC_LINE
from mutuals.cards.fields import Choice, Field, FieldsForm
from mutuals.cards.markup import Button, Card, EphemeralReply, Intent, Line, Timestamp, Tone
from mutuals.domain.hand_offs import NOTE, HandOff, Way
from mutuals.domain.model import Post
from mutuals.domain.policy import Policy

WAY, NOTES = "way", "notes"  # the fields of the form
_NAMES = {Way.MAIL: "Mail to {}", Way.WEBHOOK: "Send to {}", Way.LINK: "Open a ticket at {}"}
_LINES = {
    "en": "Thank you for telling us. Our service team has this now. Your case number is {case}.",
    "es": "Gracias por avisarnos. Nuestro equipo de atención ya lo tiene. Tu número de caso es {case}.",
    "fr": "Merci de nous l'avoir signalé. Notre service client s'en occupe. Votre numéro de dossier : {case}.",
    "de": "Danke für die Nachricht. Unser Serviceteam kümmert sich jetzt darum. Die Fallnummer ist {case}.",
    "pt": "Obrigado por avisar. A nossa equipa de apoio já tem o caso. O número é {case}.",
}
NOWHERE = (
    "No place to hand off to is set. An admin sets a mail address or a ticket page by /mutuals settings handoff; a "
    "webhook is set where Mutuals runs."
)


def form(facts: AlertView, ways: Mapping[Way, str], *, notes: str = "", error: str = "") -> FieldsForm:
    """Where to, and what they should know."""
    words = "Their words are sent along." if facts.policy.hand_off.words else "Their words are not sent."
    choices = tuple(Choice(way, _NAMES[way].format(name)) for way, name in ways.items())
    sent = f"Sent with it: case number, their handle, links to the post and here, your note. {words}"
    return FieldsForm(
        facts.alert.id,
        Intent.HAND_OFF,
        "Hand off this case",
        (
            Field(WAY, "Where to", "", choices[0].value if choices else "", choices, error=error),
            Field(NOTES, "What they should know", sent, notes, lines=True, longest=NOTE),
        ),
        send="Hand off",
    )


def line(policy: Policy, language: str, number: str) -> str:
    """What may be said in public: the case number and, where an admin has set one, the route."""
    text = policy.hand_off.line or _LINES.get(language, _LINES["en"])
    return text.replace("{case}", number)


def begun(one: HandOff, due: Timestamp, page: str) -> EphemeralReply:
    """To whoever handed it off: what happens now, and the public line, which goes out only if they send it."""
    opens: tuple[Button, ...] = ()
    tell = Button(Intent.ACKNOWLEDGE, "Tell them the number", PUBLIC_LINE, primary=not page)
    if page:
        says: Line = (f"This is case {one.number}. Open the ticket page and send it there.",)
        opens = (Button(Intent.VIEW, "Open the ticket page", url=page, primary=True),)
    else:
        says = (f"Handed off to {one.to} as {one.number}.",)
    more: Line = ("It should be resolved by ", due, ". Press Resolved under the alert when it is.")
    return EphemeralReply((says, more), buttons=(*opens, tell))


def failed(facts: AlertView, key: str, one: HandOff) -> Card:
    """To whoever handed it off, in private: it did not arrive, so it waits for the team again."""
    text = f"Case {one.number} did not reach {one.to}: {one.error}"
    return Card(
        key=key,
        version=1,
        tone=Tone.URGENT,
        headline="Not handed off",
        summary=text,
        alert_id=facts.alert.id,
        why=((text,), ("It waits for your team again, by its own clock.",)),
        body=(("Your note: ", one.note),) if one.note else (),
    )


def subject(facts: AlertView, number: str) -> str:
    """Of the mail."""
    return f"[{number}] {headline(facts)}, @{facts.handle or 'somebody'} on {facts.network}"


def mail(facts: AlertView, one: HandOff) -> str:
    """What those who take over read."""
    post = facts.target()
    rows = [
        f"Case: {one.number}",
        f"Brand: @{facts.brand.account.handle} on {facts.network}",
        f"Person: {_person(facts)}",
        f"About: {headline(facts)}",
        *([f"Post: {facts.post_url(post)}"] if post else []),
        *([f"In our chat: {one.url}"] if one.url else []),
        f"Handed off by: {one.by}, {one.at:%Y-%m-%d %H:%M} UTC",
    ]
    note = ["", "Note of the team:", one.note] if one.note else []
    said = ["", "Their words:", *(f"> {row}" for row in _words(facts).splitlines())] if _words(facts) else []
    again = ["", "This may reach you twice: the first attempt got no answer."] if one.attempt > 1 else []
    return "\n".join((*rows, *note, *said, *again, ""))


def doc(facts: AlertView, one: HandOff) -> dict[str, Any]:
    """The same for a program."""
    post, known = facts.target(), facts.person is not None and facts.person.gone is None
    handle = facts.handle if known else None
    made: dict[str, Any] = {
        "id": one.id,
        "case": one.number,
        "brand": facts.brand.account.handle,
        "network": facts.network,
        "about": headline(facts),
        "person": {"handle": handle, "url": facts.links.profile(handle) if handle else None},
        "post": {"url": facts.post_url(post), "at": post.at.isoformat()} if post else None,
        "chat_url": one.url or None,
        "handed_off_by": one.by,
        "handed_off_at": one.at.isoformat(),
        "note": one.note,
    }
    return made | ({"words": _words(facts)} if _words(facts) else {})


def _person(facts: AlertView) -> str:
    if facts.person is None or facts.person.gone or not facts.handle:
        return "not known any more"
    return f"@{facts.handle} ({facts.links.profile(facts.handle)})"


def _words(facts: AlertView) -> str:
    """Only where an admin allows it: what has left can't be taken back when they delete their post."""
    post: Post | None = facts.target()
    return post.text if post is not None and facts.policy.hand_off.words else ""
