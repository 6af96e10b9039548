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
from mutuals.domain.model import Alert, AlertKind, AlertState, Case, Credit, Fan, Person, Post
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


class MemoryPosts:
    """Posts, by id, conversation and author."""

    def __init__(self) -> None:
        self._posts: dict[str, Post] = {}
        self._roots: dict[str, str] = {}  # the id before any edit -> the id stored
        self._versions: dict[str, str] = {}  # the id stored -> the id of the version whose text it shows
        self._in_conversation: defaultdict[str, list[_Age]] = defaultdict(list)
        self._others: dict[str, str] = {}  # an id that an edit gave -> the id stored
        self._first: dict[str, datetime] = {}  # by author
        self._liked: defaultdict[str, list[_Age]] = defaultdict(list)  # by author: what counts for the score

    async def add_posts(self, posts: Sequence[Post]) -> list[Post]:
        fresh = [post for post in posts if self._added(post)]
        added = {post.id for post in fresh}
        for post in sorted((one for one in posts if one.id not in added), key=_age):
            self._edit(post)
        for post in posts:
            root = post.first_version or post.id
            if root != post.id and root in self._roots:
                others = {root, *post.versions, post.id}.difference(self._posts)
                self._others |= dict.fromkeys(others, self._roots[root])
        return fresh

    async def as_stored(self, posts: Sequence[Post]) -> list[Post]:
        return referring(self._others, posts)

    def _added(self, post: Post) -> bool:
        root = post.first_version or post.id
        if root in self._roots or post.id in self._posts:
            return False
        kept = replace(post, versions=()) if post.versions else post
        self._posts[post.id], self._roots[root], self._versions[post.id] = kept, post.id, post.id
        insort(self._in_conversation[post.conversation_id], _age(post))
        known = self._first.get(post.author_id)
        self._first[post.author_id] = post.at if known is None else min(known, post.at)
        if post.interaction is not None:
            insort(self._liked[post.author_id], _age(post))
        return True

    def _edit(self, post: Post) -> None:
        stored = self._roots.get(post.first_version or "")
        if stored is None or post.first_version == post.id or self._posts[stored].gone:
            return
        shown = self._versions[stored]
        if (len(shown), shown) < (len(post.id), post.id):
            self._posts[stored] = replace(self._posts[stored], text=post.text, versions=(post.id,))
            self._versions[stored] = post.id

    async def posts(self, ids: Sequence[str]) -> dict[str, Post]:
        return {one: self._posts[one] for one in ids if one in self._posts}

    async def conversations(self, ids: Sequence[str], *, by: Sequence[str] | None = None) -> list[Post]:
        ages = [age for one in dict.fromkeys(ids) for age in self._in_conversation.get(one, ())]
        posts = [self._posts[age[2]] for age in (sorted(ages) if len(ids) > 1 else ages)]
        return posts if by is None else [post for post in posts if post.author_id in by]

    async def posts_by(self, person_ids: Sequence[str], since: datetime) -> dict[str, list[Post]]:
        found: dict[str, list[Post]] = {}
        for person_id in person_ids:
            ages = self._liked.get(person_id, [])
            theirs = [self._posts[age[2]] for age in ages[bisect_left(ages, (since, 0, "")) :][-1000:]]
            if theirs:
                found[person_id] = theirs
        return found

    async def first_posts(self, person_ids: Sequence[str]) -> dict[str, datetime]:
        return {one: self._first[one] for one in person_ids if one in self._first}

    async def redact(self, post_ids: Sequence[str], why: str) -> None:
        for one in post_ids:
            if one in self._posts:
                self._posts[one] = replace(self._posts[one], text="", gone=why)


class MemoryPeople:
    """People as they were looked up, and what they did as fans."""

    def __init__(self, brand_id: str) -> None:
        self._brand_id = brand_id
        self._people: dict[str, Person] = {}
        self._fans: dict[str, Fan] = {}
        self._frequent: dict[int, set[str]] = {}  # a number of interactions -> fans with at least so many

    async def people(self, ids: Sequence[str]) -> dict[str, Person]:
        return {one: self._people[one] for one in ids if one in self._people}

    async def put_people(self, people: Sequence[Person]) -> None:
        for one in people:
            self._people[one.account.id] = one
            fan, bond = self._fans.get(one.account.id), one.relationship
            if fan is not None and one.checked_at is not None:
                self._fans[fan.person_id] = replace(
                    fan, checked_at=one.checked_at, follows_us=bond.follows_us, we_follow=bond.we_follow
                )

    async def fans(self, person_ids: Sequence[str]) -> dict[str, Fan]:
        return {one: self._fans[one] for one in person_ids if one in self._fans}

    async def put_fans(self, fans: Sequence[Fan]) -> None:
        for fan in fans:
            self._fans[fan.person_id] = fan
            for at_least, frequent in self._frequent.items():
                if fan.interactions >= at_least:
                    frequent.add(fan.person_id)

    async def credit(self, earned: Sequence[Credit]) -> None:
        for one in earned:
            await self.put_fans([loyalty.credited(self._fans.get(one.person_id), self._brand_id, one)])

    async def note_answers(self, answers: Sequence[tuple[str, datetime]]) -> None:
        for person_id, at in answers:
            if person_id in self._fans:
                await self.put_fans([loyalty.answered(self._fans[person_id], at)])

    async def top_fans(self, limit: int, *, active_since: datetime, at_least: int) -> list[Fan]:
        if at_least not in self._frequent:
            self._frequent[at_least] = {
                one.person_id for one in self._fans.values() if one.interactions >= at_least
            }
        fans = [self._fans[one] for one in self._frequent[at_least]]
        wanted = [
            fan
            for fan in fans
            if fan.last_at >= active_since
            and fan.interactions >= at_least
            and not fan.we_follow
            and fan.preference != "leave_alone"
        ]
        return sorted(wanted, key=lambda fan: (-fan.log_score, fan.person_id))[:limit]


