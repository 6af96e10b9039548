"""A picture of the world for the demo's page, as plain JSON."""

from itertools import islice
from typing import Any

from mutuals_sandbox.world import Post, World
from mutuals_sandbox.x.html import face_color, initials


def snapshot(world: World, limit: int = 40) -> dict[str, Any]:
    """The latest posts (deleted ones too, marked and without text) and whom the brand follows.

    Result: `posts` newest first, `follows_count`, `follows` (newest first: id, handle, name).
    """
    newest = sorted(world.posts.values(), key=lambda post: int(post.id), reverse=True)
    current = (post for post in newest if post.deleted or world.find(post.id) is post)
    follows = world.follows.of(world.brand_id)
    return {
        "posts": [_post(world, post) for post in islice(current, limit)],
        "follows_count": len(follows),
        "follows": [_person(world, one) for one in follows],
    }


def _post(world: World, post: Post) -> dict[str, Any]:
    return {
        "id": post.id,
        "author": _person(world, post.author_id),
        "text": "" if post.deleted else post.text,
        "at": post.created_at.isoformat(),
        "in_reply_to": post.in_reply_to,
        "by_brand": post.author_id == world.brand_id,
        "deleted": post.deleted,
    }


def _person(world: World, user_id: str) -> dict[str, Any]:
    user = world.users[user_id]
    return {
        "id": user.id,
        "handle": user.handle,
        "name": user.name,
        "color": face_color(user),
        "initials": initials(user),
    }
