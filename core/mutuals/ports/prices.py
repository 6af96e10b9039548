"""What a network charges, as far as the core needs to know it: by what is bought, in millionths of a dollar."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class CostKind(StrEnum):
    """What is bought from a network."""

    MENTIONS = "mentions"  # one mention read
    OWN_POSTS = "own_posts"  # one post of the brand read
    SEARCH = "search"  # one post found by a search
    EVENTS = "events"  # one event of a post pushed to us
    PEOPLE = "people"  # one person looked up
    CHECKS = "checks"  # one post looked at again
    REPLIES = "replies"  # one reply sent


@dataclass(frozen=True, slots=True)
class PriceLine:
    """One line: the name under which it stands in the books (`SpendingRepository`), and the price of one."""

    title: str
    micros: int


@dataclass(frozen=True, slots=True)
class PriceList:
    """What a network charges this brand. `on`: when the network's own list was read; None: it charges nothing."""

    on: date | None = None
    lines: Mapping[CostKind, PriceLine] = field(default_factory=dict)

    def micros(self, kind: CostKind) -> int:
        """The price of one, in millionths of a dollar; what is not listed is free."""
        line = self.lines.get(kind)
        return line.micros if line else 0

    def title(self, kind: CostKind) -> str:
        """Its name in the books; "" where it is not listed."""
        line = self.lines.get(kind)
        return line.title if line else ""


FREE = PriceList()