class MemoryCases:
    """Cases, by person, conversation and the next moment that matters."""

    def __init__(self) -> None:
        self._cases: dict[str, Case] = {}
        self._waiting_of: defaultdict[str, set[str]] = defaultdict(set)
        self._cases_in: defaultdict[str, set[str]] = defaultdict(set)
        self.case_moments = Moments()

    async def cases(self, ids: Sequence[str]) -> dict[str, Case]:
        return {one: self._cases[one] for one in ids if one in self._cases}

    async def cases_of(self, person_ids: Sequence[str], conversation_ids: Sequence[str]) -> list[Case]:
        found: set[str] = set()
        found.update(*(self._waiting_of.get(one, ()) for one in person_ids))
        found.update(*(self._cases_in.get(one, ()) for one in conversation_ids))
        return sorted((self._cases[one] for one in found), key=lambda case: (case.opened_at, case.id))

    async def cases_due(self, now: datetime, limit: int = 200) -> list[Case]:
        return [self._cases[one] for one in self.case_moments.until(now, limit)]

    async def waiting_cases(self) -> list[Case]:
        waiting = [self._cases[one] for some in self._waiting_of.values() for one in some]
        return sorted(waiting, key=lambda case: case.due_at)

    async def put_cases(self, cases: Sequence[Case]) -> None:
        for case in cases:
            old = self._cases.get(case.id)
            if old is not None:
                self._waiting_of[old.person_id].discard(case.id)
                self._cases_in[old.conversation_id].discard(case.id)
            self._cases[case.id] = case
            self._cases_in[case.conversation_id].add(case.id)
            if case.state in WAITING:
                self._waiting_of[case.person_id].add(case.id)
            self.case_moments.put(case.id, next_moment(case))


class MemoryAlerts:
    """Alerts; a person has at most one that is not settled."""

    def __init__(self) -> None:
        self._alerts: dict[str, Alert] = {}
        self._open_of: dict[str, str] = {}
        self._episodes: dict[str, int] = {}
        self._opened: defaultdict[AlertKind, list[tuple[datetime, str]]] = defaultdict(list)
        self.alert_moments = Moments()

    async def alert(self, alert_id: str) -> Alert | None:
        return self._alerts.get(alert_id)

    async def open_alerts_of(self, person_ids: Sequence[str]) -> dict[str, Alert]:
        return {one: self._alerts[self._open_of[one]] for one in person_ids if one in self._open_of}

    async def alerts_of(self, person_ids: Sequence[str]) -> list[Alert]:
        wanted = set(person_ids)
        found = (one for one in self._alerts.values() if one.person_id in wanted)
        return sorted(found, key=lambda one: (one.opened_at, one.id))

    async def last_episode(self, person_id: str) -> int:
        return self._episodes.get(person_id, 0)

    async def alerts(
        self, *, kind: AlertKind | None = None, state: AlertState | None = None, limit: int = 50
    ) -> list[Alert]:
        fit = (
            one for one in self._alerts.values() if kind in (None, one.kind) and state in (None, one.state)
        )
        return sorted(fit, key=lambda one: (one.opened_at, one.id), reverse=True)[:limit]

    async def alerts_opened_since(self, kind: AlertKind, since: datetime) -> int:
        opened = self._opened[kind]
        return len(opened) - bisect_left(opened, (since, ""))

    async def alerts_due(self, now: datetime, limit: int = 200) -> list[Alert]:
        return [self._alerts[one] for one in self.alert_moments.until(now, limit)]

    async def put_alert(self, alert: Alert, *, was: int | None) -> bool:
        old, other = self._alerts.get(alert.id), self._open_of.get(alert.person_id)
        clash = alert.state is not AlertState.SETTLED and other not in (None, alert.id)
        if clash or (old.version if old else None) != was:
            return False
        if old is not None and old.kind is not alert.kind:
            self._opened[old.kind].remove((old.opened_at, old.id))
        if old is None or old.kind is not alert.kind:
            insort(self._opened[alert.kind], (alert.opened_at, alert.id))
        self._alerts[alert.id] = alert
        self._episodes[alert.person_id] = max(self._episodes.get(alert.person_id, 0), alert.episode)
        if alert.state is not AlertState.SETTLED:
            self._open_of[alert.person_id] = alert.id
        elif other == alert.id:
            del self._open_of[alert.person_id]
        self.alert_moments.put(alert.id, wake_moment(alert))
        return True
