"""Posts: stored once, edited in place, blanked for good when they are gone."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Text,
    and_,
    delete,
    func,
    select,
    type_coerce,
    update,
)

from mutuals.domain.model import Category, Post
from mutuals.domain.post_versions import age, is_newer
from mutuals.storage.repositories import counters, person_summaries, post_versions
from mutuals.storage.repositories.bulk_insert import (
    Lookup,
    Values,
    among,
    find_by,
    insert_new,
    listed,
    look_up,
    plain,
    run_for_each,
)
from mutuals.storage.repositories.bulk_mappers import Named, Shown, post_from, post_rows
from mutuals.storage.repositories.repository import Repository
from mutuals.storage.schema.columns import all_storable, storable
from mutuals.storage.schema.tables import person, post
from mutuals.storage.scope import Scope

_MOST = 1000  # posts of one person in memory; in the fans' window of 90 days eleven a day
_COMPLAINT = f'%"klass":"{Category.COMPLAINT}"%'
_FOUND = '%"found_by":"%'  # by a listening rule
_PRAISE = f'%"klass":"{Category.PRAISE}"%'  # as `doc` holds it: quotes inside of a value are escaped there

PLAIN = plain(post)


async def _stored(scope: Scope, roots: Sequence[str], ids: Sequence[str]) -> dict[str, str]:
    """The ids, by root, of what is stored under one of these."""
    either = [Lookup("post", key, ("root", "id")) for key in ("root", "id")]
    rows = await look_up(scope.conn, scope.brand_id, either, [*roots, *ids])
    return {row[0]: row[1] for row in rows}


_SHOWN = Lookup("post", "root", ("root", "version_id", "at", "gone", "doc"))
_EDITED = "UPDATE post SET version_id = ?, text = ?, doc = ? WHERE brand_id = ? AND root = ?"


async def _replace_texts(scope: Scope, edits: Sequence[Named]) -> None:
    if not edits:
        return
    rows = await look_up(scope.conn, scope.brand_id, [_SHOWN], [root for _, root, _ in edits])
    shown = {root: Shown.of(version, at, doc) for root, version, at, gone, doc in rows if gone is None}
    changed: dict[str, Values] = {}
    for one, root, post_id in sorted(edits, key=lambda edit: age(edit[0])):
        if root in shown and is_newer(one, shown[root].id, shown[root].at):
            shown[root] = shown[root].replaced(post_id, one.at)
            changed[root] = (post_id, storable(one.text), shown[root].doc, scope.brand_id, root)
    await run_for_each(scope.conn, _EDITED, list(changed.values()))


async def _read(scope: Scope, query: Select[Any]) -> list[Post]:
    return list(map(post_from, (await scope.conn.execute(query)).all()))


def _mine(scope: Scope) -> ColumnElement[bool]:
    return post.c.brand_id == scope.brand_id


def _found() -> ColumnElement[bool]:
    """Did a listening rule find it?"""
    return type_coerce(post.c.doc, Text).like(_FOUND)


class SqlPostRepository(Repository):
    """The promises are those of `mutuals.ports.repositories.posts`."""

    async def add(self, posts: Sequence[Post]) -> list[Post]:
        """Store what is new and give it back; an edit replaces the text of the post it edits.

        Looks first and inserts then: nobody else writes this brand meanwhile, and a bare insert is the quickest.
        """
        scope = self.scope
        if not posts:
            return []
        roots = all_storable(one.first_version or one.id for one in posts)
        ids = all_storable(one.id for one in posts)
        stored = await _stored(scope, roots, ids)
        coming = {post_id for one, post_id in zip(posts, ids, strict=True) if one.found_by is None}
        if came := await self._let_come(sorted(coming.intersection(stored.values()))):
            stored = {root: post_id for root, post_id in stored.items() if post_id not in came}
        stored_roots, stored_ids = set(stored), set(stored.values())
        new: list[Named] = []
        edits: list[Named] = []
        for one, root, post_id in zip(posts, roots, ids, strict=True):
            if root not in stored_roots and post_id not in stored_ids:
                stored_roots.add(root)
                stored_ids.add(post_id)
                new.append((one, root, post_id))
                stored[root] = post_id
            elif root != post_id:
                edits.append((one, root, post_id))
        await insert_new(scope.conn, post, post_rows(scope.brand_id, new))
        scope.tally(counters.POSTS, len(new))
        await _replace_texts(scope, edits)
        edited = (one for one in [*new, *edits] if one[1] != one[2] and one[1] in stored)
        await post_versions.note(scope, [(stored[root], one) for one, root, _ in edited], stored_ids)
        return [one for one, _, _ in new]

    async def _let_come(self, ids: Sequence[str]) -> set[str]:
        """Delete those of these stored posts that a listening rule had found: they come to us now, and are stored anew."""
        scope = self.scope
        if not ids:
            return set()
        which = (_mine(scope), among(scope.conn, post.c.id, ids), _found())
        found = {row["id"] for row in await scope.all(select(post.c.id).where(*which))}
        if found:
            these = among(scope.conn, post.c.id, sorted(found))
            await scope.conn.execute(delete(post).where(_mine(scope), these))
            scope.tally(counters.POSTS, -len(found))
        return found

    async def as_stored(self, posts: Sequence[Post]) -> list[Post]:
        """The posts, with what they refer to by the ids that are stored."""
        return await post_versions.as_stored(self.scope, posts)

    async def by_ids(self, ids: Sequence[str]) -> dict[str, Post]:
        """The stored posts of these ids."""
        scope = self.scope
        if not ids:
            return {}
        rows = await find_by(scope.conn, scope.brand_id, PLAIN, post.c.id, ids)
        return {one.id: one for one in map(post_from, rows.all())}

    async def of_conversations(self, ids: Sequence[str], *, by: Sequence[str] | None = None) -> list[Post]:
        """The stored posts of these conversations, of these authors if given, oldest first."""
        scope = self.scope
        if not ids:
            return []
        query = PLAIN.where(_mine(scope), among(scope.conn, post.c.conversation_id, ids))
        if by is not None:
            query = query.where(among(scope.conn, post.c.author_id, by))
        return sorted(await _read(scope, query), key=age)

    async def of_authors(self, person_ids: Sequence[str], since: datetime) -> dict[str, list[Post]]:
        """Each person's posts since then that count as an interaction, oldest first; the newest `_MOST` of a person."""
        scope = self.scope
        found: dict[str, list[Post]] = {}
        if not person_ids:
            return found
        theirs = among(scope.conn, post.c.author_id, person_ids)
        newest = (
            func.row_number().over(partition_by=post.c.author_id, order_by=post.c.at.desc()).label("newest")
        )
        counted = (_mine(scope), theirs, post.c.at >= since, post.c.interaction.is_not(None))
        each = PLAIN.add_columns(newest).where(*counted).subquery()
        query = select(*(each.c[column.name] for column in post.columns)).where(each.c.newest <= _MOST)
        for one in sorted(await _read(scope, query), key=age):
            found.setdefault(one.author_id, []).append(one)
        return found

    async def newest_of(self, person_id: str, limit: int) -> list[Post]:
        """The newest posts of one person, oldest first."""
        query = PLAIN.where(_mine(self.scope), post.c.author_id == person_id)
        return sorted(await _read(self.scope, query.order_by(post.c.at.desc()).limit(limit)), key=age)

    async def times_of(self, person_ids: Sequence[str], since: datetime) -> dict[str, list[datetime]]:
        """When each of these people wrote, oldest first; read from the index alone."""
        found: dict[str, list[datetime]] = {}
        if person_ids:
            theirs = among(self.scope.conn, post.c.author_id, person_ids)
            query = select(post.c.author_id, post.c.at).where(_mine(self.scope), theirs, post.c.at >= since)
            for row in await self.scope.conn.execute(query):
                found.setdefault(row.author_id, []).append(row.at)
            for one in await person_summaries.of(self.scope, person_ids):
                if times := one.times(since):
                    found.setdefault(one.person_id, []).extend(times)
        return {one: sorted(times) for one, times in found.items()}

    async def since(
        self, since: datetime, limit: int | None = 5000, *, until: datetime | None = None
    ) -> list[Post]:
        """The newest posts since then and before `until` that came to us, whoever wrote them, oldest first."""
        newest = post.c.at.desc(), post.c.id.desc()
        query = PLAIN.where(_mine(self.scope), post.c.at >= since, ~_found()).order_by(*newest).limit(limit)
        query = query if until is None else query.where(post.c.at < until)
        return sorted(await _read(self.scope, query), key=age)

    async def first_times(self, person_ids: Sequence[str]) -> dict[str, datetime]:
        """When each of these people wrote the first post that is stored; one step in the index for each."""
        scope = self.scope
        each = listed(scope.conn, person_ids)
        first = select(func.min(post.c.at)).where(_mine(scope), post.c.author_id == each).scalar_subquery()
        rows = await scope.conn.execute(select(each.label("person"), first.label("first_at")))
        found = {row.person: row.first_at for row in rows if row.first_at is not None}
        for one in await person_summaries.of(scope, person_ids):
            if one.first_at is not None:
                found[one.person_id] = min(found.get(one.person_id, one.first_at), one.first_at)
        return found

    async def first_praise(self, person_ids: Sequence[str]) -> dict[str, datetime]:
        """When each of these people wrote the first stored praise that counts as an interaction."""
        scope = self.scope
        if not person_ids:
            return {}
        theirs = among(scope.conn, post.c.author_id, person_ids)
        praise = (post.c.interaction.is_not(None), type_coerce(post.c.doc, Text).like(_PRAISE))
        query = select(post.c.author_id, func.min(post.c.at).label("first_at")).where(
            _mine(scope), theirs, *praise
        )
        rows = await scope.all(query.group_by(post.c.author_id))
        found = {row["author_id"]: row["first_at"] for row in rows}
        for one in await person_summaries.of(scope, person_ids):
            if one.first_praise_at is not None:
                found[one.person_id] = min(found.get(one.person_id, one.first_praise_at), one.first_praise_at)
        return found

    async def count_complaints(self, person_ids: Sequence[str], since: datetime) -> dict[str, int]:
        """The number of complaints by person."""
        return await self._count(person_ids, since, type_coerce(post.c.doc, Text).like(_COMPLAINT))

    async def count_by_author(self, person_ids: Sequence[str], since: datetime) -> dict[str, int]:
        """The number of posts by person."""
        found = await self._count(person_ids, since)
        for one in await person_summaries.of(self.scope, person_ids):
            if many := one.count(since):
                found[one.person_id] = found.get(one.person_id, 0) + many
        return found

    async def _count(
        self, person_ids: Sequence[str], since: datetime, *only: ColumnElement[bool]
    ) -> dict[str, int]:
        scope = self.scope
        if not person_ids:
            return {}
        theirs = among(scope.conn, post.c.author_id, person_ids)
        query = select(post.c.author_id, func.count().label("many")).where(
            _mine(scope), theirs, post.c.at >= since, *only
        )
        return {row["author_id"]: row["many"] for row in await scope.all(query.group_by(post.c.author_id))}

    async def redact(self, ids: Sequence[str], why: str) -> None:
        """Blank the texts for good and mark the posts as gone."""
        scope = self.scope
        if ids:
            these = among(scope.conn, post.c.id, ids)
            await scope.conn.execute(update(post).where(_mine(scope), these).values(text="", gone=why))

    async def redact_author(self, person_id: str, why: str) -> list[str]:
        """Blank a person's texts and profile; gives the ids of their posts, oldest first."""
        scope = self.scope
        theirs = and_(post.c.brand_id == scope.brand_id, post.c.author_id == person_id)
        rows = await scope.all(select(post.c.id).where(theirs).order_by(post.c.at))
        await scope.conn.execute(update(post).where(theirs).values(text="", gone=why))
        them = and_(person.c.brand_id == scope.brand_id, person.c.id == person_id)
        if (known := await scope.first(select(person.c.doc).where(them))) is not None:
            blank = {"name": "", "bio": "", "avatar_url": None, "doc": {**known["doc"], "link": None}}
            await scope.conn.execute(update(person).where(them).values(**blank, gone=why))
        return [row["id"] for row in rows]
