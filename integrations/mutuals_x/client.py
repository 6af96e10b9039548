"""X's endpoints through tweepy's AsyncClient; the only file that touches tweepy.

Handled here, found by trying tweepy 4.17: it must not wait on rate limits by itself (it recurses
without end on a 429 without reset), writes default to OAuth 1, `follow_user` asks users/me before
each follow, and an answer that is not the expected JSON raises anything from ContentTypeError to
AttributeError. So: `wait_on_rate_limit=False`, `user_auth=False`, a plain `request` for follows,
and the wire keeps every answer and shows tweepy no refusals.
"""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

import aiohttp
import structlog
from tweepy.asynchronous import AsyncClient

from mutuals.ports.clock import Clock
from mutuals.ports.network import Precheck
from mutuals_x import errors
from mutuals_x.api_response import ApiResponse, Purpose
from mutuals_x.http_client import HttpClient, lost, open_exchange
from mutuals_x.limits import RateLimits
from mutuals_x.timeline_cursor import TimelineCursor
from mutuals_x.tokens import TokenKeeper

# One string each: X takes commas, and tweepy passes strings on as they are.
POST_FIELDS = (
    "author_id,created_at,conversation_id,in_reply_to_user_id,referenced_tweets,entities,lang,note_tweet,"
    "edit_history_tweet_ids,possibly_sensitive,display_text_range,media_metadata,public_metrics"
)
USER_FIELDS = (
    "created_at,description,entities,profile_image_url,protected,public_metrics,url,verified,verified_type"
)
PAGE_MOST = 100  # posts a page, ids a look-up (docs.x.com)
PAGE_LEAST = 5

log = structlog.get_logger(__name__)
Send = Callable[[Any], Awaitable[Any]]


async def _open() -> None:
    """The gate of what only reads."""


