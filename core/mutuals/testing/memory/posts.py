"""Posts, by id, conversation and author."""

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from mutuals.domain.model import Category, Post
from mutuals.domain.person_summary import PersonSummary
from mutuals.domain.post_versions import age, is_newer
from mutuals.storage.repositories.post_versions import referring
from mutuals.testing.memory.people import MemoryPersonRepository
from mutuals.testing.memory.repository import MemoryRepository
from mutuals.testing.memory.tables import Journal, Table

_MOST = 1000  # posts of one person, as the database gives
_Age = tuple[datetime, int, str]


class MemoryPostRepository(MemoryRepository):
    """The promises are those of `mutuals.ports.repositories.posts`."""

    def __init__(self, brand_id: str, journal: Journal, people: MemoryPersonRepository) -> None:
        super().__init__(brand_id, journal)
        self._people = people
        self._table: Table[str, Post] = Table(journal, self._index)
        self.rows = self._table.rows
        self.summaries: Table[str, PersonSummary] = Table(journal)  # of deleted posts and alerts, by person
        self._shown: Table[str, tuple[str, datetime]] = Table(
            journal
        )  # of who was edited: id and time of the text
        self._others: Table[str, str] = Table(journal)  # an id that an edit gave -> the id stored
        self._roots: dict[str, str] = {}  # the id before any edit -> the id stored
        self._in_conversation: defaultdict[str, list[_Age]] = defaultdict(list)
        self._by_author: defaultdict[str, list[_Age]] = defaultdict(list)
        self._counted: defaultdict[str, list[_Age]] = defaultdict(
            list
        )  # by author: what counts for the score

    def _index(self, old: Post | None, new: Post | None) -> None:
        if new is None and old is not None:
            del self._roots[old.first_version or old.id]
            for ages in self._lists(old):
                del ages[bisect_left(ages, age(old))]
        elif old is None and new is not None:
            self._roots[new.first_version or new.id] = new.id
            for ages in self._lists(new):
                insort(ages, age(new))
        # Else only its text, which is in no index.

    def _lists(self, post: Post) -> list[list[_Age]]:
        lists = [self._in_conversation[post.conversation_id], self._by_author[post.author_id]]
        return lists if post.interaction is None else [*lists, self._counted[post.author_id]]

    async def add(self, posts: Sequence[Post]) -> list[Post]:
        """See PostRepository.add."""
        for post in posts:
            if post.found_by is None and post.id in self.rows and self.rows[post.id].found_by is not None:
                self._table.put(post.id, None)
        fresh = [post for post in posts if self._added(post)]
        added = {post.id for post in fresh}
        for post in sorted((post for post in posts if post.id not in added), key=age):
            self._edit(post)
        for post in posts:
            root = post.first_version or post.id
            if root != post.id and root in self._roots:
                for other in {root, *post.versions, post.id}.difference(self.rows):
                    self._others.put(other, self._roots[root])
        return fresh

    def _added(self, post: Post) -> bool:
        if (post.first_version or post.id) in self._roots or post.id in self.rows:
            return False
        whole = not post.versions and post.put_in_front is None
        self._table.put(post.id, post if whole else replace(post, versions=(), put_in_front=None))
        return True

    def _edit(self, post: Post) -> None:
        stored = self._roots.get(post.first_version or "")
        if stored is None or post.first_version == post.id or self.rows[stored].gone:
            return
        shown_id, shown_at = self._shown.rows.get(stored) or (stored, self.rows[stored].at)
        if is_newer(post, shown_id, shown_at):
            self._table.put(stored, replace(self.rows[stored], text=post.text, versions=(post.id,)))
            self._shown.put(stored, (post.id, post.at))

    async def as_stored(self, posts: Sequence[Post]) -> list[Post]:
        """See PostRepository.as_stored."""
        return referring(self._others.rows, posts)

    async def by_ids(self, ids: Sequence[str]) -> dict[str, Post]:
        """See PostRepository.by_ids."""
        return {post_id: self.rows[post_id] for post_id in ids if post_id in self.rows}

    async def of_conversations(self, ids: Sequence[str], *, by: Sequence[str] | None = None) -> list[Post]:
        """See PostRepository.of_conversations."""
        ages = [one for talk in dict.fromkeys(ids) for one in self._in_conversation.get(talk, ())]
        posts = [self.rows[post_id] for _, _, post_id in (sorted(ages) if len(ids) > 1 else ages)]
        return posts if by is None else [post for post in posts if post.author_id in by]

    async def of_authors(self, person_ids: Sequence[str], since: datetime) -> dict[str, list[Post]]:
        """See PostRepository.of_authors."""
        found: dict[str, list[Post]] = {}
        for person_id in person_ids:
            ages = self._counted.get(person_id, [])
            theirs = [self.rows[age[2]] for age in ages[bisect_left(ages, (since, 0, "")) :][-_MOST:]]
            if theirs:
                found[person_id] = theirs
        return found

    async def newest_of(self, person_id: str, limit: int) -> list[Post]:
        """See PostRepository.newest_of."""
        return [self.rows[age[2]] for age in self._by_author.get(person_id, [])[-limit:]]

    async def times_of(self, person_ids: Sequence[str], since: datetime) -> dict[str, list[datetime]]:
        """See PostRepository.times_of."""
        each = {one: self._by_author.get(one, []) for one in person_ids}
        times = {one: [at for at, *_ in ages if at >= since] for one, ages in each.items()}
        for one in self._deleted(person_ids):
            times[one.person_id] = sorted([*times[one.person_id], *one.times(since)])
        return {one: theirs for one, theirs in times.items() if theirs}

    async def since(
        self, since: datetime, limit: int | None = 5000, *, until: datetime | None = None
    ) -> list[Post]:
        """See PostRepository.since."""
        fit = (
            post
            for post in self.rows.values()
            if post.at >= since and (until is None or post.at < until) and post.found_by is None
        )
        newest = sorted(fit, key=lambda post: (post.at, post.id), reverse=True)[:limit]
        return sorted(newest, key=age)

    async def first_times(self, person_ids: Sequence[str]) -> dict[str, datetime]:
        """See PostRepository.first_times."""
        found = {one: ages[0][0] for one in person_ids if (ages := self._by_author.get(one))}
        for one in self._deleted(person_ids):
            if one.first_at is not None:
                found[one.person_id] = min(found.get(one.person_id, one.first_at), one.first_at)
        return found

    async def first_praise(self, person_ids: Sequence[str]) -> dict[str, datetime]:
        """See PostRepository.first_praise."""
        found = {}
        for person_id in person_ids:
            posts = (self.rows[post_id] for _, _, post_id in self._counted.get(person_id, ()))
            first = next((post for post in posts if post.category is Category.PRAISE), None)
            if first is not None:
                found[person_id] = first.at
        for one in self._deleted(person_ids):
            if (at := one.first_praise_at) is not None:
                found[one.person_id] = min(found.get(one.person_id, at), at)
        return found

    async def count_complaints(self, person_ids: Sequence[str], since: datetime) -> dict[str, int]:
        """See PostRepository.count_complaints."""
        wanted = set(person_ids)
        return dict(
            Counter(
                post.author_id
                for post in self.rows.values()
                if post.author_id in wanted and post.at >= since and post.category is Category.COMPLAINT
            )
        )

    async def count_by_author(self, person_ids: Sequence[str], since: datetime) -> dict[str, int]:
        """See PostRepository.count_by_author."""
        counts = {
            person_id: len(ages) - bisect_left(ages, (since, 0, ""))
            for person_id in person_ids
            if (ages := self._by_author.get(person_id))
        }
        for one in self._deleted(person_ids):
            counts[one.person_id] = counts.get(one.person_id, 0) + one.count(since)
        return {person_id: count for person_id, count in counts.items() if count}

    def delete(self, post: Post) -> None:
        """Forget a post whole."""
        self._shown.put(post.id, None)
        for other in [other for other, stored in self._others.rows.items() if stored == post.id]:
            self._others.put(other, None)
        self._table.put(post.id, None)

    def deleted_episodes(self, person_ids: Sequence[str]) -> list[int]:
        """The last number of the deleted alerts of each of these people."""
        return [one.last_episode for one in self._deleted(person_ids)]

    def _deleted(self, person_ids: Sequence[str]) -> list[PersonSummary]:
        return [self.summaries.rows[one] for one in dict.fromkeys(person_ids) if one in self.summaries.rows]

    async def redact(self, post_ids: Sequence[str], why: str) -> None:
        """See PostRepository.redact."""
        for post_id in post_ids:
            if post_id in self.rows:
                self._table.put(post_id, replace(self.rows[post_id], text="", gone=why))

    async def redact_author(self, person_id: str, why: str) -> list[str]:
        """See PostRepository.redact_author."""
        ids = [post_id for _, _, post_id in self._by_author.get(person_id, ())]
        await self.redact(ids, why)
        self._people.redact(person_id, why)
        return ids
