"""A second network beside X, all in memory: installed as a package is, by an entry point in a folder of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar

from pydantic_settings import SettingsConfigDict

from mutuals.domain.errors import TryAgain
from mutuals.domain.model import Account, ActKind, Person, Post, Relationship
from mutuals.domain.model import Path as Way
from mutuals.ports.clock import Clock
from mutuals.ports.diagnostics import Check
from mutuals.ports.integration import NetworkIntegration, NetworkKit
from mutuals.ports.network import Measure, Precheck, Price, SocialNetwork, Timeline
from mutuals.ports.settings import Section

NAME, TITLE, LIMIT = "bluesky", "Bluesky", 300
BRAND = Account("900", "kettleco.example", "Kettle Co")
OLD = timedelta(days=400)


@dataclass
class SecondWorld:
    """Everybody who writes there, and what was written and followed. `down`: nothing answers."""

    posts: list[Post] = field(default_factory=list)
    people: dict[str, Account] = field(default_factory=dict)
    followed: list[str] = field(default_factory=list)
    down: bool = False

    def write(self, handle: str, text: str, at: datetime) -> Post:
        """Somebody mentions the brand; an account is made at its first post."""
        ids = {one.handle: one.id for one in self.people.values()}
        author = ids.get(handle) or str(7000 + len(ids))
        self.people.setdefault(author, Account(author, handle, handle.title(), created_at=at - OLD))
        return self.add(author, text, at, mentions=(BRAND.id,))

    def add(self, author: str, text: str, at: datetime, **fields: Any) -> Post:
        """A post of whomever."""
        post_id = str(50_000 + len(self.posts))
        self.posts.append(Post(post_id, author, text, at, fields.pop("conversation_id", post_id), **fields))
        return self.posts[-1]


class SecondNetwork:
    """The brand's account there."""

    name, title = NAME, TITLE

    def __init__(self, world: SecondWorld, clock: Clock) -> None:
        self._world, self._clock = world, clock

    def _answers(self) -> None:
        if self._world.down:
            raise TryAgain("The server there is down.")

    def _read(self, cursor: str | None, since: datetime | None, *, own: bool) -> Timeline:
        self._answers()
        new = self._world.posts[int(cursor or 0) :]
        posts = [one for one in new if (one.author_id == BRAND.id) is own and (not since or one.at >= since)]
        return Timeline(tuple(posts), str(len(self._world.posts)))

    async def me(self) -> Account:
        return BRAND

    async def mentions(self, cursor: str | None, *, since: datetime | None = None) -> Timeline:
        return self._read(cursor, None if cursor else since, own=False)

    async def own_posts(self, cursor: str | None, *, since: datetime | None = None) -> Timeline:
        return self._read(cursor, None if cursor else since, own=True)

    async def people(self, ids: Sequence[str]) -> Mapping[str, Person]:
        self._answers()
        known, now = self._world.people, self._clock.now()
        return {one: Person(known[one], Relationship(follows_us=True), now) for one in ids if one in known}

    async def accounts(self, handles: Sequence[str]) -> Mapping[str, Account]:
        return {one.handle: one for one in self._world.people.values() if one.handle in handles}

    async def check_posts(self, ids: Sequence[str]) -> Mapping[str, str | None]:
        return dict.fromkeys(ids)

    async def reply(self, post: Post, text: str, gate: Precheck) -> str:
        await gate()
        self._answers()
        sent = self._world.add(
            BRAND.id, text, self._clock.now(), conversation_id=post.conversation_id,
            in_reply_to=post.id, in_reply_to_person=post.author_id,
        )  # fmt: skip
        return sent.id

    async def find_replies(self, since: datetime) -> Timeline:
        self._answers()
        ours = [one for one in self._world.posts if one.author_id == BRAND.id and one.at >= since]
        return Timeline(tuple(ours), None)

    async def follow(self, person_id: str, gate: Precheck) -> None:
        await gate()
        self._answers()
        self._world.followed.append(person_id)

    def path(self, kind: ActKind, post: Post | None, closed: frozenset[ActKind]) -> Way:
        return Way.API

    def price(self, kind: ActKind, path: Way) -> Price:
        return Price(None)

    def follow_url(self, person_id: str) -> str:
        return f"https://bluesky.example/follow/{person_id}"

    def reply_url(self, post_id: str, text: str) -> str:
        return f"https://bluesky.example/reply/{post_id}"

    def post_url(self, post_id: str, handle: str | None) -> str:
        return f"https://bluesky.example/post/{post_id}"

    def profile_url(self, handle: str) -> str:
        return f"https://bluesky.example/profile/{handle}"

    def measure(self, text: str) -> Measure:
        return measured(text)

    async def close(self) -> None:
        """Nothing is open."""


class SecondSettings(Section):
    """Who the brand is there."""

    model_config = SettingsConfigDict(env_prefix="MUTUALS_BLUESKY_", env_ignore_empty=True, extra="ignore")
    per_brand: ClassVar[frozenset[str]] = frozenset()

    handle: str | None = None


WORLD = SecondWorld()


def measured(text: str) -> Measure:
    """A letter is a letter there."""
    return Measure(len(text), LIMIT, len(text) <= LIMIT)


def _to_do(settings: Any, _signed_in: bool) -> str:
    return "" if settings.handle else "Set MUTUALS_BLUESKY_HANDLE."


def _build(_settings: Any, kit: NetworkKit) -> SocialNetwork:
    return SecondNetwork(WORLD, kit.clock)


async def _sign_in(*_given: Any) -> Account:
    return BRAND


async def _check(settings: Any, kit: NetworkKit, *, sign_in_only: bool = False) -> Sequence[Check]:
    return [Check(True, f"{TITLE} account", f"Signed in as @{BRAND.handle}.")]


integration = NetworkIntegration(
    NAME, TITLE, SecondSettings, _to_do, measured, _build, _sign_in, _sign_in, _check
)


def install(folder: Path) -> None:
    """Write what an installed package has, so that the entry point is found once the folder is on sys.path."""
    info = folder / "second_network-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: second-network\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[mutuals.networks]\n{NAME} = {__name__}:integration\n")
