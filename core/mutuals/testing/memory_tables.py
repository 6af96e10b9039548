"""Posts, people, cases and alerts of one brand in dictionaries, with the indexes that a replay needs.

The promises are those of `mutuals.ports.unit_of_work.UnitOfWork`.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from heapq import heappop, heappush

from mutuals.domain import loyalty
from mutuals.domain.cases import WAITING
from mutuals.domain.model import Alert, AlertKind, AlertState, Case, CaseState, Credit, Fan, Person, Post
from mutuals.storage.repositories.mappers import next_moment, wake_moment
from mutuals.storage.repositories.post_versions import referring

_Age = tuple[datetime, int, str]


def _age(post: Post) -> _Age:
    # Ids are numbers written as text: the longer is the later.
    return post.at, len(post.id), post.id


class Moments:
    """Ids by their next moment; an id has one or none."""

    def __init__(self) -> None:
        self._at: dict[str, datetime] = {}
        self._heap: list[tuple[datetime, str]] = []

    def put(self, one: str, at: datetime | None) -> None:
        """Set or forget an id's moment."""
        if at is None:
            self._at.pop(one, None)
        elif self._at.get(one) != at:
            self._at[one] = at
            heappush(self._heap, (at, one))

    def until(self, now: datetime, limit: int) -> list[str]:
        """Ids whose moment has come, the longest ago first."""
        found: dict[str, datetime] = {}
        while self._heap and self._heap[0][0] <= now and len(found) < limit:
            at, one = heappop(self._heap)
            if self._at.get(one) == at:
                found[one] = at
        for one, at in found.items():
            heappush(self._heap, (at, one))
        return list(found)


class MemoryPostRepository:
    """Posts, by id, conversation and author."""

    def __init__(self, people: "MemoryPersonRepository") -> None:
        self._authors = people
        self.rows: dict[str, Post] = {}
        self._roots: dict[str, str] = {}  # the id before any edit -> the id stored
        self._versions: dict[str, str] = {}  # the id stored -> the id of the version whose text it shows
        self._in_conversation: defaultdict[str, list[_Age]] = defaultdict(list)
        self._others: dict[str, str] = {}  # an id that an edit gave -> the id stored
        self._first: dict[str, datetime] = {}  # by author
        self._liked: defaultdict[str, list[_Age]] = defaultdict(list)  # by author: what counts for the score

    async def add(self, posts: Sequence[Post]) -> list[Post]:
        fresh = [post for post in posts if self._added(post)]
        added = {post.id for post in fresh}
        for post in sorted((one for one in posts if one.id not in added), key=_age):
            self._edit(post)
        for post in posts:
            root = post.first_version or post.id
            if root != post.id and root in self._roots:
                others = {root, *post.versions, post.id}.difference(self.rows)
                self._others |= dict.fromkeys(others, self._roots[root])
        return fresh

    async def as_stored(self, posts: Sequence[Post]) -> list[Post]:
        return referring(self._others, posts)

    def _added(self, post: Post) -> bool:
        root = post.first_version or post.id
        if root in self._roots or post.id in self.rows:
            return False
        kept = replace(post, versions=()) if post.versions else post
        self.rows[post.id], self._roots[root], self._versions[post.id] = kept, post.id, post.id
        insort(self._in_conversation[post.conversation_id], _age(post))
        known = self._first.get(post.author_id)
        self._first[post.author_id] = post.at if known is None else min(known, post.at)
        if post.interaction is not None:
            insort(self._liked[post.author_id], _age(post))
        return True

    def _edit(self, post: Post) -> None:
        stored = self._roots.get(post.first_version or "")
        if stored is None or post.first_version == post.id or self.rows[stored].gone:
            return
        shown = self._versions[stored]
        if (len(shown), shown) < (len(post.id), post.id):
            self.rows[stored] = replace(self.rows[stored], text=post.text, versions=(post.id,))
            self._versions[stored] = post.id

    async def by_ids(self, ids: Sequence[str]) -> dict[str, Post]:
        return {one: self.rows[one] for one in ids if one in self.rows}

    async def of_conversations(self, ids: Sequence[str], *, by: Sequence[str] | None = None) -> list[Post]:
        ages = [age for one in dict.fromkeys(ids) for age in self._in_conversation.get(one, ())]
        posts = [self.rows[age[2]] for age in (sorted(ages) if len(ids) > 1 else ages)]
        return posts if by is None else [post for post in posts if post.author_id in by]

    async def of_authors(self, person_ids: Sequence[str], since: datetime) -> dict[str, list[Post]]:
        found: dict[str, list[Post]] = {}
        for person_id in person_ids:
            ages = self._liked.get(person_id, [])
            theirs = [self.rows[age[2]] for age in ages[bisect_left(ages, (since, 0, "")) :][-1000:]]
            if theirs:
                found[person_id] = theirs
        return found

    async def first_times(self, person_ids: Sequence[str]) -> dict[str, datetime]:
        return {one: self._first[one] for one in person_ids if one in self._first}

    async def redact(self, post_ids: Sequence[str], why: str) -> None:
        for one in post_ids:
            if one in self.rows:
                self.rows[one] = replace(self.rows[one], text="", gone=why)

    async def redact_author(self, person_id: str, why: str) -> list[str]:
        theirs = [post for post in self.rows.values() if post.author_id == person_id]
        ids = [post.id for post in sorted(theirs, key=lambda post: post.at)]
        await self.redact(ids, why)
        if (person := self._authors.rows.get(person_id)) is not None:
            blank = replace(person.account, name="", bio="", avatar_url=None)
            self._authors.rows[person_id] = replace(person, account=blank, gone=why)
        return ids

    async def since(
        self, since: datetime, limit: int | None = 5000, *, until: datetime | None = None
    ) -> list[Post]:
        return []

    async def first_praise(self, person_ids: Sequence[str]) -> dict[str, datetime]:
        return {}


