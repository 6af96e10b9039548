"""Reads a timeline page by page, newest first as X gives it, until it meets what was read before."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import structlog

from mutuals.domain.errors import Paused, TryAgain
from mutuals.domain.model import Post
from mutuals.ports.network import Timeline
from mutuals_x import parse
from mutuals_x.api_response import ApiResponse, Purpose
from mutuals_x.backfill import Backfill, id_at
from mutuals_x.client import PAGE_LEAST, PAGE_MOST, window
from mutuals_x.errors import sort
from mutuals_x.prices import PricedItem
from mutuals_x.spending import XSpending
from mutuals_x.timeline_cursor import TimelineCursor

MENTIONS_REACH = (
    800  # X keeps the newest 800 mentions readable, no more (docs.x.com rate limits and timelines)
)
SEARCH_REACH = 100_000  # the recent search has no such bound, but a week
OWN_REACH = 3_200  # and the newest 3,200 posts of an account
MOST_PAGES = 200  # pages may come back short or empty with more to follow
SIZES = (PAGE_MOST, 25, PAGE_LEAST)  # near the day's limit of spending, smaller pages still fit

log = structlog.get_logger(__name__)
Fetch = Callable[..., Awaitable[ApiResponse]]


@dataclass
class TimelinePage:
    """What the pages held so far."""

    posts: dict[str, Post] = field(default_factory=dict)
    seen: int = 0
    malformed: int = 0
    newest: int = 0
    oldest: int = 0
    pages: set[str] = field(default_factory=set)
    named: dict[str, tuple[datetime, str]] = field(default_factory=dict)

    def keep(self, post: Post, names: Mapping[str, str]) -> None:
        """A post, and by which handles it names people: the newest post knows their newest."""
        self.posts[post.id] = post
        for who, handle in names.items():
            if who not in self.named or self.named[who][0] <= post.at:
                self.named[who] = post.at, handle


class Reader:
    """Reads one kind of timeline of one account."""

    def __init__(
        self, item: PricedItem, fetch: Fetch, limiter: XSpending, now: Callable[[], datetime], *, reach: int
    ) -> None:
        """`item` is what a post of it is bought as, `reach` is how many of its newest posts X keeps readable."""
        self._item = item
        self._reach = reach
        self._fetch = fetch
        self._limiter = limiter
        self._now = now
        self._look_back = Backfill()
        self._given: dict[str, int] = {}  # posts that were given, by how far was read before

    async def read(self, own_id: str, cursor: str | None, since: datetime | None) -> Timeline:
        """Everything after `cursor`, oldest first. The cursor given back covers only what was really read:
        when a page fails the whole reading fails, and the next one begins at the old cursor. Where the money ends
        between two pages, what was paid for is given, and the next reading goes on there."""
        found, page, mark = TimelinePage(), None, TimelineCursor.of(cursor)
        one_page = mark.cursor is None and since is None
        back = self._look_back.start(mark, self._now())
        if back is not None and mark.floor:
            back = max(back, mark.floor)
        start = self._start(mark, since, back)
        for _ in range(MOST_PAGES):
            try:
                answer = await self._page(own_id, mark, since, page, start)
            except Paused as error:
                if not found.seen:
                    raise
                if found.oldest <= mark.since and not mark.before:
                    page = None  # all that is new was read; only the look back has to wait for money
                    break
                self._report(found)
                rest = mark.cut_short(found.oldest, found.newest)
                return Timeline(self._fresh(found, mark), rest.cursor, stopped=error, named=found.named)
            page = self._take(found, answer)
            if page is None or one_page or found.seen >= self._reach or page in found.pages:
                break
            found.pages.add(page)
        else:
            raise TryAgain("X's list of posts has no end. The next look begins anew.")
        self._report(found)
        self._look_back.done(back, self._now())
        out_of_reach = page is not None or found.seen >= self._reach
        gap = not one_page and out_of_reach and found.oldest > mark.after
        cut = back is not None and out_of_reach and found.oldest > back and not gap
        back_to = parse.moment_of(str(found.oldest)) if cut else None
        return Timeline(
            self._fresh(found, mark), mark.ended(found.newest).cursor, gap, named=found.named, back_to=back_to
        )

    def _start(self, mark: TimelineCursor, since: datetime | None, back: int | None) -> int | None:
        """The id to read from: where a look back begins, or where something is awaited; None: the bookmark decides."""
        if not mark.after or mark.before or since is None:
            return back
        awaited = max(id_at(since) - 1, self._look_back.reach(self._now()))
        start = awaited if back is None else min(back, awaited)
        return start if start < mark.since else None

    def _fresh(self, found: TimelinePage, mark: TimelineCursor) -> tuple[Post, ...]:
        """Oldest first, without what was given before and is read again because of the overlap. What was given when
        the bookmark stood where it stands now may not have been kept."""
        oldest = min(mark.since, self._look_back.reach(self._now()))
        self._given = {one: at for one, at in self._given.items() if int(one) > oldest}
        # A cursor that events have moved on does not tell what was kept of what was given before.
        moved = mark.floor > 0
        posts = [
            one for one in found.posts.values() if moved or self._given.get(one.id, mark.after) >= mark.after
        ]
        self._given |= {one.id: mark.after for one in posts}
        return tuple(sorted(posts, key=lambda one: (one.at, int(one.id))))

    async def _page(
        self, own_id: str, mark: TimelineCursor, since: datetime | None, page: str | None, start: int | None
    ) -> ApiResponse:
        size = await self._affordable()
        asked = window(mark=mark, since=since, size=size, page=page)
        if start is not None:
            asked["since_id"] = str(start)
        answer = await self._fetch(own_id, **asked)
        body = answer.body or {}
        if body.get("data") is None and answer.problems:
            raise sort(answer, Purpose.READ, self._now())
        ids = [parse.identifier(one.get("id")) for one in parse.items(body.get("data"))]
        await self._limiter.read(self._item, [one for one in ids if one])
        return answer

    async def _affordable(self) -> int:
        for size in SIZES[:-1]:
            try:
                await self._limiter.ask_page(self._item, size)
            except Paused:
                continue
            return size
        await self._limiter.ask_page(self._item, SIZES[-1])
        return SIZES[-1]

    def _take(self, found: TimelinePage, answer: ApiResponse) -> str | None:
        """Add a page's posts; gives the token of the next page."""
        body: dict[str, Any] = answer.body or {}
        raw = list(body["data"]) if isinstance(body.get("data"), list) else []
        for one in raw:
            value = parse.mapping(one)
            post = parse.post(value, parse.mapping(body.get("includes")))
            post_id = parse.identifier(value.get("id"))
            if post_id:
                found.newest = max(found.newest, int(post_id))
                found.oldest = min(found.oldest or int(post_id), int(post_id))
            if post is None:
                found.malformed += 1
            else:
                found.keep(post, parse.named(value))
        found.seen += len(raw)
        token = parse.mapping(body.get("meta")).get("next_token")
        return token if isinstance(token, str) and token else None

    def _report(self, found: TimelinePage) -> None:
        if found.malformed:
            log.warning("x.posts_skipped", timeline=self._item.title, malformed=found.malformed)
