"""X as a SocialNetwork. Nothing here acts by itself: `reply` and `follow` are a person's clicks."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import structlog

from mutuals.domain.errors import RefusalReason, Refused, TryAgain
from mutuals.domain.listening import ListeningRule
from mutuals.domain.model import Account, ActKind, Path, Person, Post
from mutuals.ports.events import EventStream
from mutuals.ports.integration import NetworkKit
from mutuals.ports.network import Measure, Precheck, Price, Timeline
from mutuals_x import complaint_search, parse
from mutuals_x.api_response import ApiResponse, Purpose
from mutuals_x.client import PAGE_MOST, XClient
from mutuals_x.errors import SERVER_WAIT, sort
from mutuals_x.event_stream import XEventStream
from mutuals_x.http_client import HttpClient
from mutuals_x.identity import Identity
from mutuals_x.links import XLinks
from mutuals_x.prices import PricedItem
from mutuals_x.settings import TITLE, XSettings
from mutuals_x.spending import XSpending
from mutuals_x.text_length import LIMIT, is_sendable, weighted_length
from mutuals_x.timelines import MENTIONS_REACH, OWN_REACH, SEARCH_REACH, Reader
from mutuals_x.tokens import TokenKeeper
from mutuals_x.word_search import WordSearch

OWN_IDS_KEPT = 5_000
_BY_PEOPLE = "X lets people like and repost on its own pages."
HANDLE = re.compile(r"[A-Za-z0-9_]{1,15}")  # one handle of another shape makes X refuse the whole question

log = structlog.get_logger(__name__)


class XNetwork:
    """One brand's account on X."""

    name = "x"
    title = TITLE

    def __init__(self, settings: XSettings, kit: NetworkKit) -> None:
        self._clock = kit.clock
        self._wire = HttpClient(settings, kit.heard)
        self._tokens = TokenKeeper(settings, kit.vault, kit.clock, self._wire, kit.lock)
        self._client = XClient(self._wire, self._tokens, kit.clock)
        self._limiter = XSpending(kit.meter, kit.clock, owned=settings.owned_app)
        self._identity = Identity(self._client, self._tokens, kit.vault, self._limiter)
        now = kit.clock.now
        self._mentions = (
            Reader(PricedItem.FOUND, self._complaints, self._limiter, now, reach=SEARCH_REACH)
            if settings.mode == "complaints"
            else Reader(PricedItem.MENTION, self._client.mentions, self._limiter, now, reach=MENTIONS_REACH)
        )
        self._own = Reader(PricedItem.OWN_POST, self._client.posts_of, self._limiter, now, reach=OWN_REACH)
        self._words = WordSearch(self._client.search, self._limiter, now)
        self._links = XLinks(settings.web_url)
        self._own_ids: dict[str, None] = {}  # newest last: tells quotes of ours
        self._events = (
            None
            if settings.push_mode == "off"
            else XEventStream(
                settings, self._wire, self._client, self._limiter, self._identity, kit.clock, self._remember
            )
        )

    # reading

    async def me(self) -> Account:
        """The account we are signed in as; `path` needs this to have been asked once."""
        return await self._identity.account()

    async def mentions(self, cursor: str | None, *, since: datetime | None = None) -> Timeline:
        """New mentions, without their authors' profiles: expanded objects are billed."""
        own_id = (await self.me()).id
        found = await self._mentions.read(own_id, cursor, since)
        await self._identity.heard(found.named.get(own_id))
        return replace(found, posts=tuple(self._with_quoted(post, own_id) for post in found.posts))

    async def own_posts(self, cursor: str | None, *, since: datetime | None = None) -> Timeline:
        """The brand's new posts, replies and reposts, from whatever client."""
        found = await self._own.read((await self.me()).id, cursor, since)
        self._remember(*(post.id for post in found.posts))
        return found

    async def search(
        self, rules: Sequence[ListeningRule], cursor: str | None, *, since: datetime, most: int
    ) -> Timeline:
        """What X's recent search finds by these rules and does not name us. It has no owned price."""
        us = await self.me()
        found = await self._words.search(us.handle, rules, cursor, since, most)
        ours = [
            replace(post, quotes_person=us.id) if post.quotes in self._own_ids else post
            for post in found.posts
        ]
        return replace(found, posts=tuple(ours))

    def events(self) -> EventStream | None:
        """By stream or webhook, where the settings turn that on."""
        return self._events

    async def people(self, ids: Sequence[str]) -> Mapping[str, Person]:
        """Look people up; whoever X sent in a form we can't read is missing from the result."""
        found: dict[str, Person] = {}
        for chunk in _chunks(ids):
            await self._limiter.ask_ids(PricedItem.PERSON, chunk)
            answer = await self._client.users(chunk)
            found.update(await self._people_in(answer, chunk))
        return found

    async def accounts(self, handles: Sequence[str]) -> Mapping[str, Account]:
        """Look accounts up by handle."""
        found: dict[str, Account] = {}
        usable = sorted({one for one in handles if HANDLE.fullmatch(one)})
        for start in range(0, len(usable), PAGE_MOST):
            chunk = usable[start : start + PAGE_MOST]
            await self._limiter.ask_ids(PricedItem.PERSON, chunk)
            answer = await self._client.users_by_handle(chunk)
            await self._limiter.read(PricedItem.PERSON, _ids_in(answer))
            for one in parse.items((answer.body or {}).get("data")):
                person = parse.person(one, self._clock.now())
                if person is not None:
                    found[person.account.handle.lower()] = person.account
        return found

    async def check_posts(self, ids: Sequence[str]) -> Mapping[str, str | None]:
        """Whether posts can still be seen; missing ones are free."""
        found: dict[str, str | None] = {}
        for chunk in _chunks(ids):
            await self._limiter.ask_ids(PricedItem.CHECKED, chunk)
            answer = await self._client.posts(chunk)
            seen = _ids_in(answer)
            await self._limiter.read(PricedItem.CHECKED, seen)
            there = seen | _older_ids_in(answer)
            found.update(dict.fromkeys(there & set(chunk)))
            found.update(_gone_in(answer, [one for one in chunk if one not in there], seen))
        return found

    async def find_replies(self, since: datetime) -> Timeline:
        """Our own replies among our newest posts; X tells times in whole seconds, so `since` is rounded down."""
        found = await self.own_posts(None, since=since)
        return found.only(lambda post: post.in_reply_to is not None)

    # acting, on a person's click

    async def reply(self, post: Post, text: str, gate: Precheck) -> str:
        """Reply as the brand. Refused carries the link where a person can do it by hand."""
        await self._limiter.ask(PricedItem.REPLY)
        try:
            answer = await self._client.reply(post.newest_id, text, self._others(post), gate)
            reply_id = self._reply_id(answer)
        except Refused as refusal:
            manual_url = self.reply_url(post.newest_id, text)
            raise Refused(str(refusal), because=refusal.because, manual_url=manual_url) from None
        self._remember(reply_id)
        await self._limiter.spent(PricedItem.REPLY)
        log.info("x.reply_posted", post_id=post.id, reply_id=reply_id)
        return reply_id

    async def follow(self, person_id: str, gate: Precheck) -> None:
        """Follow as the brand; for a protected account this asks to. Harmless when repeated."""
        own_id = (await self.me()).id
        await self._limiter.ask(PricedItem.FOLLOW)
        try:
            answer = await self._client.follow(own_id, person_id, gate)
            self._check_followed(answer)
        except Refused as refusal:
            manual_url = self.follow_url(person_id)
            raise Refused(str(refusal), because=refusal.because, manual_url=manual_url) from None
        await self._limiter.spent(PricedItem.FOLLOW)
        log.info("x.followed", person_id=person_id)

    async def like(self, post: Post, gate: Precheck) -> None:
        """Raises Refused with the page for people: X took likes out of its self-serve API (2026-04-20)."""
        raise Refused(_BY_PEOPLE, because=RefusalReason.PATH_CLOSED, manual_url=self.like_url(post.newest_id))

    async def repost(self, post: Post, gate: Precheck) -> str | None:
        """Raises Refused with the page for people: a person's own press there is free, and seen afterwards."""
        raise Refused(
            _BY_PEOPLE, because=RefusalReason.PATH_CLOSED, manual_url=self.repost_url(post.newest_id)
        )

    # pure

    def path(self, kind: ActKind, post: Post | None, closed: frozenset[ActKind]) -> Path:
        """API where X lets apps do it: replies only to people who addressed the brand (since 2026-02-23)."""
        if kind is not ActKind.FOLLOW and (post is None or post.gone is not None):
            return Path.HAND
        if kind.is_small or kind in closed:
            return Path.LINK
        return Path.API if kind is ActKind.FOLLOW or self._addressed(post) else Path.LINK

    def price(self, kind: ActKind, path: Path) -> Price:
        """The price of one call; a person's own click on X's page is free."""
        if path is not Path.API:
            return Price(0)
        item = PricedItem.FOLLOW if kind is ActKind.FOLLOW else PricedItem.REPLY
        return Price(self._limiter.price(item))

    def follow_url(self, person_id: str) -> str:
        """X's page with the Follow button; it acts for whoever is signed in in that browser."""
        return self._links.follow(person_id)

    def reply_url(self, post_id: str, text: str) -> str:
        """X's page with the reply filled in; it acts for whoever is signed in in that browser."""
        return self._links.reply(post_id, text)

    def like_url(self, post_id: str) -> str:
        """X's page that asks whether to like it; it acts for whoever is signed in in that browser."""
        return self._links.like(post_id)

    def repost_url(self, post_id: str) -> str:
        """X's page that asks whether to repost it; the same holds."""
        return self._links.repost(post_id)

    def post_url(self, post_id: str, handle: str | None) -> str:
        """The post's page."""
        return self._links.post(post_id, handle)

    def profile_url(self, handle: str) -> str:
        """The person's page."""
        return self._links.profile(handle)

    def measure(self, text: str) -> Measure:
        """X's weighted count: links are 23, most of the world's letters 2, emoji 2."""
        return Measure(weighted_length(text), LIMIT, is_sendable(text))

    async def close(self) -> None:
        """Let go of connections, after a renewal of tokens that may be under way."""
        await self._tokens.close()
        await self._wire.close()

    # inside

    async def _complaints(self, _own_id: str, **window: Any) -> ApiResponse:
        """One page of what a search for complaints about us finds."""
        handle = (await self.me()).handle
        return await self._client.search(
            complaint_search.query(handle), **complaint_search.searched(window, self._clock.now())
        )

    def _addressed(self, post: Post | None) -> bool:
        own = self._identity.known
        return own is not None and post is not None and own.id in (
            *post.mentions, post.quotes_person, post.in_reply_to_person,
        )  # fmt: skip

    def _others(self, post: Post) -> list[str]:
        """Whom X would call beside the author: everybody the post names. Only the person is answered."""
        own = self._identity.known  # without it no reply takes this way
        keep = {post.author_id, own.id if own else None}
        return [one for one in post.mentions if one not in keep] if own else []

    def _with_quoted(self, post: Post, own_id: str) -> Post:
        """Say whom a post quotes. Without expansions X doesn't, but a post that neither names nor
        answers the brand is among its mentions only because it quotes it."""
        if post.quotes is None or post.quotes_person is not None:
            return post
        unnamed = own_id not in post.mentions and post.in_reply_to_person != own_id
        return replace(post, quotes_person=own_id) if unnamed or post.quotes in self._own_ids else post

    def _remember(self, *own_ids: str) -> None:
        self._own_ids.update(dict.fromkeys(own_ids))
        for old in list(self._own_ids)[: max(0, len(self._own_ids) - OWN_IDS_KEPT)]:
            del self._own_ids[old]

    async def _people_in(self, answer: ApiResponse, asked: Sequence[str]) -> dict[str, Person]:
        now, found = self._clock.now(), dict[str, Person]()
        for one in parse.items((answer.body or {}).get("data")):
            person = parse.person(one, now)
            if person is not None and person.account.id in asked:
                found[person.account.id] = person
        seen = _ids_in(answer)
        await self._limiter.read(PricedItem.PERSON, seen)
        if len(seen) > len(found):
            log.warning("x.people_skipped", malformed=len(seen) - len(found))
        for person_id, why in _gone_in(answer, asked, seen).items():
            found[person_id] = Person(Account(person_id, "", ""), checked_at=now, gone=why)
        return found

    def _reply_id(self, answer: ApiResponse) -> str:
        data = parse.mapping((answer.body or {}).get("data"))
        reply_id = parse.identifier(data.get("id"))
        if reply_id is None and answer.problems:
            raise sort(answer, Purpose.REPLY, self._clock.now())
        if reply_id is None:
            raise TryAgain("X did not say whether the reply went.", retry_after=SERVER_WAIT, ambiguous=True)
        return reply_id

    def _check_followed(self, answer: ApiResponse) -> None:
        data = parse.mapping((answer.body or {}).get("data"))
        if data.get("following") is True or data.get("pending_follow") is True:
            return
        if answer.problems:
            raise sort(answer, Purpose.FOLLOW, self._clock.now())
        raise TryAgain("X did not say whether it follows now.", retry_after=SERVER_WAIT, ambiguous=True)