class MemoryFanRepository:
    """What people did as fans."""

    def __init__(self, brand_id: str) -> None:
        self._brand_id = brand_id
        self.rows: dict[str, Fan] = {}
        self._frequent: dict[int, set[str]] = {}  # a number of interactions -> fans with at least so many

    async def by_ids(self, person_ids: Sequence[str]) -> dict[str, Fan]:
        return {person_id: self.rows[person_id] for person_id in person_ids if person_id in self.rows}

    async def put(self, fans: Sequence[Fan]) -> None:
        for fan in fans:
            self.rows[fan.person_id] = fan
            for at_least, frequent in self._frequent.items():
                if fan.interactions >= at_least:
                    frequent.add(fan.person_id)

    async def credit(self, earned: Sequence[Credit]) -> None:
        for one in earned:
            await self.put([loyalty.credited(self.rows.get(one.person_id), self._brand_id, one)])

    async def record_answers(self, answers: Sequence[tuple[str, datetime]]) -> None:
        for person_id, at in answers:
            if person_id in self.rows:
                await self.put([loyalty.answered(self.rows[person_id], at)])

    async def top(self, limit: int, *, active_since: datetime, at_least: int) -> list[Fan]:
        if at_least not in self._frequent:
            self._frequent[at_least] = {
                one.person_id for one in self.rows.values() if one.interactions >= at_least
            }
        fans = [self.rows[one] for one in self._frequent[at_least]]
        wanted = [
            fan
            for fan in fans
            if fan.last_at >= active_since
            and fan.interactions >= at_least
            and not fan.we_follow
            and fan.preference != "leave_alone"
        ]
        return sorted(wanted, key=lambda fan: (-fan.log_score, fan.person_id))[:limit]


class MemoryPersonRepository:
    """People as they were looked up."""

    def __init__(self, fans: MemoryFanRepository) -> None:
        self.rows: dict[str, Person] = {}
        self._fans = fans

    async def by_ids(self, ids: Sequence[str]) -> dict[str, Person]:
        return {person_id: self.rows[person_id] for person_id in ids if person_id in self.rows}

    async def put(self, people: Sequence[Person]) -> None:
        for person in people:
            self.rows[person.account.id] = person
            fan, bond = self._fans.rows.get(person.account.id), person.relationship
            if fan is not None and person.checked_at is not None:
                self._fans.rows[fan.person_id] = replace(
                    fan, checked_at=person.checked_at, follows_us=bond.follows_us, we_follow=bond.we_follow
                )


