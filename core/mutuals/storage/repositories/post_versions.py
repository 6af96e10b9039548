"""By which id a post is stored that has had others: each edit gives it a new one. Kept among the brand's small values."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from sqlalchemy import select

from mutuals.domain.model import Post
from mutuals.storage.repositories.bulk_insert import among
from mutuals.storage.schema.tables import memo
from mutuals.storage.scope import Scope

KEY = "version/"


async def note(scope: Scope, stored: Iterable[tuple[str, Post]], ids: Collection[str]) -> None:
    """Remember the other ids of posts; each comes with the id it is stored by. `ids` are posts of their own."""
    rows = [
        {"brand_id": scope.brand_id, "key": KEY + other, "value": post_id}
        for post_id, post in stored
        for other in {post.first_version or post.id, *post.versions, post.id}.difference(ids)
    ]
    if rows:
        await scope.upsert(memo, rows)


async def as_stored(scope: Scope, posts: Sequence[Post]) -> list[Post]:
    """The posts, with what they refer to by the ids that are stored."""
    named = {one for post in posts for one in (post.in_reply_to, post.quotes, post.reposts) if one}
    if not named:
        return list(posts)
    mine = memo.c.brand_id == scope.brand_id
    keys = sorted(KEY + one for one in named)
    rows = await scope.all(select(memo.c.key, memo.c.value).where(mine, among(scope.conn, memo.c.key, keys)))
    return referring({row["key"].removeprefix(KEY): row["value"] for row in rows}, posts)


def referring(by: dict[str, str], posts: Sequence[Post]) -> list[Post]:
    """The posts, referring to others by the ids of this table."""
    return [_referring(by, one) for one in posts] if by else list(posts)


def _referring(by: dict[str, str], post: Post) -> Post:
    if by.keys().isdisjoint((post.in_reply_to, post.quotes, post.reposts)):
        return post
    return replace(
        post,
        in_reply_to=by.get(post.in_reply_to or "", post.in_reply_to),
        quotes=by.get(post.quotes or "", post.quotes),
        reposts=by.get(post.reposts or "", post.reposts),
    )
