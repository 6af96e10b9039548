"""What happens in the world, as X's Activity API words it (docs.x.com x-api/activity/event-payloads, 2026-08)."""

from collections.abc import Iterator
from typing import Any

from mutuals_sandbox.world import Event, Post, World
from mutuals_sandbox.x.objects import Json, Renderer
from mutuals_sandbox.x.params import Wanted

POST_FIELDS = frozenset(
    {
        "author_id", "conversation_id", "created_at", "display_text_range", "entities", "in_reply_to_user_id",
        "lang", "note_tweet", "referenced_tweets", "reply_settings",
    }
)  # fmt: skip
USER_FIELDS = frozenset(
    {
        "created_at", "description", "entities", "profile_image_url", "protected", "public_metrics", "url", "verified",
        "verified_type",
    }
)  # fmt: skip
FOLLOWS = frozenset({"follow.follow", "follow.unfollow"})
PRIVATE = frozenset(
    {"post.mention.create", "post.reply.create", "post.quote.create", "post.repost.create", "like.create"}
)
EVENT_TYPES = PRIVATE | FOLLOWS | {"post.create", "post.delete", "profile.update.bio", "oauth.revoke"}

# An account, an event type about it, and the payload with its includes.
Told = tuple[str, str, Json, Json]


def told(world: World, event: Event) -> Iterator[Told]:
    """Whom a change of the world concerns, and what X would tell of it."""
    kind = event["kind"]
    if kind == "post":
        yield from _of_post(world, world.posts[event["post_id"]])
    elif kind == "delete":
        yield event["author_id"], "post.delete", {"id": event["post_id"], "author_id": event["author_id"]}, {}
    elif kind in ("follow", "unfollow"):
        source, target = event["source"], event["target"]
        payload = {"source": {"data": _user(world, source)}, "target": {"data": _user(world, target)}}
        for account in (source, target):
            yield account, f"follow.{kind}", payload, {}


def _of_post(world: World, post: Post) -> Iterator[Told]:
    if world.users[post.author_id].protected:
        return  # docs.x.com: protected accounts' posts are never delivered
    payload, includes = _payload(world, post)
    yield post.author_id, "post.create", payload, includes
    others: list[tuple[str, str]] = []
    if post.in_reply_to and post.in_reply_to_user_id:
        others.append((post.in_reply_to_user_id, "post.reply.create"))
    others += [(account, "post.mention.create") for account in post.explicit_ids]
    for kind, other in (("quote", post.quote_of), ("repost", post.repost_of)):
        if other:
            others.append((world.posts[other].author_id, f"post.{kind}.create"))
    for account, event_type in others:
        if account != post.author_id:
            yield account, event_type, payload, includes


def _payload(world: World, post: Post) -> tuple[Json, Json]:
    shown = Renderer(world, None, Wanted(tweet=POST_FIELDS, user=USER_FIELDS, expansions=frozenset()))
    users = [shown.user(world.users[post.author_id])]
    return shown.post(post), {"users": users}


def _user(world: World, user_id: str) -> dict[str, Any]:
    shown = Renderer(world, None, Wanted(tweet=frozenset(), user=USER_FIELDS, expansions=frozenset()))
    return shown.user(world.users[user_id])
