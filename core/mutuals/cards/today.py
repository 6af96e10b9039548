"""What `/mutuals today` answers: a few things that are quick to do and kind, each with its buttons. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from mutuals.cards import queue
from mutuals.cards.alert_view import NetworkLinks
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
from mutuals.cards.queue import Row
from mutuals.domain.kindness import Deed
from mutuals.domain.model import AlertKind, Category, Person, Post

MOST = 5
_FAN = (Intent.REPLY, Intent.FOLLOW)
_ASKS_TO_BE_FOLLOWED = (Intent.FOLLOW, Intent.REPLY)
_CASE = (Intent.REPLY, Intent.CLAIM)


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much else there is, and among how many alerts was chosen."""

    alerts: int
    overdue: int
    looked_at: int


def alert(row: Row, deed: Deed) -> ListItem:
    """One thing that an alert asks for."""
    facts = row.facts
    fan = facts.alert.kind is AlertKind.FAN
    asks = facts.lead is not None and facts.lead.category is Category.WANTS_FOLLOW
    offered = _FAN if fan else _ASKS_TO_BE_FOLLOWED if asks else _CASE
    never = ", and their first answer from you" if facts.two_way == 0 else ""
    return queue.item(row, offered, (f"{_minutes(deed)}{never}.",))


def praise(post: Post, person: Person | None, links: NetworkLinks, deed: Deed) -> ListItem:
    """Praise that nobody has answered; it has no alert, so it is answered on the network."""
    handle = person.account.handle if person is not None and person.gone is None else None
    who = f"@{handle}" if handle else "somebody"
    page = links.post(post.newest_id, handle)
    first: Line = (Strong("Praise"), f" · {who} · ", Timestamp(post.at, TimestampStyle.AGO))
    words = queue.quoted(post.text, Link(f"View on {links.title}", page))
    why: Line = (f"{_minutes(deed)}. Nobody has answered it.",)
    answer = Button(Intent.VIEW, f"Answer on {links.title}", url=page)
    return ListItem((first, words, why), "", (answer,), f"Praise · {who}")


def listing(items: Sequence[ListItem], waiting: Waiting) -> EphemeralReply:
    """The few things, and how much waits besides."""
    title = "Today, quick and kind things first" if items else "Nothing quick waits today"
    notes: list[Line] = []
    if waiting.overdue:
        are = "1 alert is" if waiting.overdue == 1 else f"{waiting.overdue} alerts are"
        notes.append((f"{are} overdue: /mutuals queue overdue",))
    if waiting.alerts:
        notes.append((f"{waiting.alerts} wait{'s' if waiting.alerts == 1 else ''} in all: /mutuals queue",))
    elif not items:
        notes.append(("No alert waits.",))
    if waiting.looked_at < waiting.alerts:
        notes.append((f"Chosen from the {waiting.looked_at} that come first in the queue and its parts.",))
    return EphemeralReply(card=answer_card(title, sections=tuple(items), status=tuple(notes)))


def _minutes(deed: Deed) -> str:
    if deed.minutes < 1:
        return "Less than a minute"
    return "About 1 minute" if deed.minutes == 1 else f"About {deed.minutes:.0f} minutes"