class XClient:
    """Calls that come back as Answers with a JSON object, or raise one of our errors."""

    def __init__(self, wire: HttpClient, tokens: TokenKeeper, clock: Clock) -> None:
        self._wire = wire
        self._tokens = tokens
        self._clock = clock
        self._limits = RateLimits(clock)
        logging.getLogger("tweepy").setLevel(logging.INFO)  # its debug lines hold texts and headers

    async def me(self) -> ApiResponse:
        """GET /2/users/me."""
        return await self._call(
            "users/me", Purpose.READ, lambda x: x.get_me(user_fields=USER_FIELDS, user_auth=False)
        )

    async def mentions(self, user_id: str, **window: Any) -> ApiResponse:
        """GET /2/users/:id/mentions, without expansions: expanded objects are billed."""
        return await self._call(
            "users/mentions",
            Purpose.READ,
            lambda x: x.get_users_mentions(user_id, tweet_fields=POST_FIELDS, **window),
        )

    async def posts_of(self, user_id: str, **window: Any) -> ApiResponse:
        """GET /2/users/:id/tweets, replies and reposts included."""
        return await self._call(
            "users/tweets",
            Purpose.READ,
            lambda x: x.get_users_tweets(user_id, tweet_fields=POST_FIELDS, **window),
        )

    async def search(self, query: str, **window: Any) -> ApiResponse:
        """GET /2/tweets/search/recent, without expansions."""
        return await self._call(
            "tweets/search/recent",
            Purpose.READ,
            lambda x: x.search_recent_tweets(query, tweet_fields=POST_FIELDS, user_auth=False, **window),
        )

    async def users(self, ids: Sequence[str]) -> ApiResponse:
        """GET /2/users with the relationship to us, at most 100."""
        fields = f"{USER_FIELDS},connection_status"
        return await self._call(
            "users", Purpose.READ, lambda x: x.get_users(ids=list(ids), user_fields=fields, user_auth=False)
        )

    async def users_by_handle(self, handles: Sequence[str]) -> ApiResponse:
        """GET /2/users/by, at most 100."""
        return await self._call(
            "users/by",
            Purpose.READ,
            lambda x: x.get_users(usernames=list(handles), user_fields=USER_FIELDS, user_auth=False),
        )

    async def posts(self, ids: Sequence[str]) -> ApiResponse:
        """GET /2/tweets, at most 100; only whether they can be seen matters."""
        return await self._call("tweets", Purpose.READ, lambda x: x.get_tweets(list(ids)))

    async def reply(self, post_id: str, text: str, left_out: Sequence[str], gate: Precheck) -> ApiResponse:
        """POST /2/tweets as a reply that does not call those who are left out."""
        leave = {"exclude_reply_user_ids": list(left_out)} if left_out else {}
        return await self._call(
            "POST tweets",
            Purpose.REPLY,
            lambda x: x.create_tweet(text=text, in_reply_to_tweet_id=post_id, user_auth=False, **leave),
            gate,
        )

    async def follow(self, own_id: str, person_id: str, gate: Precheck) -> ApiResponse:
        """POST /2/users/:id/following."""
        route, body = f"/2/users/{own_id}/following", {"target_user_id": person_id}
        return await self._call(
            "POST following", Purpose.FOLLOW, lambda x: x.request("POST", route, params={}, json=body), gate
        )

    async def request(
        self, endpoint: str, method: str, route: str, *, params: Mapping[str, str] | None = None, json: Any = None,
        token: str | None = None, allowed: Sequence[int] = (),
    ) -> ApiResponse:  # fmt: skip
        """A call that tweepy has no method for, as the brand or, with a `token`, as the app. Answers with a status of
        `allowed` come back, too."""
        asked = dict(params) if params else {}

        async def send(x: Any) -> Any:
            return await x.request(method, route, params=asked, json=json)

        if token is None:
            return await self._call(endpoint, Purpose.READ, send, allowed=allowed)
        answer = await self._exchange(endpoint, Purpose.READ, send, token)
        return self._accepted(endpoint, Purpose.READ, answer, allowed, app=True)

    async def _call(
        self, endpoint: str, purpose: Purpose, send: Send, gate: Precheck = _open, allowed: Sequence[int] = ()
    ) -> ApiResponse:
        """One call, repeated once with a renewed token after a 401, or in X's other spelling."""

        async def exchange(token: str) -> ApiResponse:
            await gate()  # only now: a token may have had to be renewed first
            return await self._exchange(endpoint, purpose, send, token)

        token = await self._tokens.current()
        answer = await exchange(token)
        if answer.status == 401:
            token = await self._tokens.renew(token)
            answer = await exchange(token)
        if errors.is_spelling(answer):
            answer = await self._respelled(partial(exchange, token))
        return self._accepted(endpoint, purpose, answer, allowed)

    def _accepted(
        self,
        endpoint: str,
        purpose: Purpose,
        answer: ApiResponse,
        allowed: Sequence[int],
        *,
        app: bool = False,
    ) -> ApiResponse:
        if answer.fine or answer.status in allowed:
            return answer
        error = errors.sort(answer, purpose, self._clock.now())
        log.warning("x.call_refused", endpoint=endpoint, status=answer.status, error=type(error).__name__)
        raise errors.of_app(answer, error) if app else error

    async def _respelled(self, exchange: Callable[[], Awaitable[ApiResponse]]) -> ApiResponse:
        """The same question with the other names; whichever X takes is used from then on."""
        self._wire.renamed = not self._wire.renamed
        answer = await exchange()
        if errors.is_spelling(answer):
            self._wire.renamed = not self._wire.renamed
        return answer

    async def _exchange(self, endpoint: str, purpose: Purpose, send: Send, token: str) -> ApiResponse:
        self._limits.take(endpoint)
        client = AsyncClient("kept by the wire", return_type=aiohttp.ClientResponse, wait_on_rate_limit=False)
        client.session = self._wire.session
        with open_exchange(token) as exchange:
            try:
                await send(client)
            except (aiohttp.ClientError, TimeoutError) as error:
                if exchange.answer is None:
                    log.warning("x.call_lost", endpoint=endpoint, error=type(error).__name__)
                    raise lost(error, purpose) from None
        assert exchange.answer is not None
        self._limits.note(endpoint, exchange.answer)
        return exchange.answer


def window(*, mark: TimelineCursor, since: datetime | None, size: int, page: str | None) -> dict[str, Any]:
    """The parameters of one page of a timeline; X takes a cursor or a start, we never send both."""
    asked: dict[str, Any] = {"max_results": size}
    if mark.before:
        asked["until_id"] = str(mark.before)
    if mark.since:
        asked["since_id"] = str(mark.since)
    elif since is not None:
        asked["start_time"] = since
    if page is not None:
        asked["pagination_token"] = page
    return asked
