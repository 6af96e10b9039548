"""Cards for the tests; everybody in them is invented."""

from datetime import UTC, datetime
from typing import Any, cast

import aiohttp
import discord

from mutuals.cards.markup import (
    Button,
    Card,
    Intent,
    Link,
    Profile,
    Quote,
    Strong,
    Timestamp,
    TimestampStyle,
    Tone,
)

AT = datetime(2026, 11, 3, 14, 2, tzinfo=UTC)
ALERT = "brand7/person9/1"
QUOTE = Quote(
    "My order never came. @everyone look at https://evil.example/now", "https://x.com/jo/status/1", AT
)
JO = Profile("Jo *Star* Miller", "jo_miller", "https://x.com/jo_miller", "https://pictures.example/jo.jpg")
BUTTONS = (
    Button(Intent.REPLY, "Reply", primary=True),
    Button(Intent.ACKNOWLEDGE, "Acknowledge"),
    Button(Intent.FOLLOW, "Follow", url="https://x.com/intent/follow?user_id=9"),
)
MENU = (
    Button(Intent.CLAIM, "Claim"),
    Button(Intent.SNOOZE, "Snooze 1 hour", "1h"),
    Button(Intent.SNOOZE, "Snooze until tomorrow", "tomorrow"),
    Button(Intent.DISMISS, "Dismiss: not for us", "not_us"),
    Button(Intent.VIEW, "View on X", url="https://x.com/jo/status/1"),
)


def alert_card(**changes: Any) -> Card:
    """An alert as the core makes it."""
    values: dict[str, Any] = {
        "key": f"alert/{ALERT}",
        "version": 1,
        "tone": Tone.CARE,
        "headline": "Complaint, waiting 25 minutes",
        "summary": "Complaint by Jo Miller, waiting 25 minutes",
        "alert_id": ALERT,
        "who": JO,
        "why": (("Replied ", Strong("14 times"), " in 30 days, and you do not follow back"),),
        "quotes": (QUOTE,),
        "facts": (("Due", (Timestamp(AT, TimestampStyle.AGO),)),),
        "status": (("Opened ", Timestamp(AT)), (Link("All posts of Jo", "https://x.com/jo_miller"),)),
        "buttons": BUTTONS,
        "menu": MENU,
    }
    return Card(**(values | changes))


class HttpResponse:
    """What discord.py reads of a response."""

    def __init__(self, status: int, headers: dict[str, str]) -> None:
        self.status, self.headers = status, headers
        self.reason = "because"


def http_error(status: int, code: int = 0, headers: dict[str, str] | None = None) -> discord.HTTPException:
    """An error as discord.py raises it."""
    response = cast("aiohttp.ClientResponse", HttpResponse(status, headers or {}))
    return discord.HTTPException(response, {"code": code, "message": "words of Discord"})


def notice_card() -> Card:
    """A card about Mutuals itself: no person, no buttons."""
    return Card("notice/budget", 1, Tone.QUIET, "The day's budget is used up", "The day's budget is used up")
