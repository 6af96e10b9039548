"""The endpoints that change something: post, reply, delete, follow, unfollow."""

import json
from datetime import timedelta
from typing import Any

from mutuals_sandbox.world import Post, WorldError
from mutuals_sandbox.x import problems
from mutuals_sandbox.x.objects import linked
from mutuals_sandbox.x.params import matched
from mutuals_sandbox.x.reads import ID, readable_post
from mutuals_sandbox.x.state import Answer, Call, State
from mutuals_sandbox.x.text_length import LIMIT, weighted_length

DUPLICATE_WINDOW = timedelta(hours=24)  # ours: X does not say how long it remembers
BODY_KEYS = frozenset({"text", "reply", "quote_tweet_id", "reply_settings"})
REPLY_KEYS = frozenset({"in_reply_to_tweet_id", "auto_populate_reply_metadata", "exclude_reply_user_ids"})


async def json_body(call: Call, allowed: frozenset[str]) -> dict[str, Any]:
    """The request's JSON object. Raises Problem 400 for anything else and for keys unknown here."""
    try:
        body = json.loads(await call.request.text())
    except (json.JSONDecodeError, UnicodeDecodeError):
        body = None
    if not isinstance(body, dict):
        raise problems.invalid([{"parameters": {}, "message": "The request body is not a JSON object."}])
    _no_other_keys(body, allowed, "$")
    return body


def _no_other_keys(body: dict[str, Any], allowed: frozenset[str], path: str) -> None:
    for key in body.keys() - allowed:
        message = (
            f"{path}.{key}: is not defined in the schema and the schema does not allow additional properties"
        )
        raise problems.bad_parameter(f"{path}.{key}", str(body[key]), message)


def _text_field(body: dict[str, Any], path: str, key: str) -> str:
    value = body.get(key)
    if not isinstance(value, str) or not value.strip():
        raise problems.bad_parameter(
            f"{path}.{key}", str(value), f"{path}.{key}: is missing but it is required"
        )
    return value


async def create(state: State, call: Call) -> Answer:
    """POST /2/tweets: a post or a reply, under the rules of the tier."""
    body = await json_body(call, BODY_KEYS)
    text = _text_field(body, "$", "text")
    if weighted_length(text) > LIMIT:
        raise problems.invalid([{"parameters": {"text": [text]}, "message": problems.TOO_LONG}])
    parent = _parent(state, call, body)
    quoted = _quoted(state, call, body)
    left_out = _left_out(body)
    _refuse_duplicate(state, call.user_id, parent, text, left_out)
    try:
        post = state.world.post(
            call.user_id,
            text,
            in_reply_to=body["reply"]["in_reply_to_tweet_id"] if parent else None,
            quote_of=quoted.id if quoted else None,
            left_out=left_out,
        )
    except WorldError as error:
        raise problems.forbidden(str(error)) from error
    state.meter.charge(_price_kind(text, summoned=parent is not None and parent.author_id != call.user_id))
    call.status = 201
    return {"data": {"id": post.id, "text": linked(post.text), "edit_history_tweet_ids": list(post.history)}}


def _price_kind(text: str, *, summoned: bool) -> str:
    if summoned:
        return "summoned_reply"
    return "post_create_with_url" if "http://" in text or "https://" in text else "post_create"


def _left_out(body: dict[str, Any]) -> frozenset[str]:
    """Whom the reply does not call."""
    ids = (body.get("reply") or {}).get("exclude_reply_user_ids") or []
    if not isinstance(ids, list):
        raise problems.bad_parameter("$.reply.exclude_reply_user_ids", str(ids), "must be an array")
    return frozenset(matched("exclude_reply_user_ids", str(one), ID) for one in ids)


