"""Groups of fans that are asked for by name, by what is stored of each: who is in one, and in which order. Pure.

Nobody's number of followers is looked at.
"""

from datetime import datetime
from enum import StrEnum

from mutuals.domain import contact_preferences
from mutuals.domain.model import Fan

LOYAL = 5  # interactions from which somebody never answered is called a loyal fan
RHYTHM = 8  # interactions below which nobody has a rhythm that could change


class FanSegment(StrEnum):
    """A group of fans."""

    TALKED = "talked"  # follow us, we have talked with each other, not followed
    UNANSWERED = "unanswered"  # follow us, spoke often, never answered, not followed
    QUIET = "quiet"  # spoke often, and not for a while: perhaps they drift away
    RETURNED = (
        "returned"  # we have talked with each other, they spoke since, not followed, perhaps not looked up
    )
    IGNORED = "ignored"  # we follow them, and their last word has no answer


def is_in(segment: FanSegment, fan: Fan) -> bool:
    """Is this fan in the group?"""
    may_be_followed = fan.follows_us is True and not fan.we_follow
    if segment is FanSegment.RETURNED:
        willing = fan.preference in (None, contact_preferences.FOLLOW)
        since = fan.answered_at is not None and fan.last_at > fan.answered_at
        return fan.two_way > 0 and since and willing and fan.follows_us is not False and not fan.we_follow
    if segment is FanSegment.TALKED:
        willing = fan.preference in (None, contact_preferences.FOLLOW)
        return may_be_followed and fan.two_way > 0 and willing
    if fan.preference == contact_preferences.LEAVE_ALONE:
        return False
    if segment is FanSegment.UNANSWERED:
        return may_be_followed and not fan.two_way and fan.interactions >= LOYAL
    if segment is FanSegment.QUIET:
        return fan.interactions >= RHYTHM
    return fan.we_follow is True and (fan.answered_at is None or fan.answered_at < fan.last_at)


def order(segment: FanSegment, fan: Fan) -> tuple[float, float, str]:
    """Sorts a group: who talked with us most, who is with us longest; else whose last word is newest."""
    if segment is FanSegment.TALKED:
        return -fan.two_way, fan.first_at.timestamp(), fan.person_id
    if segment is FanSegment.UNANSWERED:
        return 0, fan.first_at.timestamp(), fan.person_id
    return 0, -fan.last_at.timestamp(), fan.person_id


def within(fan: Fan, since: datetime, until: datetime) -> bool:
    """Was their last word in this time?"""
    return since <= fan.last_at <= until
