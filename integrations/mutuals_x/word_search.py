"""Searches X for the words of listening rules: a query a rule, several where X's 512 characters do not hold it.

Recent search reaches seven days back and charges each post found as a post read (docs.x.com getting-started/pricing), so
the queries leave out what names the brand, which comes as a mention, what the brand writes itself, and reposts.
"""

import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

import structlog

from mutuals.domain.errors import Paused
from mutuals.domain.listening import ListeningRule
from mutuals.domain.model import Post
from mutuals.ports.network import Timeline
from mutuals_x import parse
from mutuals_x.api_response import ApiResponse, Purpose
from mutuals_x.backfill import id_at
from mutuals_x.client import PAGE_MOST
from mutuals_x.errors import sort
from mutuals_x.prices import PricedItem
from mutuals_x.spending import XSpending
from mutuals_x.timeline_cursor import OVERLAP

LONGEST = 512  # characters of a query
LEAST = 10  # posts a page
BACK = timedelta(
    days=1
)  # behind `since`, so that what is shown late is found; all of it is new, so it costs no more
KEPT = 5_000  # ids that were given, in memory

log = structlog.get_logger(__name__)
Fetch = Callable[..., Awaitable[ApiResponse]]


def queries(rule: ListeningRule, handle: str) -> list[str]:
    """The searches for one rule."""
    rest = f" -@{handle} -from:{handle} -is:retweet" + (f" lang:{rule.lang}" if rule.lang else "")
    rest += "".join(f" -{_quoted(one)}" for one in rule.never)
    found: list[list[str]] = [[]]
    for term in map(_quoted, rule.terms):
        if found[-1] and len(_query([*found[-1], term], rest)) > LONGEST:
            found.append([])
        found[-1].append(term)
    return [_query(terms, rest) for terms in found]


def _query(terms: Sequence[str], rest: str) -> str:
    return f"({' OR '.join(terms)}){rest}"


def _quoted(term: str) -> str:
    return term if term.startswith("#") else f'"{term}"'


@dataclass
class _Found:
    """What the pages of all queries held so far."""

    posts: dict[str, Post] = field(default_factory=dict)
    bought: int = 0
    malformed: int = 0
    gap: bool = False


class WordSearch:
    """The searches of one brand. A cursor is the newest id read by each query, so that a changed rule begins anew."""

    def __init__(self, fetch: Fetch, limiter: XSpending, now: Callable[[], datetime]) -> None:
        self._fetch, self._limiter, self._now = fetch, limiter, now
        self._given: dict[str, int] = {}  # posts that were given, by how far their query had been read

    async def search(
        self, handle: str, rules: Sequence[ListeningRule], cursor: str | None, since: datetime, most: int
    ) -> Timeline:
        """See `SearchableNetwork.search`. What was paid for is given, even where the money ends behind it."""
        before, after, found = _read_cursor(cursor), dict[str, int](), _Found()
        stopped: Paused | None = None
        for query in dict.fromkeys(one for rule in rules for one in queries(rule, handle)):
            key = sha256(query.encode()).hexdigest()[:12]
            after[key] = before.get(key, 0)
            if stopped is not None or found.bought >= most:
                found.gap = found.gap or stopped is None
                continue
            try:
                after[key] = await self._read(query, after[key], since, most, found)
            except Paused as error:
                if not found.bought:
                    raise
                stopped = error
        if found.malformed:
            log.warning("x.posts_skipped", timeline=PricedItem.FOUND.title, malformed=found.malformed)
        posts = tuple(sorted(found.posts.values(), key=lambda one: (one.at, int(one.id))))
        return Timeline(posts, json.dumps(after), found.gap, stopped=stopped)

    async def _read(self, query: str, after: int, since: datetime, most: int, found: _Found) -> int:
        """All new posts of one query, page by page; gives how far it has been read."""
        start = max(after - OVERLAP, id_at(since - BACK)) if after else id_at(since)
        newest, page = after, None
        while found.bought < most:
            size = min(PAGE_MOST, max(LEAST, most - found.bought))
            await self._limiter.ask_page(PricedItem.FOUND, size)
            asked: dict[str, Any] = {"max_results": size, "since_id": str(start)}
            answer = await self._fetch(query, **asked, **({"next_token": page} if page else {}))
            body = answer.body or {}
            if body.get("data") is None and answer.problems:
                raise sort(answer, Purpose.READ, self._now())
            items = list(parse.items(body.get("data")))
            ids = [one for item in items if (one := parse.identifier(item.get("id")))]
            await self._limiter.read(PricedItem.FOUND, ids)
            found.bought += len(ids)
            newest = max([newest, *map(int, ids)])
            self._keep(found, items, after)
            page = parse.mapping(body.get("meta")).get("next_token")
            if not isinstance(page, str) or not page:
                return newest
        found.gap = True
        return newest

    def _keep(self, found: _Found, items: Sequence[Any], after: int) -> None:
        """The posts that were not given before. What was given when the cursor stood where it stands may not have been kept."""
        for item in items:
            post = parse.post(item)
            if post is None:
                found.malformed += 1
            elif self._given.get(post.id, after) >= after:
                found.posts[post.id] = post
                self._given[post.id] = after
        for old in list(self._given)[: max(0, len(self._given) - KEPT)]:
            del self._given[old]


def _read_cursor(cursor: str | None) -> dict[str, int]:
    try:
        kept = json.loads(cursor or "{}")
    except ValueError:
        return {}
    return (
        {key: value for key, value in kept.items() if isinstance(value, int)}
        if isinstance(kept, dict)
        else {}
    )
