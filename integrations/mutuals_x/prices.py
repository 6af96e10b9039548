"""What X charges: one table, in millionths of a dollar, with its date. Pure.

Source: docs.x.com getting-started/pricing, and the Activity API's page for events; no live call was made. The same post
or person is charged once per UTC day ("soft guarantee"); failed calls and missing posts are free. Owned reads (an app
that belongs to the very account that signed in) exist for an account's own mentions and posts, not for look-ups,
searches or events. Where X's pages disagree, the dearer price stands here. GET users/me is counted as a look-up;
others report it free.
"""

from datetime import date
from enum import Enum
from typing import NamedTuple

from mutuals.ports.prices import CostKind, PriceLine, PriceList

PRICED_ON = date(2026, 8, 22)  # when X's page was read
ONCE_A_POST, ONCE_A_PERSON, ONCE_AN_EVENT, EACH = "post", "person", "event", ""
OWNED = 1_000


class Listed(NamedTuple):
    """One line of X's price list: its name in the books, the list price, the price of owned reads (None: there is none),
    and what it is charged for once a UTC day ("": each time)."""

    title: str
    micros: int
    owned: int | None
    once: str


class PricedItem(Enum):
    """All that is read or done for money. A post is charged once a day however it was read, but an event of one is not
    known to spare the reading."""

    MENTION = Listed("mentions read", 5_000, OWNED, ONCE_A_POST)
    OWN_POST = Listed("own posts read", 5_000, OWNED, ONCE_A_POST)
    FOUND = Listed("posts found by search", 5_000, None, ONCE_A_POST)
    STREAMED = Listed("posts from the filtered stream", 5_000, None, ONCE_A_POST)
    CHECKED = Listed("posts checked", 5_000, None, ONCE_A_POST)
    QUOTE = Listed("quotes read", 5_000, None, ONCE_A_POST)
    PERSON = Listed("people looked up", 10_000, None, ONCE_A_PERSON)
    REPOSTER = Listed("people who reposted", 10_000, None, ONCE_A_PERSON)
    LIKER = Listed("people who liked", 10_000, None, ONCE_A_PERSON)  # X's pages: 10,000 or 1,000, or free
    FOLLOWER = Listed("followers read", 10_000, OWNED, ONCE_A_PERSON)
    FOLLOWED = Listed("followed accounts read", 10_000, OWNED, ONCE_A_PERSON)
    POST_EVENT = Listed("events of posts", 5_000, None, ONCE_AN_EVENT)
    DELETE_EVENT = Listed(
        "events of deletions", 5_000, None, ONCE_AN_EVENT
    )  # one page: free, another: billed
    FOLLOW_EVENT = Listed("events of follows", 10_000, None, ONCE_AN_EVENT)  # and of unfollows
    MESSAGE_EVENT = Listed("events of direct messages", 10_000, None, ONCE_AN_EVENT)
    MUTE_EVENT = Listed("events of mutes and blocks", 1_000, None, ONCE_AN_EVENT)
    LIKE_EVENT = Listed(
        "events of likes", 1_000, None, ONCE_AN_EVENT
    )  # not listed; counted as X's "Like: Read"
    REPLY = Listed("replies", 10_000, None, EACH)  # to somebody who addressed us, whatever link it holds
    NEW_POST = Listed("posts", 15_000, None, EACH)
    NEW_POST_WITH_LINK = Listed("posts with a link", 200_000, None, EACH)
    REPOST = Listed("reposts", 15_000, None, EACH)
    FOLLOW = Listed("follows", 15_000, None, EACH)  # listed, though only Enterprise may call it
    UNFOLLOW = Listed("unfollows", 10_000, None, EACH)  # the same
    MESSAGE = Listed("direct messages", 15_000, None, EACH)

    @property
    def title(self) -> str:
        """Its name in the books."""
        return self.value.title

    @property
    def once(self) -> str:
        """Within what the same id is charged once a UTC day; "" when each one is charged."""
        return self.value.once

    def price(self, *, owned: bool) -> int:
        """The price of one, in millionths of a dollar; `owned`: the brand's account owns the developer app."""
        micros = self.value.owned if owned else None
        return self.value.micros if micros is None else micros


_KINDS = {
    CostKind.MENTIONS: PricedItem.MENTION,
    CostKind.OWN_POSTS: PricedItem.OWN_POST,
    CostKind.SEARCH: PricedItem.FOUND,
    CostKind.EVENTS: PricedItem.POST_EVENT,
    CostKind.PEOPLE: PricedItem.PERSON,
    CostKind.CHECKS: PricedItem.CHECKED,
    CostKind.REPLIES: PricedItem.REPLY,
}


def price_list(*, owned: bool) -> PriceList:
    """The list as the core knows it; `owned`: the brand's account owns the developer app."""
    lines = {kind: PriceLine(item.title, item.price(owned=owned)) for kind, item in _KINDS.items()}
    return PriceList(PRICED_ON, lines)
