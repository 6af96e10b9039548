"""Handing a case to others: a mail address, a webhook, or a ticket system's page; and the clock until it is resolved. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from string import ascii_uppercase
from typing import Any
from urllib.parse import quote, urlsplit

DAY = timedelta(days=1)
NOTE = 1000  # characters of what the team writes for those who take over
GIVE_UP = DAY  # after so long without success a person has to look
_FIRST, _LONGEST = timedelta(seconds=30), timedelta(hours=1)  # between two attempts
PLACES = ("{case}", "{person}", "{post}")  # what a ticket link may hold


class Way(StrEnum):
    """How a case is handed off."""

    MAIL = "mail"
    WEBHOOK = "webhook"
    LINK = "link"  # a person fills in the ticket system's own page


class HandOffState(StrEnum):
    """Where the forwarding stands. SENDING means that it may have arrived."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"


LIVE = frozenset({HandOffState.WAITING, HandOffState.SENDING})


@dataclass(frozen=True, slots=True)
class HandOffPolicy:
    """Where a brand's cases may go."""

    mail: str = ""  # an address; "" for none, as below
    webhook: str = ""
    link: str = ""  # a pattern with PLACES
    due: timedelta = DAY  # of business hours, if set: by then it should be resolved
    words: bool = (
        False  # may the person's words be forwarded? What is mailed can't be taken back when they delete them
    )
    line: str = ""  # what is said in public, with {case}; "" for the one that comes with Mutuals

    def ways(self) -> dict[Way, str]:
        """Each way that is set, with what people call it."""
        named = {
            Way.MAIL: self.mail,
            Way.WEBHOOK: urlsplit(self.webhook).hostname or "",
            Way.LINK: urlsplit(self.link).hostname or "",
        }
        return {way: name for way, name in named.items() if name}


@dataclass(frozen=True, slots=True)
class HandedOff:
    """What an alert shows of it, until it is resolved."""

    id: str
    number: str  # of the case, for people
    to: str
    by: str
    at: datetime
    due_at: datetime


@dataclass(frozen=True, slots=True)
class HandOff:
    """One forwarding, until it has arrived."""

    id: str
    brand_id: str
    alert_id: str
    number: str
    way: Way
    to: str
    by: str
    by_key: str  # Actor.own_key
    at: datetime
    note: str
    url: str = ""  # the alert's message in the chat of whoever handed it off
    state: HandOffState = HandOffState.WAITING
    attempt: int = 0
    next_at: datetime | None = None
    error: str = ""
    before: Mapping[str, Any] = field(default_factory=dict)  # the clocks of its cases, to be put back


def case_number(handle: str, count: int) -> str:
    """The number of a brand's n-th case: short enough for the telephone, e.g. KET-14."""
    letters = "".join(one for one in handle.upper() if one in ascii_uppercase)[:3]
    return f"{letters or 'C'}-{count}"


def begun(one: HandOff, until: datetime) -> HandOff:
    """Before a call: it is under way, and nobody else's until then."""
    return replace(one, state=HandOffState.SENDING, attempt=one.attempt + 1, next_at=until)


def arrived(one: HandOff) -> HandOff:
    """It is there; what was written for it is not kept any longer."""
    return replace(one, state=HandOffState.SENT, next_at=None, note="", error="", before={})


def refused(one: HandOff, why: str) -> HandOff:
    """It will not arrive; a person has to look."""
    return replace(one, state=HandOffState.FAILED, next_at=None, error=why)


def missed(one: HandOff, now: datetime, why: str, wait: timedelta) -> HandOff:
    """A passing trouble: tried again ever more slowly, for a day."""
    if now - one.at >= GIVE_UP:
        return refused(one, f"{why} It was tried for a day.")
    pause = min(_FIRST * 2 ** min(one.attempt - 1, 10), _LONGEST)
    return replace(one, state=HandOffState.WAITING, next_at=now + max(pause, wait), error=why)


def ticket_url(pattern: str, *, case: str, person: str, post: str) -> str:
    """The ticket system's page, filled in."""
    values = dict(zip(PLACES, (case, person, post), strict=True))
    for place, value in values.items():
        pattern = pattern.replace(place, quote(value, safe=""))
    return pattern
