"""A complete network integration: a message board with a small JSON API, as an example for your own.

The board: `GET /me`, `GET /posts?mentions=ID&after=N` (or `author=`, `ids=`), `GET /people?ids=` (or `handles=`),
`POST /posts`. It knows replies and no way to follow, and its posts are counted letter by letter.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlencode

import aiohttp
from pydantic import Field, SecretStr
from pydantic_settings import SettingsConfigDict

from mutuals.domain.errors import NotAuthorized, RefusalReason, Refused, TryAgain
from mutuals.domain.model import Account, ActKind, Path, Person, Post, Relationship
from mutuals.ports.diagnostics import Check
from mutuals.ports.integration import NetworkIntegration, NetworkKit
from mutuals.ports.network import Measure, Precheck, Price, Timeline
from mutuals.ports.settings import Section

NAME, TITLE = "board", "Board"
LIMIT = 500  # letters of a post
PAGE = 100  # posts that one answer holds at most


class BoardSettings(Section):
    """Settings of the board, from `MUTUALS_BOARD_...` variables."""

    model_config = SettingsConfigDict(env_prefix="MUTUALS_BOARD_")

    url: str | None = Field(default=None, description="Where the board is, e.g. https://board.example.")
    token: SecretStr | None = Field(default=None, description="The brand's token for the board.")


class BoardNetwork:
    """A SocialNetwork: one brand's account on the board."""

    name, title = NAME, TITLE

    def __init__(self, settings: BoardSettings, kit: NetworkKit) -> None:
        assert settings.token is not None, "to_do asks for it"
        self._url = str(settings.url).rstrip("/")
        self._kit = kit
        self._session = aiohttp.ClientSession(headers={"Authorization": settings.token.get_secret_value()})
        self._me: Account | None = None

    async def me(self) -> Account:
        """The account that the token belongs to; asked once."""
        if self._me is None:
            self._me = _account(await self._call("GET", "/me"))
        return self._me

    async def mentions(self, cursor: str | None, *, since: datetime | None = None) -> Timeline:
        """New posts that name the brand. The board shows a post at once, so `since` matters at the first look only."""
        return await self._timeline({"mentions": (await self.me()).id}, cursor, since)

    async def own_posts(self, cursor: str | None, *, since: datetime | None = None) -> Timeline:
        """New posts of the brand."""
        return await self._timeline({"author": (await self.me()).id}, cursor, since)

    def events(self) -> None:
        """It tells nothing by itself."""

    async def people(self, ids: Sequence[str]) -> Mapping[str, Person]:
        """The people of these ids; the board has no follows."""
        found = {
            one["id"]: _account(one) for one in await self._call("GET", "/people", {"ids": ",".join(ids)})
        }
        now = self._kit.clock.now()
        gone = {one: Person(Account(one, one, one), checked_at=now, gone="deleted") for one in ids}
        return gone | {one: Person(account, Relationship(), now) for one, account in found.items()}

    async def accounts(self, handles: Sequence[str]) -> Mapping[str, Account]:
        """The accounts of these handles."""
        rows = await self._call("GET", "/people", {"handles": ",".join(handles)})
        return {row["handle"].lower(): _account(row) for row in rows}

    async def check_posts(self, ids: Sequence[str]) -> Mapping[str, str | None]:
        """Which of these posts can still be seen."""
        seen = {row["id"] for row in await self._call("GET", "/posts", {"ids": ",".join(ids)})}
        return {one: None if one in seen else "deleted" for one in ids}

    async def reply(self, post: Post, text: str, gate: Precheck) -> str:
        """Answer a post. The last question before the request leaves is the gate's."""
        await gate()
        answer = await self._call("POST", "/posts", body={"text": text, "answers": post.id}, acts=True)
        return str(answer["id"])

    async def find_replies(self, since: datetime) -> Timeline:
        """Our own answers made after `since`."""
        me = await self.me()
        return (await self._timeline({"author": me.id}, None, since)).only(
            lambda post: post.in_reply_to is not None
        )

    async def follow(self, person_id: str, gate: Precheck) -> None:
        """The board has no follows."""
        raise Refused("The board has no follows.", because=RefusalReason.PATH_CLOSED)

    async def like(self, post: Post, gate: Precheck) -> None:
        """The board has no likes."""
        raise Refused("The board has no likes.", because=RefusalReason.PATH_CLOSED)

    async def repost(self, post: Post, gate: Precheck) -> str | None:
        """The board has no reposts."""
        raise Refused("The board has no reposts.", because=RefusalReason.PATH_CLOSED)

    def path(self, kind: ActKind, post: Post | None, closed: frozenset[ActKind]) -> Path:
        """Replies go by the API; nothing else works from here, so likes and reposts are not offered."""
        return Path.API if kind.writes and kind not in closed else Path.HAND

    def price(self, kind: ActKind, path: Path) -> Price:
        """The board is free. Where calls cost, `kit.meter` counts them before they are made."""
        return Price(0)

    def follow_url(self, person_id: str) -> str:
        """The person's page, for want of a button."""
        return f"{self._url}/people/{quote(person_id, '')}"

    def reply_url(self, post_id: str, text: str) -> str:
        """The board's form with this answer filled in."""
        return f"{self._url}/write?{urlencode({'answers': post_id, 'text': text})}"

    def like_url(self, post_id: str) -> str:
        """The post's page, for want of a button."""
        return self.post_url(post_id, None)

    def repost_url(self, post_id: str) -> str:
        """See `like_url`."""
        return self.post_url(post_id, None)

    def post_url(self, post_id: str, handle: str | None) -> str:
        """The post's page."""
        return f"{self._url}/posts/{quote(post_id, '')}"

    def profile_url(self, handle: str) -> str:
        """The person's page, by handle."""
        return f"{self._url}/@{quote(handle.removeprefix('@'), '')}"

    def measure(self, text: str) -> Measure:
        """Letter by letter."""
        return measure(text)

    async def close(self) -> None:
        """Let go of the connections."""
        await self._session.close()

    async def _timeline(self, query: dict[str, str], cursor: str | None, since: datetime | None) -> Timeline:
        """Page by page after the cursor, which is the last number read; without one, from `since` on."""
        first_look, posts = cursor is None, list[Post]()
        while True:
            rows = await self._call("GET", "/posts", query | {"after": cursor or "0"})
            posts += map(_post, rows)
            cursor = str(rows[-1]["number"]) if rows else cursor
            if len(rows) < PAGE:
                break
        if first_look and since is not None:
            posts = [post for post in posts if post.at >= since]
        return Timeline(tuple(posts), cursor)

    async def _call(
        self,
        method: str,
        path: str,
        query: Mapping[str, str] | None = None,
        *,
        body: Any = None,
        acts: bool = False,
    ) -> Any:
        """One request. Every way in which it can fail becomes one of our errors, by what to do next."""
        try:
            async with self._session.request(method, self._url + path, params=query, json=body) as answer:
                self._kit.heard(answer.headers)  # clocks are compared by the Date of each answer
                if answer.status in (401, 403):
                    raise NotAuthorized("The board does not take the token. Set MUTUALS_BOARD_TOKEN anew.")
                if answer.status == 429 or answer.status >= 500:
                    wait = float(answer.headers.get("Retry-After", 30))
                    raise TryAgain(
                        "The board is busy.", retry_after=wait, ambiguous=acts and answer.status != 429
                    )
                if answer.status == 410:
                    raise Refused("The post is gone from the board.", because=RefusalReason.GONE)
                if answer.status >= 400:
                    raise Refused("The board refuses this.", because=RefusalReason.OTHER)
                return await answer.json()
        except (aiohttp.ClientError, TimeoutError) as error:  # an act may have landed although no answer came
            raise TryAgain("The board does not answer.", ambiguous=acts, wire=error) from error