def _chunks(ids: Sequence[str]) -> list[list[str]]:
    """Known-good ids, each once, in the numbers that X takes at a time."""
    unique = list(dict.fromkeys(one for one in ids if parse.identifier(one)))
    return [unique[start : start + PAGE_MOST] for start in range(0, len(unique), PAGE_MOST)]


def _ids_in(answer: ApiResponse) -> set[str]:
    data = parse.items((answer.body or {}).get("data"))
    return {one for item in data if (one := parse.identifier(item.get("id")))}


def _older_ids_in(answer: ApiResponse) -> set[str]:
    """What the posts were called before an edit: X answers for an older id with the newest version."""
    data = parse.items((answer.body or {}).get("data"))
    return {one for item in data for one in parse.versions(item)}


def _gone_in(answer: ApiResponse, asked: Sequence[str], seen: set[str]) -> dict[str, str]:
    """Why each of the missing is missing. One that X passes over in silence counts as deleted, unless
    something in the answer could not be read: blanking a person's texts can't be undone."""
    body = answer.body or {}
    told = dict(pair for problem in answer.problems if (pair := parse.gone(problem)))
    silent = set(asked) - seen - set(told)
    items = body.get("data") or []
    readable = isinstance(items, list) and len(items) == len(seen)
    understood = readable and len(answer.problems) == len(body.get("errors") or ()) == len(told)
    gone = {one: why for one, why in told.items() if one in asked and one not in seen}
    return gone | (dict.fromkeys(silent, "deleted") if understood else {})
