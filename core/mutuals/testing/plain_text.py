"""What people read of a card or a private answer, as plain text: for tests."""

from collections.abc import Iterable, Iterator

from mutuals.cards.markup import (
    Button,
    Card,
    ChannelName,
    EphemeralReply,
    Line,
    Link,
    Span,
    Strong,
    Timestamp,
    runs,
)


def of_line(line: Line) -> str:
    """One line; times in UTC."""
    return "".join(map(_span, line))


def of_card(card: Card) -> str:
    """A card, line by line, with the labels of its buttons."""
    return _joined(_card(card))


def of_reply(reply: EphemeralReply) -> str:
    """A private answer, with the list that it brings."""
    card = _card(reply.card) if reply.card else ()
    return _joined([*map(of_line, reply.told()), *_labels(reply.buttons), *card])


def _card(card: Card) -> Iterator[str]:
    yield f"{card.sign}{card.headline}{of_line(card.title)}"
    if card.who is not None:
        yield f"{card.who.name} @{card.who.handle}"
    yield from (one.text for one in card.quotes)
    yield from map(of_line, card.why)
    yield from (f"{label}: {of_line(line)}" for label, line in card.facts)
    yield from map(of_line, card.body)
    for run in runs(card.sections):
        for section in run:
            yield from map(of_line, section.lines)
            yield from _labels(section.buttons)
        if (end := run[-1].end) is not None:
            yield of_line(end.words)
            yield from _labels([end.button] if end.button else [])
    yield from map(of_line, card.status)
    yield card.small
    yield from _labels((*card.buttons, *card.menu))


def _labels(buttons: Iterable[Button]) -> Iterator[str]:
    for one in buttons:
        yield f"[{one.label}]"


def _span(span: Span) -> str:
    match span:
        case Timestamp():
            return f"{span.at:%Y-%m-%d %H:%M}"
        case Link() | Strong() | ChannelName():
            return span.text
        case _:
            return span


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(line for line in lines if line)
