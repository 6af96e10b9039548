"""A burst of alerts on one theme that one message tells, as a frozen value like those of `mutuals.domain.model`."""

from dataclasses import dataclass
from datetime import datetime

from mutuals.domain.history import LogLine
from mutuals.domain.model import AlertState, Category
from mutuals.domain.undo import Undo


@dataclass(frozen=True, slots=True)
class Bundle:
    """Alerts on one theme that came in a burst, told by one message. Its id begins with the brand's."""

    brand_id: str
    id: str
    category: Category
    seed: str  # what makes a post belong to it; see mutuals.domain.clustering
    words: tuple[str, ...]  # what the posts share, as the team reads it
    alert_ids: tuple[str, ...]  # its members, oldest first
    first_at: datetime  # of the members' first posts, the earliest ...
    last_at: datetime  # ... and the latest
    opened_at: datetime
    growing: bool = True  # takes new members until the burst is over
    state: AlertState = AlertState.OPEN
    version: int = 1
    claimed_by: str | None = None
    claimed_key: str | None = None
    claimed_until: datetime | None = None
    snoozed_until: datetime | None = None
    closes_at: datetime | None = None  # when it stops growing, if nobody joins
    closed_at: datetime | None = None
    log: tuple[LogLine, ...] = ()
    undo: Undo | None = None  # what somebody did to all of it a moment ago
