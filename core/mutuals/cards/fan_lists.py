"""What `/mutuals fans WORD` answers: groups of people to be kind to, by what was between you, never by fame. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from mutuals.cards import queue
from mutuals.cards.buttons import LISTED, in_menu, in_sight
from mutuals.cards.lists import answer_card
from mutuals.cards.markup import (
    Button,
    EphemeralReply,
    Intent,
    Line,
    Link,
    ListEnd,
    ListItem,
    Strong,
    Timestamp,
    TimestampStyle,
)
from mutuals.cards.person_view import PersonView, may_be_written_to, may_follow, newest_post
from mutuals.cards.phrases import counted, times
from mutuals.domain import leaving


class FanList(StrEnum):
    """A list that can be asked for; the values stand in buttons, and are what people type."""

    NEXT = "next"
    TALKED = "talked"
    UNANSWERED = "unanswered"
    DRIFTING = "drifting"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class FanListWords:
    """The title of a list, its order in words, and what is said where nobody is in it."""

    title: str
    order: str
    nothing: str


LISTINGS: Mapping[FanList, FanListWords] = {
    FanList.NEXT: FanListWords(
        "Follow next",
        "Most loyal first: how often and how lately they spoke to you.",
        "Nobody is left to follow now: whoever is loyal is followed, or was decided about lately.",
    ),
    FanList.TALKED: FanListWords(
        "Talked with, not followed",
        "Whoever talked with you most first, then who has been with you longest.",
        "Everybody with whom you have talked and who follows you is followed.",
    ),
    FanList.UNANSWERED: FanListWords(
        "Loyal, and never answered",
        "Longest with you first: they will be surprised.",
        "No loyal fan was left without an answer.",
    ),
    FanList.DRIFTING: FanListWords(
        "Drifting away",
        "Who stopped following first, then whose last word is newest. Measured by each person's own rhythm.",
        "Nobody drifts away, as far as their words show.",
    ),
    FanList.IGNORED: FanListWords(
        "You follow them, and owe them a word",
        "Newest word first.",
        "Nobody whom you follow waits for a word.",
    ),
}
_AGO, _DATE = TimestampStyle.AGO, TimestampStyle.DATE
_FOLLOW_FIRST = (FanList.NEXT, FanList.TALKED)


def listing(
    which: FanList, views: Sequence[PersonView], list_id: str, *, start: int, more: int
) -> EphemeralReply:
    """Some people of a list, of whom `start` stand before; `more` says how many of the next page there are."""
    told = LISTINGS[which]
    if not views:
        return EphemeralReply(card=answer_card(told.title, status=((told.nothing,),)))
    items = []
    for index, view in enumerate(views):
        first, last = start + 1, start + index + 1
        left = len(views) - index - 1 + more
        words: Line = (f"{first}" if first == last else f"{first}-{last}",) if start or more or left else ()
        goes_on = Button(Intent.LIST, "Show more", str(last)) if left else None
        items.append(replace(item(which, view), end=ListEnd(list_id, words, goes_on)))
    return EphemeralReply(card=answer_card(told.title, sections=tuple(items), status=((told.order,),)))


def item(which: FanList, view: PersonView) -> ListItem:
    """One person: who, what makes them belong here, their newest words, and what can be done."""
    first: Line = (Strong(_name(view)), *_reason(which, view))
    lines = [queue.joined(first)]
    if which is FanList.DRIFTING:
        lines.append((_cause(view),))
    elif (post := newest_post(view)) is not None:
        page = Link(f"View on {view.links.title}", view.links.post(post.newest_id, view.handle))
        lines.append(queue.quoted(post.text, page))
    alert_id = view.waiting.alert.id if view.waiting else view.target
    return ListItem(tuple(lines), alert_id, _buttons(which, view), _name(view))


def _name(view: PersonView) -> str:
    if view.person is None or view.person.gone:
        return view.name
    account = view.person.account
    return f"{account.name[:40]} @{account.handle}" if account.name else f"@{account.handle}"


def _reason(which: FanList, view: PersonView) -> Line:
    fan, talk = view.fan, view.talk
    wrote = f" · wrote {times(view.wrote)}"
    since: Line = (", with you since ", Timestamp(view.first_at, _DATE)) if view.first_at else ()
    last: Line = (", last ", Timestamp(view.posts[-1].at, _AGO)) if view.posts else ()
    if which is FanList.TALKED:
        answered = times(fan.two_way) if fan else "once"
        return (f" · you answered them {answered}", *last, *since)
    if which is FanList.UNANSWERED:
        return (wrote, *since)
    if which is FanList.DRIFTING:
        left: Line = (" · stopped following you",) if view.left else ()
        return (*left, " · last word ", Timestamp(view.posts[-1].at, _AGO)) if view.posts else left
    if which is FanList.IGNORED and talk.waiting:
        posts = counted(len(talk.waiting), "post")
        return (f" · {posts} without an answer, the oldest ", Timestamp(talk.waiting[0].at, _AGO))
    return (wrote, *last, *since)


def _cause(view: PersonView) -> str:
    rhythm = f"{leaving.drifted(view.drift)} " if view.drift else ""
    return f"{rhythm}{view.cause}"


def _buttons(which: FanList, view: PersonView) -> tuple[Button, ...]:
    """Three: what the list is for, the way to the words, and the person."""
    who = Button(Intent.PERSON, "Person")
    wanted = Intent.FOLLOW if which in _FOLLOW_FIRST else Intent.REPLY
    if view.waiting is not None:
        offered = {one.do: one for one in (*in_menu(view.waiting), *in_sight(view.waiting))}
        opens = (Button(Intent.VIEW, "Open", url=view.url),) if view.url else ()
        act = (
            (replace(offered[wanted], label=queue.short(offered[wanted]), primary=False, group="", url=None),)
            if wanted in offered
            else ()
        )
        return (*opens, *act, who)
    made: list[Button] = []
    if wanted is Intent.FOLLOW and may_follow(view):
        made.append(Button(Intent.FOLLOW, "Follow", LISTED))
    post = newest_post(view)
    if post is not None and may_be_written_to(view):
        page = view.links.post(post.newest_id, view.handle)
        made.append(Button(Intent.VIEW, f"Answer on {view.links.title}", url=page))
    return (*made, who)
