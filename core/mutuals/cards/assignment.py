"""An alert that a colleague is given: the form in which it is given, and what the colleague is told. Pure."""

from dataclasses import replace
from datetime import datetime

from mutuals.cards.alert_title import headline, title
from mutuals.cards.alert_view import AlertView
from mutuals.cards.fields import Field, FieldsForm
from mutuals.cards.markup import Button, Card, Intent, Line, Link, Quote, Strong, Timestamp, Tone

TO, WORD = "to", "word"  # the fields of the form
LONGEST = 300  # characters of the word to the colleague
WAY = "Open the alert"


def form(facts: AlertView, *, error: str = "", word: str = "") -> FieldsForm:
    """Who is to have it, and a word to them."""
    holder = facts.alert.claimed_by
    hint = f"{holder} has it now." if holder else "They are told in private."
    return FieldsForm(
        facts.alert.id,
        Intent.ASSIGN,
        "Assign this alert",
        (
            Field(TO, "Colleague", hint, people=True, error=error),
            Field(WORD, "A word to them", "Only your team sees it.", word, lines=True, longest=LONGEST),
        ),
        send="Assign",
    )


def told(facts: AlertView, key: str, by: str, word: str, until: datetime) -> Card:
    """To the colleague: what they have, from whom, by when."""
    post = facts.target()
    quotes = (Quote(post.text, facts.post_url(post), post.at),) if post is not None and post.text else ()
    said: tuple[Line, ...] = (("“", word, "”"),) if word else ()
    what = f"{by} assigned this alert to you"
    return Card(
        key=key,
        version=1,
        tone=Tone.CARE,
        headline=what,
        summary=f"{what}: {headline(facts)}, @{facts.handle or 'somebody'}."
        + (f" “{quotes[0].text}”" if quotes else ""),
        alert_id=facts.alert.id,
        why=(
            (Strong(headline(facts)), *title(facts, linked=False)),
            *said,
            ("It is yours until ", Timestamp(until), ". Release gives it back."),
        ),
        quotes=quotes,
        buttons=(
            *((Button(Intent.REPLY, "Reply", primary=True),) if quotes else ()),
            Button(Intent.RELEASE, "Release"),
        ),
    )


def with_way(card: Card, url: str | None) -> Card:
    """A message for one person with the way to the alert that it is about, where the chat can tell it."""
    return replace(card, status=(*card.status, (Link(WAY, url),))) if url and card.alert_id else card
