"""The port to what a network tells by itself: events of the accounts that we watch, over a line that stays open.

X's activity stream, Bluesky's Jetstream and Mastodon's streaming differ in their wires and not in what they tell. Polling
(`SocialNetwork.mentions` and `own_posts`) stays for what nobody tells, and takes over while the line is silent.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from mutuals.domain.model import Account, Post


@dataclass(frozen=True, slots=True)
class PostWritten:
    """Somebody wrote to or about the account, or the account itself wrote. `named`: accounts by id, as the post names them."""

    post: Post
    named: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PostDeleted:
    """A post is gone: what we hold of it must go, too. `why`: as `SocialNetwork.check_posts` says it."""

    post_id: str
    why: str = "deleted"


@dataclass(frozen=True, slots=True)
class FollowChanged:
    """The account `source` follows the account `target` from now on, or does not any more. One of them is ours."""

    source_id: str
    target_id: str
    follows: bool
    other: Account | None = None  # the one that is not ours, as far as the network tells who that is


@dataclass(frozen=True, slots=True)
class SignInRevoked:
    """The brand has taken our app's access back."""


EventBody = PostWritten | PostDeleted | FollowChanged | SignInRevoked


@dataclass(frozen=True, slots=True)
class NetworkEvent:
    """One event of one watched account. `name` is the event's own; the same may come again, also by another way."""

    account_id: str
    name: str
    body: EventBody


@dataclass(frozen=True, slots=True)
class StreamOpened:
    """The line is open: from now on everything is told. `complete`: also what happened since the time that was asked
    for, so that nothing need be read."""

    complete: bool = False


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """The line is alive, and has nothing to tell."""


StreamItem = NetworkEvent | StreamOpened | Heartbeat


class EventStream(Protocol):
    """One brand's way to its network's events. Streams with the same `app` are one line: it is opened once for all."""

    app: str  # e.g. "x/1a2b3c": whose line it is; "": there is no line to keep, events come by calls and polling goes on
    silent_after: timedelta  # a line from which nothing came for so long is dead: its heartbeat, and a margin

    async def subscribe(self) -> None:
        """See to it that this brand's events come on the line; repeated, it checks that they do.

        Raises TryAgain, Paused (they cost more than may be spent), NotAuthorized and Refused (the network does not
        give them to this app or sign-in)."""

    async def unsubscribe(self) -> None:
        """Let no more of this brand's events come, as far as the network can be reached. Never raises MutualsError."""

    def open(self, since: datetime | None) -> AsyncIterator[StreamItem]:
        """Open the line and tell what comes: StreamOpened first, then events in the order of the network, and heartbeats.
        `since`: until when everything is known; None: nothing is. It ends only by an error: TryAgain (cut, too fast,
        nothing that can be read), Paused, NotAuthorized, Refused."""

    async def received(self, events: Sequence[NetworkEvent]) -> None:
        """Note that these came for this brand, by whatever way: what they cost is counted, each post once. Raises Paused
        when no more may be spent."""

    def cursor_between(
        self, cursor: str | None, *, after: datetime | None, before: datetime | None, told: str | None = None
    ) -> str | None:
        """A timeline's cursor moved on to read only what no event has told: nothing of the time until `after`, nothing
        since `before`, and nothing up to the post `told` (its id). Without any of them it is the same. Pure."""


# Takes events that came by a call to us: they are stored when it returns. Raises TryAgain, and nothing need be stored then.
EventTaker = Callable[[Sequence[NetworkEvent]], Awaitable[None]]
