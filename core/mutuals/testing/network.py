"""A social network in memory, for tests of integrations and of the whole: people, posts and follows, no wire.

    network = MemoryNetwork(clock, Account("did:web:shop.example", "shop", "The Shop"))
    mia = network.add_person("mia", person_id="u-2", follows_us=True)
    post = network.write(mia.id, "@shop my kettle is broken")
    await network.mentions(None)  # a Timeline with this post

Let a service find it by adding `integration(network)` to the dictionary that `mutuals.service.integrations.networks()`
gives. It outlives the service, which may be stopped and started on it.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlencode

from pydantic_settings import SettingsConfigDict

from mutuals.domain.errors import RefusalReason, Refused
from mutuals.domain.listening import ListeningRule
from mutuals.domain.model import Account, ActKind, Path, Person, Post, Relationship
from mutuals.ports.clock import Clock
from mutuals.ports.diagnostics import Check
from mutuals.ports.events import PostDeleted, PostWritten
from mutuals.ports.integration import NetworkIntegration, NetworkKit
from mutuals.ports.network import Measure, Precheck, Price, Timeline
from mutuals.ports.settings import Section
from mutuals.testing.events import MemoryEventStream
from mutuals.testing.failures import ScriptedFailures

LIMIT = 300  # characters of a post
GONE = "deleted"
_CURSOR = "after:"


def numbered(number: int) -> str:
    """The usual ids: numbers written as text."""
    return str(number)


class MemoryNetwork(ScriptedFailures):
    """Implements `mutuals.ports.network.SocialNetwork` for one brand, and is the world behind it.

    `new_id` names the n-th post or person that comes without an id of its own: give one that makes ids as your network
    does. A post mentions the brand if its text holds the handle with an @ before it, or if it answers the brand.
    """

    def __init__(
        self,
        clock: Clock,
        account: Account,
        *,
        name: str = "memory",
        title: str = "Memory",
        new_id: Callable[[int], str] = numbered,
    ) -> None:
        super().__init__()
        self.account, self.name, self.title = account, name, title
        self.posts: dict[str, Post] = {}  # in the order in which they became visible
        self.known: dict[str, Account] = {account.id: account}  # people by id, the brand among them
        self.relationships: defaultdict[str, Relationship] = defaultdict(Relationship)  # by person id
        self.liked: set[str] = set()  # ids of posts, by the brand
        self.clock = clock
        self.stream: MemoryEventStream | None = None  # set by `tells`
        self._visible: dict[str, datetime] = {}  # since when a post can be read
        self._new_id, self._made = new_id, 0

    # --- what a test does ----------------------------------------------------------------

    def tells(self) -> MemoryEventStream:
        """From now on the network tells by itself what happens; gives its stream."""
        self.stream = self.stream or MemoryEventStream(self)
        return self.stream

    def add_person(
        self, handle: str, *, person_id: str | None = None, follows_us: bool = False, **fields: Any
    ) -> Account:
        """Somebody joins; `fields` are an Account's."""
        account = Account(person_id or self._next_id(), handle, fields.pop("name", handle.title()), **fields)
        self.known[account.id] = account
        self.relationships[account.id] = Relationship(follows_us=follows_us)
        return account

    def write(
        self,
        author_id: str,
        text: str,
        *,
        post_id: str | None = None,
        at: datetime | None = None,
        in_reply_to: str | None = None,
    ) -> Post:
        """Somebody, or the brand, writes a post. Raises KeyError when they or the post answered do not exist."""
        author, answered = self.known[author_id], self.posts[in_reply_to] if in_reply_to else None
        own_id = post_id or self._next_id()
        named = [one.id for one in self.known.values() if f"@{one.handle}".casefold() in text.casefold()]
        named += [answered.author_id] if answered else []
        post = Post(
            own_id,
            author.id,
            text,
            at or self.clock.now(),
            answered.conversation_id if answered else own_id,
            in_reply_to=answered.id if answered else None,
            in_reply_to_person=answered.author_id if answered else None,
            mentions=tuple(dict.fromkeys(named)),
        )
        self.posts[post.id] = post
        self._visible[post.id] = self.clock.now()
        if self.stream is not None and (self._ours(post) or self.account.id in post.mentions):
            self.stream.tell(PostWritten(post))
        return post

    def hand_on(self, author_id: str, post_id: str) -> Post:
        """Somebody, or the brand, reposts a post; a second time changes nothing. Raises KeyError when there is none."""
        original, marks = self.posts[post_id], (author_id, post_id)
        same = [one for one in self.posts.values() if (one.author_id, one.reposts) == marks]
        if same:
            return same[0]
        text = f"RT @{self.known[original.author_id].handle}: {original.text}"
        repost = replace(self.write(author_id, text), reposts=post_id, mentions=())
        self.posts[repost.id] = repost
        return repost

    def delete(self, post_id: str) -> None:
        """A post goes. Raises KeyError when there is none."""
        self.posts[post_id] = replace(self.posts[post_id], text="", gone=GONE)
        if self.stream is not None and self._ours(self.posts[post_id]):
            self.stream.tell(PostDeleted(post_id))

    def _next_id(self) -> str:
        self._made += 1
        return self._new_id(self._made)

    # --- the port ------------------------------------------------------------------------

    async def me(self) -> Account:
        """The brand's account."""
        with self._call("me"):
            return self.account

    async def mentions(self, cursor: str | None, *, since: datetime | None = None) -> Timeline:
        """What others wrote to the brand and became visible after the cursor; without one, not older than `since`."""
        with self._call("mentions"):
            return self._after(
                cursor, since, lambda post: self.account.id in post.mentions and not self._ours(post)
            )

    async def own_posts(self, cursor: str | None, *, since: datetime | None = None) -> Timeline:
        """The same for what the brand wrote."""
        with self._call("own_posts"):
            return self._after(cursor, since, self._ours)

    def events(self) -> MemoryEventStream | None:
        """Its stream, if a test has called `tells`."""
        return self.stream

    async def search(
        self, rules: Sequence[ListeningRule], cursor: str | None, *, since: datetime, most: int
    ) -> Timeline:
        """What these rules find, whomever it names; with more than `most` the newest."""
        with self._call("search"):
            found = self._after(cursor, since, lambda post: any(rule.fits(post) for rule in rules))
            return replace(found, posts=found.posts[-most:], gap=len(found.posts) > most)

    async def people(self, ids: Sequence[str]) -> Mapping[str, Person]:
        """Accounts and how they stand to the brand; whoever does not exist is "deleted"."""
        with self._call("people"):
            return {one: self._person(one) for one in ids}

    async def accounts(self, handles: Sequence[str]) -> Mapping[str, Account]:
        """Accounts by handle in small letters."""
        with self._call("accounts"):
            wanted = {handle.casefold() for handle in handles}
            return {
                one.handle.casefold(): one for one in self.known.values() if one.handle.casefold() in wanted
            }

    async def check_posts(self, ids: Sequence[str]) -> Mapping[str, str | None]:
        """For each post None, or "deleted"."""
        with self._call("check_posts"):
            return {one: self.posts[one].gone if one in self.posts else GONE for one in ids}

    async def reply(self, post: Post, text: str, gate: Precheck) -> str:
        """Reply as the brand; gives the new post's id. Raises Refused when the post is gone."""
        await gate()
        with self._call("reply"):
            self._there(post)
            return self.write(self.account.id, text, in_reply_to=post.id).id

    async def find_replies(self, since: datetime) -> Timeline:
        """The brand's replies since then."""
        with self._call("find_replies"):
            return self._after(None, since, lambda post: self._ours(post) and post.in_reply_to is not None)

    async def follow(self, person_id: str, gate: Precheck) -> None:
        """Follow a person. Raises Refused when they do not exist."""
        await gate()
        with self._call("follow"):
            if person_id not in self.known:
                raise Refused("There is no such account.", because=RefusalReason.GONE)
            self.relationships[person_id] = replace(self.relationships[person_id], we_follow=True)

    async def like(self, post: Post, gate: Precheck) -> None:
        """Like a post; `liked` holds which. Raises Refused when it is gone."""
        await gate()
        with self._call("like"):
            self._there(post)
            self.liked.add(post.id)

    async def repost(self, post: Post, gate: Precheck) -> str:
        """Repost a post, once; gives the id of the repost. Raises Refused when it is gone."""
        await gate()
        with self._call("repost"):
            self._there(post)
            return self.hand_on(self.account.id, post.id).id

    def path(self, kind: ActKind, post: Post | None, closed: frozenset[ActKind]) -> Path:
        """By API, unless that was refused for good."""
        return Path.LINK if kind in closed else Path.API

    def price(self, kind: ActKind, path: Path) -> Price:
        """Everything is free."""
        return Price(0)

    def follow_url(self, person_id: str) -> str:
        """A page that nobody serves; the same holds for the other addresses."""
        return self._page("follow", person_id)

    def reply_url(self, post_id: str, text: str) -> str:
        """See `follow_url`."""
        return f"{self._page('reply', post_id)}?{urlencode({'text': text})}"

    def like_url(self, post_id: str) -> str:
        """See `follow_url`."""
        return self._page("like", post_id)

    def repost_url(self, post_id: str) -> str:
        """See `follow_url`."""
        return self._page("repost", post_id)

    def post_url(self, post_id: str, handle: str | None) -> str:
        """See `follow_url`."""
        return self._page("post", post_id)

    def profile_url(self, handle: str) -> str:
        """See `follow_url`."""
        return self._page("profile", handle)

    def measure(self, text: str) -> Measure:
        """Characters, 300 at most."""
        return measure(text)

    async def close(self) -> None:
        """Nothing to let go of: the world goes on."""

    # --- inside --------------------------------------------------------------------------

    def _person(self, person_id: str) -> Person:
        if person_id not in self.known:
            return Person(Account(person_id, "", ""), checked_at=self.clock.now(), gone=GONE)
        return Person(self.known[person_id], self.relationships[person_id], self.clock.now())

    def _there(self, post: Post) -> None:
        if post.id not in self.posts or self.posts[post.id].gone:
            raise Refused("The post is gone.", because=RefusalReason.GONE)

    def _page(self, kind: str, of: str) -> str:
        return f"https://{self.name}.example/{kind}/{quote(of, safe='')}"

    def _ours(self, post: Post) -> bool:
        return post.author_id == self.account.id

    def _after(self, cursor: str | None, since: datetime | None, wanted: Callable[[Post], bool]) -> Timeline:
        """What is visible and wanted, oldest first. The cursor is how many posts were visible: nobody else reads it. One
        that `cursor_between` made names a second number, up to which is read."""
        posts = list(self.posts.values())
        start, end = _places(cursor, len(posts))
        found = [post for post in posts[start:end] if wanted(post) and not post.gone]
        if cursor is None and since is not None:
            found = [post for post in found if post.at >= since]
        return Timeline(tuple(sorted(found, key=lambda post: post.at)), f"{_CURSOR}{max(start, end)}")

    def cursor_between(
        self, cursor: str | None, after: datetime | None, before: datetime | None, told: str | None
    ) -> str | None:
        """A cursor that leaves out what became visible until `after`, up to the post `told`, and since `before`."""
        if after is None and before is None and told is None:
            return cursor
        since = list(self._visible.values())
        start, end = _places(cursor, len(since))
        start = max(start, sum(one <= after for one in since)) if after else start
        start = max(start, list(self._visible).index(told) + 1) if told in self._visible else start
        end = sum(one < before for one in since) if before else end
        return f"{_CURSOR}{start}:{max(start, end)}"


def _places(cursor: str | None, visible: int) -> tuple[int, int]:
    start, _, end = (cursor or f"{_CURSOR}0").removeprefix(_CURSOR).partition(":")
    return int(start), int(end) if end else visible


class MemorySettings(Section):
    """A network in memory has no settings."""

    model_config = SettingsConfigDict(env_prefix="MUTUALS_MEMORY_")


def measure(text: str) -> Measure:
    """Characters, 300 at most."""
    return Measure(len(text), LIMIT, bool(text.strip()) and len(text) <= LIMIT)


def integration(network: MemoryNetwork) -> NetworkIntegration:
    """What a service needs to watch this network; it is signed in already."""

    async def account(*_args: object) -> Account:
        return network.account

    async def check(settings: Any, kit: NetworkKit, *, sign_in_only: bool = False) -> Sequence[Check]:
        return ()

    return NetworkIntegration(
        network.name,
        network.title,
        MemorySettings,
        lambda _settings, _signed_in: "",
        measure,
        lambda _settings, _kit: network,
        account,
        account,
        check,
        pushes=lambda _settings: network.stream is not None,
    )
