"""Events of X's Activity API to ours; the same by stream and by webhook.

docs.x.com x-api/activity/event-payloads (2026-08): an envelope `data` with `event_uuid`, `event_type`, `filter`, `payload`
and `includes`. Nothing in here raises: what can't be understood is left out and counted.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from mutuals.domain.model import Post
from mutuals.ports.events import (
    EventBody,
    FollowChanged,
    NetworkEvent,
    PostDeleted,
    PostWritten,
    SignInRevoked,
)
from mutuals_x import parse
from mutuals_x.parse import Json

MENTION, REPLY, QUOTE = "post.mention.create", "post.reply.create", "post.quote.create"
REPOST, OWN_POST, DELETION = "post.repost.create", "post.create", "post.delete"
FOLLOW, UNFOLLOW, REVOKED = "follow.follow", "follow.unfollow", "oauth.revoke"
ABOUT_US = frozenset({MENTION, REPLY, QUOTE, REPOST})
LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Envelopes:
    """What one body or line holds: events that we understand, and what is wrong with the rest."""

    events: tuple[NetworkEvent, ...] = ()
    unread: int = 0  # events in a shape that we don't know
    problems: tuple[Json, ...] = ()  # errors that X tells in place of events


def read(raw: bytes) -> Envelopes | None:
    """What X has sent; None for what is no JSON object."""
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict):
        return None
    data = value.get("data")
    found = [data] if isinstance(data, dict) else list(parse.items(data))
    events = [_event(one, parse.mapping(one.get("includes") or value.get("includes"))) for one in found]
    known = tuple(one for one in events if one is not None)
    problems = tuple(parse.items(value.get("errors"))) or (() if found or "title" not in value else (value,))
    return Envelopes(known, len(events) - len(known), problems)


def _event(data: Json, includes: Json) -> NetworkEvent | None:
    payload = parse.mapping(data.get("payload"))
    kind = data.get("event_type")
    account = parse.identifier(parse.mapping(data.get("filter")).get("user_id"))
    if kind == REVOKED and account is None:
        account = _account_of_revocation(payload)
    body = _body(kind, account, payload, includes) if isinstance(kind, str) and account else None
    return NetworkEvent(account, _name(data), body) if account and body is not None else None


def _name(data: Json) -> str:
    uuid = data.get("event_uuid")
    if isinstance(uuid, str) and 0 < len(uuid) <= LONGEST_NAME and uuid.isascii() and uuid.isprintable():
        return uuid
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()


def _body(kind: str, account: str, payload: Json, includes: Json) -> EventBody | None:
    if kind in ABOUT_US or kind == OWN_POST:
        value = _inner(payload)
        post = parse.post(value, includes)
        return PostWritten(_told_of(post, kind, account, value), parse.named(value)) if post else None
    if kind == DELETION:
        post_id = _deleted(payload)
        return PostDeleted(post_id) if post_id else None
    if kind in (FOLLOW, UNFOLLOW):
        return _follow(account, payload, follows=kind == FOLLOW)
    return SignInRevoked() if kind == REVOKED else None


def _inner(payload: Json) -> Json:
    """A post that stands by itself, or within `data` as users do."""
    inner = parse.mapping(payload.get("data"))
    return inner if payload.get("id") is None and inner else payload


def _told_of(post: Post, kind: str, account: str, value: Json) -> Post:
    """With what the kind of the event tells and the post may leave out."""
    answered = parse.identifier(parse.pick(value, "in_reply_to_tweet_id", "in_reply_to_post_id"))
    post = replace(post, in_reply_to=post.in_reply_to or answered)
    if kind == MENTION and account not in post.mentions:
        return replace(post, mentions=(*post.mentions, account))
    if kind == REPLY and post.in_reply_to_person is None:
        return replace(post, in_reply_to_person=account)
    if kind == QUOTE and post.quotes_person is None:
        return replace(post, quotes_person=account)
    return replace(post, reposts="") if kind == REPOST and post.reposts is None else post


def _deleted(payload: Json) -> str | None:
    for value in (
        payload,
        *(parse.mapping(payload.get(name)) for name in ("data", "post", "tweet", "delete")),
    ):
        for name in ("id", "post_id", "tweet_id"):
            if found := parse.identifier(value.get(name)):
                return found
    return None


def _follow(account: str, payload: Json, *, follows: bool) -> FollowChanged | None:
    source, target = (_user(payload.get(name)) for name in ("source", "target"))
    source_id, target_id = (parse.identifier(one.get("id")) for one in (source, target))
    if source_id is None or target_id is None or account not in (source_id, target_id):
        return None
    other = parse.account(target if source_id == account else source)
    return FollowChanged(source_id, target_id, follows, other)


def _user(value: Any) -> Json:
    one = parse.mapping(value)
    return parse.mapping(one.get("data")) or one


def _account_of_revocation(payload: Json) -> str | None:
    places: Sequence[Json] = (payload, *(_user(payload.get(name)) for name in ("source", "user")))
    ids: Iterator[str | None] = (
        parse.identifier(place.get(name))
        for place in places
        for name in ("user_id", "authorizing_user_id", "id")
    )
    return next((one for one in ids if one), None)
