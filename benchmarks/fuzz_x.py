"""X's side of the fuzz: posts, accounts, errors, answers and their headers, tokens, settings of X."""

import json
from datetime import UTC, datetime
from typing import Any

from fuzz_values import Strategy, bodies, odd, texts, wrong
from hypothesis import strategies as st

from mutuals.ports.network import Measure
from mutuals_x import activity_events, integration, parse
from mutuals_x.api_response import ApiResponse, Purpose, read
from mutuals_x.errors import is_rate_limit, is_spelling, sort, wait_for
from mutuals_x.tokens import TokenPair, granted, unsealed

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
POST = {
    "id": "1990000000000000001",
    "author_id": "42",
    "text": "@acme where is my parcel? &lt;3",
    "created_at": "2026-11-26T08:59:00.000Z",
    "conversation_id": "1990000000000000000",
    "in_reply_to_user_id": "7",
    "referenced_tweets": [
        {"type": "replied_to", "id": "1990000000000000000"},
        {"type": "quoted", "id": "199"},
    ],
    "entities": {"mentions": [{"id": "7", "username": "acme", "start": 0, "end": 5}]},
    "note_tweet": {"text": "longer", "entities": {"mentions": [{"id": "8", "username": "b"}]}},
    "edit_history_tweet_ids": ["1990000000000000001"],
    "lang": "en",
    "possibly_sensitive": False,
}
USER = {
    "id": "42",
    "username": "ana",
    "name": "Ana",
    "description": "likes parcels",
    "created_at": "2015-01-01T00:00:00Z",
    "public_metrics": {"followers_count": 10, "following_count": 20, "tweet_count": 30},
    "protected": False,
    "verified_type": "blue",
    "profile_image_url": "https://pbs.example/a.png",
    "connection_status": ["followed_by", "following"],
}
PROBLEM = {
    "resource_id": "42",
    "value": "42",
    "resource_type": "user",
    "type": "https://api.x.com/2/problems/resource-not-found",
    "title": "Not Found Error",
    "detail": "Could not find user with id: [42].",
}
PAGE = {"data": [POST], "includes": {"users": [USER], "tweets": [POST]}, "meta": {"next_token": "n"}}
REFUSAL = {"title": "Forbidden", "detail": "not permitted", "status": 403, "errors": [PROBLEM]}
DELIVERY: dict[str, Any] = {
    "data": {
        "event_uuid": "2080761390344937796",
        "filter": {"user_id": "7"},
        "event_type": "post.mention.create",
        "tag": "mentions",
        "payload": POST,
        "includes": {"users": [USER]},
    }
}
GRANT = {
    "access_token": "a",
    "refresh_token": "r",
    "expires_in": 7200,
    "scope": "tweet.read",
    "token_type": "bearer",
}
HEADERS = {"retry-after": "3", "x-rate-limit-reset": "1795000000", "x-user-limit-24hour-remaining": "0"}


def answers(*valid: Any) -> Strategy:
    """Answers as they come off the wire."""
    statuses = st.sampled_from([200, 201, 204, 301, 400, 401, 402, 403, 404, 408, 418, 429, 500, 503])
    headers = wrong(HEADERS).map(
        lambda some: {str(k): str(v)[:200] for k, v in some.items()} if isinstance(some, dict) else {}
    )
    return st.builds(read, statuses, headers, bodies(*valid))


def post(value: Any) -> None:
    """One post, with what came along."""
    parse.post(parse.mapping(value), parse.mapping(parse.mapping(value).get("includes")))


def person(value: Any) -> None:
    """One account and how it stands to us."""
    parse.person(parse.mapping(value), NOW)


def problem(value: Any) -> None:
    """One partial error."""
    parse.gone(parse.mapping(value))


def page(answer: ApiResponse) -> None:
    """A page of a timeline, as the reader takes it."""
    body = parse.mapping(answer.body)
    for one in parse.items(body.get("data")):
        parse.post(one, parse.mapping(body.get("includes")))
    for one in answer.problems:
        parse.gone(one)


def refusal(answer: ApiResponse) -> None:
    """Any answer is one of our errors with a sentence, whatever it was for."""
    for purpose in Purpose:
        assert str(sort(answer, purpose, NOW))
    assert wait_for(answer, NOW) > 0
    is_rate_limit(answer)
    is_spelling(answer)


def grant(answer: ApiResponse) -> None:
    """New tokens from a renewal, kept in the vault and read back."""
    found = granted(answer, TokenPair(None, None), NOW)
    if found is not None:
        assert unsealed(json.loads(json.dumps(found.sealed()))) == found


def measure(text: str) -> None:
    """X's own count of a text that somebody typed."""
    assert isinstance(integration.measure(text), Measure)


def delivery(raw: bytes) -> None:
    """The body of a webhook, or a line of the stream."""
    found = activity_events.read(raw)
    assert found is None or all(one.name and one.account_id for one in found.events)


PARSERS = [
    ("x webhook", 6, bodies(DELIVERY, {"data": {**DELIVERY["data"], "payload": USER}}), delivery),
    ("x post", 8, wrong(POST, {**POST, "includes": PAGE["includes"]}), post),
    ("x person", 8, wrong(USER), person),
    ("x problem", 4, wrong(PROBLEM), problem),
    ("x page", 6, answers(PAGE), page),
    ("x refusal", 6, answers(REFUSAL, PROBLEM, GRANT), refusal),
    ("x tokens", 3, answers(GRANT, {**GRANT, "expires_at": "2026-11-26T11:00:00+00:00"}), grant),
    ("x moment", 3, odd, parse.moment),
    ("x measure", 3, texts("@acme hello https://t.co/x", "😀 日本語"), measure),
]