def _parent(state: State, call: Call, body: dict[str, Any]) -> Post | None:
    """The post replied to, when this account may reply to it."""
    reply = body.get("reply")
    if reply is None:
        return None
    if not isinstance(reply, dict):
        raise problems.bad_parameter("$.reply", str(reply), "$.reply: must be an object")
    _no_other_keys(reply, REPLY_KEYS, "$.reply")
    post_id = _text_field(reply, "$.reply", "in_reply_to_tweet_id")
    parent = readable_post(state, call, "in_reply_to_tweet_id", matched("in_reply_to_tweet_id", post_id, ID))
    if not isinstance(parent, Post) or state.world.blocks.has(parent.author_id, call.user_id):
        raise problems.forbidden(problems.REPLY_TO_DELETED)
    if state.tier == "self-serve" and not summoned(state, call.user_id, parent):
        raise problems.forbidden(problems.NOT_SUMMONED)
    return parent


def summoned(state: State, account_id: str, parent: Post) -> bool:
    """Self-serve: may this account reply? Its author mentions the account, answers it or quotes it.

    That the handle X itself puts before an answer to the account counts is likely, not documented.
    """
    quoted = state.world.find(parent.quote_of) if parent.quote_of else None
    return (
        parent.author_id == account_id
        or account_id in parent.explicit_ids
        or parent.in_reply_to_user_id == account_id
        or (quoted is not None and quoted.author_id == account_id)
    )


def _quoted(state: State, call: Call, body: dict[str, Any]) -> Post | None:
    if body.get("quote_tweet_id") is None:
        return None
    post_id = matched("quote_tweet_id", _text_field(body, "$", "quote_tweet_id"), ID)
    if state.tier == "self-serve":
        raise problems.not_enrolled(state.client_id)
    found = readable_post(state, call, "quote_tweet_id", post_id)
    if not isinstance(found, Post):
        raise problems.bad_parameter("quote_tweet_id", post_id, "The quoted Tweet does not exist.")
    return found


def _refuse_duplicate(
    state: State, author_id: str, parent: Post | None, text: str, left_out: frozenset[str]
) -> None:
    """The same words to the same people again; the handles before a reply are part of the text."""
    whole = state.world.as_written(author_id, text, parent, left_out)
    since = state.world.clock() - DUPLICATE_WINDOW
    recent = (post for post in state.world.posts_of(author_id) if post.created_at >= since)
    if any(post.text.strip() == whole.strip() for post in recent):
        raise problems.forbidden(problems.DUPLICATE)


async def delete(state: State, call: Call) -> Answer:
    """DELETE /2/tweets/:id: one's own only."""
    post = state.world.find(matched("id", call.request.match_info["id"], ID))
    if post is not None and post.author_id != call.user_id:
        raise problems.forbidden("You are not authorized to delete this Tweet.")
    if post is not None:
        state.world.delete(post.id)
    return {"data": {"deleted": True}}


def _own_path(state: State, call: Call) -> None:
    if state.tier == "self-serve":
        raise problems.not_enrolled(state.client_id)
    user_id = call.request.match_info["id"]
    if user_id != call.user_id:
        message = (
            f"The `id` query parameter value [{user_id}] must be the same as "
            f"the authenticating user [{call.user_id}]"
        )
        raise problems.bad_parameter("id", user_id, message)


async def follow(state: State, call: Call) -> Answer:
    """POST /2/users/:id/following: Enterprise only since 2026-04-20."""
    _own_path(state, call)
    body = await json_body(call, frozenset({"target_user_id"}))
    target = matched("target_user_id", _text_field(body, "$", "target_user_id"), ID)
    user = state.world.users.get(target)
    if user is None or user.suspended:
        return {"errors": [problems.missing("user", "target_user_id", target)]}
    try:
        done = state.world.follow(call.user_id, target)
    except WorldError as error:
        detail = "You have been blocked from following this account at the request of the user."
        raise problems.forbidden(detail) from error
    state.meter.charge("follow")
    return {"data": {"following": done, "pending_follow": not done}}


async def unfollow(state: State, call: Call) -> Answer:
    """DELETE /2/users/:id/following/:target: Enterprise only."""
    _own_path(state, call)
    target = matched("target_user_id", call.request.match_info["target"], ID)
    state.world.unfollow(call.user_id, target)
    state.meter.charge("unfollow")
    return {"data": {"following": False}}
