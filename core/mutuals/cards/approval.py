"""A text that waits for somebody else to let it go out: what those are told who may, and its writer when it comes back. Pure."""

from mutuals.cards.alert_title import headline, title
from mutuals.cards.alert_view import AlertView
from mutuals.cards.fields import Field, FieldsForm
from mutuals.cards.markup import Button, Card, Intent, Line, Quote, Strong, Tone

WORD, LONGEST = "word", 300  # the field of the form, and the characters of what is sent back with a text


def waits(facts: AlertView, key: str, by: str, text: str, do: Intent, value: str, asks: str = "") -> Card:
    """To one who may approve. `value` names this very text, so that nobody approves another one; `asks` is what asks for
    a second person ("Urgent cases")."""
    post = facts.target()
    quotes = (Quote(post.text, facts.post_url(post), post.at),) if post is not None and post.text else ()
    what = "a holding reply" if do is Intent.ACKNOWLEDGE else "a reply"
    asked: tuple[Line, ...] = ((f"{asks} need a second person here.",),) if asks else ()
    said = f"{by} wrote {what}, and you may send it"
    return Card(
        key=key,
        version=1,
        tone=Tone.CARE,
        headline="A text waits for approval",
        summary=f"{said}: {headline(facts)}, @{facts.handle or 'somebody'}.",
        alert_id=facts.alert.id,
        why=((f"{said}.",), *asked, (Strong(headline(facts)), *title(facts, linked=False))),
        quotes=quotes,
        body=((f"{by}'s text: ", text),),
        buttons=(
            Button(Intent.APPROVE, "Approve", value, primary=True),
            Button(do, "Edit and approve", "approve"),
            Button(Intent.SEND_BACK, "Send back", value),
        ),
    )


def returned(facts: AlertView, key: str, by: str, word: str, text: str, do: Intent) -> Card:
    """To its writer: it came back, with a word."""
    said: tuple[Line, ...] = (("“", word, "”"),) if word else ()
    return Card(
        key=key,
        version=1,
        tone=Tone.WAITING,
        headline=f"{by} sent your text back",
        summary=f"{by} sent your text to @{facts.handle or 'somebody'} back. It is kept as your draft.",
        alert_id=facts.alert.id,
        why=(*said, ("It is kept as your draft: change it and send it again.",)),
        body=(("Your text: ", text),) if text else (),
        buttons=(Button(do, "Edit it", "again"),),
    )


def form(target: str, by: str) -> FieldsForm:
    """A word to the writer."""
    field = Field(WORD, f"A word to {by}"[:45], "What should be different?", lines=True, longest=LONGEST)
    return FieldsForm(target, Intent.SEND_BACK, "Send back", (field,), send="Send back")
