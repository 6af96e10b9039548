"""A card: one message as every chat shows it, before a chat's own markup.

Strings in a card are plain text. A channel must show them inert: escaped, without pings,
without links other than the `Link`s given here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias


class TimestampStyle(StrEnum):
    """How a point in time is shown; the chat shows it in the reader's own time zone."""

    CLOCK = "clock"  # 14:02, for what comes within half a day
    SECONDS = "seconds"  # 14:02:10, for what comes within seconds
    TIME = "time"  # 14:02, with the day
    DATE = "date"  # 3 November 2026
    AGO = "ago"  # 5 minutes ago, in 20 minutes


@dataclass(frozen=True, slots=True)
class Timestamp:
    """A point in time inside a line."""

    at: datetime
    style: TimestampStyle = TimestampStyle.TIME


@dataclass(frozen=True, slots=True)
class Link:
    """A link that we made."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that stand out."""

    text: str


@dataclass(frozen=True, slots=True)
class ChannelName:
    """A channel of the chat that shows the line, by its id: each chat puts the name in its place."""

    text: str


Span: TypeAlias = str | Timestamp | Link | Strong | ChannelName
Line: TypeAlias = tuple[Span, ...]


class Tone(StrEnum):
    """The state at a glance: a colour bar or an emoji, always beside words."""

    URGENT = "urgent"
    CARE = "care"
    FAN = "fan"
    WAITING = "waiting"  # claimed, snoozed, or an act under way
    DONE = "done"
    QUIET = "quiet"  # dismissed, expired, deleted, notices

    @property
    def sign(self) -> str:
        """The emoji before the headline, the same in every chat; the headline says the state in words."""
        return _SIGNS[self]


_SIGNS = {
    Tone.URGENT: "🚨",
    Tone.CARE: "💬",
    Tone.FAN: "💜",
    Tone.WAITING: "⏳",
    Tone.DONE: "✅",
    Tone.QUIET: "⚪",
}


class Stage(StrEnum):
    """How things stand with an alert, in one word, for a chat that sorts its messages by it."""

    OPEN = "open"
    OVERDUE = "overdue"
    CLAIMED = "claimed"
    ANSWERED = "answered"
    CLOSED = "closed"


class Intent(StrEnum):
    """What a button or a menu entry asks for. The values stand in messages for ever: never rename one."""

    REPLY = "reply"  # value: "thanks" fills the form with thanks
    ACKNOWLEDGE = "ack"
    FOLLOW = "follow"
    FOLLOW_AND_ASK = "followask"  # a form like that of Reply, and the follow with it
    LIKE = "like"
    REPOST = "repost"
    CLAIM = "claim"
    RELEASE = "release"
    SNOOZE = "snooze"  # value: "1h" | "tomorrow" | "1w"
    WAKE = "wake"
    DISMISS = "dismiss"  # value: a reason's id
    WITHDRAW = "withdraw"  # a reply that has not gone out yet
    UNDO = "undo"  # what somebody did a moment ago; value: the intent that is undone
    REOPEN = "reopen"  # an alert that is over waits again
    VIEW = "view"  # a link to the post or the profile on the network
    WHY = "why"  # the whole reasoning, privately
    WORDS = "words"  # their words with nothing hidden, privately
    PREFER = "prefer"  # how the person wants to be treated: "follow" | "talk" | "leave_alone" | "none"
    FEEDBACK = "feedback"  # value: "not_complaint" | "not_us" | "more" | "complaint"
    ANSWER = "answer"  # was this the answer? value: "yes" | "no"
    OWN = "own"  # is this account one of your own? value: "yes" | "no" | "later"
    STOP = "stop"  # everything that goes out, for all brands
    LIST = "list"  # a page of the queue; value: the place of the last one shown, "" for the first page
    PERSON = "person"  # the card of the person, privately
    NOTE = "note"  # a form: what the team writes down about the person
    APPROVE = "approve"  # a text of somebody else goes out; value: which one
    SEND_BACK = "back"  # a form: a word to whoever wrote a text; value: which one
    HAND_OFF = "handoff"  # a form: where the case goes
    RESOLVE = "resolve"  # those it was handed off to are done
    ASSIGN = "assign"  # a form: which colleague has the alert from now on
    SETTINGS = "settings"  # a group of settings: its form, or what holds in it
    SAVED_REPLY = "saved"  # a form: a text that the team keeps to answer with
    REMOVE_REPLY = "unsave"  # such a text; value: "back" puts it back
    MEMBERS = "members"  # of a bundle, privately; value: the first one to show


@dataclass(frozen=True, slots=True)
class Button:
    """Something to press. With `url` it also opens that page; the press is still told to us where the chat can."""

    do: Intent
    label: str
    value: str = ""
    primary: bool = False
    url: str | None = None
    group: str = ""  # the heading under which it stands in a menu
    may_wait: bool = False  # for minutes: where there is one place beside the words, the menu may take it in
    spare: bool = False  # stands behind Why, too: a menu that would be too long leaves it out


@dataclass(frozen=True, slots=True)
class Profile:
    """The person an alert is about."""

    name: str
    handle: str  # without @
    url: str
    avatar_url: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A stranger's words, with a link to the post."""

    text: str
    url: str
    at: datetime
    label: str = "View post"  # of the link


