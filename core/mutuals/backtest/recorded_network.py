"""The port `SocialNetwork` over a recording: people are what the stream shows, and nothing can be done."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import datetime

from mutuals.backtest.recording import Stream
from mutuals.domain.errors import Refused
from mutuals.domain.model import Account, ActKind, Path, Person, Post
from mutuals.ports.clock import Clock
from mutuals.ports.network import Measure, Precheck, Price, Timeline

_OVER = "This is a recording: nothing can be done in it."


def _at(post: Post) -> datetime:
    return post.at


class RecordedNetwork:
    """Serves a stream up to the clock's moment."""

    name = "recording"
    title = "the recorded network"

    def __init__(self, stream: Stream, clock: Clock) -> None:
        self._account = stream.brand.account
        self._people = stream.people
        self._clock = clock
        self._ours = [post for post in stream.posts if stream.ours(post)]
        self._theirs = [post for post in stream.posts if not stream.ours(post)]

    async def me(self) -> Account:
        """The brand of the recording."""
        return self._account

    async def mentions(self, cursor: str | None, *, since: datetime | None = None) -> Timeline:
        """What others have written by now."""
        return self._by_now(self._theirs, cursor, since)

    async def own_posts(self, cursor: str | None, *, since: datetime | None = None) -> Timeline:
        """What the brand has written by now."""
        return self._by_now(self._ours, cursor, since)

    def _by_now(self, posts: list[Post], cursor: str | None, since: datetime | None) -> Timeline:
        start, end = int(cursor or 0), bisect_right(posts, self._clock.now(), key=_at)
        return Timeline(tuple(post for post in posts[start:end] if not since or post.at >= since), str(end))

    def events(self) -> None:
        """It tells nothing by itself."""

    async def people(self, ids: Sequence[str]) -> Mapping[str, Person]:
        """People of the stream, looked up now."""
        known, now = self._people, self._clock.now()
        return {one: Person(known[one].account, known[one].relationship, now) for one in ids if one in known}

    async def accounts(self, handles: Sequence[str]) -> Mapping[str, Account]:
        """Accounts of the stream by handle."""
        wanted = {handle.lower() for handle in handles}
        accounts = [one.account for one in self._people.values()]
        return {one.handle.lower(): one for one in accounts if one.handle.lower() in wanted}

    async def check_posts(self, ids: Sequence[str]) -> Mapping[str, str | None]:
        """Everything recorded can be seen."""
        return dict.fromkeys(ids)

    async def reply(self, post: Post, text: str, gate: Precheck) -> str:
        """Raises Refused: the past can't be answered."""
        raise Refused(_OVER)

    async def find_replies(self, since: datetime) -> Timeline:
        """The brand's replies by now."""
        return self._by_now(self._ours, None, since).only(lambda post: post.in_reply_to is not None)

    async def follow(self, person_id: str, gate: Precheck) -> None:
        """Raises Refused: nobody can be followed in the past."""
        raise Refused(_OVER)

    async def like(self, post: Post, gate: Precheck) -> None:
        """Raises Refused: the past can't be liked."""
        raise Refused(_OVER)

    async def repost(self, post: Post, gate: Precheck) -> str | None:
        """Raises Refused: the past can't be handed on."""
        raise Refused(_OVER)

    def path(self, kind: ActKind, post: Post | None, closed: frozenset[ActKind]) -> Path:
        """Everything is left to hands."""
        return Path.HAND

    def price(self, kind: ActKind, path: Path) -> Price:
        """Nothing is bought."""
        return Price(0)

    def follow_url(self, person_id: str) -> str:
        """A recording has no pages."""
        return ""

    def reply_url(self, post_id: str, text: str) -> str:
        """A recording has no pages."""
        return ""

    def like_url(self, post_id: str) -> str:
        """A recording has no pages."""
        return ""

    def repost_url(self, post_id: str) -> str:
        """A recording has no pages."""
        return ""

    def post_url(self, post_id: str, handle: str | None) -> str:
        """A recording has no pages."""
        return ""

    def profile_url(self, handle: str) -> str:
        """A recording has no pages."""
        return ""

    def measure(self, text: str) -> Measure:
        """Nothing is written, so nothing is too long."""
        return Measure(len(text), len(text), fits=True)

    async def close(self) -> None:
        """Nothing to let go of."""
