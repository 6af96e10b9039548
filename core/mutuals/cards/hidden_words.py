"""A card or an answer with slurs hidden, wherever in it they stand; and the words themselves for whoever asks. Pure."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from mutuals.cards import alert_details
from mutuals.cards.alert_view import AlertView
from mutuals.cards.markup import (
    Button,
    Card,
    ChannelName,
    EphemeralReply,
    Form,
    Intent,
    Line,
    Link,
    ListItem,
    Quote,
    Span,
    Strong,
    Timestamp,
    Tone,
)
from mutuals.domain.language.slurs import SlurList, has_slurs, masked, slur_list
from mutuals.domain.policy import Policy

SHOW_WORDS = "Show words"
QUOTES = 4


def of_policy(policy: Policy) -> SlurList | None:
    """What a brand hides; None: nothing."""
    return slur_list(policy.slur_words) if policy.hide_slurs else None


def of_policies(policies: Iterable[Policy]) -> SlurList | None:
    """What is hidden where several brands are told at once: what the first of them hides."""
    return next((found for one in policies if (found := of_policy(one)) is not None), None)


def card(shown: Card, slurs: SlurList | None) -> Card:
    """The card as everybody may see it, its text for notifications included."""
    if slurs is None:
        return shown
    words, lines = partial(masked, slurs=slurs), partial(_lines, slurs=slurs)
    return replace(
        shown,
        headline=words(shown.headline),
        summary=words(shown.summary),
        about=words(shown.about),
        title=_line(shown.title, slurs),
        who=replace(shown.who, name=words(shown.who.name)) if shown.who else None,
        why=lines(shown.why),
        quotes=tuple(_quote(one, slurs) for one in shown.quotes),
        facts=tuple((label, _line(value, slurs)) for label, value in shown.facts),
        body=lines(shown.body),
        sections=tuple(_item(one, slurs) for one in shown.sections),
        status=lines(shown.status),
        small=words(shown.small),
    )


def answer(said: EphemeralReply, slurs: SlurList | None) -> EphemeralReply:
    """A private answer; a text of the asker's own stays as they typed it."""
    if slurs is None or said.card is None:
        return said
    return replace(said, card=card(said.card, slurs))


def form(shown: Form, slurs: SlurList | None) -> Form:
    """A form, in which a stranger's words are quoted."""
    if slurs is None or shown.quote is None:
        return shown
    return replace(shown, quote=_quote(shown.quote, slurs))


def button(found: AlertView, group: str) -> tuple[Button, ...]:
    """The way to their words, where some of them are hidden."""
    slurs = of_policy(found.policy)
    hidden = slurs is not None and any(
        has_slurs(post.text, slurs) for post in found.posts.values() if not post.gone
    )
    return (Button(Intent.WORDS, SHOW_WORDS, group=group),) if hidden else ()


def shown(found: AlertView) -> Card:
    """Their words as they wrote them, for whoever pressed."""
    return words_card(found.alert.id, alert_details.quotes(found))


def words_card(alert_id: str, quotes: tuple[Quote, ...]) -> Card:
    """Words as they were written."""
    said = () if quotes else (("Their posts are gone, so there are no words to show.",),)
    return Card(
        key=f"words:{alert_id}",
        version=1,
        tone=Tone.QUIET,
        headline="Their words",
        summary="Their words",
        quotes=quotes[:QUOTES],
        body=said,
    )


def _lines(lines: tuple[Line, ...], slurs: SlurList) -> tuple[Line, ...]:
    return tuple(_line(one, slurs) for one in lines)


def _line(line: Line, slurs: SlurList) -> Line:
    return tuple(_span(one, slurs) for one in line)


def _span(span: Span, slurs: SlurList) -> Span:
    if isinstance(span, Timestamp | ChannelName):
        return span
    if isinstance(span, Link | Strong):
        return replace(span, text=masked(span.text, slurs))
    return masked(span, slurs)


def _quote(one: Quote, slurs: SlurList) -> Quote:
    return replace(one, text=masked(one.text, slurs))


def _item(one: ListItem, slurs: SlurList) -> ListItem:
    return replace(one, lines=_lines(one.lines, slurs), name=masked(one.name, slurs))