def _account(row: Mapping[str, Any]) -> Account:
    return Account(row["id"], row["handle"], row["name"])


def _post(row: Mapping[str, Any]) -> Post:
    return Post(
        id=row["id"], author_id=row["author"], text=row["text"], at=datetime.fromisoformat(row["at"]),
        conversation_id=row["thread"], in_reply_to=row["answers"], in_reply_to_person=row["answers_person"],
        mentions=tuple(row["mentions"]),
    )  # fmt: skip


def measure(text: str) -> Measure:
    """How long a text is for the board."""
    return Measure(len(text), LIMIT, len(text.strip()) > 0 and len(text) <= LIMIT)


def to_do(settings: BoardSettings, in_vault: bool) -> str:
    """What is missing before the board can be watched."""
    return "" if settings.url and settings.token else "Set MUTUALS_BOARD_URL and MUTUALS_BOARD_TOKEN."


async def sign_in(settings: BoardSettings, kit: NetworkKit, show: Callable[[str], None]) -> Account:
    """The board has no consent page: the token of the settings is all there is."""
    network = BoardNetwork(settings, kit)
    try:
        return await network.me()
    finally:
        await network.close()


async def adopt(settings: BoardSettings, kit: NetworkKit, tokens: Mapping[str, str]) -> Account:
    """A network with a sign-in of its own keeps the tokens in `kit.vault`; the board has none."""
    raise Refused("The board takes its token from the settings: set MUTUALS_BOARD_TOKEN.")


async def check(settings: BoardSettings, kit: NetworkKit, *, sign_in_only: bool = False) -> Sequence[Check]:
    """For the doctor: does the token work?"""
    account = await sign_in(settings, kit, print)
    return [Check(True, "Board token", f"Signed in as @{account.handle}.")]


integration = NetworkIntegration(
    NAME, TITLE, BoardSettings, to_do, measure, BoardNetwork, sign_in, adopt, check
)
