"""What happened to an alert, one line each: what the person wrote, what the team did. Pure."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from mutuals.cards.alert_title import who
from mutuals.cards.alert_view import AlertView
from mutuals.cards.markup import Card, Line, Link, Span, Strong, Timestamp, Tone
from mutuals.cards.phrases import ELLIPSIS, first_words, without_names_in_front
from mutuals.domain.history import LogKind, LogLine
from mutuals.domain.model import Post

LINES = 20  # the newest
ROOM = 3_000  # characters: a message of Discord holds 4,000, some of them as the marks that keep strangers' words inert
WORDS, LETTERS = 25, 160  # of a post or a reply


def card(facts: AlertView, key: str, version: int) -> Card:
    """The history as one message, the oldest first."""
    lines = [line for _, line in sorted(_events(facts), key=lambda one: one[0])]
    shown = _newest(lines)
    hidden = len(lines) - len(shown)
    older: Line = (f"{hidden} earlier {'line is' if hidden == 1 else 'lines are'} not shown.",)
    return Card(
        key=key,
        version=version,
        tone=Tone.QUIET,
        headline="History",
        about=who(facts),
        summary=f"What happened to the alert about {who(facts)}",
        body=(*((older,) if hidden > 0 else ()), *shown),
        in_thread=True,
    )


def _newest(lines: Sequence[Line]) -> list[Line]:
    """As many as a message has room for."""
    shown: list[Line] = []
    room = ROOM
    for line in list(reversed(lines))[:LINES]:
        room -= sum(map(_length, line))
        if room < 0:
            break
        shown.insert(0, line)
    return shown


def _length(span: Span) -> int:
    if isinstance(span, str):
        return len(span)
    if isinstance(span, Timestamp):
        return 20
    return len(span.text) + (len(span.url) if isinstance(span, Link) else 0)


def _cut(text: str) -> str:
    words = first_words(without_names_in_front(text), WORDS)
    return words if len(words) <= LETTERS else f"{words[: LETTERS - 1]}{ELLIPSIS}"


def _events(facts: AlertView) -> Iterator[tuple[datetime, Line]]:
    ids = dict.fromkeys(one for case in facts.cases for one in case.post_ids)
    for post in (facts.posts[one] for one in ids if one in facts.posts):
        yield post.at, (Timestamp(post.at), " ", *_wrote(facts, post))
    for line in facts.alert.log:
        by: Line = (" by ", Strong(line.by)) if line.by else ()
        yield line.at, (Timestamp(line.at), " ", line.text, *by, *_sent(facts, line))


def _wrote(facts: AlertView, post: Post) -> Line:
    name = f"@{facts.handle}" if facts.handle else "They"
    if post.gone or not post.text:
        return (f"{name} wrote something that is gone from {facts.network}.",)
    return (f"{name} wrote: “{_cut(post.text)}” ", Link("View", facts.post_url(post)))


def _sent(facts: AlertView, line: LogLine) -> Line:
    """The words that went out with this line, where they were sent from here."""
    if line.kind is not LogKind.ANSWERED:
        return ()
    texts = [one for one in facts.actions if one.kind.writes and one.done_at == line.at]
    said = texts[-1].text if texts else None
    return (f": “{_cut(said)}”",) if said else ()
