"""What `/mutuals queue` answers: who waits, an entry for each person with buttons. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mutuals.cards import alert_title
from mutuals.cards.alert_view import AlertView
from mutuals.cards.buttons import AGAIN, LISTED, in_menu, in_sight
from mutuals.cards.lists import answer_card
from mutuals.cards.markup import (
    Button,
    EphemeralReply,
    Intent,
    Line,
    Link,
    ListEnd,
    ListItem,
    Span,
    Strong,
    Timestamp,
    TimestampStyle,
)
from mutuals.cards.phrases import counted, first_words, without_names_in_front
from mutuals.domain.model import AlertKind, AlertState
from mutuals.domain.queue_order import QueuePart

PAGE = 10  # entries of one answer
WORDS = 8  # of what they wrote
OFFERED = (Intent.REPLY, Intent.CLAIM, Intent.WAKE)
_TOLD_OF = frozenset(
    {Intent.CLAIM, Intent.WAKE}
)  # the list is not drawn anew, so the answer says that it is done


@dataclass(frozen=True, slots=True)
class Listing:
    """A list that can be asked for: its title, and what is said where nothing is in it."""

    title: str
    nothing: str
    whole: bool = False  # it holds all that waits, so an empty one is an all-clear


LISTINGS: Mapping[QueuePart, Listing] = {
    QueuePart.ALL: Listing("What waits for somebody", "Nothing waits. Well done.", whole=True),
    QueuePart.MINE: Listing("What you have claimed", "You have claimed nothing that waits."),
    QueuePart.OVERDUE: Listing("Overdue", "Nothing is overdue."),
    QueuePart.FANS: Listing("Loyal fans, not followed back", "No fan waits."),
    QueuePart.ANSWERS: Listing("Waiting for an answer", "Nobody waits for an answer."),
    QueuePart.COMPLAINTS: Listing("Complaints that wait", "No complaint waits."),
    QueuePart.QUESTIONS: Listing("Questions that wait", "No question waits."),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One alert of a list, with the page that opens its own message in the reader's chat, and its place in the queue."""

    facts: AlertView
    url: str | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Some alerts of a list, and what is true of the whole list."""

    list_id: str
    rows: Sequence[Row]
    start: int  # how many stand before them
    total: int
    snoozed: int
    untold: int  # cases that wait and have no alert yet
    troubles: Sequence[str]
    theirs: int = 0  # people whose turn it is
    size: int = PAGE
    offered: Sequence[Intent] = OFFERED  # what the reader may press
    everywhere: int = 0  # how many wait in all, where a part of the queue is empty


def listing(which: Listing, page: Page) -> EphemeralReply:
    """A page of alerts; each entry says how the list goes on behind it."""
    notes = _snoozed(page) if page.rows else _nothing(which, page)
    if page.untold:
        notes.append((_untold(page.untold),))
    if page.theirs:
        whom = counted(page.theirs, "person", "people")
        notes.append(
            (f"You have asked {whom} something: it is their turn, and their answer brings them back here.",)
        )
    notes += [(f"Trouble: {one}",) for one in page.troubles]
    summary = f"{which.title}: {page.total}" if page.total else ""
    entries = tuple(
        replace(item(row, page.offered), end=_end(page, index)) for index, row in enumerate(page.rows)
    )
    card = answer_card(which.title, summary=summary, sections=entries, status=tuple(notes))
    return EphemeralReply(card=card)


def _end(page: Page, index: int) -> ListEnd:
    """How the list goes on behind one of its entries."""
    first, last = page.start + 1, page.start + index + 1
    rest = page.total - last
    shown = f"{first}" if first == last else f"{first}-{last}"
    words = f"{shown} of {page.total}" if page.start or rest else ""
    after = page.rows[index].key
    goes_on = Button(Intent.LIST, f"Next {min(rest, page.size)}", after) if rest else None
    return ListEnd(page.list_id, (words,) if words else (), goes_on)


def _nothing(which: Listing, page: Page) -> list[Line]:
    """All clear only where it is so."""
    if page.troubles:
        return [("Nothing waits here among what Mutuals has read, but it may not see everything now.",)]
    said = "No alert waits." if which.whole and page.untold else which.nothing
    others = f" {page.everywhere} wait{'s' if page.everywhere == 1 else ''} in all: /mutuals queue"
    return [(said + (others if page.everywhere else ""),)]


def _snoozed(page: Page) -> list[Line]:
    if page.snoozed == page.total:
        return [("All of them are snoozed: nothing else waits now.",)]
    if page.snoozed and page.total > len(page.rows):
        return [(f"{page.snoozed} of the {page.total} {'is' if page.snoozed == 1 else 'are'} snoozed.",)]
    return []


def _untold(count: int) -> str:
    if count == 1:
        return "1 more post has no alert yet: it is told in time, or in the daily digest."
    return f"{count} more posts have no alert yet: they are told in time, or in the daily digest."


def item(row: Row, offered: Sequence[Intent] = OFFERED, *more: Line) -> ListItem:
    """Kind, person, when and whose on the first line, their words on the second, then what else there is to say. Of the
    alert's own buttons it has those that are `offered`."""
    facts = row.facts
    kind = alert_title.kind(facts)
    first = joined((Strong(kind), *alert_title.title(facts, linked=not row.url), *_age(facts)))
    name = f"{kind} · {alert_title.who(facts)}"
    said = words(facts, linked=not row.url)
    return ListItem((first, joined(said), *more), facts.alert.id, _buttons(row, offered), name)


def joined(line: Line) -> Line:
    """The line with neighbours of plain words made one: chats count the pieces, too."""
    made: list[Span] = []
    for span in line:
        if isinstance(span, str) and made and isinstance(made[-1], str):
            made[-1] += span
        else:
            made.append(span)
    return tuple(made)


def _age(facts: AlertView) -> Line:
    """Since when a fan waits, who is due at no time."""
    due = facts.alert.kind is AlertKind.CARE or facts.alert.state is AlertState.SNOOZED
    return () if due else (" · told ", Timestamp(facts.alert.opened_at, TimestampStyle.AGO))


def words(facts: AlertView, *, linked: bool = True) -> Line:
    """The first words of what an alert is about, with the way there where the entry has no other."""
    post = facts.target()
    if post is None:
        return ("Their post can't be shown.",)
    if not linked:
        return quoted(post.text)
    link = Link(f"View on {facts.network}", facts.post_url(post))
    return quoted(post.text, link)


def quoted(text: str, *link: Link) -> Line:
    """The first words of a post."""
    said = first_words(without_names_in_front(text), WORDS)
    shown = f"“{said}”" if said else "A post without words."
    return (f"{shown} ", *link) if link else (shown,)


def short(button: Button) -> str:
    """What a button is called in a list, where several stand in a row on a phone."""
    if button.do is Intent.FOLLOW:
        return "Follow"
    return "Try again" if button.label in AGAIN.values() else button.label


def _buttons(row: Row, wanted: Sequence[Intent]) -> tuple[Button, ...]:
    """Open, and of the alert's own buttons those by which somebody takes it on."""
    opens = (Button(Intent.VIEW, "Open", url=row.url),) if row.url else ()
    offered = {one.do: one for one in (*in_menu(row.facts), *in_sight(row.facts)) if one.do in wanted}
    # Follow without its link: a press is answered by it, and known in every chat.
    taken = [
        replace(
            offered[do],
            primary=False,
            group="",
            url=None,
            label=short(offered[do]),
            value=LISTED if do in _TOLD_OF else offered[do].value,
        )
        for do in wanted
        if do in offered
    ]
    return (*opens, *taken)
