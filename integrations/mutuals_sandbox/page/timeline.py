"""The X pane: the latest posts, and who follows whom between their authors and the brand."""

from heapq import nlargest

from mutuals_sandbox.page.ports import Snapshot
from mutuals_sandbox.world import Post, User, World

LATEST = 60  # posts shown


def _person(world: World, user: User, brand: User) -> Snapshot:
    return {
        "id": user.id,
        "handle": user.handle,
        "name": user.name,
        "protected": user.protected,
        "suspended": user.suspended,
        "verified": user.verified,
        "followers": user.followers,
        "follows_brand": world.follows.has(user.id, brand.id),
        "followed_by_brand": world.follows.has(brand.id, user.id),
        "requested_by_brand": world.requests.has(brand.id, user.id),
    }


def _row(world: World, post: Post, brand: User) -> Snapshot:
    answered = world.users.get(post.in_reply_to_user_id or "")
    author = world.users[post.author_id]
    gone = post.deleted or not world.visible_to(author.id, brand.id)
    return {
        "id": post.id,
        "author": _person(world, author, brand),
        "text": "" if gone else post.text[post.leading :],
        "at": post.created_at.timestamp(),
        "in_reply_to": post.in_reply_to,
        "reply_to_handle": answered.handle if answered else None,
        "by_brand": post.author_id == brand.id,
        "to_brand": brand.id in post.mention_ids,
        "repost": post.repost_of is not None,
        "deleted": gone,
    }


def timeline(world: World, brand: User, limit: int = LATEST) -> Snapshot:
    """The latest `limit` posts, newest first, deleted ones as empty rows; counts of the brand's follows."""
    current = (post for post in world.posts.values() if world.find(post.id) is post)
    latest = nlargest(limit, current, key=lambda post: int(post.id))
    rows = [_row(world, post, brand) for post in latest]
    return {
        "posts": rows,
        "following": len(world.follows.of(brand.id)),
        "followers": len(world.follows.to(brand.id)),
    }