@dataclass(frozen=True, slots=True)
class ListEnd:
    """What stands below a list that ends with this item: which of how many are shown, and the button for those behind it.
    A chat that has no room for all items shows the end of the last one that it did show."""

    list_id: str  # the same for all items of one list; the button acts on it
    words: Line
    button: Button | None = None


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list with buttons of its own, which act on `alert_id`."""

    lines: tuple[Line, ...]
    alert_id: str
    buttons: tuple[Button, ...] = ()  # three at most
    name: str = ""  # what it is about, in words, where a chat has room for its buttons only in a menu of all
    end: ListEnd | None = None


def runs(items: Sequence[ListItem]) -> list[list[ListItem]]:
    """The items, those of one list together: where one has no room, neither have those behind it, for a page goes on from
    the last one shown. What is of no list stands alone."""
    found: list[list[ListItem]] = []
    for one in items:
        last = found[-1][-1].end if found else None
        if one.end is not None and last is not None and one.end.list_id == last.list_id:
            found[-1].append(one)
        else:
            found.append([one])
    return found


@dataclass(frozen=True, slots=True)
class Card:
    """One message. `key` is its stable identity (Delivery.subject), `version` what it shows."""

    key: str
    version: int
    tone: Tone
    headline: str
    summary: str  # complete in itself: notifications, screen readers, search
    title: Line = ()  # behind the headline on the same line
    about: str = ""  # whom it is about, in words
    alert_id: str | None = None  # for the buttons
    who: Profile | None = None  # with their picture
    why: tuple[Line, ...] = ()  # why now, most important first
    quotes: tuple[Quote, ...] = ()
    facts: tuple[tuple[str, Line], ...] = ()  # label and value
    body: tuple[Line, ...] = ()  # free lines: lists, digests, notices
    sections: tuple[
        ListItem, ...
    ] = ()  # after the body; what there is no room for is left out, the last first
    status: tuple[Line, ...] = ()  # what happened, who, when
    small: str = ""  # one small line at the end
    buttons: tuple[Button, ...] = ()  # in sight, at most four
    menu: tuple[Button, ...] = ()  # the rest
    stage: Stage | None = None  # of an alert or a bundle
    over: bool = False  # nothing waits in it: it steps back behind what does
    in_thread: bool = False  # belongs in the thread of what it answers, beside the channel
    ping: bool = False  # mention `calls`, else the configured person or role (escalations only)
    calls: tuple[str, ...] = ()  # ids, in the chat that shows it, of whom it mentions
    anew: bool = False  # posted once more, and not to be taken for the message before
    private: bool = False  # an answer for one reader: no state to be seen at a glance

    @property
    def sign(self) -> str:
        """The emoji before the headline, with its space; nothing before that of an answer."""
        return "" if self.private else f"{self.tone.sign} "


@dataclass(frozen=True, slots=True)
class Template:
    """A ready text for a form; `text` is complete, names filled in."""

    id: str
    label: str
    text: str
    group: str = ""  # the heading under which it stands in a menu


PASSES = "!"  # how Form.passes begins, and no other value of a click


@dataclass(frozen=True, slots=True)
class Form:
    """What a person fills in before something goes out: a reply or a holding reply."""

    alert_id: str
    do: Intent  # REPLY or ACKNOWLEDGE
    title: str
    quote: Quote | None
    text: str  # prefilled: the draft, or the template
    limit: int  # in the network's own weighted characters
    notes: tuple[Line, ...] = ()  # which path it takes, what it costs, who else is writing
    templates: tuple[Template, ...] = ()
    error: str | None = None  # what was wrong with the last attempt
    warnings: tuple[Line, ...] = ()  # what to look at twice; sending it all the same passes them
    passes: str = ""  # with warnings: the value (Click.value) of the click that sends it all the same
    buttons: tuple[Button, ...] = ()  # that fill the form in with something else


@dataclass(frozen=True, slots=True)
class EphemeralReply:
    """A private answer to the person who did something; `card` adds a longer list."""

    lines: tuple[Line, ...] = ()
    ok: bool = True
    buttons: tuple[Button, ...] = ()  # link buttons, e.g. "Open X to follow"
    card: Card | None = None
    form: Form | None = None  # "Edit again" offers this form, filled in
    unkept: str = ""  # a typed text that could be stored nowhere: the chat leaves the form open, or shows it

    def told(self) -> tuple[Line, ...]:
        """All lines, the unkept text included."""
        return (*self.lines, ("Your text:",), (self.unkept,)) if self.unkept else self.lines


def no_room_for(entries: int) -> str:
    """That a chat shows so many entries of a list not at all."""
    return (
        f"{entries} more {'is' if entries == 1 else 'are'} not shown here: there is no room in this message."
    )


# --- what no chat should have to draw, whatever its markup ------------------------------------

# Controls but for tabs and line breaks, half surrogates, and the marks that turn the direction of what follows round.
_DISTORTS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
MARKS = 4  # on one letter: more than any language writes
# Combining marks that fit every letter, in all their blocks (Unicode, Blocks.txt).
_MARK = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_PILE = re.compile(f"({_MARK}{{{MARKS}}}){_MARK}+")


def calm(text: str) -> str:
    """The text without what distorts the text around it, and with so few marks on each letter that they cover no other
    line."""
    return _PILE.sub(r"\1", _DISTORTS.sub("", text))