class MemoryCaseRepository:
    """Cases, by person, conversation and the next moment that matters."""

    def __init__(self) -> None:
        self.rows: dict[str, Case] = {}
        self._waiting_of: defaultdict[str, set[str]] = defaultdict(set)
        self._in_conversation: defaultdict[str, set[str]] = defaultdict(set)
        self.moments = Moments()

    async def by_ids(self, ids: Sequence[str]) -> dict[str, Case]:
        return {one: self.rows[one] for one in ids if one in self.rows}

    async def of(self, person_ids: Sequence[str], conversation_ids: Sequence[str]) -> list[Case]:
        found: set[str] = set()
        found.update(*(self._waiting_of.get(one, ()) for one in person_ids))
        found.update(*(self._in_conversation.get(one, ()) for one in conversation_ids))
        return sorted((self.rows[one] for one in found), key=lambda case: (case.opened_at, case.id))

    async def due(self, now: datetime, limit: int = 200) -> list[Case]:
        return [self.rows[one] for one in self.moments.until(now, limit)]

    async def waiting(self) -> list[Case]:
        waiting = [self.rows[one] for some in self._waiting_of.values() for one in some]
        return sorted(waiting, key=lambda case: case.due_at)

    async def closed(self, state: CaseState, opened_since: datetime) -> list[Case]:
        return []

    async def put(self, cases: Sequence[Case]) -> None:
        for case in cases:
            old = self.rows.get(case.id)
            if old is not None:
                self._waiting_of[old.person_id].discard(case.id)
                self._in_conversation[old.conversation_id].discard(case.id)
            self.rows[case.id] = case
            self._in_conversation[case.conversation_id].add(case.id)
            if case.state in WAITING:
                self._waiting_of[case.person_id].add(case.id)
            self.moments.put(case.id, next_moment(case))


class MemoryAlertRepository:
    """Alerts; a person has at most one that is not settled."""

    def __init__(self, cases: MemoryCaseRepository) -> None:
        self._cases = cases
        self.rows: dict[str, Alert] = {}
        self._open_of: dict[str, str] = {}
        self._episodes: dict[str, int] = {}
        self._opened: defaultdict[AlertKind, list[tuple[datetime, str]]] = defaultdict(list)
        self.moments = Moments()

    async def get(self, alert_id: str) -> Alert | None:
        return self.rows.get(alert_id)

    async def open_of(self, person_ids: Sequence[str]) -> dict[str, Alert]:
        return {one: self.rows[self._open_of[one]] for one in person_ids if one in self._open_of}

    async def of(self, person_ids: Sequence[str]) -> list[Alert]:
        wanted = set(person_ids)
        found = (one for one in self.rows.values() if one.person_id in wanted)
        return sorted(found, key=lambda one: (one.opened_at, one.id))

    async def last_episode(self, person_id: str) -> int:
        return self._episodes.get(person_id, 0)

    async def newest(
        self, *, kind: AlertKind | None = None, state: AlertState | None = None, limit: int = 50
    ) -> list[Alert]:
        fit = (one for one in self.rows.values() if kind in (None, one.kind) and state in (None, one.state))
        return sorted(fit, key=lambda one: (one.opened_at, one.id), reverse=True)[:limit]

    async def count_opened(self, kind: AlertKind, since: datetime) -> int:
        opened = self._opened[kind]
        return len(opened) - bisect_left(opened, (since, ""))

    async def due(self, now: datetime, limit: int = 200) -> list[Alert]:
        return [self.rows[one] for one in self.moments.until(now, limit)]

    async def put(self, alert: Alert, *, was: int | None) -> bool:
        old, other = self.rows.get(alert.id), self._open_of.get(alert.person_id)
        clash = alert.state is not AlertState.SETTLED and other not in (None, alert.id)
        if clash or (old.version if old else None) != was:
            return False
        if old is not None and old.kind is not alert.kind:
            self._opened[old.kind].remove((old.opened_at, old.id))
        if old is None or old.kind is not alert.kind:
            insort(self._opened[alert.kind], (alert.opened_at, alert.id))
        self.rows[alert.id] = alert
        self._episodes[alert.person_id] = max(self._episodes.get(alert.person_id, 0), alert.episode)
        if alert.state is not AlertState.SETTLED:
            self._open_of[alert.person_id] = alert.id
        elif other == alert.id:
            del self._open_of[alert.person_id]
        self.moments.put(alert.id, wake_moment(alert))
        return True

    async def open(self, kind: AlertKind | None = None) -> list[tuple[Alert, list[Case]]]:
        alerts = [self.rows[alert_id] for alert_id in self._open_of.values()]
        fit = sorted(
            (alert for alert in alerts if kind in {None, alert.kind}),
            key=lambda alert: (alert.opened_at, alert.id),
        )
        return [(alert, list((await self._cases.by_ids(alert.case_ids)).values())) for alert in fit]

    async def by_ids(self, ids: Sequence[str]) -> dict[str, Alert]:
        return {}

    async def open_since(self, kind: AlertKind, since: datetime) -> list[Alert]:
        return []
