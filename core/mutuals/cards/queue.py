"""What `/mutuals queue` answers: who waits, an entry for each person with buttons. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mutuals.cards import alert_title
from mutuals.cards.alert_view import AlertView
from mutuals.cards.buttons import LISTED, in_menu, in_sight
from mutuals.cards.lists import answer_card
from mutuals.cards.markup import (
    Button,
    EphemeralReply,
    Intent,
    Line,
    Link,
    ListItem,
    Strong,
    Timestamp,
    TimestampStyle,
)
from mutuals.cards.phrases import first_words, without_names_in_front
from mutuals.domain.model import AlertKind, AlertState

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


LISTINGS = {
    "queue": Listing("What waits for somebody", "Nothing waits. Well done.", whole=True),
    "mine": Listing("What you have claimed", "You have claimed nothing that waits."),
    "overdue": Listing("Overdue", "Nothing is overdue."),
    "fans": Listing("Loyal fans, not followed back", "No fan waits."),
    "complaints": Listing("Waiting for an answer", "Nobody waits for an answer."),
    "queue complaints": Listing("Complaints that wait", "No complaint waits."),
    "questions": Listing("Questions that wait", "No question waits."),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One alert of a list, with the page that opens its own message in the reader's chat."""

    facts: AlertView
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Some alerts of a list, and what is true of the whole list."""

    rows: Sequence[Row]
    start: int  # how many stand before them
    total: int
    snoozed: int
    untold: int  # cases that wait and have no alert yet
    troubles: Sequence[str]
    theirs: int = 0  # cases in which it is the person's turn
    size: int = PAGE
    everywhere: int = 0  # how many wait in all, whatever the list


def listing(typed: str, which: Listing, page: Page) -> EphemeralReply:
    """A page of alerts with how many more there are and how to see them; `typed` is the command that shows them."""
    notes = _more(typed, page) if page.rows else _nothing(which, page)
    if page.untold:
        notes.append((_untold(page.untold),))
    if page.theirs:
        whom = "1 person" if page.theirs == 1 else f"{page.theirs} people"
        notes.append(
            (f"You have asked {whom} something: it is their turn, and their answer brings them back here.",)
        )
    notes += [(f"Trouble: {one}",) for one in page.troubles]
    summary = f"{which.title}: {page.total}" if page.total else ""
    entries = tuple(item(row) for row in page.rows)
    card = answer_card(which.title, summary=summary, sections=entries, status=tuple(notes))
    return EphemeralReply(card=card)


def _nothing(which: Listing, page: Page) -> list[Line]:
    """All clear only where it is so."""
    if page.troubles:
        return [("Nothing waits here among what Mutuals has read, but it may not see everything now.",)]
    said = "No alert waits." if which.whole and page.untold else which.nothing
    others = f" {page.everywhere} wait{'s' if page.everywhere == 1 else ''} in all: /mutuals queue"
    return [(said + (others if page.everywhere else ""),)]


def _more(typed: str, page: Page) -> list[Line]:
    end = page.start + len(page.rows)
    rest = page.total - end
    lines: list[Line] = []
    if rest > 0:
        following = f"/mutuals {typed} {end // page.size + 1}"
        lines.append((f"And {rest} more. Next {min(rest, page.size)}: {following}",))
    if page.start or rest > 0:
        lines.append((f"These are {page.start + 1} to {end} of {page.total}.",))
    if page.snoozed == page.total:
        lines.append(("All of them are snoozed: nothing else waits now.",))
    elif page.snoozed and page.total > len(page.rows):
        lines.append((f"{page.snoozed} of the {page.total} {'is' if page.snoozed == 1 else 'are'} snoozed.",))
    return lines


def _untold(count: int) -> str:
    if count == 1:
        return (
            "1 more post waits below the line or for its moment; it is told in time or in the daily digest."
        )
    return f"{count} more posts wait below the line or for their moment; they are told in time or in the daily digest."


def item(row: Row, offered: Sequence[Intent] = OFFERED, *more: Line) -> ListItem:
    """Kind, person, when and whose on the first line, their words on the second, then what else there is to say. Of the
    alert's own buttons it has those that are `offered`."""
    facts = row.facts
    kind = alert_title.kind(facts)
    first: Line = (Strong(kind), *alert_title.title(facts), *_age(facts))
    name = f"{kind} · {alert_title.who(facts)}"
    return ListItem((first, words(facts), *more), facts.alert.id, _buttons(row, offered), name)


def _age(facts: AlertView) -> Line:
    """Since when a fan waits, who is due at no time."""
    due = facts.alert.kind is AlertKind.CARE or facts.alert.state is AlertState.SNOOZED
    return () if due else (" · told ", Timestamp(facts.alert.opened_at, TimestampStyle.AGO))


def words(facts: AlertView) -> Line:
    """The first words of what an alert is about, with the way there."""
    post = facts.target()
    if post is None:
        return ("Their post can't be shown.",)
    link = Link(f"View on {facts.network}", facts.post_url(post))
    return quoted(post.text, link)


def quoted(text: str, link: Link) -> Line:
    """The first words of a post."""
    said = first_words(without_names_in_front(text), WORDS)
    return (f"“{said}” ", link) if said else ("A post without words. ", link)


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
            value=LISTED if do in _TOLD_OF else offered[do].value,
        )
        for do in wanted
        if do in offered
    ]
    return (*opens, *taken)
