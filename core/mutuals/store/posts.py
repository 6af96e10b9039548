"""Posts: stored once, edited in place, blanked for good when they are gone."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, func, or_, select, update

from mutuals.model import Post
from mutuals.store.rows import post_of, post_row
from mutuals.store.scope import Scope, batches, insert
from mutuals.store.tables import person, post


def _age(one: Post) -> tuple[datetime, int, str]:
    # Ids are numbers written as text: the longer is the later.
    return one.at, len(one.id), one.id


async def add_posts(scope: Scope, posts: Sequence[Post]) -> list[Post]:
    """Store what is new and give it back; an edit replaces the text of the post it edits."""
    first_of_root: dict[str, Post] = {}
    for one in posts:
        first_of_root.setdefault(one.first_version or one.id, one)
    if not first_of_root:
        return []
    statement = insert(scope.conn, post).on_conflict_do_nothing().returning(post.c.id)
    rows = [post_row(scope.brand_id, one) for one in first_of_root.values()]
    new = set((await scope.conn.execute(statement, rows)).scalars())
    await _replace_texts(scope, [one for one in posts if one.id not in new])
    fresh: dict[str, Post] = {one.id: one for one in posts if one.id in new}
    return list(fresh.values())


async def _replace_texts(scope: Scope, posts: Sequence[Post]) -> None:
    edits = [one for one in posts if one.first_version not in (None, one.id)]
    for edit in sorted(edits, key=_age):
        older = or_(
            func.length(post.c.version_id) < len(edit.id),
            and_(func.length(post.c.version_id) == len(edit.id), post.c.version_id < edit.id),
        )
        same = and_(post.c.brand_id == scope.brand_id, post.c.root == edit.first_version)
        await scope.conn.execute(
            update(post).where(same, older, post.c.gone.is_(None)).values(text=edit.text, version_id=edit.id)
        )


async def posts_by_id(scope: Scope, ids: Sequence[str]) -> dict[str, Post]:
    """The stored posts of these ids."""
    found: dict[str, Post] = {}
    for some in batches(ids):
        query = select(post).where(post.c.brand_id == scope.brand_id, post.c.id.in_(some))
        found |= {row["id"]: post_of(row) for row in await scope.all(query)}
    return found


async def conversations(scope: Scope, ids: Sequence[str]) -> list[Post]:
    """All stored posts of these conversations, oldest first."""
    found: list[Post] = []
    for some in batches(ids):
        query = select(post).where(post.c.brand_id == scope.brand_id, post.c.conversation_id.in_(some))
        found += [post_of(row) for row in await scope.all(query)]
    return sorted(found, key=_age)


async def posts_by(scope: Scope, person_ids: Sequence[str], since: datetime) -> dict[str, list[Post]]:
    """Each person's posts since then that count as an interaction, oldest first."""
    found: dict[str, list[Post]] = {}
    for some in batches(person_ids):
        query = select(post).where(
            post.c.brand_id == scope.brand_id,
            post.c.author_id.in_(some),
            post.c.at >= since,
            post.c.interaction.is_not(None),
        )
        for one in sorted(map(post_of, await scope.all(query)), key=_age):
            found.setdefault(one.author_id, []).append(one)
    return found


async def posts_since(scope: Scope, since: datetime, limit: int) -> list[Post]:
    """The newest posts since then, whoever wrote them, oldest first."""
    query = (
        select(post)
        .where(post.c.brand_id == scope.brand_id, post.c.at >= since)
        .order_by(post.c.at.desc(), post.c.id.desc())
        .limit(limit)
    )
    return sorted(map(post_of, await scope.all(query)), key=_age)


async def first_posts(scope: Scope, person_ids: Sequence[str]) -> dict[str, datetime]:
    """When each of these people wrote the first post that is stored."""
    found: dict[str, datetime] = {}
    for some in batches(person_ids):
        query = (
            select(post.c.author_id, func.min(post.c.at).label("first_at"))
            .where(post.c.brand_id == scope.brand_id, post.c.author_id.in_(some))
            .group_by(post.c.author_id)
        )
        found |= {row["author_id"]: row["first_at"] for row in await scope.all(query)}
    return found


async def redact(scope: Scope, ids: Sequence[str], why: str) -> None:
    """Blank the texts for good and mark the posts as gone."""
    for some in batches(ids):
        await scope.conn.execute(
            update(post)
            .where(post.c.brand_id == scope.brand_id, post.c.id.in_(some))
            .values(text="", gone=why)
        )


async def redact_person(scope: Scope, person_id: str, why: str) -> list[str]:
    """Blank a person's texts and profile; gives the ids of their posts, oldest first."""
    theirs = and_(post.c.brand_id == scope.brand_id, post.c.author_id == person_id)
    rows = await scope.all(select(post.c.id).where(theirs).order_by(post.c.at))
    await scope.conn.execute(update(post).where(theirs).values(text="", gone=why))
    await scope.conn.execute(
        update(person)
        .where(person.c.brand_id == scope.brand_id, person.c.id == person_id)
        .values(name="", bio="", avatar_url=None, gone=why)
    )
    return [row["id"] for row in rows]
