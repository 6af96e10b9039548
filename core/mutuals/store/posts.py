"""Posts: stored once, edited in place, blanked for good when they are gone."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Text, and_, bindparam, func, or_, select, type_coerce, union_all, update

from mutuals.model import Post, PostClass
from mutuals.store import tallies
from mutuals.store.bulk import among, insert_new, listed
from mutuals.store.columns import all_storable
from mutuals.store.rows import post_of
from mutuals.store.scope import Scope
from mutuals.store.tables import person, post
from mutuals.store.tuples import post_values

_MOST = 1000  # posts of one person in memory; in the fans' window of 90 days eleven a day
_PRAISE = f'%"klass":"{PostClass.PRAISE}"%'  # as `doc` holds it: quotes inside of a value are escaped there


def _age(one: Post) -> tuple[datetime, int, str]:
    # Ids are numbers written as text: the longer is the later.
    return one.at, len(one.id), one.id


async def add_posts(scope: Scope, posts: Sequence[Post]) -> list[Post]:
    """Store what is new and give it back; an edit replaces the text of the post it edits.

    Looks first and inserts then: nobody else writes this brand meanwhile, and a bare insert is the quickest.
    """
    if not posts:
        return []
    roots, ids = await _stored(scope, posts)
    new: dict[str, Post] = {}
    names = all_storable(one.first_version or one.id for one in posts), all_storable(one.id for one in posts)
    for one, root, post_id in zip(posts, *names, strict=True):
        if root not in roots and post_id not in ids:
            roots.add(root)
            ids.add(post_id)
            new[one.id] = one
    await insert_new(scope.conn, post, [post_values(scope.brand_id, one) for one in new.values()])
    scope.tally(tallies.POSTS, len(new))
    await _replace_texts(scope, [one for one in posts if one.id not in new])
    return list(new.values())


async def _stored(scope: Scope, posts: Sequence[Post]) -> tuple[set[str], set[str]]:
    """The roots and ids of these posts under which something is stored."""
    same = [among(scope.conn, post.c.root, [one.first_version or one.id for one in posts]),
            among(scope.conn, post.c.id, [one.id for one in posts])]  # fmt: skip
    query = union_all(*(select(post.c.root, post.c.id).where(_mine(scope), one) for one in same))
    rows = (await scope.conn.execute(query)).all()
    return {row.root for row in rows}, {row.id for row in rows}


async def _replace_texts(scope: Scope, posts: Sequence[Post]) -> None:
    edits = [one for one in posts if one.first_version not in (None, one.id)]
    if not edits:
        return
    length = func.length(post.c.version_id)
    older = or_(
        length < bindparam("long"),
        and_(length == bindparam("long"), post.c.version_id < bindparam("version")),
    )
    statement = update(post).where(
        _mine(scope), post.c.root == bindparam("first"), older, post.c.gone.is_(None)
    )
    values = [
        {"first": one.first_version, "long": len(one.id), "version": one.id, "words": one.text}
        for one in sorted(edits, key=_age)
    ]
    await scope.conn.execute(
        statement.values(text=bindparam("words"), version_id=bindparam("version")), values
    )


def _mine(scope: Scope) -> ColumnElement[bool]:
    return post.c.brand_id == scope.brand_id


async def posts_by_id(scope: Scope, ids: Sequence[str]) -> dict[str, Post]:
    """The stored posts of these ids."""
    query = select(post).where(_mine(scope), among(scope.conn, post.c.id, ids))
    return {row["id"]: post_of(row) for row in await scope.all(query)} if ids else {}


async def conversations(scope: Scope, ids: Sequence[str], by: Sequence[str] | None) -> list[Post]:
    """The stored posts of these conversations, of these authors if given, oldest first."""
    if not ids:
        return []
    query = select(post).where(_mine(scope), among(scope.conn, post.c.conversation_id, ids))
    if by is not None:
        query = query.where(among(scope.conn, post.c.author_id, by))
    return sorted(map(post_of, await scope.all(query)), key=_age)


async def posts_by(scope: Scope, person_ids: Sequence[str], since: datetime) -> dict[str, list[Post]]:
    """Each person's posts since then that count as an interaction, oldest first; the newest `_MOST` of a person."""
    found: dict[str, list[Post]] = {}
    if not person_ids:
        return found
    theirs = among(scope.conn, post.c.author_id, person_ids)
    newest = func.row_number().over(partition_by=post.c.author_id, order_by=post.c.at.desc()).label("newest")
    counted = (_mine(scope), theirs, post.c.at >= since, post.c.interaction.is_not(None))
    each = select(post, newest).where(*counted).subquery()
    query = select(*(each.c[name] for name in [one.name for one in post.columns])).where(
        each.c.newest <= _MOST
    )
    for one in sorted(map(post_of, await scope.all(query)), key=_age):
        found.setdefault(one.author_id, []).append(one)
    return found


async def posts_since(scope: Scope, since: datetime, limit: int) -> list[Post]:
    """The newest posts since then, whoever wrote them, oldest first."""
    query = (
        select(post)
        .where(_mine(scope), post.c.at >= since)
        .order_by(post.c.at.desc(), post.c.id.desc())
        .limit(limit)
    )
    return sorted(map(post_of, await scope.all(query)), key=_age)


async def first_posts(scope: Scope, person_ids: Sequence[str]) -> dict[str, datetime]:
    """When each of these people wrote the first post that is stored; one step in the index for each."""
    each = listed(scope.conn, person_ids)
    first = select(func.min(post.c.at)).where(_mine(scope), post.c.author_id == each).scalar_subquery()
    rows = await scope.conn.execute(select(each.label("person"), first.label("first_at")))
    return {row.person: row.first_at for row in rows if row.first_at is not None}


async def first_praise(scope: Scope, person_ids: Sequence[str]) -> dict[str, datetime]:
    """When each of these people wrote the first stored praise that counts as an interaction."""
    if not person_ids:
        return {}
    theirs = among(scope.conn, post.c.author_id, person_ids)
    praise = (post.c.interaction.is_not(None), type_coerce(post.c.doc, Text).like(_PRAISE))
    query = select(post.c.author_id, func.min(post.c.at).label("first_at")).where(
        _mine(scope), theirs, *praise
    )
    rows = await scope.all(query.group_by(post.c.author_id))
    return {row["author_id"]: row["first_at"] for row in rows}


async def redact(scope: Scope, ids: Sequence[str], why: str) -> None:
    """Blank the texts for good and mark the posts as gone."""
    if ids:
        these = among(scope.conn, post.c.id, ids)
        await scope.conn.execute(update(post).where(_mine(scope), these).values(text="", gone=why))


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
