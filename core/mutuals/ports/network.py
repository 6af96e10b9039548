"""The port to a social network, signed in as one brand: what is read there and what is done there."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from mutuals.domain.errors import MutualsError
from mutuals.domain.model import Account, ActKind, Path, Person, Post
from mutuals.ports.events import EventStream

# Asked in the moment before a request that acts leaves the process, every time; what it raises ends the call.
Precheck = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Posts, oldest first, and the cursor to go on from. `gap` tells that older ones were out of reach, `stopped`
    what ended the reading early: the cursor goes on behind what was read by then. `named`: accounts by id, as the newest
    of the posts read names them, and when that was written. `back_to`: as far as a look back for posts that are shown
    late could go, where that is less far than it should.
    """

    posts: tuple[Post, ...]
    cursor: str | None
    gap: bool = False
    stopped: MutualsError | None = None
    named: Mapping[str, tuple[datetime, str]] = field(default_factory=dict)
    back_to: datetime | None = None

    def only(self, wanted: Callable[[Post], bool]) -> "Timeline":
        """The same with fewer posts."""
        return replace(self, posts=tuple(filter(wanted, self.posts)))


@dataclass(frozen=True, slots=True)
class Measure:
    """How long a text is for the network: its own weighted count, the limit, and whether it may go."""

    used: int
    limit: int
    fits: bool


@dataclass(frozen=True, slots=True)
class Price:
    """What an act costs, in millionths of a dollar; None where it is not known."""

    micros: int | None


class SocialNetwork(Protocol):
    """One brand's account on a social network, signed in as the brand.

    Raises TryAgain (limits, faults), Paused (credit, budget, cap), NotAuthorized, Refused.
    """

    name: str
    title: str  # how people call it: "X"

    async def me(self) -> Account:
        """The account we are signed in as."""

    async def mentions(self, cursor: str | None, *, since: datetime | None = None) -> Timeline:
        """New posts that mention the brand: all after `cursor`, however old; with None the newest, not older than `since`.
        With a cursor `since` says that something written then may be shown only now: what is new of that time is given,
        too. Nothing is lost; what was given before may come again after a restart."""

    async def own_posts(self, cursor: str | None, *, since: datetime | None = None) -> Timeline:
        """New posts of the brand itself, from whatever client, after `cursor`; `since` as with mentions."""

    def events(self) -> EventStream | None:
        """The way to what the network tells by itself; None where it tells nothing, or the settings have not turned that
        on: then it is polled. Pure."""

    async def people(self, ids: Sequence[str]) -> Mapping[str, Person]:
        """Accounts and how we stand to them; those out of reach come back with `gone` set. Costs money per person."""

    async def accounts(self, handles: Sequence[str]) -> Mapping[str, Account]:
        """Accounts by handle in small letters; unknown ones are missing. Costs money per account."""

    async def check_posts(self, ids: Sequence[str]) -> Mapping[str, str | None]:
        """For each post: None when it can be seen, else why not ("deleted", "protected", "suspended")."""

    async def reply(self, post: Post, text: str, gate: Precheck) -> str:
        """Reply to a post as the brand; gives the new post's id. After an ambiguous TryAgain, look before repeating."""

    async def find_replies(self, since: datetime) -> Timeline:
        """Our own replies made after `since`, read from our newest posts; with a `gap` there may be more."""

    async def follow(self, person_id: str, gate: Precheck) -> None:
        """Follow a person as the brand; repeating it is harmless."""

    async def like(self, post: Post, gate: Precheck) -> None:
        """Like a post as the brand; repeating it is harmless. Refused (PATH_CLOSED) where only people may."""

    async def repost(self, post: Post, gate: Precheck) -> str | None:
        """Repost a post as the brand; gives the new post's id, if told. Repeating it is harmless. Refused (PATH_CLOSED)
        where only people may."""

    def path(self, kind: ActKind, post: Post | None, closed: frozenset[ActKind]) -> Path:
        """The way this act will take, HAND where the network has none; `closed` are acts that were refused for good by
        the API before. `post`: what it is about; a follow is about nobody's. Pure."""

    def price(self, kind: ActKind, path: Path) -> Price:
        """What the act costs by that path. Pure."""

    def follow_url(self, person_id: str) -> str:
        """The network's own page where a person can press Follow. Pure."""

    def reply_url(self, post_id: str, text: str) -> str:
        """The network's own page where a person can post this reply. Pure."""

    def like_url(self, post_id: str) -> str:
        """The network's own page where a person can like this post. Pure."""

    def repost_url(self, post_id: str) -> str:
        """The network's own page where a person can repost this post. Pure."""

    def post_url(self, post_id: str, handle: str | None) -> str:
        """The post's page. Pure."""

    def profile_url(self, handle: str) -> str:
        """The person's page. Pure."""

    def measure(self, text: str) -> Measure:
        """Count a text as the network does. Pure."""

    async def close(self) -> None:
        """Let go of connections."""
